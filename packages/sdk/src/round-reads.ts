import { type PageQuery, type Round, type RoundQuery, roundReads as table } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** Reading rounds of voting, on projects and on stars. */
export interface RoundReads {
  /**
   * An area's rounds with those of all areas below it and above it, without their options. What is open comes first, and of
   * that the area's own and those above it; otherwise the last to open.
   * @example
   * const { items } = await client.rounds.list({ of: 'projects', status: 'open' });
   */
  list(query?: RoundQuery & PageQuery & Placed, options?: Options): List<Round>;
  /**
   * One round, with its options and the caller's part in it.
   * @example
   * const { title, options, mine } = await client.rounds.get(id);
   */
  get(id: string, options?: Options): Promise<Round>;
}

/** @internal */
export const roundReadsOf = ({ call, list }: Transport, home: string | undefined): RoundReads => ({
  list: ({ area = home, ...query } = {}, options) => list(table.list, { path: { area }, query, options }),
  get: (id, options) => call(table.get, { path: { id }, options }),
});

const hasRounds = (client: object): client is { rounds: RoundReads } => 'rounds' in client;

/** As much of `roundsIn` as a page needs before its ballot shows. */
export const roundReadsIn = (client: Connection): RoundReads =>
  hasRounds(client) ? client.rounds : roundReadsOf(client[transportKey], client.area);
