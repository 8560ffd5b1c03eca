import { type Fact, fact } from '@five-micro/contract';

export interface Heard {
  id: string;
  fact: Fact;
}

/** Reads a live stream as a client would. */
export function listen(response: Response) {
  if (!response.body) throw new Error('No stream.');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';

  /** The next block of lines, or undefined at the end. */
  async function block(): Promise<string | undefined> {
    while (!rest.includes('\n\n')) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      rest += value;
    }
    const end = rest.indexOf('\n\n');
    const taken = rest.slice(0, end);
    rest = rest.slice(end + 2);
    return taken;
  }

  async function next(): Promise<Heard | undefined> {
    for (let lines = await block(); lines !== undefined; lines = await block()) {
      const data = /^data: (.*)$/m.exec(lines)?.[1];
      if (data !== undefined) return { id: /^id: (.*)$/m.exec(lines)?.[1] ?? '', fact: fact.parse(JSON.parse(data)) };
    }
    return undefined;
  }

  return {
    /** Waits until the stream has begun: from then on nothing may be missed. */
    begun: async () => {
      await block();
    },
    next,
    async types(count: number): Promise<string[]> {
      const types: string[] = [];
      while (types.length < count) {
        const heard = await next();
        if (!heard) return [...types, 'end'];
        types.push(heard.fact.type);
      }
      return types;
    },
    /** Reads until the server ends it. */
    async ended(): Promise<true> {
      while ((await block()) !== undefined);
      return true;
    },
    leave: () => reader.cancel(),
  };
}
