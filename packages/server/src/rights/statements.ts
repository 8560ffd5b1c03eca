import { sql } from 'kysely';
import { forgetProjectPhotos, projectAreasOf } from '../projects/parting-statements.ts';
import { forgetPortraits, starAreasOf } from '../stars/parting-statements.ts';
import type { Db } from '../ports.ts';
import { forgetMessages } from '../webhooks/statements.ts';

/**
 * Members are named by a list of ids: someone whose identities were merged wrote some of it under the earlier one.
 */
type Ids = readonly string[];

/** Pseudonyms that became this member. Whoever merges holds the member's row, so the list holds as long as that is held. */
export async function mergedInto(db: Db, memberId: string): Promise<string[]> {
  const rows = await db.selectFrom('member').select('id').where('merged_into', '=', memberId).execute();
  return rows.map(({ id }) => id);
}

export const accountsOf = (db: Db, ids: Ids) =>
  db.selectFrom('identity').select(['iss', 'sub']).where('member_id', 'in', ids).orderBy('iss').orderBy('sub').execute();

const wishesOf = (db: Db, ids: Ids) => db.selectFrom('wish').select('wish.id').where('wish.wisher_id', 'in', ids);

/** Claims in person: those for an organisation are the organisation's. */
const claimsInPerson = (db: Db, ids: Ids) =>
  db.selectFrom('claim').select('claim.id').where('claim.member_id', 'in', ids).where('claim.organisation_id', 'is', null);

