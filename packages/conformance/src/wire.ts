import { randomUUID } from 'node:crypto';
import { type Endpoint, type ErrorCode, errorStatus, problem as problemSchema, type Problem } from '@five-micro/contract';
import { Finding, KitError, shown } from './finding.ts';

/** One request of a scenario. */
export interface Ask<Body = unknown> {
  /** The token to bring; undefined for a visitor. */
  token?: string | undefined;
  /** What the path names. */
  area?: string;
  id?: string;
  slug?: string;
  code?: string;
  option?: string;
  ballot?: string;
  query?: Record<string, string | number>;
  body?: Body;
  /** A body that no well-behaved client would send. */
  wrong?: unknown;
  /** By default a new one for every unsafe request, as the SDK sends it. */
  key?: string;
  language?: string;
}

/** What a server answered, as it came over the wire. */
export interface Reply<Value = unknown> {
  /** As `POST /wishes/0199…/claim`. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What was asked for, checked against the contract. @throws {Finding} where it was refused or does not fit */
  readonly value: Value;
  /** The refusal's code; undefined where there is none. */
  readonly code: ErrorCode | undefined;
  /** @throws {Finding} where it was not refused, or by another code */
  refused(...codes: ErrorCode[]): Problem;
}

type Raw = Pick<Reply, 'asked' | 'status' | 'headers' | 'text'>;

/** A request and its answer, for whoever has to find out what went wrong. */
export interface Exchange {
  asked: string;
  status: number;
  requestId: string | null;
}

export interface Wire {
  ask<Query, Body, Value>(
    endpoint: Pick<Endpoint<Query, Body, Value>, 'method' | 'path' | 'answer' | 'status' | 'body'>,
    how?: Ask<Body>,
  ): Promise<Reply<Value>>;
  /** Something besides the endpoint table, or in another way than it says. */
  send: (method: string, path: string, how?: Sending) => Promise<Reply>;
  /** The response itself, whatever it is: a stream that goes on, or a limit that is looked for. */
  open: (path: string, how?: Sending & { method?: string }) => Promise<Response>;
  /** The exchanges since somebody looked last. */
  taken(): Exchange[];
}

interface Sending {
  token?: string | undefined;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  signal?: AbortSignal;
}

const patience = 30_000;
/** Tries of a request that a limit refuses; each waits for as long as the server says. */
const mostTries = 3;
const longestWait = 61;

const anyCode = Object.keys(errorStatus) as ErrorCode[];

export function createWire(api: string, onAnswer: (endpoint: Pick<Endpoint, 'path' | 'method'>, status: number) => void): Wire {
  let exchanges: Exchange[] = [];

  async function fetched(method: string, path: string, { token, headers: more, body, signal }: Sending): Promise<Response> {
    const headers = new Headers(more);
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const url = /^https?:/.test(path) ? path : api + path;
    try {
      return await fetch(url, {
        method,
        headers,
        redirect: 'manual',
        signal: signal ?? AbortSignal.timeout(patience),
        ...(body !== undefined && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      });
    } catch (error) {
      throw unreachable(`${method} ${path}`, error);
    }
  }

  async function answered(method: string, path: string, how: Sending): Promise<Raw> {
    const response = await patiently(() => fetched(method, path, how));
    const { status, headers } = response;
    const raw = { asked: `${method} ${path}`, status, headers, text: await response.text() };
    exchanges.push({ asked: raw.asked, status, requestId: headers.get('x-request-id') });
    return raw;
  }

  return {
    async send(method, path, how = {}) {
      const raw = await answered(method, path, how);
      return replyOf(raw, () => jsonOf(raw));
    },
    open: (path, how = {}) => fetched(how.method ?? 'GET', path, how),
    async ask(endpoint, how = {}) {
      const { method } = endpoint;
      const body = how.wrong ?? how.body ?? (method === 'GET' ? undefined : {});
      const bytes = body instanceof Uint8Array;
      const headers: Record<string, string> = {
        ...(body !== undefined && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...(method !== 'GET' && { 'idempotency-key': how.key ?? randomUUID() }),
        ...(how.language !== undefined && { 'accept-language': how.language }),
      };
      const raw = await answered(method, pathOf(endpoint.path, how), {
        token: how.token,
        headers,
        ...(body !== undefined && { body: bytes ? body : JSON.stringify(body) }),
      });
      onAnswer(endpoint, raw.status);
      return replyOf(raw, () => valueOf(raw, endpoint));
    },
    taken() {
      const since = exchanges;
      exchanges = [];
      return since;
    },
  };
}

const unreachable = (asked: string, error: unknown): Error => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  return new Finding(`an answer to ${asked}`, error instanceof Error && error.name === 'TimeoutError' ? 'none in 30 s' : cause);
};

/** Limits are part of the contract: whoever is told to wait waits. */
async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const response = await ask();
    const wait = Number(response.headers.get('retry-after'));
    const later = response.status === 429 || response.status === 503;
    if (!later || tries === mostTries || !(wait > 0 && wait <= longestWait)) return response;
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  }
}

