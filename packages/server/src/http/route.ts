import type { AnswerOf, Contract, EndpointName, Language } from '@five-micro/contract';
import type { Parsed } from '@five-micro/contract/requests';
import type { Transaction } from 'kysely';
import type { AreaRow } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import type { Caller } from '../identity/caller.ts';
import type { Db, Ports } from '../ports.ts';

type EndpointOf<N extends EndpointName> = N extends `${infer G extends keyof Contract}.${infer K}`
  ? K extends keyof Contract[G]
    ? Contract[G][K]
    : never
  : never;
export type Answer<N extends EndpointName> = AnswerOf<EndpointOf<N>>;

/** What every handler knows. */
export interface Context {
  ports: Ports;
  caller: Caller;
  language: Language;
  /** The moment of the request: one for all that it does. */
  at: Date;
  /** `…/api/v1` as it is reached from outside. */
  apiUrl: string;
  /** `{name}` parts of the path. */
  params: Readonly<Record<string, string>>;
  /** The area of paths below `/areas/{area}`: found, and the caller permitted by the table. */
  area: AreaRow | undefined;
}

export type Call<N extends EndpointName> = Context & Parsed<N>;

/**
 * How an endpoint is carried out. Reading is one step. Changing is two: `act` does it inside the transaction that
 * also holds the idempotency key, and names what it made or changed; `answer` reads that thing anew as this caller
 * may see it. A repeat under the same key runs `answer` alone.
 */
export type Route<N extends EndpointName> =
  | { read: (call: Call<N>, db: Db) => Promise<Answer<N>> }
  | ((Act<N> | Prepared<N>) & {
      answer: (context: Context, db: Db, subject: string) => Promise<Answer<N>>;
      /** Takes the caller's own row for itself: what they have begun is waited for, and nothing of theirs begins meanwhile. */
      alone?: true;
      /** Leaves nothing of what was asked behind, not even a fingerprint under its idempotency key: repeats are harmless by themselves. */
      unkept?: true;
    });

interface Act<N extends EndpointName> {
  act: (call: Call<N>, db: Transaction<Database>) => Promise<string>;
}

/** Does first what takes long and needs no database, and answers the act: a transaction should not be held open for it. */
interface Prepared<N extends EndpointName> {
  prepare: (call: Call<N>) => Promise<(db: Transaction<Database>) => Promise<string>>;
}

export type Routes<Prefix extends string> = { [N in EndpointName as N extends `${Prefix}.${string}` ? N : never]: Route<N> };
