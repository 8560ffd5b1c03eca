import { sql } from 'kysely';
import type { Pair } from '../members/merge-statements.ts';
import type { Db } from '../ports.ts';
import { reverse } from './award.ts';
import { holdHistograms } from './histograms.ts';
import { alignTotals, takeHomes } from './homes.ts';

/**
 * Of two identities of one person one is ranked: with the totals of both, and without what both were paid for the same
 * thing. Entries keep the id of their time, as events do. Called once the one points at the other.
 */
export async function mergePoints(
  db: Db,
  { from, into }: Pair,
  by: { rootId: number; actorId: string; at: Date },
): Promise<void> {
  const earlier = await db.selectFrom('member').select('id').where('merged_into', '=', into).execute();
  const ids = [into, ...earlier.map(({ id }) => id)];
  const histograms = await holdHistograms(db, by.rootId);
  await histograms.subtract(ids);
  await takeHomes(db, ids);
  await addTotals(db, { from, into }, by.at);
  await alignTotals(db, [into], by.at);
  for (const entryId of await paidTwice(db, ids, into))
    await reverse(db, { entryId, actorId: by.actorId, reason: null, at: by.at });
  await histograms.add(ids);
}

async function addTotals(db: Db, { from, into }: Pair, at: Date): Promise<void> {
  // Of a closed period in which only the one that goes was ranked, the home stays where it closed.
  await sql`
    insert into point_total as total (member_id, period, starts, home_id, listed, points, minutes, wishes)
    select home.member_id, gone.period, gone.starts,
      case when gone.starts >= now.starts then home.home_id else gone.home_id end, home.listed, gone.points, gone.minutes, gone.wishes
    from point_total gone join point_periods(${at}::timestamptz) now on now.period = gone.period
    join point_home home on home.member_id = ${into}::uuid
    where gone.member_id = ${from}::uuid
    on conflict (member_id, period, starts) do update set
      points = total.points + excluded.points, minutes = total.minutes + excluded.minutes, wishes = total.wishes + excluded.wishes`.execute(
    db,
  );
  await sql`
    insert into point_organisation as total (organisation_id, member_id, period, starts, points, minutes, wishes)
    select organisation_id, ${into}::uuid, period, starts, points, minutes, wishes
    from point_organisation where member_id = ${from}::uuid
    on conflict (period, starts, organisation_id, member_id) do update set
      points = total.points + excluded.points, minutes = total.minutes + excluded.minutes, wishes = total.wishes + excluded.wishes`.execute(
    db,
  );
  await db.deleteFrom('point_total').where('member_id', '=', from).execute();
  await db.deleteFrom('point_organisation').where('member_id', '=', from).execute();
}

/**
 * Entries that one person cannot have: a second for reporting in, for the same vote or the same action, one for help that was given
 * back or that turns out to have been for a wish of their own. Of two the earlier stays.
 */
async function paidTwice(db: Db, ids: readonly string[], into: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with standing as (
      select entry.* from point_entry entry
      where entry.member_id = any(${sql.val(ids)}::uuid[]) and entry.reverses is null
        and not exists (select 1 from point_entry correction where correction.reverses = entry.id)
    )
    select id from (
      select id, row_number() over (
        partition by case rule when 'report-in' then rule when 'vote' then split_part(source, ':', 2) else action_id::text end
        order by at, id) as nth
      from standing where rule in ('report-in', 'vote') or action_id is not null
    ) again where nth > 1
    union
    select standing.id from standing join wish on wish.id = standing.wish_id
    where rule = 'wish-helped' and (wish.wisher_id = ${into}::uuid or not exists (
      select 1 from claim where standing.source = 'wish-helped:' || claim.id and claim.state = 'done'))
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}
