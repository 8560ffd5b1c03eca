import { type RawBuilder, sql } from 'kysely';
import type { Difference } from '../check.ts';
import type { Db } from '../ports.ts';

/**
 * Counts who comes to every action, and compares with the places that are taken and the queue that it keeps; then the
 * hours: whoever came to what is finished has exactly one row, as long as its spans, paid by an entry of as many minutes.
 */
export async function checkActions(db: Db): Promise<{ actions: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  for (const compared of [counts, credits, lengths, entries]) differences.push(...(await compared.execute(db)).rows);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from action`.execute(db);
  return { actions: rows[0]?.n ?? 0, differences };
}

type Compared = RawBuilder<Difference>;

const counts: Compared = sql`
  select 'action ' || id as subject, side.what, side.stored::text as stored, side.recomputed::text as recomputed
  from (
    select action.id, action.taken, action.waiting, action.tickets,
      count(*) filter (where sign_up.state in ('signed-up', 'attended', 'absent') and not sign_up.extra) as places,
      count(*) filter (where sign_up.state = 'waiting') as queue,
      -- Tickets are not given out again: whoever signs up anew has another, and a row that was merged away had one.
      greatest(action.tickets, max(sign_up.ticket)) as last
    from action left join sign_up on sign_up.action_id = action.id group by action.id
  ) kept cross join lateral (values ('taken', taken, places), ('waiting', waiting, queue), ('tickets', tickets, last))
    side (what, stored, recomputed)
  where side.stored <> side.recomputed order by 1, 2`;

const credits: Compared = sql`
  select format('action %s member %s', action_id, member_id) as subject, 'credits' as what,
    coalesce(live.n, 0)::text as stored, coalesce(came.n, 0)::text as recomputed
  from (
    select action_id, member_id, count(*) as n from service where withdrawn_at is null group by 1, 2
  ) live full join (
    select sign_up.action_id, sign_up.member_id, 1 as n from sign_up join action on action.id = sign_up.action_id
    where sign_up.state = 'attended' and action.status = 'finished'
  ) came using (action_id, member_id)
  where coalesce(live.n, 0) <> coalesce(came.n, 0) order by 1`;

const lengths: Compared = sql`
  select 'service ' || service.id as subject, 'minutes' as what, service.minutes::text as stored, long.minutes::text as recomputed
  from service cross join lateral (
    select coalesce(floor(sum(extract(epoch from upper(piece) - lower(piece))) / 60), 0)::integer as minutes
    from unnest(service.spans) as piece
  ) long where service.minutes <> long.minutes order by 1`;

const entries: Compared = sql`
  select 'service ' || service.id as subject, 'entry' as what,
    coalesce(service.entry_id, 'none') as stored, coalesce(entry.minutes, 0) || ' minutes' as recomputed
  from service left join point_entry entry on entry.id = service.entry_id::bigint
  where service.withdrawn_at is null and service.minutes <> coalesce(entry.minutes, 0) order by 1`;