/** Wishes of theirs, and those that they are about to help with. */
export async function wishesConcerned(db: Db, ids: Ids): Promise<string[]> {
  const rows = await db
    .selectFrom('wish')
    .select('id')
    .where((is) =>
      is.or([
        is('wisher_id', 'in', ids),
        is('id', 'in', claimsInPerson(db, ids).clearSelect().select('wish_id').where('state', '=', 'active')),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** Areas where something of theirs may be on a page: of their wishes, their help, and their home. */
export const areasOf = async (db: Db, ids: Ids) => {
  const more = [...(await projectAreasOf(db, ids)), ...(await starAreasOf(db, ids))];
  return db
    .selectFrom('area')
    .select(['id', 'root_id'])
    .where((is) =>
      is.or([
        ...(more.length > 0 ? [is('id', 'in', more)] : []),
        is('id', 'in', is.selectFrom('member').select('area_id').where('id', 'in', ids)),
        is('id', 'in', is.selectFrom('wish').select('area_id').where('wisher_id', 'in', ids)),
        is(
          'id',
          'in',
          is
            .selectFrom('claim')
            .innerJoin('wish', 'wish.id', 'claim.wish_id')
            .select('wish.area_id')
            .where('claim.member_id', 'in', ids),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
};

/** Steps of a kind that they took: what is kept of the last one is in the words of whoever took it. */
const stepsOf = (db: Db, ids: Ids, type: string) =>
  db.selectFrom('event').where('event.type', '=', type).where('event.actor_id', 'in', ids);
const lastActor = (column: 'wish_id' | 'claim_id', of: 'wish_words.wish_id' | 'claim_words.claim_id', type: string) =>
  sql<string>`(select last.actor_id from event last where ${sql.ref(`last.${column}`)} = ${sql.ref(of)} and last.type = ${type} order by last.id desc limit 1)`;

/**
 * Everything that they said, and everything that was said of their wishes and their help by whomever; what others
 * said of their own wishes stays. Whatever waited for a worker because of it waits no more.
 */
export async function forgetWords(db: Db, ids: Ids): Promise<void> {
  await forgetEventWords(db, ids);
  const notes = await db
    .deleteFrom('claim_words')
    .where((is) =>
      is.or([
        is('claim_id', 'in', claimsInPerson(db, ids)),
        is('claim_id', 'in', db.selectFrom('claim').select('claim.id').where('claim.wish_id', 'in', wishesOf(db, ids))),
        is.and([
          is('claim_id', 'in', stepsOf(db, ids, 'wish.fulfilled').select('event.claim_id')),
          is(lastActor('claim_id', 'claim_words.claim_id', 'wish.fulfilled'), 'in', ids),
        ]),
      ]),
    )
    .returning('claim_id')
    .execute();
  await db.deleteFrom('wish_words').where('wish_id', 'in', wishesOf(db, ids)).execute();
  const closings = await db
    .updateTable('wish_words')
    .set({ closing_note: null })
    .where('wish_id', 'in', stepsOf(db, ids, 'wish.closed').select('event.wish_id'))
    .returning('wish_id')
    .execute();
  // A wish is closed once, but can be sent back again, by another worker.
  await db
    .updateTable('wish_words')
    .set({ reason: null })
    .where('wish_id', 'in', stepsOf(db, ids, 'wish.declined').select('event.wish_id'))
    .where(lastActor('wish_id', 'wish_words.wish_id', 'wish.declined'), 'in', ids)
    .execute();
  await forgetReasons(db, {
    claimIds: notes.map(({ claim_id }) => claim_id),
    closed: closings.map(({ wish_id }) => wish_id),
  });
  await forgetCases(db, ids, {
    claimIds: notes.map(({ claim_id }) => claim_id),
    closed: closings.map(({ wish_id }) => wish_id),
  });
}

/** Step by step, each by an index: there may be millions of events. */
async function forgetEventWords(db: Db, ids: Ids): Promise<void> {
  const events = db.selectFrom('event').select('event.id');
  const helped = db.selectFrom('claim').select('claim.wish_id').where('claim.member_id', 'in', ids);
  const decisions = events.where('event.type', 'in', ['action.part-hidden', 'action.part-shown']);
  const told = db.selectFrom('notice').select('notice.event_id').where('notice.member_id', 'in', ids);
  const forgotten = [
    // Why an action was cancelled stands with the action, which is the community's; and so for projects.
    events.where('event.actor_id', 'in', ids).where('event.action_id', 'is', null).where('event.project_id', 'is', null),
    events.where('event.wish_id', 'in', wishesOf(db, ids)),
    // What was said of their help, as why a worker hid a note of theirs.
    events.where('event.wish_id', 'in', helped).where('event.claim_id', 'in', claimsInPerson(db, ids)),
    // What they alone were told, as why a report-in was declined.
    events
      .where('event.wish_id', 'is', null)
      .where('event.action_id', 'is', null)
      .where('event.project_id', 'is', null)
      .where('event.id', 'in', told),
    // Why words or a picture of theirs in an action were hidden or shown, and why they did so with somebody else's.
    decisions.where('event.id', 'in', told),
    decisions.where('event.actor_id', 'in', ids),
  ];
  for (const which of forgotten) await db.deleteFrom('event_words').where('event_id', 'in', which).execute();
}

/** Why a worker hid or showed a note or a closing that is gone: the reason speaks of it, and may name who wrote it. */
async function forgetReasons(db: Db, gone: { claimIds: string[]; closed: string[] }): Promise<void> {
  const decisions = db.selectFrom('event').select('event.id').where('event.type', 'in', ['wish.hidden', 'wish.shown']);
  const of = (which: typeof decisions) => db.deleteFrom('event_words').where('event_id', 'in', which).execute();
  if (gone.claimIds.length > 0) await of(decisions.where('event.claim_id', 'in', gone.claimIds));
  if (gone.closed.length > 0) {
    await of(decisions.where('event.wish_id', 'in', gone.closed).where(sql<boolean>`event.data->>'part' = 'closing'`));
  }
}

/** What was held, reported or decided of words that are gone; and the reasons that they gave as a reporter or a worker. */
async function forgetCases(db: Db, ids: Ids, gone: { claimIds: string[]; closed: string[] }): Promise<void> {
  await db
    .deleteFrom('moderation_case')
    .where((is) =>
      is.or([
        is('wish_id', 'in', wishesOf(db, ids)),
        ...(gone.claimIds.length > 0 ? [is.and([is('part', '=', 'note'), is('claim_id', 'in', gone.claimIds)])] : []),
        ...(gone.closed.length > 0 ? [is.and([is('part', '=', 'closing'), is('wish_id', 'in', gone.closed)])] : []),
      ]),
    )
    .execute();
  await db.deleteFrom('moderation_report_words').where('member_id', 'in', ids).execute();
  // The wording stays: it stands for somebody else's words, or for what is the community's by now, which would be seen again
  // without it. Why is said to whoever wrote it.
  const decided = db
    .selectFrom('moderation_case')
    .select('id')
    .where((is) => is.or([is('decided_by', 'in', ids), is('writer_id', 'in', ids)]));
  await db.updateTable('moderation_words').set({ reason: null }).where('case_id', 'in', decided).execute();
}

/** Pictures of their wishes and of help with these, and those that they stored themself, but for other people's wishes and for actions, which are the community's. */
export async function forgetUploads(db: Db, ids: Ids): Promise<string[]> {
  const gone = await db
    .deleteFrom('upload')
    .where((is) =>
      is.or([
        is('wish_id', 'in', wishesOf(db, ids)),
        is('claim_id', 'in', db.selectFrom('claim').select('claim.id').where('claim.wish_id', 'in', wishesOf(db, ids))),
        is('claim_id', 'in', claimsInPerson(db, ids)),
        is.and([
          is('owner_id', 'in', ids),
          is('wish_id', 'is', null),
          is('action_id', 'is', null),
          // Of projects those are kept that are the community's; what is their own goes below.
          is('project_id', 'is', null),
          is('milestone_id', 'is', null),
          is('comment_id', 'is', null),
          is('nomination_id', 'is', null),
        ]),
      ]),
    )
    .returning('id')
    .execute();
  return [...gone.map(({ id }) => id), ...(await forgetProjectPhotos(db, ids)), ...(await forgetPortraits(db, ids))];
}

/** What names them, what was kept for them alone, and the link to their account; last the member becomes a pseudonym. */
export async function forgetPerson(db: Db, ids: Ids, accounts: readonly { iss: string; sub: string }[], at: Date): Promise<void> {
  await db.deleteFrom('wish_contact').where('wish_id', 'in', wishesOf(db, ids)).execute();
  await db.deleteFrom('member_profile').where('member_id', 'in', ids).execute();
  await db.deleteFrom('consent').where('member_id', 'in', ids).execute();
  await db.deleteFrom('affiliation').where('member_id', 'in', ids).execute();
  await db.deleteFrom('notice').where('member_id', 'in', ids).execute();
  await forgetMessages(db, ids);
  await db.deleteFrom('identity').where('member_id', 'in', ids).execute();
  for (const { iss, sub } of accounts)
    await db.deleteFrom('idempotency').where('issuer', '=', iss).where('sub', '=', sub).execute();
  await db
    .updateTable('representative')
    .set({ withdrawn_at: at })
    .where('member_id', 'in', ids)
    .where('withdrawn_at', 'is', null)
    .execute();
  await db
    .updateTable('report_in')
    .set({ state: 'withdrawn' })
    .where('member_id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute();
  await db.updateTable('member').set({ erased_at: at, not_before: at }).where('id', 'in', ids).execute();
}

export const erasedAt = (db: Db, memberId: string) =>
  db.selectFrom('member').select('erased_at').where('id', '=', memberId).executeTakeFirstOrThrow();
