import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** Ballots by which counts move while a round is open: nobody's own can be read from two answers. */
export const liveStep = 5;

/**
 * Votes by option as they may be shown now. What is shown is kept, so that all processes show the same and the next
 * answer differs from it by five ballots or more; null below five.
 */
export async function liveVotes(db: Db, roundId: string, ballots: number): Promise<Record<string, number> | null> {
  const kept = await shown(db, roundId);
  if (ballots < (kept?.ballots ?? 0) + liveStep) return kept?.votes ?? null;
  await sql`
    with cast_now as materialized (select choices from ballot where round_id = ${roundId}::uuid)
    insert into round_live as kept (round_id, ballots, votes)
    select ${roundId}::uuid, (select count(*)::integer from cast_now), coalesce((
      select jsonb_object_agg(id, n) from (
        select id, count(*) as n from cast_now cross join unnest(choices) id group by id
      ) by_option
    ), '{}')
    where (select count(*) from cast_now) >= ${liveStep}
    on conflict (round_id) do update set ballots = excluded.ballots, votes = excluded.votes
    where excluded.ballots >= kept.ballots + ${liveStep}`.execute(db);
  return (await shown(db, roundId))?.votes ?? null;
}

const shown = (db: Db, roundId: string) =>
  db.selectFrom('round_live').select(['ballots', 'votes']).where('round_id', '=', roundId).executeTakeFirst();
