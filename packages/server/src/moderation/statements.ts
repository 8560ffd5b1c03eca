import type { ModerationState, SaidPart } from '@five-micro/contract';
import type { Db } from '../ports.ts';
import type { WishRow } from '../wishes/statements.ts';

/** One thing that is said in public: a text, the note of a claim, the words of a milestone, or a picture. */
export interface PartKey {
  part: SaidPart;
  claimId: string | null;
  uploadId: string | null;
  milestoneId?: string | null;
}

/** What it is part of, and where that is. */
export interface Whole {
  root_id: number;
  area_id: number;
  wish_id?: string;
  project_id?: string;
  nomination_id?: string;
  action_id?: string;
}

export const wholeWish = ({ id, root_id, area_id }: Pick<WishRow, 'id' | 'root_id' | 'area_id'>): Whole => ({
  root_id,
  area_id,
  wish_id: id,
});

export const cases = (db: Db) =>
  db
    .selectFrom('moderation_case')
    .leftJoin('moderation_words', 'moderation_words.case_id', 'moderation_case.id')
    .selectAll('moderation_case')
    .select(['moderation_words.wording', 'moderation_words.reason']);
export type CaseRow = Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>;

export const casesOf = async (db: Db, wishIds: readonly string[]): Promise<CaseRow[]> =>
  wishIds.length === 0 ? [] : cases(db).where('moderation_case.wish_id', 'in', wishIds).orderBy('moderation_case.id').execute();

/** Of some projects, of some nominations, or of some actions. */
export const casesAbout = async (
  db: Db,
  column: 'project_id' | 'nomination_id' | 'action_id',
  ids: readonly string[],
): Promise<CaseRow[]> =>
  ids.length === 0
    ? []
    : cases(db)
        .where(`moderation_case.${column}`, 'in', [...new Set(ids)])
        .orderBy('moderation_case.id')
        .execute();

/** Of some actions, and of pictures on them whose case another action of their series has. */
export const casesOnActions = async (db: Db, ids: readonly string[], photos: readonly string[]): Promise<CaseRow[]> =>
  ids.length === 0
    ? []
    : cases(db)
        .where((is) =>
          is.or([
            is('moderation_case.action_id', 'in', ids),
            ...(photos.length > 0 ? [is('moderation_case.upload_id', 'in', photos)] : []),
          ]),
        )
        .orderBy('moderation_case.id')
        .execute();

export const sameKey = (
  found: Pick<CaseRow, 'part' | 'claim_id' | 'upload_id' | 'milestone_id'>,
  { part, claimId, uploadId, milestoneId = null }: PartKey,
): boolean =>
  found.part === part && found.claim_id === claimId && found.upload_id === uploadId && found.milestone_id === milestoneId;

/** A case as it is from now on, whatever there was. What it is part of is locked by the caller. */
export async function putCase(
  db: Db,
  whole: Whole,
  key: PartKey,
  now: { id: string; writerId: string; state: ModerationState; since: Date; decidedBy: string | null },
): Promise<string> {
  const { id } = await db
    .insertInto('moderation_case')
    .values({
      id: now.id,
      ...whole,
      claim_id: key.claimId,
      milestone_id: key.milestoneId ?? null,
      upload_id: key.uploadId,
      part: key.part,
      writer_id: now.writerId,
      state: now.state,
      since: now.since,
      decided_by: now.decidedBy,
    })
    .onConflict((conflict) =>
      conflict.constraint('moderation_case_once').doUpdateSet({
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
