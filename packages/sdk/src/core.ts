import { type Areas, areasOf } from './areas.ts';
import { type Clock, systemClock } from './clock.ts';
import { createLive, type Live } from './live.ts';
import { createSession, type GetToken, type Session } from './session.ts';
import { createTransport, type Transport } from './transport.ts';
import { type Wishes, wishesOf } from './wishes.ts';

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
}

/** By a registered symbol, so that a second copy of this library can complete a client of the first. */
export const transportKey: unique symbol = Symbol.for('five-micro.transport') as never;

/**
 * What a page needs to show something: areas, wishes, live facts. The rest, which only a form, a card or a desk asks
 * for, is added by `complete()`, so that a wish wall does not pay for it in bytes.
 */
export interface FiveMicroCore {
  readonly apiUrl: string;
  readonly area: string | undefined;
  readonly lang: string;
  readonly areas: Areas;
  readonly wishes: Wishes;
  readonly live: Live;
  readonly session: Session;
  readonly [transportKey]: Transport;
}

/** The core of a client. Nothing is asked before the first call. */
export function createCore(settings: FiveMicroSettings): FiveMicroCore {
  const { area, getToken, lang = 'zh-CN', fetch, timeout = 20_000, random = Math.random, clock = systemClock } = settings;
  const apiUrl = settings.apiUrl.replace(/\/+$/, '');
  // Half of the time, so that a call can still say that it was the token that was missing.
  const session = createSession(getToken, clock, timeout / 2);
  const transport = createTransport({ apiUrl, lang, fetch, timeout, random, clock, session });
  return {
    apiUrl,
    area,
    lang,
    areas: areasOf(transport, area),
    wishes: wishesOf(transport, area),
    live: createLive({ transport, clock, random, session, area }),
    session,
    [transportKey]: transport,
  };
}
