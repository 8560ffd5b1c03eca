import { type RawBuilder, sql } from 'kysely';
import type { Difference } from '../check.ts';
import type { Db } from '../ports.ts';

/** Goes through the events of every nomination and compares: its state, the star that became of it, and whose words are left. */
export async function checkStars(db: Db): Promise<{ stars: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  for (const compared of [states, awards, words]) differences.push(...(await compared.execute(db)).rows);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from star`.execute(db);
  return { stars: rows[0]?.n ?? 0, differences };
}

type Compared = RawBuilder<Difference>;

/** Where the last event left it. */
const states: Compared = sql`
  select 'nomination ' || nomination.id as subject, 'status' as what, nomination.status as stored,
    coalesce(last.data ->> 'status', 'none') as recomputed
  from nomination left join lateral (
    select data from event where event.nomination_id = nomination.id order by event.id desc limit 1
  ) last on true
  where nomination.status is distinct from last.data ->> 'status' order by 1`;

/** One star for every award, and none without; taken down where an event, or its owner's erasure, says so. */
const awards: Compared = sql`
  select 'star of ' || coalesce(star.nomination_id, said.nomination_id) as subject, side.what, side.stored, side.recomputed
  from star full join (
    select nomination_id, bool_or(type = 'star.taken-down') as taken_down from event
    where type in ('star.awarded', 'star.taken-down') group by 1
  ) said on said.nomination_id = star.nomination_id
  left join member on member.id = star.member_id
  cross join lateral (values
    ('star', (star.id is not null)::text, (said.nomination_id is not null)::text),
    ('taken down', (star.taken_down_at is not null)::text, (coalesce(said.taken_down, false) or member.erased_at is not null)::text)
  ) side (what, stored, recomputed)
  where side.stored <> side.recomputed order by 1, 2`;

/** What should have gone with whoever it was said about. */
const words: Compared = sql`
  select 'nomination ' || nomination.id as subject, 'words' as what, 'there' as stored, 'erased' as recomputed
  from nomination
  join nomination_words on nomination_words.nomination_id = nomination.id
  join member on member.id = nomination.member_id
  where member.erased_at is not null order by 1`;
