import {
  type Account,
  type BoardQuery,
  type Leaderboard,
  type PageQuery,
  type PeriodQuery,
  type PointEntry,
  points as table,
  type Reversal,
  type Standing,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { Options, Transport } from './transport.ts';

/** 积分. One ledger; every rank is computed from it. */
export interface Points {
  /**
   * One page of a board; go on with `cursor: nextCursor`.
   * @example
   * const { items, asOf } = await client.points.leaderboard({ period: 'month', of: 'members' });
   */
  leaderboard(query?: BoardQuery & PageQuery & Placed, options?: Options): Promise<Leaderboard>;
  /**
   * Where the caller stands, listed or not.
   * @example
   * const { rank, points, population } = await client.points.standing({ period: 'year' });
   */
  standing(query?: PeriodQuery & Placed, options?: Options): Promise<Standing>;
  /**
   * For workers: where a member's points come from.
   * @example
   * const { items } = await client.points.ofMember(member, { period: 'month' });
   */
  ofMember(id: string, query?: PeriodQuery & PageQuery, options?: Options): Promise<Account>;
  /**
   * Takes an entry back; answers the entry, which now says so (`reversed`).
   * @example
   * await client.points.reverse(id, { reason: '记了两次。' });
   */
  reverse(id: string, body: Reversal, options?: Options): Promise<PointEntry>;
}

/** @internal */
export const pointsOf = ({ call }: Transport, home: string | undefined): Points => ({
  leaderboard: ({ area = home, ...query } = {}, options) => call(table.leaderboard, { path: { area }, query, options }),
  standing: ({ area = home, ...query } = {}, options) => call(table.standing, { path: { area }, query, options }),
  ofMember: (id, query, options) => call(table.ofMember, { path: { id }, query, options }),
  reverse: (id, body, options) => call(table.reverse, { path: { id }, body, options }),
});

const hasPoints = (client: object): client is { points: Points } => 'points' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const pointsIn = (client: Connection): Points =>
  hasPoints(client) ? client.points : pointsOf(client[transportKey], client.area);
