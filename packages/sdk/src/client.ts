import { type Areas, areasOf } from './areas.ts';
import { type Clock, systemClock } from './clock.ts';
import { createLive, type Live } from './live.ts';
import { type Members, membersOf } from './members.ts';
import { meOf, type Myself } from './me.ts';
import { createSession, type GetToken, type Session } from './session.ts';
import { createTransport } from './transport.ts';
import { type Uploads, uploadsOf } from './uploads.ts';
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

export interface FiveMicro {
  readonly apiUrl: string;
  readonly area: string | undefined;
  readonly lang: string;
  readonly areas: Areas;
  readonly members: Members;
  readonly me: Myself;
  readonly wishes: Wishes;
  readonly uploads: Uploads;
  readonly live: Live;
  readonly session: Session;
}

/** A client of one Five Micro server. Nothing is asked before the first call. */
export function createFiveMicro(settings: FiveMicroSettings): FiveMicro {
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
    members: membersOf(transport, area),
    me: meOf(transport),
    wishes: wishesOf(transport, area),
    uploads: uploadsOf(transport),
    live: createLive({ transport, clock, random, session, area }),
    session,
  };
}
