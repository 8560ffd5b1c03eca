import { type Clock, systemClock } from './clock.ts';
import type { OnDrift } from './drift.ts';
import { createSession, type GetToken, type Session, type Tokens } from './session.ts';
import { createTransport, type Transport } from './transport.ts';

export interface FiveMicroSettings {
  /** The server's `…/api/v1`; in a browser it may begin with `/`. */
  apiUrl: string;
  /** The slug of the area that is meant where a call names none. */
  area?: string | undefined;
  /** The portal's way to a token. Without it nobody is signed in. */
  getToken?: GetToken | undefined;
  /** The language of what the server says: `zh-CN` (default) or `en`. */
  lang?: string | undefined;
  /** Milliseconds for a call with its retries; by default 20 s. */
  timeout?: number | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  /** From 0 up to 1, for jitter. */
  random?: (() => number) | undefined;
  clock?: Clock | undefined;
  /** Is told, once for each thing, of what a newer server answers and this copy does not know. The calls go on as they would without it. */
  onDrift?: OnDrift | undefined;
}

export type { Drift, OnDrift } from './drift.ts';
export type { GetToken, Session, SessionState, TokenReason } from './session.ts';

/** By a registered symbol, so that a second copy of this library can complete a client of the first. */
export const transportKey: unique symbol = Symbol.for('five-micro.transport') as never;

/** A server, an area and a session: what every feature needs. Each has a function that makes it, as `wishesIn(connection)`. */
export interface Connection {
  readonly apiUrl: string;
  readonly area: string | undefined;
  readonly lang: string;
  readonly session: Session;
  readonly [transportKey]: Transport;
}

/**
 * A client without features, for whoever wants to carry no more of them than they use. Nothing is asked before the first call.
 * @example
 * import { actionsIn } from '@five-micro/sdk/actions';
 * import { connect } from '@five-micro/sdk/connection';
 *
 * const actions = actionsIn(connect({ apiUrl: 'https://wuwei.example.cn/api/v1', area: 'yikang' }));
 * console.log((await actions.list()).items);
 */
export function connect(settings: FiveMicroSettings): Connection {
  const {
    area,
    getToken,
    lang = 'zh-CN',
    fetch,
    timeout = 20_000,
    random = Math.random,
    clock = systemClock,
    onDrift,
  } = settings;
  const apiUrl = settings.apiUrl.replace(/\/+$/, '');
  // Half of the time, so that a call can still say that it was the token that was missing.
  const session: Tokens = createSession(getToken, clock, timeout / 2);
  return {
    apiUrl,
    area,
    lang,
    session,
    // A hook of its own for each client, by which it is known what was told already.
    [transportKey]: createTransport({
      apiUrl,
      lang,
      fetch,
      timeout,
      random,
      clock,
      session,
      onDrift: onDrift && ((drift) => onDrift(drift)),
    }),
  };
}
