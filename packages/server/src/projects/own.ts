import { sql } from 'kysely';
import { strangersRead } from '../moderation/mask.ts';
import type { Db } from '../ports.ts';

/** What is kept of someone about projects, for their export: in their own words. `ids` are theirs, with merged ones. */
export async function projectsKept(db: Db, ids: readonly string[]) {
  return {
    proposals: await proposals(db, ids),
    comments: await comments(db, ids),
    supported: await supported(db, ids),
    ratings: await ratings(db, ids),
    reports: await reports(db, ids),
  };
}

async function proposals(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('project')
    .leftJoin('project_words', 'project_words.project_id', 'project.id')
    .innerJoin('area', 'area.id', 'project.area_id')
    .select(['project.id', 'area.slug as area', 'project.status', 'project.cost', 'project.created_at', 'project.acting_id'])
    .select(['title', 'story', 'place', 'original_title', 'original_story', 'original_place', 'reason'])
    .select(sql<string[]>`array(select upload.id::text from upload where upload.project_id = project.id)`.as('pictures'))
    .where('project.proposer_id', 'in', ids)
    .orderBy('project.created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    area: row.area,
    title: row.original_title ?? row.title,
    story: row.original_story ?? row.story,
    place: row.original_place ?? row.place,
    cost: Number(row.cost),
    status: row.status,
    onBehalf: row.acting_id !== null,
    reason: strangersRead(row.reason),
    pictures: row.pictures,
    at: row.created_at.toISOString(),
  }));
}

async function comments(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('project_comment')
    .leftJoin('project_comment_words as said', 'said.comment_id', 'project_comment.id')
    .leftJoin('correction', 'correction.comment_id', 'project_comment.id')
    .select(['project_comment.id', 'project_comment.project_id', 'project_comment.created_at', 'project_comment.state'])
    .select(['said.words', 'said.reason', 'correction.state as correction'])
    .where('project_comment.writer_id', 'in', ids)
    .orderBy('project_comment.created_at')
    .execute();
  return rows.map(({ id, project_id: project, created_at: at, reason, ...row }) => ({
    id,
    project,
    ...row,
    reason: strangersRead(reason),
    at: at.toISOString(),
  }));
}

async function supported(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('comment_support')
    .innerJoin('project_comment', 'project_comment.id', 'comment_support.comment_id')
    .select(['project_comment.project_id as project', 'comment_support.comment_id as comment', 'comment_support.created_at'])
    .where('comment_support.member_id', 'in', ids)
    .orderBy('comment_support.created_at')
    .execute();
  return rows.map(({ created_at: at, ...row }) => ({ ...row, at: at.toISOString() }));
}

async function ratings(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('project_rating')
    .select(['project_id as project', 'rating', 'updated_at'])
    .where('member_id', 'in', ids)
    .orderBy('updated_at')
    .execute();
  return rows.map(({ updated_at: at, ...row }) => ({ ...row, at: at.toISOString() }));
}

async function reports(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('comment_report as report')
    .innerJoin('project_comment', 'project_comment.id', 'report.comment_id')
    .leftJoin('comment_report_words as said', (join) =>
      join.onRef('said.comment_id', '=', 'report.comment_id').onRef('said.member_id', '=', 'report.member_id'),
    )
    .select(['project_comment.project_id as project', 'report.comment_id as comment', 'report.reason', 'said.words'])
    .select('report.created_at')
    .where('report.member_id', 'in', ids)
    .orderBy('report.created_at')
    .execute();
  return rows.map(({ created_at: at, ...row }) => ({ ...row, at: at.toISOString() }));
}
