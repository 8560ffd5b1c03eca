import * as z from 'zod/mini';
import { id, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type { StarQuery } from './requests/stars.ts';
import { round } from './round-reads.ts';
import { category, photo, withheld } from './shown.ts';
import { starNames } from './vocabulary-more.ts';

/** The record behind an honour, from the ledger: wishes helped with, and hours of actions with one decimal. */
const record = z.object({ wishes: z.number(), hours: z.number() });

const quotes = z.array(z.object({ words: z.string(), by: z.string() }));

/** 微星光: an honour and who has it. */
export const star = z.object({
  id,
  area: z.string(),
  areaName: z.string(),
  title: category,
  period: z.string(),
  /** Masked or whole, as they chose. */
  name: z.string(),
  nameAs: z.enum(starNames),
  /** What is drawn where there is no portrait: the first grapheme of the name. */
  initial: z.string(),
  portrait: z.nullable(photo),
  sentence: z.string(),
  story: z.string(),
  /** What neighbours said. */
  quotes,
  /** For the person and for workers: what a worker wrote that nobody else reads before the person has nodded. */
  waiting: z.optional(
    z.object({ key: id, sentence: z.optional(z.string()), story: z.optional(z.string()), quotes: z.optional(quotes) }),
  ),
  record,
  /** The contest that they won. */
  round: z.nullable(z.object({ id, title: z.string() })),
  awardedAt: time,
  /** For the person and for workers: what strangers do not see now. */
  withheld: z.optional(z.array(withheld)),
  /** True for the person themself. */
  mine: z.boolean(),
  can: z.array(z.string()),
});
export type Star = z.infer<typeof star>;

/** A page of stars. */
const starPage = z.object({
  items: z.array(star),
  nextCursor: z.nullable(z.string()),
  /** Where they were asked for: the contests of this area, above it and below it, that take ballots or will; without their options. */
  contests: z.optional(z.array(round)),
});
export type StarPage = z.infer<typeof starPage>;

/** Reading them alone: all that a gallery needs before it shows. The rest is `stars.ts`. */
export const starReads = {
  list: asking<StarQuery & PageQuery>()('GET', '/areas/{area}/stars', starPage),
};
