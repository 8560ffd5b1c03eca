import { sql } from 'kysely';
import type { Db } from '../ports.ts';

/** Ballots by which counts move while a round is open: nobody's own can be read from two answers. */
const liveStep = 5;

/**
 * Votes by option as they may be shown now; null where that is nothing yet. What is shown is kept, so that all processes
 * show the same, and with it what is shown next: only once five ballots more have come. So two answers differ by five
 * ballots or more, and so do the last of them and what is published when the round closes.
 */
export async function liveVotes(db: Db, roundId: string, ballots: number): Promise<Record<string, number> | null> {
  const kept = await shown(db, roundId);
  if (ballots < (kept?.next_ballots ?? 0) + liveStep) return votesOf(kept);
  await sql`
    with cast_now as materialized (select choices from ballot where round_id = ${roundId}::uuid),
    counted as (select (select count(*)::integer from cast_now) as ballots, coalesce((
      select jsonb_object_agg(id, n) from (
        select id, count(*) as n from cast_now cross join unnest(choices) id group by id
      ) by_option
    ), '{}') as votes)
    insert into round_live as kept (round_id, ballots, votes, next_ballots, next_votes)
    select ${roundId}::uuid, 0, '{}', ballots, votes from counted where ballots >= ${liveStep}
    on conflict (round_id) do update set ballots = kept.next_ballots, votes = kept.next_votes,
      next_ballots = excluded.next_ballots, next_votes = excluded.next_votes
    where excluded.next_ballots >= kept.next_ballots + ${liveStep}`.execute(db);
  return votesOf(await shown(db, roundId));
}

const shown = (db: Db, roundId: string) =>
  db.selectFrom('round_live').select(['ballots', 'votes', 'next_ballots']).where('round_id', '=', roundId).executeTakeFirst();

const votesOf = (kept: Awaited<ReturnType<typeof shown>>) => (kept === undefined || kept.ballots === 0 ? null : kept.votes);
