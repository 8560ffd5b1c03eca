import type { ActionPart } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import { newId } from '../ids.ts';
import { detect } from '../moderation/detect.ts';
import { mask } from '../moderation/mask.ts';
import { caseOf } from '../moderation/reading.ts';
import { type CaseRow, casesAbout, forgetReports, putCase, putWords, reportsOn } from '../moderation/statements.ts';
import { type Hand, tell } from './deed.ts';
import type { ActionRecord, ActionRow } from './statements.ts';

export type Words = Partial<Record<Exclude<ActionPart, 'photo'>, string | null>>;

/** What an action says, by the names of its parts. */
export const wordsIn = ({ title, story, place, bring, for_whom, reason }: ActionRecord): Required<Words> => ({
  ...{ title, story, place, bring, reason, 'for-whom': for_whom },
});

/** Whose words they are, and whether it is a worker of the area who says them. */
interface By {
  writerId: string;
  works: boolean;
}

/** A worker has put away, or put into other words, what stood there, or what has waited in its place since. */
const wasPutAway = ({ state, wording }: CaseRow): boolean =>
  state === 'hidden' || (state === 'held' && wording === null) || (state === 'shown' && wording !== null);

/**
 * What becomes of words that take the place of others: `withheld` and `masked` are `held`, without a wording and with one.
 * A worker's own words need nobody's look. Nobody else takes back by an edit what a worker has decided, nor out of their
 * sight what neighbours have reported.
 */
function statusOf(
  found: CaseRow | undefined,
  { works, hits, reports }: { works: boolean; hits: number; reports: number },
): 'withheld' | 'masked' | 'reported' | 'shown' {
  if (works) return 'shown';
  if (found && wasPutAway(found)) return 'withheld';
  if (hits > 0) return 'masked';
  return reports > 0 ? 'reported' : 'shown';
}

/**
 * Looks at words that are public with the act, and that no worker has read before: what is found in them is masked until
 * one has looked, and words in the place of such as were put away wait in any case. A place may be an address.
 */
export async function screen(hand: Hand, now: ActionRow, said: Words, { writerId, works }: By): Promise<void> {
  if (now.opened_at === null) return;
  const { db, ports, at } = hand;
  const cases = await casesAbout(db, 'action_id', [now.id]);
  const watchWords = works ? [] : await watchWordsOf(db, await areaById(db, now.area_id));
  for (const [name, written] of Object.entries(said)) {
    const part = name as keyof Words;
    const found = caseOf(cases, part);
    const hits = works ? [] : detect(written ?? '', { watchWords }).filter(({ kind }) => part !== 'place' || kind !== 'address');
    const reports = found ? (await reportsOn(db, [found.id])).length : 0;
    const status = statusOf(found, { works, hits: hits.length, reports });
    if (!found && status === 'shown') continue;
    const waits = status === 'withheld' || status === 'masked';
    const state = waits ? 'held' : status;
    // It does not go to the end of the queue by being changed.
    const since = found && found.state === state ? found.since : at;
    const id = await putCase(
      db,
      { root_id: now.root_id, area_id: now.area_id, action_id: now.id },
      { part, claimId: null, uploadId: null },
      { id: found?.id ?? newId(ports), writerId, state, since, decidedBy: null },
    );
    await putWords(db, id, { wording: status === 'masked' ? mask(written ?? '', hits) : null });
    // What was reported was about other words.
    if (works) await forgetReports(db, id);
    // Nobody's doing: the writer is told too.
    const held = { visibility: 'parties', data: { part }, notify: [writerId] } as const;
    if (waits) await tell({ ...hand, actorId: null }, 'action.part-held', now, held);
  }
}
