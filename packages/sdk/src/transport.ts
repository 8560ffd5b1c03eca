import type { Endpoint, Method, Page } from '@five-micro/contract';
import { type Clock, wait } from './clock.ts';
import type { OnDrift } from './drift.ts';
import { errorOf, FiveMicroError, foreign, passing, type Saved } from './errors.ts';
import { fitsOf } from './fits.ts';
import { type List, listOf } from './page.ts';
import type { Held, Tokens } from './session.ts';

/** What every call takes as its last argument. */
export interface Options {
  signal?: AbortSignal | undefined;
  /** For a second try of the same act; without it each call has a key of its own. A `GET` has none. */
  idempotencyKey?: string | undefined;
  /** Milliseconds for everything together: token, retries, answer. By default 20 s, for uploads 60 s. */
  timeout?: number | undefined;
}

/** What goes with a call. */
export interface Ask {
  path?: Record<string, string | undefined>;
  query?: object | undefined;
  body?: unknown;
  options?: Options | undefined;
}

export interface Transport {
  call: <A>(endpoint: Endpoint<unknown, unknown, A>, ask?: Ask) => Promise<A>;
  list: <P extends Page<unknown>>(endpoint: Endpoint<unknown, unknown, P>, ask?: Ask) => List<P['items'][number], P>;
  /** Opens what is not JSON: a stream of events, an archive. Anything that is not of the media type `accept` is an error. */
  open: (path: string, accept: string, signal?: AbortSignal, lastId?: string) => Promise<Response>;
  /** Something changed: whoever asks from now on is not served by a request that is under way. */
  forget: () => void;
  readonly clock: Clock;
  readonly random: () => number;
}

export interface Ports {
  apiUrl: string;
  lang: string;
  fetch: typeof globalThis.fetch | undefined;
  timeout: number | undefined;
  random: () => number;
  clock: Clock;
  session: Tokens;
  onDrift: OnDrift | undefined;
}

type Init = Omit<RequestInit, 'headers'> & { headers: Record<string, string> };

/** A good answer, not yet checked. */
interface Answered {
  response: Response;
  json: unknown;
}

/** One request on its way to an answer, with all who wait for it. */
interface Run {
  /** As `POST https://…/wishes`, for messages. */
  readonly what: string;
  readonly unsafe: boolean;
  readonly controller: AbortController;
  waiting: number;
  /** When the last of them stops waiting. */
  until: number;
  /** `'unknown'` while it may have been done without our knowing. */
  saved: Saved;
}

const tries = 4;

/** A random UUID. `crypto.randomUUID` is missing on plain-http pages. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes]
    .map((byte, at) => (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, '0'))
    .join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * As JSON. An older library of the page may have given lists a `toJSON()` that makes text of them (Prototype.js): what is
 * asked of a server is plain data, and is written as it is.
 */
const plainJson = (data: unknown): string =>
  JSON.stringify(data, function (this: Record<string, unknown>, key) {
    return this[key];
  });

/** Fills `{name}` of a path. Empty or made of dots, a parameter would lead to another address. */
export function fill(path: string, values: Record<string, string | undefined> = {}): string {
  return path.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (/^\.*$/.test(value)) {
      throw new FiveMicroError(name === 'area' ? 'area.unknown' : 'request.not-found', {
        message: `No ${name} was given, or "${value}"`,
        params: { [name]: value },
      });
    }
    return encodeURIComponent(value);
  });
}