function pathOf(template: string, how: Ask): string {
  const named = new Map<string, unknown>(Object.entries(how));
  const path = template.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = named.get(name);
    if (typeof value !== 'string') throw new KitError(`A scenario names no ${name} for ${template}.`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(Object.entries(how.query ?? {}).map(([name, value]) => [name, String(value)])).toString();
  return search === '' ? path : `${path}?${search}`;
}

function replyOf<Value>(raw: Raw, read: () => Value): Reply<Value> {
  const { asked, status, text } = raw;
  return {
    ...raw,
    get value() {
      return read();
    },
    get code() {
      return status >= 400 ? problemOf(raw).code : undefined;
    },
    refused(...codes) {
      const wanted = `${asked} refused with ${codes.map((code) => `${errorStatus[code]} ${code}`).join(' or ')}`;
      if (status < 400) throw new Finding(wanted, `${status} ${shown(text)}`);
      const problem = problemOf(raw);
      if (!codes.includes(problem.code)) throw new Finding(wanted, `${status} ${problem.code}`);
      return problem;
    },
  };
}

function jsonOf({ asked, text }: Raw): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Finding(`JSON from ${asked}`, shown(text));
  }
}

/** A refusal in the one shape that all have (RFC 9457). @throws {Finding} */
function problemOf(raw: Raw): Problem & { code: ErrorCode } {
  const { asked, status, headers } = raw;
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json'))
    throw new Finding(`${asked} refused as application/problem+json`, `${status} ${type === '' ? 'without a type' : type}`);
  const value = jsonOf(raw);
  const read = problemSchema.safeParse(value);
  if (!read.success) throw faultIn(`a problem from ${asked}`, read.error.issues, value);
  const code = anyCode.find((known) => known === read.data.code);
  if (code === undefined) throw new Finding(`a code of the contract from ${asked}`, `${status} ${shown(read.data.code)}`);
  if (status !== errorStatus[code] || read.data.status !== status)
    throw new Finding(
      `${asked} refused with status ${errorStatus[code]} for ${code}, in the body too`,
      `${status}, and ${read.data.status} in the body`,
    );
  return { ...read.data, code };
}

/** What was asked for. Fields that the contract does not know are nobody's fault. @throws {Finding} */
function valueOf<Value>(raw: Raw, endpoint: Pick<Endpoint<unknown, unknown, Value>, 'answer' | 'status'>): Value {
  const { asked, status, headers } = raw;
  const wanted = `${asked} answered with ${endpoint.status}`;
  if (status >= 400) throw new Finding(wanted, `${status} ${problemOf(raw).code}${fieldsOf(problemOf(raw))}`);
  if (status !== endpoint.status) throw new Finding(wanted, `${status}`);
  const type = headers.get('content-type') ?? '';
  if (!type.startsWith('application/json')) throw new Finding(`${asked} answered as application/json`, shown(type));
  const value = jsonOf(raw);
  const read = endpoint.answer.safeParse(value);
  if (!read.success) throw faultIn(`an answer to ${asked}`, read.error.issues, value);
  return read.data;
}

const fieldsOf = ({ fields }: Problem) => (fields ? ` (${fields.map(({ path, code }) => `${path}: ${code}`).join(', ')})` : '');

interface Issue {
  path: PropertyKey[];
  expected?: string;
  values?: readonly unknown[];
}

/** The first field that does not fit, by its name: `items.0.claimersHeld (number)`, and what stands there. */
function faultIn(what: string, issues: readonly Issue[], answer: unknown): Finding {
  const [issue] = issues;
  const path = issue?.path.map(String) ?? [];
  const kind = issue?.values ? `one of ${issue.values.join(', ')}` : (issue?.expected ?? 'another value');
  let value = answer;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return new Finding(`${what} with the field ${path.join('.')} (${kind})`, value === undefined ? 'it is missing' : shown(value));
}
