import type { ModerationCase } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { photosByIds } from '../uploads/statements.ts';
import { aroundCases } from './around.ts';
import { detect } from './detect.ts';
import { mask } from './mask.ts';
import type { Queued } from './queue-statements.ts';
import { reportsOn } from './statements.ts';

/** Cases as a worker of their area reads them; what belongs to them is read once for all. */
export async function showCases(context: Context, db: Db, rows: readonly Queued[]): Promise<ModerationCase[]> {
  if (rows.length === 0) return [];
  const { language, caller } = context;
  const around = await aroundCases(context, db, rows);
  const reports = await reportsOn(
    db,
    rows.map((row) => row.id),
  );
  const photos = await photosByIds(
    db,
    rows.flatMap((row) => row.upload_id ?? []),
  );
  const people = await loadPeople(
    db,
    rows.map((row) => row.writer_id),
  );
  const lists = new Map<number, Awaited<ReturnType<typeof watchWordsOf>>>();
  for (const id of new Set(rows.map((row) => row.area_id))) lists.set(id, await watchWordsOf(db, await areaById(db, id)));

  return Promise.all(
    rows.flatMap((row) => {
      const whole = around.get(row.wish_id ?? row.project_id ?? row.nomination_id ?? row.action_id ?? '');
      if (!whole) return [];
      const own = caller.kind === 'member' && whole.writers(row).includes(caller.id);
      const hits = row.words === null ? [] : detect(row.words, { watchWords: lists.get(row.area_id) ?? [] });
      const photo = photos.find((one) => one.id === row.upload_id);
      const may = (verb: string) => whole.verbs.includes(verb);
      const show = async (): Promise<ModerationCase> => ({
        id: row.id,
        ...whole.of,
        claim: row.claim_id,
        milestone: row.milestone_id,
        part: row.part,
        state: row.state,
        words: row.words,
        photo: photo
          ? {
              id: photo.id,
              width: photo.width,
              height: photo.height,
              public: photo.approved_at !== null && photo.hidden_at === null && whole.open(photo),
              url: await photoUrl(context, photo.id, false, photo.hidden_at),
            }
          : null,
        hits,
        // The wording that a worker gave it before is a better one.
        proposed: row.wording ?? (row.words === null || hits.length === 0 ? null : mask(row.words, hits)),
        reports: reports
          .filter((report) => report.case_id === row.id)
          .map(({ reason, words, created_at: at }) => ({ reason, words, at: at.toISOString() })),
        writer: { name: people.masked(row.writer_id, language) },
        since: row.since.toISOString(),
        can: [...(may('show') && !own ? ['show'] : []), ...(may('hide') && row.state !== 'hidden' ? ['hide'] : [])],
      });
      return [show()];
    }),
  );
}
