import type { ModerationState, WishPart } from '@five-micro/contract';
import { sql } from 'kysely';
import { subtree } from '../areas/statements.ts';
import type { Db } from '../ports.ts';
import type { WishRow } from '../wishes/statements.ts';

/** One thing that is said in public: a text of a wish, the note of a claim, or a picture of either. */
export interface PartKey {
  part: WishPart;
  claimId: string | null;
  uploadId: string | null;
}

const cases = (db: Db) =>
  db
    .selectFrom('moderation_case')
    .leftJoin('moderation_words', 'moderation_words.case_id', 'moderation_case.id')
    .selectAll('moderation_case')
    .select(['moderation_words.wording', 'moderation_words.reason']);
export type CaseRow = Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>;

export const casesOf = async (db: Db, wishIds: readonly string[]): Promise<CaseRow[]> =>
  wishIds.length === 0 ? [] : cases(db).where('moderation_case.wish_id', 'in', wishIds).orderBy('moderation_case.id').execute();

export const sameKey = (found: Pick<CaseRow, 'part' | 'claim_id' | 'upload_id'>, key: PartKey): boolean =>
  found.part === key.part && found.claim_id === key.claimId && found.upload_id === key.uploadId;

/** A case as it is from now on, whatever there was. The wish is locked by the caller. */
export async function putCase(
  db: Db,
  wish: Pick<WishRow, 'id' | 'root_id' | 'area_id'>,
  key: PartKey,
  now: { id: string; writerId: string; state: ModerationState; since: Date; decidedBy: string | null },
): Promise<string> {
  const { id } = await db
    .insertInto('moderation_case')
    .values({
      id: now.id,
      root_id: wish.root_id,
      area_id: wish.area_id,
      wish_id: wish.id,
      claim_id: key.claimId,
      upload_id: key.uploadId,
      part: key.part,
      writer_id: now.writerId,
      state: now.state,
      since: now.since,
      decided_by: now.decidedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['wish_id', 'claim_id', 'upload_id', 'part']).doUpdateSet({
        writer_id: now.writerId,
        state: now.state,
        since: now.since,
        decided_by: now.decidedBy,
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The wording that stands for what was written, or why it is hidden; nothing where neither is given. */
export async function putWords(
  db: Db,
  caseId: string,
  words: { wording?: string | null; reason?: string | null },
): Promise<void> {
  const { wording = null, reason = null } = words;
  if (wording === null && reason === null) {
    await db.deleteFrom('moderation_words').where('case_id', '=', caseId).execute();
    return;
  }
  await db
    .insertInto('moderation_words')
    .values({ case_id: caseId, wording, reason })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet({ wording, reason }))
    .execute();
}

/** Reports of words that do not stand there any more. */
export const forgetReports = (db: Db, caseId: string) =>
  db.deleteFrom('moderation_report').where('case_id', '=', caseId).execute();

/** True where this member had not reported it yet. */
export async function addReport(
  db: Db,
  caseId: string,
  report: { memberId: string; reason: CaseReport['reason']; words: string | null; at: Date },
): Promise<boolean> {
  const added = await db
    .insertInto('moderation_report')
    .values({ case_id: caseId, member_id: report.memberId, reason: report.reason, created_at: report.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst();
  if (added && report.words !== null) {
    await db
      .insertInto('moderation_report_words')
      .values({ case_id: caseId, member_id: report.memberId, words: report.words })
      .execute();
  }
  return added !== undefined;
}

/** What neighbours said about some cases, oldest first, without who they are. */
export const reportsOn = (db: Db, caseIds: readonly string[]) =>
  db
    .selectFrom('moderation_report as report')
    .leftJoin('moderation_report_words as said', (join) =>
      join.onRef('said.case_id', '=', 'report.case_id').onRef('said.member_id', '=', 'report.member_id'),
    )
    .select(['report.case_id', 'report.reason', 'report.created_at', 'said.words'])
    .where('report.case_id', 'in', caseIds)
    .orderBy('report.created_at')
    .orderBy('report.member_id')
    .execute();
export type CaseReport = Awaited<ReturnType<typeof reportsOn>>[number];

/** Who took a step last, as who they are today: of a claim's note whoever reported it done, of a closing note the worker. */
export const lastActor = async (
  db: Db,
  wishId: string,
  type: 'wish.fulfilled' | 'wish.closed',
  claimId: string | null,
): Promise<string | undefined> => {
  let query = db
    .selectFrom('event')
    .innerJoin('member', 'member.id', 'event.actor_id')
    .select((is) => is.fn.coalesce('member.merged_into', 'member.id').as('id'))
    .where('event.wish_id', '=', wishId)
    .where('event.type', '=', type)
    .orderBy('event.id', 'desc')
    .limit(1);
  if (claimId !== null) query = query.where('event.claim_id', '=', claimId);
  return (await query.executeTakeFirst())?.id;
};

/**
 * Pictures and texts of a subtree that wait or are hidden, oldest first. Whose words are gone waits for nothing, nor do
 * pictures of a claim that was given back.
 */
export function queueOf(
  db: Db,
  areaId: number,
  by: { states: readonly ModerationState[]; after: { since: Date; id: string } | undefined; limit: number },
) {
  const words = sql<string | null>`case moderation_case.part
    when 'title' then wish_words.title when 'story' then wish_words.story when 'place' then wish_words.place
    when 'note' then claim_words.note when 'thanks' then wish_words.thanks when 'closing' then wish_words.closing_note end`;
  let query = cases(db)
    .innerJoin('wish', 'wish.id', 'moderation_case.wish_id')
    .leftJoin('wish_words', 'wish_words.wish_id', 'moderation_case.wish_id')
    .leftJoin('claim', 'claim.id', 'moderation_case.claim_id')
    .leftJoin('claim_words', 'claim_words.claim_id', 'moderation_case.claim_id')
    .select(words.as('words'))
    .where('moderation_case.area_id', 'in', subtree(db, areaId))
    .where('moderation_case.state', 'in', by.states)
    .where('wish.published_at', 'is not', null)
    .where('wish.status', 'not in', ['withdrawn', 'merged'])
    .where((is) =>
      is.or([
        is.and([
          is('moderation_case.upload_id', 'is not', null),
          is.or([is('claim.id', 'is', null), is('claim.state', 'in', ['active', 'done'])]),
        ]),
        is(words, '<>', ''),
      ]),
    )
    .orderBy('moderation_case.since')
    .orderBy('moderation_case.id')
    .limit(by.limit);
  if (by.after) {
    const { since, id } = by.after;
    query = query.where(sql<boolean>`(moderation_case.since, moderation_case.id) > (${since}::timestamptz, ${id}::uuid)`);
  }
  return query.execute();
}

/** What a worker has let be seen; those that are hidden stay so. */
export async function decidePhotos(db: Db, wishId: string, by: { photos?: readonly string[]; memberId: string; at: Date }) {
  let deciding = db
    .updateTable('moderation_case')
    .set({ state: 'shown', since: by.at, decided_by: by.memberId })
    .where('wish_id', '=', wishId)
    .where('part', '=', 'photo')
    .where('state', 'in', ['held', 'reported']);
  if (by.photos) deciding = deciding.where('upload_id', 'in', [...by.photos]);
  await deciding.execute();
}

/** A picture of a wish or of a claim on it, with the consent of the person shown; with a claim that was given back it has gone. */
export const photoIn = (db: Db, wish: Pick<WishRow, 'id' | 'wisher_id'>, photoId: string) =>
  db
    .selectFrom('upload')
    .leftJoin('claim', 'claim.id', 'upload.claim_id')
    .leftJoin('consent', (join) =>
      join.on((is) => is('consent.member_id', '=', is.fn.coalesce('claim.member_id', is.val(wish.wisher_id)))),
    )
    .select(['upload.id', 'upload.claim_id', 'upload.owner_id', 'upload.approved_at', 'upload.hidden_at'])
    .select('consent.photos as consented')
    .where('upload.id', '=', photoId)
    .where((is) => is.or([is('upload.wish_id', '=', wish.id), is('claim.wish_id', '=', wish.id)]))
    .where((is) => is.or([is('claim.id', 'is', null), is('claim.state', 'in', ['active', 'done'])]))
    .executeTakeFirst();

/** Hides a picture, or lets it be seen by everyone whom its person's consent allows. */
export const setPhoto = (db: Db, photoId: string, to: 'hidden' | 'shown', at: Date) =>
  db
    .updateTable('upload')
    .set((now) =>
      to === 'hidden' ? { hidden_at: at } : { hidden_at: null, approved_at: now.fn.coalesce('approved_at', now.val(at)) },
    )
    .where('id', '=', photoId)
    .execute();
