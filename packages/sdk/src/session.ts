import * as z from 'zod/mini';
import type { Clock } from './clock.ts';
import { FiveMicroError } from './errors.ts';

/** Why a token is asked for: there is none yet, it is about to end, or the server refused it. */
export type TokenReason = 'first' | 'expired' | 'refused';

/**
 * The portal's own way to a token: a JWT, or null (or nothing) where nobody is signed in. A rejection is
 * `token.unavailable`, and so is what takes longer than half of a call's time: `signal` is aborted then.
 */
export type GetToken = (ask: { reason: TokenReason; signal: AbortSignal }) => Promise<string | null | undefined>;

export type SessionState = 'unknown' | 'signed-in' | 'signed-out';

/** Who is signed in, as the portal says. */
export interface Session {
  /** `unknown` until a token was asked for the first time. */
  readonly state: SessionState;
  /**
   * True from `end()` to the next `renew()`: somebody signed out on purpose, and only somebody's own act signs in again.
   * @example
   * if (!client.session.ended) await client.session.renew();
   */
  readonly ended: boolean;
  /**
   * Whether someone is signed in; asks the portal where it is not known.
   * @example
   * if (!(await client.session.check())) console.log('nobody is signed in');
   */
  check(): Promise<boolean>;
  /**
   * Forgets the token and asks again: for the portal to call after someone signed in, or as somebody else.
   * @example
   * await client.session.renew();
   */
  renew(): Promise<void>;
  /**
   * Forgets the token, and asks for none: nobody is signed in from this moment until `renew()`. For the portal to call
   * when someone signs out, whatever its own server makes of that.
   * @example
   * client.session.end();
   */
  end(): void;
  /**
   * Called after `renew()` and whenever it turns out that someone else, or nobody, is signed in: what was read before
   * may look different now. `before` is `unknown` for the first answer, after which nothing needs to be read again.
   * @example
   * const off = client.session.onChange((state) => console.log(state));
   */
  onChange(listener: (state: SessionState, before: SessionState) => void): () => void;
}

/** A token and whom it names. */
export interface Held {
  token: string | null;
  who: string | null;
}

/** What the SDK itself sees of the session. */
export interface Tokens extends Session {
  current(): Promise<Held>;
  /** The same for who only reads, and can do without: where the portal has failed before, it is not waited for again. */
  soon(): Promise<Held>;
  /** The server did not take this token: the next `current()` asks for another. */
  refuse(token: string, reason: TokenReason): void;
}

/** A token is renewed so long before its end: a clock may be wrong and a request take its time. */
const skew = 60_000;
/** Renewed early and in vain, it is tried again after this, which no server minds after its end. */
const rest = 5_000;
/** A portal that gave no token has so long for it, before who only reads goes on without. */
const short = 1_000;

const claimsOf = z.object({ iss: z.optional(z.string()), sub: z.string(), exp: z.number() });

/** Reads what a JWT says of itself; null is nobody, for ever. Not a check of it, which is the server's. */
function read(token: string | null): { who: string | null; endsAt: number } {
  try {
    const payload = token?.split('.')[1] ?? '';
    const { iss, sub, exp } = claimsOf.parse(JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))));
    return { who: `${iss} ${sub}`, endsAt: exp * 1000 };
  } catch {
    // Whatever it is, the server will say.
    return { who: token && '?', endsAt: Infinity };
  }
}

