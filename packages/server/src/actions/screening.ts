import type { ActionPart } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import { newId } from '../ids.ts';
import { detect } from '../moderation/detect.ts';
import { mask } from '../moderation/mask.ts';
import { caseOf } from '../moderation/reading.ts';
import { casesAbout, forgetReports, putCase, putWords } from '../moderation/statements.ts';
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

/**
 * Looks at words that are public with the act, and that no worker has read before: what is found in them is masked until
 * one has looked, and words in the place of such as were hidden wait in any case. A place may be an address. What was
 * decided and reported was about other words.
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
    const waits = hits.length > 0 || (!works && found?.state === 'hidden');
    if (!found && !waits) continue;
    const id = await putCase(
      db,
      { root_id: now.root_id, area_id: now.area_id, action_id: now.id },
      { part, claimId: null, uploadId: null },
      { id: found?.id ?? newId(ports), writerId, state: waits ? 'held' : 'shown', since: at, decidedBy: null },
    );
    await putWords(db, id, { wording: hits.length > 0 ? mask(written ?? '', hits) : null });
    await forgetReports(db, id);
    // Nobody's doing: the writer is told too.
    const held = { visibility: 'parties', data: { part }, notify: [writerId] } as const;
    if (waits) await tell({ ...hand, actorId: null }, 'action.part-held', now, held);
  }
}
