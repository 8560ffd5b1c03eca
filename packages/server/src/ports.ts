import type { Outcomes, Terms } from '@five-micro/tally/record';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from './db/schema.ts';
import type { Issuers } from './identity/issuers.ts';
import type { Secrets } from './identity/secrets.ts';

/** A connection pool or one transaction: statements take either. */
export type Db = Kysely<Database> | Transaction<Database>;

/** Turns what was uploaded into a picture that may be stored: sniffed, capped, turned upright, without metadata. */
export interface Images {
  /** @throws {PictureRefused} */
  normalise(bytes: Uint8Array): Promise<Picture>;
}

export interface Picture {
  data: Uint8Array;
  mime: 'image/jpeg' | 'image/webp';
  width: number;
  height: number;
}

export class PictureRefused extends Error {
  override name = 'PictureRefused';
  readonly reason: 'not-a-picture' | 'too-many-pixels';
  constructor(reason: 'not-a-picture' | 'too-many-pixels') {
    super(reason);
    this.reason = reason;
  }
}

/** Where pictures lie. In the database unless an operator brings a store of their own. */
export interface Blobs {
  put(db: Db, uploadId: string, data: Uint8Array): Promise<void>;
  get(db: Db, uploadId: string): Promise<Uint8Array | undefined>;
  /** For good. Those that are not there are no fault: what was cut off half-way is asked for again. */
  delete(db: Db, uploadIds: readonly string[]): Promise<void>;
}

/** Counts a closed round: see `outcomesOf()`. */
export type Tally = (terms: Terms, ballots: readonly (readonly string[])[]) => Promise<Outcomes>;

/** Structured lines about requests and failures; never a token, a name or a phone number. */
export interface Log {
  info(message: string, facts?: Record<string, string | number | boolean>): void;
  error(message: string, facts?: Record<string, string | number | boolean>): void;
}

/** Everything `createApp()` needs from where it runs; a browser brings its own. */
export interface Ports {
  db: Kysely<Database>;
  images: Images;
  blobs: Blobs;
  secrets: Secrets;
  issuers: Issuers;
  clock: () => Date;
  /** Cryptographic random bytes. */
  random: (length: number) => Uint8Array;
  log: Log;
  settings: Settings;
  /** Beside everything else, where the platform has a way: a city's ballots take seconds. Without it, here and now. */
  tally?: Tally;
}

export interface Settings {
  /** What tokens must be issued for: the `aud` claim. */
  audience: string;
  /** Origins that may call besides those of registered issuers. `*` allows all. */
  allowedOrigins: string[];
  /** `false` switches rate limits off, for benches. */
  rateLimits: boolean;
  /** How many proxies in front are believed about the caller's address; 0 believes none. */
  trustedProxies: number;
  /** Where the API is reached from outside, as `https://portal.example/api/v1`; null derives it from each request. */
  publicUrl: string | null;
}
