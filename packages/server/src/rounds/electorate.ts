import { sql } from 'kysely';
import type { MemberCaller } from '../identity/caller.ts';
import type { Db } from '../ports.ts';

/*
 * Who may vote is said once, in the database (`may_vote()` of migration 0007), as ballots are cast there.
 */

/** Areas whose resident the caller's portal says that they are. */
export const residentAreas = (caller: MemberCaller): number[] =>
  caller.roles.flatMap(({ role, areaId }) => (role === 'resident' ? [areaId] : []));

/** Which of some rounds the caller may vote in. */
export async function roundsFor(db: Db, caller: MemberCaller, roundIds: readonly string[]): Promise<Set<string>> {
  if (roundIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from round where id = any (${sql.val(roundIds)}::uuid[])
      and may_vote(${caller.id}::uuid, round, ${sql.val(residentAreas(caller))}::integer[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Whether somebody who is not here may, as their portal last said or a worker has checked. */
export async function mayVoteOnPaper(db: Db, roundId: string, memberId: string): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select may_vote(member.id, round, array[member.resident_of]) as may from round, member
    where round.id = ${roundId}::uuid and member.id = ${memberId}::uuid`.execute(db);
  return rows[0]?.may ?? false;
}

/** How many may vote as far as is known: so many have been seen here. */
export async function countElectorate(db: Db, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from round join member on member.root_id = round.root_id
    where round.id = ${roundId}::uuid and member.erased_at is null and member.merged_into is null
      and may_vote(member.id, round, array[member.resident_of])`.execute(db);
  return rows[0]?.n ?? 0;
}
