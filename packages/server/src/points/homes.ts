import { sql } from 'kysely';
import type { Db } from '../ports.ts';
import { holdHistograms } from './histograms.ts';

/**
 * After a move, a change of consent or an erasure: where someone is ranked, and whether others see it. Periods that are
 * closed keep the home they closed with; the consent holds for all of them. To be called in the transaction that made
 * the change, and after it: it waits for awards under way, and those that begin afterwards wait for it.
 */
export async function refreshHomes(db: Db, rootId: number, memberIds: readonly string[], at: Date): Promise<void> {
  const histograms = await holdHistograms(db, rootId);
  await histograms.subtract(memberIds);
  await takeHomes(db, memberIds);
  await alignTotals(db, memberIds, at);
  await histograms.add(memberIds);
}

/** Carries their rows over to their totals. */
export async function alignTotals(db: Db, memberIds: readonly string[], at: Date): Promise<void> {
  await sql`
    update point_total as total set
      listed = home.listed,
      home_id = case when total.starts >= now.starts then home.home_id else total.home_id end
    from point_home home, point_periods(${at}::timestamptz) now
    where total.member_id = any(${sql.val(memberIds)}::uuid[]) and home.member_id = total.member_id and now.period = total.period
      and (total.listed <> home.listed or (total.starts >= now.starts and total.home_id is distinct from home.home_id))`.execute(
    db,
  );
}

/** Brings their rows in line with what members, areas and consents say, and holds them alone, in the order of ids. */
export async function takeHomes(db: Db, memberIds: readonly string[]): Promise<void> {
  await sql`
    insert into point_home as home (member_id, root_id, home_id, listed, merged_into)
    select member_id, root_id, home_id, listed, merged_into from point_home_now
    where member_id = any(${sql.val(memberIds)}::uuid[]) order by member_id
    on conflict (member_id) do update set (root_id, home_id, listed, merged_into) = (
      excluded.root_id, excluded.home_id, excluded.listed, excluded.merged_into)`.execute(db);
}
