import * as z from 'zod/mini';
import { id, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type { RoundQuery } from './requests/rounds.ts';
import { photo } from './shown.ts';
import { ballotTypes, completions, roundRules, roundsOf, roundStatus } from './vocabulary-more.ts';

/**
 * What may stand on a ballot. `min` and `max` are of an approval ballot; one within the budget may choose whatever
 * costs no more than the budget together.
 */
const ballotKind = z.object({
  type: z.enum(ballotTypes),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
});

/** Something to choose: a project or a nominated member. Frozen when the round opens. */
export const option = z.object({
  id,
  /** The project's title, or the nominee's name as they agreed to. */
  title: z.string(),
  /** The project's story, or the sentence about the nominee. */
  words: z.string(),
  /** In fen; null for people. */
  cost: z.nullable(z.number()),
  /** Where: the project's place, or the nominee's community. */
  place: z.nullable(z.string()),
  /** For which title someone is nominated: its code. */
  starTitle: z.nullable(z.string()),
  photos: z.array(photo),
  /** False where nothing more is told of it: see `rounds.option`. */
  told: z.optional(z.boolean()),
});
export type RoundOption = z.infer<typeof option>;

/** One ballot mechanism for projects and for stars. */
export const round = z.object({
  id,
  /** The area's slug and name. */
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  of: z.enum(roundsOf),
  status: z.enum(roundStatus),
  opensAt: time,
  closesAt: time,
  /** When it was closed, and why where that was before its time. */
  closedAt: z.nullable(time),
  reason: z.nullable(z.string()),
  ballot: ballotKind,
  rule: z.enum(roundRules),
  completion: z.enum(completions),
  /** At most so many win; null where only the money decides. */
  winners: z.nullable(z.number()),
  /** In fen; null where nothing costs anything. */
  budget: z.nullable(z.number()),
  /** Whether counts are shown while it is open, in steps of five ballots. */
  live: z.boolean(),
  /** The words that the draw is made from, for ties: published before the first ballot. Null in a draft. */
  tie: z.nullable(z.string()),
  /** Who is a verified resident before this moment may vote. */
  cutOff: time,
  /** How many may vote: declared, or counted when it opened. */
  electorate: z.nullable(z.number()),
  /** The digest of all that was frozen when it opened, and of what was counted when it closed: SHA-256 in hexadecimal. */
  openingDigest: z.nullable(z.string()),
  closingDigest: z.nullable(z.string()),
  /** Ballots so far; those on paper among them. */
  turnout: z.object({ ballots: z.number(), paper: z.number() }),
  /** Of one round; lists leave them out, as a contest has hundreds, but for the one that was asked for (`whole`). */
  options: z.array(option),
  /** The caller's own part in it; null for visitors. */
  mine: z.nullable(
    z.object({
      /** Whether they have voted, and the revision of what they cast last. */
      voted: z.boolean(),
      revision: z.number(),
      /** False for whoever is no verified resident of the area (or was not in time). */
      eligible: z.boolean(),
    }),
  ),
  /** What the caller may do now. A visitor sees what a signed-in resident could try. */
  can: z.array(z.string()),
  createdAt: time,
  updatedAt: time,
});
export type Round = z.infer<typeof round>;

/** Reading them alone: all that a page needs before its ballot shows. The rest is `rounds.ts`. */
export const roundReads = {
  list: asking<RoundQuery & PageQuery>()('GET', '/areas/{area}/rounds', pageOf(round)),
  get: asking()('GET', '/rounds/{id}', round),
};
