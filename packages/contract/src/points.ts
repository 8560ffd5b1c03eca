import * as z from 'zod/mini';
import { id, mapOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type * as ask from './requests/points.ts';

/** From the first moment up to, not including, the last, in Asia/Shanghai; both null for all time. */
const span = z.object({ from: z.nullable(time), to: z.nullable(time) });

/** What the points came from, in the period. */
const deeds = z.object({ wishes: z.number(), hours: z.number() });

/** One line of a board. */
export const ranked = z.object({
  /** 1, 1, 3: equal points share a rank. */
  rank: z.number(),
  /** Masked, or whole for whoever chose that; an organisation's name. */
  name: z.string(),
  points: z.number(),
  /** Ranks gained (above 0) or lost since the period before; null for whoever was not on that board, and for all time. */
  delta: z.nullable(z.number()),
  /** Wishes helped with, and hours of actions with one decimal. */
  deeds,
  /** An organisation's slug. */
  organisation: z.optional(z.string()),
  /** Of an organisation: points for each of the members who earned some in its name, with one decimal. */
  perHead: z.optional(z.number()),
  /** True for the caller's own line. */
  mine: z.optional(z.boolean()),
});
export type Ranked = z.infer<typeof ranked>;

/** A page of a board: who agreed to be ranked and has points, by home area. */
export const leaderboard = z.object({
  period: span,
  /** What it shows is at least as new as this. */
  asOf: time,
  /** Points that deeds in this area and all below it brought in the period, by whomever. */
  total: z.number(),
  /** How many are on the board. */
  population: z.number(),
  items: z.array(ranked),
  nextCursor: z.nullable(z.string()),
});
export type Leaderboard = z.infer<typeof leaderboard>;

/** Where the caller stands, whether they agreed to be ranked or not: 1 + those on the board with more points. */
export const standing = z.object({
  period: span,
  asOf: time,
  rank: z.number(),
  points: z.number(),
  delta: z.nullable(z.number()),
  deeds,
  /** The nearest on the board with more points: their rank and points. Null for whoever leads. */
  next: z.nullable(z.object({ rank: z.number(), points: z.number() })),
  population: z.number(),
  /** False while nobody else sees the caller on the board. */
  listed: z.boolean(),
});
export type Standing = z.infer<typeof standing>;

/** One line of the ledger. */
export const pointEntry = z.object({
  id: z.string(),
  /** `report-in`, `wish-published`, `wish-helped`, `action-hour`, `vote`. */
  rule: z.string(),
  /** Below zero for a correction; 0 where the day's cap was reached before. */
  amount: z.number(),
  /** When it was earned. A correction carries the time of what it corrects. */
  at: time,
  /** When it was written down. */
  recordedAt: time,
  area: z.string(),
  areaName: z.string(),
  /** What it was for, as its owner knows it: the title of a wish or an action; null where its words are gone. */
  about: z.nullable(z.object({ kind: z.enum(['wish', 'action', 'round', 'area']), id: z.nullable(id), title: z.string() })),
  /** Minutes of service behind it. */
  minutes: z.nullable(z.number()),
  organisation: z.nullable(z.string()),
  /** The entry that this one takes back. */
  reverses: z.nullable(z.string()),
  /** True where another entry took it back. */
  reversed: z.boolean(),
  /** Why it was taken back, and who did that. */
  reason: z.nullable(z.string()),
  by: z.nullable(z.string()),
  /** `reverse`, for workers of its area. */
  can: z.array(z.string()),
});
export type PointEntry = z.infer<typeof pointEntry>;

/** Where someone's points come from. `points` and `byRule` are of the whole period, `items` of this page, newest first. */
export const account = z.object({
  period: span,
  points: z.number(),
  byRule: mapOf(z.number()),
  items: z.array(pointEntry),
  nextCursor: z.nullable(z.string()),
});
export type Account = z.infer<typeof account>;

export const points = {
  leaderboard: asking<ask.BoardQuery & PageQuery>()('GET', '/areas/{area}/leaderboard', leaderboard),
  standing: asking<ask.PeriodQuery>()('GET', '/areas/{area}/leaderboard/me', standing),
  /** A member's entries, for workers of their home. */
  ofMember: asking<ask.PeriodQuery & PageQuery>()('GET', '/members/{id}/points', account),
  /** Takes an entry back by one of the opposite amount. */
  reverse: asking<undefined, ask.Reversal>()('POST', '/points/{id}/reverse', pointEntry),
};
