import { type ErrorCode, problem } from '@five-micro/contract';

/** What can go wrong without a refusal from the server. */
export type ClientCode =
  | 'network.offline'
  | 'network.unreachable'
  | 'network.timeout'
  | 'answer.invalid'
  | 'answer.not-five-micro'
  | 'aborted'
  | 'token.unavailable';

/** Ours by name, for completion and spelling, and whatever a newer server adds. */
export type Code = ErrorCode | ClientCode | (string & {});

export interface FieldProblem {
  /** Dotted: `forWhom.relation`. */
  path: string;
  code: string;
  /** In the language asked for. */
  message: string;
}

/**
 * Whether what was asked for was stored. `'unknown'`: it was sent and the answer got lost; sending it again with
 * the same `idempotencyKey` finds out and does it at most once.
 */
export type Saved = false | 'unknown';

export interface ErrorDetails {
  message?: string | undefined;
  status?: number;
  requestId?: string | null;
  fields?: FieldProblem[] | undefined;
  params?: Record<string, string> | undefined;
  saved?: Saved;
  cause?: unknown;
}

// Registered, so that an error of a second copy of this module on the page is recognised too.
const brand: unique symbol = Symbol.for('five-micro.error');

/** @internal Statuses under which the same request can succeed a moment later. */
export const passing = [408, 429, 502, 503, 504];

/**
 * The one family of errors. A refusal carries the server's `code` and words, the rest a `ClientCode`; `cause` is the
 * problem as it was answered, or what was thrown below.
 */
export class FiveMicroError extends Error {
  readonly [brand] = true;
  /** A newer server may know codes that this copy does not: `status` still says what kind of refusal it is. */
  readonly code: Code;
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** What to tell the operator, who finds it in the log. */
  readonly requestId: string | null;
  /** True where the same request may succeed later without anybody changing anything. */
  readonly retryable: boolean;
  readonly fields: FieldProblem[];
  /** What the words speak of, as `{ name: '陈**' }`. */
  readonly params: Record<string, string>;
  readonly saved: Saved;

  constructor(code: Code, details: ErrorDetails = {}) {
    super(details.message ?? code, { cause: details.cause });
    this.name = 'FiveMicroError';
    this.code = code;
    this.status = details.status ?? 0;
    this.requestId = details.requestId ?? null;
    this.retryable = this.status ? [500, ...passing].includes(this.status) : /^(netw|tok)/.test(code);
    this.fields = details.fields ?? [];
    this.params = details.params ?? {};
    this.saved = details.saved ?? false;
  }
}

/**
 * Tells our errors from others, also where two copies of the SDK are on one page.
 * @example
 * try {
 *   await client.wishes.claim(id);
 * } catch (error) {
 *   if (isFiveMicroError(error) && error.code === 'wish.already-claimed') console.log(error.message); // 陈**早了一步…
 * }
 */
export const isFiveMicroError = (value: unknown): value is FiveMicroError =>
  typeof value === 'object' && value !== null && brand in value;

/**
 * @internal The error that an answer stands for: a problem of ours (RFC 9457), or a page of something else in between.
 * `before` is what earlier tries left open, `lost` what holds where the answer says nothing about it.
 */
export function errorOf(response: Response, answer: unknown, before: Saved = false, lost: Saved = false): FiveMicroError {
  const { status } = response;
  const { success, data } = problem.safeParse(answer);
  if (!success) return foreign(response, lost);
  // Turned away at the door, this try says nothing about an earlier one under the same key.
  const atTheDoor = status >= 500 || status === 401 || passing.includes(status);
  return new FiveMicroError(data.code, {
    ...data,
    message: data.detail ?? data.title,
    status,
    saved: atTheDoor && before,
    cause: data,
  });
}

/** @internal Whatever answered, it was no Five Micro server: a proxy's page, a sign-in page of the network, a wrong address. */
export const foreign = ({ status, url, headers }: Response, saved: Saved): FiveMicroError =>
  new FiveMicroError('answer.not-five-micro', {
    message: `answer.not-five-micro: ${status} from ${url}`,
    status,
    requestId: headers.get('x-request-id'),
    saved,
  });
