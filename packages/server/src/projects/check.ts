import { type RawBuilder, sql } from 'kysely';
import type { Difference } from '../check.ts';
import type { Db } from '../ports.ts';

/**
 * Goes through the events of every project and compares: its state, what has to be put right, who supports what was
 * said, and the ratings. One person counts once, as who they are today.
 */
export async function checkProjects(db: Db): Promise<{ projects: number; differences: Difference[] }> {
  const differences: Difference[] = [];
  for (const compared of [states, corrections, ratings, supporters, words])
    differences.push(...(await compared.execute(db)).rows);
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from project`.execute(db);
  return { projects: rows[0]?.n ?? 0, differences };
}

type Compared = RawBuilder<Difference>;

/** Where the last event left it, how far the last report said it was, and corrections raised less those that are over. */
const states: Compared = sql`
  select 'project ' || kept.id as subject, side.what, side.stored, side.recomputed
  from (
    select project.id, project.status, project.percent, project.open_corrections, last.data,
      (select coalesce(sum(case event.type when 'project.correction-raised' then 1 else -1 end), 0) from event
        where event.project_id = project.id
          and event.type in ('project.correction-raised', 'project.correction-accepted', 'project.correction-overruled')) as open,
      (select count(*) from correction where correction.project_id = project.id and state in ('open', 'answered')) as waiting
    from project left join lateral (
      select data from event where event.project_id = project.id order by event.id desc limit 1
    ) last on true
  ) kept cross join lateral (values
    ('status', kept.status, coalesce(kept.data ->> 'status', 'none')),
    ('percent', kept.percent::text, coalesce(kept.data ->> 'percent', 'none')),
    ('open corrections', kept.open_corrections::text, kept.open::text),
    ('waiting corrections', kept.waiting::text, kept.open::text)
  ) side (what, stored, recomputed)
  where side.stored <> side.recomputed order by 1, 2`;

const corrections: Compared = sql`
  select 'correction ' || coalesce(kept.comment_id::text, said.id) as subject, 'state' as what,
    coalesce(kept.state, 'missing') as stored, coalesce(said.state, 'missing') as recomputed
  from correction kept full join (
    select distinct on (event.data ->> 'comment') event.data ->> 'comment' as id,
      case event.type when 'project.correction-answered' then 'answered' when 'project.correction-accepted' then 'accepted'
        when 'project.correction-overruled' then 'overruled' else 'open' end as state
    from event where event.type in ('project.correction-raised', 'project.correction-answered', 'project.correction-accepted',
      'project.correction-reopened', 'project.correction-overruled')
    order by event.data ->> 'comment', event.id desc
  ) said on said.id = kept.comment_id::text
  where kept.state is distinct from said.state order by 1`;

const ratings: Compared = sql`
  select 'project ' || project.id as subject, side.what, side.stored::text as stored, side.recomputed::text as recomputed
  from project
  left join (
    select project_id, count(*) as n, sum(rating) as total from (
      select distinct on (event.project_id, coalesce(member.merged_into, member.id)) event.project_id, (event.data ->> 'rating')::integer as rating
      from event join member on member.id = event.actor_id where event.type = 'project.rated'
      order by event.project_id, coalesce(member.merged_into, member.id), event.id desc
    ) word group by project_id
  ) said on said.project_id = project.id
  left join (select project_id, count(*) as n, sum(rating) as total from project_rating group by 1) kept on kept.project_id = project.id
  cross join lateral (values
    ('ratings', project.ratings, coalesce(said.n, 0)), ('rating sum', project.rating_sum, coalesce(said.total, 0)),
    ('rating rows', coalesce(kept.n, 0), coalesce(said.n, 0)), ('rows’ sum', coalesce(kept.total, 0), coalesce(said.total, 0))
  ) side (what, stored, recomputed)
  where side.stored <> side.recomputed order by 1, 2`;

const supporters: Compared = sql`
  select 'comment ' || project_comment.id as subject, side.what, side.stored::text as stored, side.recomputed::text as recomputed
  from project_comment
  left join (
    select event.data ->> 'comment' as id, count(distinct coalesce(member.merged_into, member.id)) as n
    from event join member on member.id = event.actor_id where event.type = 'project.comment-supported' group by 1
  ) said on said.id = project_comment.id::text
  left join (select comment_id, count(*) as n from comment_support group by 1) kept on kept.comment_id = project_comment.id
  cross join lateral (values
    ('supporters', project_comment.supporters, coalesce(said.n, 0)), ('support', coalesce(kept.n, 0), coalesce(said.n, 0))
  ) side (what, stored, recomputed)
  where side.stored <> side.recomputed order by 1, 2`;

/** What should have gone with whoever said it. */
const words: Compared = sql`
  select 'comment ' || project_comment.id as subject, 'words' as what, 'there' as stored, 'erased' as recomputed
  from project_comment
  join project_comment_words on project_comment_words.comment_id = project_comment.id
  join member on member.id = project_comment.writer_id
  where member.erased_at is not null order by 1`;
