import type * as z from 'zod/mini';

/** How an endpoint is asked: `GET` changes nothing, the others take an `Idempotency-Key`. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One line of the endpoint table. The answer's schema is here, because every client checks it; what may be
 * asked is only a type here and a schema in `requests/`, because only the server checks it, and a browser
 * should not pay for that in bytes.
 */
export interface Endpoint<Query = unknown, Body = unknown, Answer = unknown> {
  readonly method: Method;
  /** Below `/api/v1`; `{name}` is a path parameter. */
  readonly path: string;
  readonly answer: z.ZodMiniType<Answer>;
  /** The status of a good answer. */
  readonly status: 200 | 201;
  /** Types only: never present at run time. */
  readonly query?: Query;
  readonly body?: Body;
}

/** Names the types of what is asked while the rest of the endpoint is inferred from its answer's schema. */
export const asking =
  <Query = undefined, Body = undefined>() =>
  <Answer>(
    method: Method,
    path: string,
    answer: z.ZodMiniType<Answer>,
    status: 200 | 201 = 200,
  ): Endpoint<Query, Body, Answer> => ({ method, path, answer, status });

export type AnswerOf<E> = E extends Endpoint<infer _Q, infer _B, infer A> ? A : never;
export type QueryOf<E> = E extends Endpoint<infer Q, infer _B, infer _A> ? Q : never;
export type BodyOf<E> = E extends Endpoint<infer _Q, infer B, infer _A> ? B : never;
