import { moveMessages } from '../webhooks/statements.ts';
import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** One identity of a person, and the one that everything of it follows to. */
export interface Pair {
  from: string;
  into: string;
}

/** Wishes on which someone is wisher, author or helper: those of others that change with a merge are among them. */
export const wishesOfMember = async (db: Db, id: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('wish')
    .select('id')
    .where((is) =>
      is.or([
        is('wisher_id', '=', id),
        is('acting_id', '=', id),
        is('id', 'in', is.selectFrom('claim').select('wish_id').where('member_id', '=', id)),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
};

/** Ends one claim, also one that was done. */
export const endClaim = (db: Db, claimId: string, at: Date) =>
  db.updateTable('claim').set({ state: 'released', ended_at: at }).where('id', '=', claimId).execute();

/** Everything that someone did or owns, but for events: they keep the id of their time. */
export async function moveDeeds(db: Db, { from, into }: Pair): Promise<void> {
  await db.updateTable('identity').set({ member_id: into }).where('member_id', '=', from).execute();
  await db.updateTable('wish').set({ wisher_id: into }).where('wisher_id', '=', from).execute();
  await db.updateTable('wish').set({ acting_id: into }).where('acting_id', '=', from).execute();
  // Nobody wrote it down for someone else, as it turns out.
  await db.updateTable('wish').set({ acting_id: null }).where('wisher_id', '=', into).where('acting_id', '=', into).execute();
  await db.updateTable('claim').set({ member_id: into }).where('member_id', '=', from).execute();
  await db.updateTable('upload').set({ owner_id: into }).where('owner_id', '=', from).execute();
  await moveNotices(db, { from, into });
}

async function moveNotices(db: Db, { from, into }: Pair): Promise<void> {
  await db
    .deleteFrom('notice')
    .where('member_id', '=', from)
    .where('event_id', 'in', (told) => told.selectFrom('notice').select('event_id').where('member_id', '=', into))
    .execute();
  await db.updateTable('notice').set({ member_id: into }).where('member_id', '=', from).execute();
  await moveMessages(db, { from, into });
}

/** What someone wrote that waits or was hidden, decided, or reported. */
export async function moveModeration(db: Db, { from, into }: Pair): Promise<void> {
  await db.updateTable('moderation_case').set({ writer_id: into }).where('writer_id', '=', from).execute();
  await db.updateTable('moderation_case').set({ decided_by: into }).where('decided_by', '=', from).execute();
  // Once per text and person: where both reported it, the words of the identity that stays are kept.
  await db
    .insertInto('moderation_report')
    .columns(['case_id', 'member_id', 'reason', 'created_at'])
    .expression((rows) =>
      rows
        .selectFrom('moderation_report')
        .select(['case_id', sql<string>`${into}::uuid`.as('member_id'), 'reason', 'created_at'])
        .where('member_id', '=', from),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .updateTable('moderation_report_words')
    .set({ member_id: into })
    .where('member_id', '=', from)
    .where('case_id', 'not in', (said) =>
      said.selectFrom('moderation_report_words').select('case_id').where('member_id', '=', into),
    )
    .execute();
  await db.deleteFrom('moderation_report').where('member_id', '=', from).execute();
}

/**
 * Whom someone may act for. Where both identities stand in relation to an organisation, a worker's word goes before
 * an issuer's, and the later word before the earlier.
 */
export async function moveRepresentation(db: Db, { from, into }: Pair): Promise<void> {
  const rows = await db.selectFrom('representative').selectAll().where('member_id', 'in', [from, into]).execute();
  const weight = (row: (typeof rows)[number]) => [
    row.origin === 'worker' || row.withdrawn_at !== null ? 1 : 0,
    (row.withdrawn_at ?? row.since).getTime(),
  ];
  for (const row of rows.filter(({ member_id }) => member_id === from)) {
    const other = rows.find((one) => one.member_id === into && one.organisation_id === row.organisation_id);
    const of = db.deleteFrom('representative').where('organisation_id', '=', row.organisation_id);
    if (other && compare(weight(row), weight(other)) <= 0) {
      await of.where('member_id', '=', from).execute();
      continue;
    }
    if (other) await of.where('member_id', '=', into).execute();
    await db
      .updateTable('representative')
      .set({ member_id: into })
      .where('organisation_id', '=', row.organisation_id)
      .where('member_id', '=', from)
      .execute();
  }
}

function compare(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((value, index) => value !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

/** Report-ins, the branch, and what workers decided. One question at a time: of two that wait the older is withdrawn. */
export async function moveReportIns(db: Db, { from, into }: Pair): Promise<void> {
  const waiting = await db
    .selectFrom('report_in')
    .select('id')
    .where('member_id', 'in', [from, into])
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const older of waiting.slice(0, -1))
    await db.updateTable('report_in').set({ state: 'withdrawn' }).where('id', '=', older.id).execute();
  await db.updateTable('report_in').set({ member_id: into }).where('member_id', '=', from).execute();
  await db.updateTable('report_in').set({ decided_by: into }).where('decided_by', '=', from).execute();
  const branch = await db.selectFrom('affiliation').select('member_id').where('member_id', '=', into).executeTakeFirst();
  const own = db.selectFrom('affiliation').where('member_id', '=', from);
  if (!branch && (await own.select('member_id').executeTakeFirst()))
    await db.updateTable('affiliation').set({ member_id: into }).where('member_id', '=', from).execute();
  else await db.deleteFrom('affiliation').where('member_id', '=', from).execute();
}

/** Home and phone number where the identity that stays has none, and the stricter of two revocations. */
export async function fillIn(db: Db, { from, into }: Pair): Promise<void> {
  await sql`
    update member set
      area_id = coalesce(member.area_id, merged.area_id),
      reported_in_at = case
        when member.area_id is null or member.area_id = merged.area_id then coalesce(member.reported_in_at, merged.reported_in_at)
        else member.reported_in_at
      end,
      not_before = greatest(member.not_before, merged.not_before),
      resident_of = coalesce(member.resident_of, merged.resident_of)
    from member as merged where member.id = ${into} and merged.id = ${from}`.execute(db);
  await sql`
    update member_profile set phone = merged.phone, phone_tail_hash = merged.phone_tail_hash
    from member_profile as merged
    where member_profile.member_id = ${into} and merged.member_id = ${from} and member_profile.phone is null`.execute(db);
  await db.updateTable('member').set({ registered_by: into }).where('registered_by', '=', from).execute();
  await db.updateTable('member').set({ registered_by: null }).where('id', '=', into).where('registered_by', '=', into).execute();
}

/** What stays of the merged identity is its id, which leads to the other; so do those that were merged into it before. */
export async function leavePseudonym(db: Db, { from, into }: Pair, at: Date): Promise<void> {
  await db.deleteFrom('member_profile').where('member_id', '=', from).execute();
  await db.deleteFrom('consent').where('member_id', '=', from).execute();
  await db
    .updateTable('member')
    .set({ merged_into: into, not_before: at, area_id: null, reported_in_at: null, resident_of: null })
    .where('id', '=', from)
    .execute();
  await db.updateTable('member').set({ merged_into: into }).where('merged_into', '=', from).execute();
}