function search(query: object = {}): string {
  const asked = new URLSearchParams();
  // Sorted, so that the same question has one address.
  for (const [name, value] of Object.entries(query).sort()) if (value !== undefined && value !== '') asked.set(name, `${value}`);
  return `${asked}` && `?${asked}`;
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer with not one field of those we know is somebody else's. */
function isForeign({ answer }: Endpoint, json: unknown): boolean {
  const { def } = answer._zod;
  const known = 'shape' in def ? Object.keys(def.shape ?? {}) : [];
  return typeof json !== 'object' || json === null || !known.some((name) => name in json);
}

/** Every caller checks for themself what may be shared, and has a copy of their own. */
async function check<A>(
  endpoint: Endpoint<unknown, unknown, A>,
  answered: Answered,
  run: Run,
  onDrift: OnDrift | undefined,
): Promise<A> {
  // Nobody else has it, so it need not be copied.
  if (run.waiting < 2 && fitsOf(endpoint.answer)(answered.json)) return answered.json as A;
  const { success, data } = endpoint.answer.safeParse(answered.json);
  if (success && !onDrift) return data;
  if (!success && isForeign(endpoint, answered.json)) throw foreign(answered.response, run.saved);
  // Another version answers, which is rare.
  const { response, json } = answered;
  const { what, saved } = run;
  const invalid = (path: string, cause: unknown) =>
    new FiveMicroError('answer.invalid', {
      message: `answer.invalid: ${what}: ${path}`,
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      params: { path },
      saved,
      cause,
    });
  return (await import('./drift.ts')).settle(endpoint, json, what, { onDrift, invalid });
}

export function createTransport({ apiUrl, lang, fetch, timeout = 20_000, random, clock, session, onDrift }: Ports): Transport {
  // Looked up with every call: a portal's own monitoring may put another in its place.
  const http = (url: string, { headers, ...init }: Init) =>
    (fetch ?? globalThis.fetch)(`${apiUrl}/${url}`, {
      ...init,
      headers: { accept: 'application/json, application/problem+json', 'accept-language': lang, ...headers },
    });
  const shared = new Map<string, { run: Run; answer: Promise<Answered> }>();
  const forget = () => shared.clear();
  session.onChange(forget);

  const authorization = ({ token }: Held) => (token === null ? {} : { authorization: `Bearer ${token}` });

  /** True where the server did not take the token, which is then forgotten. */
  function refused({ token }: Held, { code }: FiveMicroError): boolean {
    if (token === null || !code.startsWith('token.')) return false;
    session.refuse(token, code === 'token.expired' ? 'expired' : 'refused');
    return true;
  }

  /** One try: a good answer, or the error it came to and how long to wait before the next one. */
  async function attempt(run: Run, url: string, init: Init): Promise<Answered | { failure: FiveMicroError; after: number }> {
    const before = run.saved;
    const lost: Saved = run.unsafe && 'unknown';
    run.saved = lost;
    try {
      const response = await http(url, init);
      const json = await jsonOf(response);
      if (response.ok) return { response, json };
      const failure = errorOf(response, json, before, lost);
      run.saved = failure.saved;
      // In seconds. The other form, a date, is for caches: then the usual pause does.
      return { failure, after: Number(response.headers.get('retry-after')) * 1000 || 0 };
    } catch (cause) {
      const code = 'onLine' in navigator && !navigator.onLine ? 'network.offline' : 'network.unreachable';
      return { failure: new FiveMicroError(code, { message: `${code}: ${run.what}`, saved: lost, cause }), after: 0 };
    }
  }

  async function perform(run: Run, method: Method, url: string, { body, options }: Ask): Promise<Answered> {
    const { signal } = run.controller;
    const key = run.unsafe ? (options?.idempotencyKey ?? newKey()) : '';
    let missing: Error | undefined;
    // A portal that is down keeps nobody from reading what everybody may read.
    const who = () =>
      (run.unsafe ? session.current() : session.soon()).catch((error: unknown): Held => {
        if (run.unsafe) throw error;
        if (error instanceof Error) missing = error;
        return { token: null, who: null };
      });
    let held = await who();
    let renewed = false;
    for (let count = 1; ; count++) {
      // Not throwIfAborted(): Chrome before 100 has none.
      if (signal.aborted) throw new FiveMicroError('aborted');
      const sent = await attempt(run, url, {
        method,
        signal,
        headers: {
          ...authorization(held),
          ...(run.unsafe && { 'idempotency-key': key, ...(!(body instanceof Blob) && { 'content-type': 'application/json' }) }),
        },
        ...(run.unsafe && { body: body instanceof Blob ? body : plainJson(body ?? {}) }),
      });
      if ('json' in sent) return sent;
      const { failure, after } = sent;
      const renew = refused(held, failure) && !renewed;
      if (renew) renewed = true;
      else {
        // Full jitter: a thousand pages that lost the same server do not come back together.
        const pause = after + random() * (after ? 1000 : 500 * 2 ** count);
        const again = failure.code === 'network.unreachable' || passing.includes(failure.status);
        // What is not for everybody was refused for want of the token.
        if (!again || count >= tries || clock.now() + pause >= run.until)
          throw failure.status < 500 && missing ? missing : failure;
        await wait(clock, pause, signal);
      }
      const next = await who();
      // A refused token is not tried twice, and what one person began is not done in the name of another.
      if ((renew && next.token === held.token) || (run.unsafe && next.who !== null && next.who !== held.who)) throw failure;
      held = next;
    }
  }

  function begin(method: Method, url: string, ask: Ask) {
    const run: Run = {
      what: `${method} ${apiUrl}/${url}`,
      unsafe: method !== 'GET',
      controller: new AbortController(),
      waiting: 0,
      until: 0,
      saved: false,
    };
    const answer = perform(run, method, url, ask).finally(() => {
      // What was asked before a change must not be shared with those who ask after it.
      if (run.unsafe) forget();
      else if (shared.get(url)?.run === run) shared.delete(url);
    });
    return { run, answer };
  }

  /** Waits until the answer is there, the caller aborts or their time is over; who leaves last ends the request. */
  const join = (run: Run, answer: Promise<Answered>, signal: AbortSignal | undefined, patience: number) =>
    new Promise<Answered>((resolve, reject) => {
      const done = () => {
        cancel();
        signal?.removeEventListener('abort', abort);
      };
      const leave = (code: 'aborted' | 'network.timeout') => {
        done();
        reject(new FiveMicroError(code, { message: `${code}: ${run.what}`, saved: run.saved }));
        run.waiting--;
        if (!run.waiting) run.controller.abort();
      };
      const abort = () => leave('aborted');
      const cancel = clock.after(patience, () => leave('network.timeout'));
      run.waiting++;
      run.until = Math.max(run.until, clock.now() + patience);
      signal?.addEventListener('abort', abort);
      answer.then(resolve, reject).finally(done);
      if (signal?.aborted) abort();
    });

  const transport: Transport = {
    async call(endpoint, ask = {}) {
      const { method } = endpoint;
      const url = fill(endpoint.path, ask.path) + search(ask.query);
      const { signal, timeout: patience = ask.body instanceof Blob ? 60_000 : timeout } = ask.options ?? {};
      let going = shared.get(url);
      if (method !== 'GET' || !going || going.run.controller.signal.aborted) {
        going = begin(method, url, ask);
        if (method === 'GET') shared.set(url, going);
      }
      return check(endpoint, await join(going.run, going.answer, signal, patience), going.run, onDrift);
    },
    list: (endpoint, ask) =>
      listOf((cursor) => transport.call(endpoint, cursor ? { ...ask, query: { ...ask?.query, cursor } } : ask)),
    async open(path, accept, signal, lastId) {
      const held = await session.current();
      if (signal?.aborted) throw new FiveMicroError('aborted');
      const response = await http(path, {
        ...(signal && { signal }),
        headers: { ...authorization(held), accept, ...(lastId && { 'last-event-id': lastId }) },
      });
      if (response.ok && response.headers.get('content-type')?.startsWith(accept)) return response;
      const failure = errorOf(response, await jsonOf(response));
      refused(held, failure);
      throw failure;
    },
    forget,
    clock,
    random,
  };
  return transport;
}