/** One flight to the portal at a time, however many requests wait for it. It may take `patience` milliseconds. */
export function createSession(getToken: GetToken | undefined, clock: Clock, patience: number): Tokens {
  const listeners = new Set<(state: SessionState, before: SessionState) => void>();
  let state: SessionState = getToken ? 'unknown' : 'signed-out';
  let who: string | null = null;
  let held: (Held & { renewAt: number; endsAt: number }) | undefined;
  let flight: { answer: Promise<Held>; abort(): void } | undefined;
  /** Why the next flight starts. */
  let reason: TokenReason = 'first';
  let ended = false;
  /** True while a `renew()` has not been answered. */
  let renewing = false;
  /** Why no token could be had: what was read since then was read as nobody. */
  let missed: Error | undefined;

  function become(next: SessionState, changed: boolean) {
    const before = missed ? 'signed-out' : state;
    // After renew() also where it is the same person: their roles may be others.
    const tell = changed || renewing || missed || next !== state;
    state = next;
    renewing = false;
    missed = undefined;
    if (tell) for (const listener of [...listeners]) listener(next, before);
  }

  function keep(token: string | null): Held {
    const { who: name, endsAt } = read(token);
    const changed = who !== name;
    who = name;
    const left = endsAt - clock.now();
    // A new token that seems to have ended already means a wrong clock: then the server says when it has ended.
    const renewAt = left > 0 ? endsAt - Math.min(skew, left / 5) : Infinity;
    const now = { token, who, renewAt, endsAt };
    held = now;
    reason = 'first';
    become(token === null ? 'signed-out' : 'signed-in', changed);
    return now;
  }

  function fail(error: Error): Held {
    // Renewed early, and in vain: the one in hand still holds.
    if (held && clock.now() < held.endsAt) {
      held.renewAt = clock.now() + rest;
      return held;
    }
    if (renewing) become('unknown', true);
    // Who only reads sees nothing of it; whoever mends the portal does, once.
    if (!missed) console.error(error);
    missed = error;
    throw error;
  }

  const obtain = (signal: AbortSignal, abort: () => void) =>
    new Promise<string | null>((resolve, reject) => {
      // The one line that a console has of it says what happened: not every console shows causes.
      const failed = (cause: unknown) => {
        const why = signal.aborted ? 'timeout' : cause instanceof Error ? cause.message : String(cause);
        reject(new FiveMicroError('token.unavailable', { message: `token.unavailable: ${why}`, cause }));
      };
      signal.addEventListener('abort', failed);
      const stop = clock.after(patience, abort);
      // `async`, so that a getToken that throws at once is a rejection as well.
      const given = (async () => getToken?.({ reason, signal }))();
      given
        .then((token) => {
          // A header takes nothing else, and a portal's slip should not look like a network failure.
          if (token === null || token === undefined || /^[!-~]+$/.test(token)) resolve(token ?? null);
          else failed('getToken gave neither a token nor null');
        })
        .catch(failed)
        .finally(stop);
    });

  function ask(): Promise<Held> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const landed = <T>(then: (value: T) => Held) => {
      return (value: T) => {
        // Who waited for an answer that renew() made worthless gets the new one.
        if (flight !== mine) return current();
        flight = undefined;
        return then(value);
      };
    };
    const answer = obtain(controller.signal, abort).then(landed(keep), landed(fail));
    const mine = { answer, abort };
    flight = mine;
    return answer;
  }

  function current(): Promise<Held> {
    if (flight) return flight.answer;
    if (held && clock.now() < held.renewAt) return Promise.resolve(held);
    if (held) reason = 'expired';
    return ask();
  }

  function soon(): Promise<Held> {
    const asked = current();
    const why = missed;
    if (!why) return asked;
    return new Promise((resolve, reject) => {
      const stop = clock.after(short, () => reject(why));
      asked.then(resolve, reject).finally(stop);
    });
  }

  return {
    get state() {
      return state;
    },
    get ended() {
      return ended;
    },
    check: async () => (await current()).token !== null,
    async renew() {
      const old = flight;
      held = undefined;
      reason = 'first';
      ended = false;
      renewing = true;
      const asked = ask();
      old?.abort();
      await asked;
    },
    end() {
      const old = flight;
      flight = undefined;
      ended = true;
      keep(null);
      old?.abort();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current,
    soon,
    refuse(token, why) {
      if (held?.token !== token) return;
      held = undefined;
      reason = why;
    },
  };
}
