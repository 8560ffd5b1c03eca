import type { Screening } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import { newId } from '../ids.ts';
import type { Deed } from '../wishes/deed.ts';
import { caseOf } from './reading.ts';
import { detect } from './detect.ts';
import { mask } from './mask.ts';
import { casesOf, forgetReports, type PartKey, putCase, putWords, wholeWish } from './statements.ts';
import type { WatchWord } from './watch-words.ts';

/** What was found in the parts of a wish that waits for publication, for the worker who reads it. */
export const screeningOf = (parts: Readonly<Record<string, string | null>>, watchWords: readonly WatchWord[]): Screening[] =>
  Object.entries(parts).flatMap(([part, written]) => {
    const hits = detect(written ?? '', { watchWords });
    return written === null || hits.length === 0 ? [] : [{ part, hits, proposed: mask(written, hits) }];
  });

/**
 * Looks at a text that becomes public with the act, and keeps it from strangers where something is in it until a
 * worker has looked. What takes the place of a text that was hidden waits in any case. `before` is what stood there.
 */
export async function screen(
  deed: Deed,
  part: 'note' | 'thanks' | 'closing',
  text: { written: string; before: string | null; claimId?: string },
): Promise<void> {
  const { context, db, wish, caller, at } = deed;
  const key: PartKey = { part, claimId: text.claimId ?? null, uploadId: null };
  const found = caseOf(await casesOf(db, [wish.id]), part, key.claimId);
  if (found && text.before === text.written) return;
  const watchWords = await watchWordsOf(db, await areaById(db, wish.area_id));
  const suspect = detect(text.written, { watchWords }).length > 0 || found?.state === 'hidden';
  if (!found && !suspect) return;

  const state = suspect ? 'held' : 'shown';
  const id = await putCase(db, wholeWish(wish), key, {
    id: newId(context.ports),
    writerId: caller.id,
    state,
    since: at,
    decidedBy: null,
  });
  // What was decided and reported was about other words.
  await putWords(db, id, {});
  await forgetReports(db, id);
  if (!suspect) return;
  // Nobody's doing: the writer is told too.
  await recordEvent(db, {
    type: 'wish.held',
    area: { id: wish.area_id, root_id: wish.root_id },
    at,
    visibility: 'parties',
    wishId: wish.id,
    claimId: key.claimId,
    data: { part },
    notify: [caller.id],
  });
}

/** Pictures that a helper brings wait for a worker, each by itself. */
export async function holdPhotos(
  { context, db, wish, caller, at }: Deed,
  claimId: string,
  photos: readonly string[],
): Promise<void> {
  for (const photo of new Set(photos.map((id) => id.toLowerCase()))) {
    const key: PartKey = { part: 'photo', claimId, uploadId: photo };
    // Those that came with an earlier report were looked at already.
    if (caseOf(await casesOf(db, [wish.id]), 'photo', claimId, photo)) continue;
    const held = { id: newId(context.ports), writerId: caller.id, state: 'held' as const, since: at, decidedBy: null };
    await putCase(db, wholeWish(wish), key, held);
  }
}
