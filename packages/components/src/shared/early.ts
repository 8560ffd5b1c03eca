type Early = (request: Request) => Promise<Response> | undefined;

/**
 * As `fetch`, but for what the loader has asked already while this code was on its way (`embed/early.ts`): its answer is
 * given once, to whoever asks the same in the same name first.
 */
export const fetchEarly: typeof fetch = (input, init) => {
  const early = Reflect.get(globalThis, Symbol.for('five-micro.early')) as Early | undefined;
  const request = input instanceof Request ? input : new Request(input, init);
  const answer = request.method === 'GET' ? early?.(request) : undefined;
  return answer ? answer.catch(() => fetch(input, init)) : fetch(input, init);
};
