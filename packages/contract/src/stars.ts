import * as z from 'zod/mini';
import { id, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type * as said from './requests/said.ts';
import type * as ask from './requests/stars.ts';
import { star, starReads } from './star-reads.ts';
import { category, photo, screening, withheld } from './shown.ts';
import { nominationStatus } from './vocabulary-more.ts';

/** Someone proposed for an honour. Until they agreed, those concerned and workers alone know of it. */
export const nomination = z.object({
  id,
  area: z.string(),
  areaName: z.string(),
  /** Which honour: its code and name. */
  title: category,
  /** Of which time, as `2026` or `2026-Q4`. */
  period: z.string(),
  status: z.enum(nominationStatus),
  /** As they agreed to be shown; before that as whoever nominated them wrote it, for those concerned and workers. */
  name: z.string(),
  /** One sentence about them, and why. */
  sentence: z.string(),
  story: z.string(),
  portrait: z.nullable(photo),
  /** Whether whoever nominated them says that they were asked. */
  asked: z.boolean(),
  /** True for whoever nominated them, and for the nominee. */
  mine: z.boolean(),
  aboutMe: z.boolean(),
  /** For workers: who it is, once they know. */
  member: z.optional(z.nullable(id)),
  /** For workers, before the nominee is asked. */
  screening: z.optional(z.array(screening)),
  /** For those concerned, once it is voted on: what strangers do not see now. */
  withheld: z.optional(z.array(withheld)),
  reason: z.nullable(z.string()),
  /** Whether they won their contest; null before it is over, and without one. */
  won: z.nullable(z.boolean()),
  can: z.array(z.string()),
  createdAt: time,
  updatedAt: time,
});
export type Nomination = z.infer<typeof nomination>;

export { type Star, type StarPage, star, starReads } from './star-reads.ts';

export const stars = {
  list: starReads.list,
  /** The periods in which stars were awarded, newest first, and how many. */
  periods: asking()(
    'GET',
    '/areas/{area}/stars/periods',
    z.object({ items: z.array(z.object({ period: z.string(), stars: z.number() })) }),
  ),
  /** A nominee who agreed becomes a star; the winners of a closed contest, or whom the community honours without one. */
  award: asking<undefined, ask.Award>()('POST', '/areas/{area}/stars', star, 201),
  get: asking()('GET', '/stars/{id}', star),
  edit: asking<undefined, ask.StarEdit>()('PUT', '/stars/{id}', star),
  takeDown: asking<undefined, ask.TakeDown>()('POST', '/stars/{id}/take-down', z.object({ id, takenDownAt: time })),
  nominations: asking<ask.NominationQuery & PageQuery>()('GET', '/areas/{area}/nominations', pageOf(nomination)),
  nominate: asking<undefined, ask.NewNomination>()('POST', '/areas/{area}/nominations', nomination, 201),
  nomination: asking()('GET', '/nominations/{id}', nomination),
  editNomination: asking<undefined, ask.NominationEdit>()('POST', '/nominations/{id}/edit', nomination),
  /** A worker says who it is, and asks them. */
  ask: asking<undefined, ask.AskNominee>()('POST', '/nominations/{id}/ask', nomination),
  /** The nominee agrees, and says how they want to be shown. */
  consent: asking<undefined, ask.NomineeConsent>()('POST', '/nominations/{id}/consent', nomination),
  /** The nominee would rather not; or a worker says why it goes no further. */
  decline: asking<undefined, ask.DeclineNomination>()('POST', '/nominations/{id}/decline', nomination),
  /** Whoever nominated takes it back; the nominee takes back what they agreed to. */
  withdraw: asking()('POST', '/nominations/{id}/withdraw', nomination),
  /** Tells the workers about words or the portrait of a star. */
  report: asking<undefined, said.ReportStarPart>()('POST', '/stars/{id}/report', star),
  /** Takes them from public view, also where the star was voted on; whoever wrote them and whose star it is are told why. */
  hide: asking<undefined, said.HideStarPart>()('POST', '/stars/{id}/hide', star),
  show: asking<undefined, said.ShowStarPart>()('POST', '/stars/{id}/show', star),
  /** The same of somebody who is, or was, voted on. Who reports it may not see the nomination: the answer says no more than that. */
  reportNomination: asking<undefined, said.ReportStarPart>()(
    'POST',
    '/nominations/{id}/report',
    z.object({ id, reportedAt: time }),
  ),
  hideNomination: asking<undefined, said.HideStarPart>()('POST', '/nominations/{id}/hide', nomination),
  showNomination: asking<undefined, said.ShowStarPart>()('POST', '/nominations/{id}/show', nomination),
};
