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
import { type FiveMicroCore, transportKey } from './core.ts';
import type { Options, Transport } from './transport.ts';

/** 积分. One ledger; every rank is computed from it. */
export interface Points {
  /** One page of a board; go on with `cursor: nextCursor`. */
  leaderboard(query?: BoardQuery & PageQuery & Placed, options?: Options): Promise<Leaderboard>;
  /** Where the caller stands, listed or not. */
  standing(query?: PeriodQuery & Placed, options?: Options): Promise<Standing>;
  /** For workers: where a member's points come from. */
  ofMember(id: string, query?: PeriodQuery & PageQuery, options?: Options): Promise<Account>;
  /** Takes an entry back; answers the entry, which now says so (`reversed`). */
  reverse(id: string, body: Reversal, options?: Options): Promise<PointEntry>;
}

export const pointsOf = ({ call }: Transport, home: string | undefined): Points => ({
  leaderboard: ({ area = home, ...query } = {}, options) => call(table.leaderboard, { path: { area }, query, options }),
  standing: ({ area = home, ...query } = {}, options) => call(table.standing, { path: { area }, query, options }),
  ofMember: (id, query, options) => call(table.ofMember, { path: { id }, query, options }),
  reverse: (id, body, options) => call(table.reverse, { path: { id }, body, options }),
});

const hasPoints = (client: object): client is { points: Points } => 'points' in client;

/** This feature over a client's session and requests, for whoever does not want to carry the whole client. */
export const pointsIn = (client: FiveMicroCore): Points =>
  hasPoints(client) ? client.points : pointsOf(client[transportKey], client.area);
