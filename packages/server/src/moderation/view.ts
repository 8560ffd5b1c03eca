import type { ModerationCase } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById, nameOf } from '../areas/statements.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { photosByIds } from '../uploads/statements.ts';
import { canOf, isPublic, relationsIn } from '../wishes/lifecycle.ts';
import { wishesById } from '../wishes/lists.ts';
import { claimsOn } from '../wishes/statements.ts';
import { titleOf } from '../wishes/words.ts';
import { detect } from './detect.ts';
import { mask } from './mask.ts';
import { readerOf, writersOf } from './reading.ts';
import { type queueOf, reportsOn } from './statements.ts';

type Queued = Awaited<ReturnType<typeof queueOf>>[number];

/** Cases as a worker of their area reads them; what belongs to them is read once for all. */
export async function showCases(context: Context, db: Db, rows: readonly Queued[]): Promise<ModerationCase[]> {
  if (rows.length === 0) return [];
  const { language, caller } = context;
  const wishIds = [...new Set(rows.map((row) => row.wish_id))];
  const wishes = await wishesById(db, wishIds);
  const claims = await claimsOn(db, wishIds);
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
      const wish = wishes.find((one) => one.id === row.wish_id);
      if (!wish) return [];
      const relations = relationsIn(
        caller,
        wish,
        claims.filter((claim) => claim.wish_id === wish.id),
      );
      const verbs = canOf(caller, wish, relations);
      const own = caller.kind === 'member' && writersOf(row.part, row.writer_id, wish).includes(caller.id);
      const hits = row.words === null ? [] : detect(row.words, { watchWords: lists.get(row.area_id) ?? [] });
      const photo = photos.find((one) => one.id === row.upload_id);
      const show = async (): Promise<ModerationCase> => ({
        id: row.id,
        wish: {
          id: wish.id,
          title: titleOf({ language, reader: readerOf(caller, relations, true), cases: [] }, wish),
          status: wish.status,
          areaName: nameOf({ name: wish.area_name, name_en: wish.area_name_en }, language),
        },
        claim: row.claim_id,
        part: row.part,
        state: row.state,
        words: row.words,
        photo: photo
          ? {
              id: photo.id,
              width: photo.width,
              height: photo.height,
              public: photo.consented === true && photo.approved_at !== null && photo.hidden_at === null && isPublic(wish.status),
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
        can: [
          ...(verbs.includes('show') && !own ? ['show'] : []),
          ...(verbs.includes('hide') && row.state !== 'hidden' ? ['hide'] : []),
        ],
      });
      return [show()];
    }),
  );
}
