import { type AnswerOf, type Endpoint, type ErrorCode, errorStatus, type Problem } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';

/** One endpoint that answers as a story says, in front of the real server. */
export interface Override {
  /** The answer, or undefined where the request is not for this endpoint. */
  answer(request: Request, path: string): Promise<Response> | undefined;
}

class Refused {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

interface Details {
  params?: Record<string, string>;
  fields?: Problem['fields'];
}

/** A refusal with the words that the server would use. */
export function problemOf(code: ErrorCode, { params = {}, fields }: Details = {}): Refused {
  const title = messages['zh-CN'].errors[code].replace(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '');
  return new Refused({
    type: `urn:five-micro:${code}`,
    title,
    status: errorStatus[code],
    code,
    params,
    ...(fields && { fields }),
    requestId: '01990000-0000-7000-8000-00000000e0e0',
  });
}

const nothing = Symbol('never');
const noAnswer = Symbol('no network');

/** An answer that never comes: what someone sees while they wait. */
export const never: typeof nothing = nothing;
/** A network that is not there. */
export const noNetwork: typeof noAnswer = noAnswer;

type Given<E> = AnswerOf<E> | Refused | typeof nothing | typeof noAnswer;

interface Manner {
  /** Instead of the endpoint's own good status. */
  status?: number;
  /** Milliseconds. */
  delay?: number;
}

const pattern = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

type Asked<E> = (request: Request) => Given<E> | Promise<Given<E>>;
// No answer of the contract is a function.
const isAsked = <E>(given: Given<E> | Asked<E>): given is Asked<E> => typeof given === 'function';

/**
 * Says what one endpoint answers, checked by the compiler against the contract:
 * `respond(contract.wishes.list, { items: [], nextCursor: null })`.
 */
export function respond<E extends Endpoint>(
  endpoint: E,
  given: Given<E> | Asked<E>,
  { status = endpoint.status, delay = 0 }: Manner = {},
): Override {
  const path = pattern(endpoint.path);
  const answer = async (request: Request): Promise<Response> => {
    const value = isAsked(given) ? await given(request) : given;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (value === nothing) return new Promise(() => undefined);
    if (value === noAnswer) return Response.error();
    if (value instanceof Refused) {
      return Response.json(value.problem, {
        status: value.problem.status,
        headers: { 'content-type': 'application/problem+json' },
      });
    }
    return Response.json(value, { status });
  };
  return {
    answer: (request, asked) => (request.method === endpoint.method && path.test(asked) ? answer(request) : undefined),
  };
}
