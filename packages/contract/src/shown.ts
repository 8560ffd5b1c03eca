import * as z from 'zod/mini';
import { id, named, time } from './common.ts';
import { reportInState } from './vocabulary.ts';

/** A choice of an area, its name in the language asked for. */
export const category = z.object({ code: z.string(), name: z.string() });

/** A picture. `url` is signed and short-lived until the picture is public. */
export const photo = z.object({
  id,
  url: z.string(),
  width: z.number(),
  height: z.number(),
  /** False while only the parties and workers see it: for want of consent or of a worker's look. */
  public: z.boolean(),
});
export type Photo = z.infer<typeof photo>;

/** Something in a text that strangers should not read: `[start, end)` in UTF-16 units of the text it was found in. */
export const hit = z.object({
  start: z.number(),
  end: z.number(),
  /** `phone`, `identity`, `bank-card`, `address`, `account`, or `word` for one on the deployer's list. */
  kind: z.string(),
  /** Of the deployer's word list: why the word is on it. */
  reason: z.nullable(z.string()),
});
export type Hit = z.infer<typeof hit>;

/** What the detector found in one part of a wish, and the same words with that masked. */
export const screening = z.object({ part: z.string(), hits: z.array(hit), proposed: z.string() });
export type Screening = z.infer<typeof screening>;

/** A part that strangers do not see now, or that waits: `of` is the milestone or the picture where it is one's. */
export const withheld = z.object({ part: z.string(), of: z.nullable(id), state: z.string() });
export type Withheld = z.infer<typeof withheld>;

/**
 * A report-in (网上报到). `done` at once for one's home, or as one's first; `waiting` where a worker has to check it,
 * because it would change someone's home or says that they belong to a party branch. `withdrawn` where a newer one
 * took its place.
 */
export const reportIn = z.object({
  id,
  area: named,
  /** The party branch with which a party member reports in. */
  organisation: z.nullable(named),
  state: z.enum(reportInState),
  at: time,
});
export type ReportIn = z.infer<typeof reportIn>;
