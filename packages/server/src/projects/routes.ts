import { publicProjectStatus } from '@five-micro/contract';
import { placeOf } from '../areas/statements.ts';
import { areaOf } from '../http/asked.ts';
import { badCursor, cursorTime, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context, Routes } from '../http/route.ts';
import { isUuid } from '../ids.ts';
import { judge, relationsToArea, unpublishedRule } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { placeAfter } from '../wishes/lists.ts';
import { eventAfter } from '../wishes/mine.ts';
import { done, milestones, rate, start } from './building.ts';
import { commentQueue, commentsOf } from './comment-statements.ts';
import { showCases, showComments, showSaid } from './comment-view.ts';
import { comment, hide, report, show } from './commenting.ts';
import { accept, answer as answerCorrection, correct, overrule } from './correcting.ts';
import { isPublic, isVisible, relationsIn } from './lifecycle.ts';
import { listProjects, type Wanted } from './lists.ts';
import { decline, demandProjects, edit, enlist, merge, post, withdraw } from './proposing.ts';
import { hidePart, reportPart, showPart } from './said.ts';
import { projectById } from './statements.ts';
import { timelineOf } from './timeline.ts';
import { showProjects, showVisible } from './view.ts';

/** The project as it is now, in front of this caller. */
const answer = async (context: Context, db: Db, id: string) => showVisible(context, db, await projectById(db, id));

/** A comment as it is now: `subjectOf()` names it. */
async function said(context: Context, db: Db, subject: string) {
  const [projectId = '', commentId = ''] = subject.split(' ');
  const shown = await showSaid(context, db, projectId, commentId);
  if (!shown) throw new Refusal('project.no-comment');
  return shown;
}

export const projectRoutes: Routes<'projects'> = {
  'projects.list': { read: list },
  'projects.post': { act: post, answer },
  'projects.get': { read: (call, db) => answer(call, db, call.params['id'] ?? '') },
  'projects.timeline': { read: timeline },
  'projects.edit': { act: edit, answer },
  'projects.withdraw': { act: withdraw, answer },
  'projects.enlist': { act: enlist, answer },
  'projects.decline': { act: decline, answer },
  'projects.merge': { act: merge, answer },
  'projects.start': { act: start, answer },
  'projects.milestones': { act: milestones, answer },
  'projects.done': { act: done, answer },
  'projects.rate': { act: rate, answer },
  'projects.comments': { read: comments },
  'projects.queue': { read: queue },
  'projects.comment': { act: comment, answer: said },
  'projects.correct': { act: correct, answer: said },
  'projects.answer': { act: answerCorrection, answer: said },
  'projects.accept': { act: accept, answer: said },
  'projects.overrule': { act: overrule, answer: said },
  'projects.report': { act: report, answer: said },
  'projects.hide': { act: hide, answer: said },
  'projects.show': { act: show, answer: said },
  'projects.reportPart': { act: reportPart, answer },
  'projects.hidePart': { act: hidePart, answer },
  'projects.showPart': { act: showPart, answer },
};

async function list(call: Call<'projects.list'>, db: Db) {
  const area = await demandProjects(call, db);
  const { query } = call;
  const statuses = query.status && query.status.length > 0 ? query.status : publicProjectStatus;
  const order = query.order ?? 'newest';
  const size = pageSize(query.limit);
  const rows = await listProjects(db, {
    area,
    statuses,
    unseen: statuses.every(isPublic) ? 'all' : unseenFor(call),
    order,
    after: placeAfter(query.cursor),
    limit: size + 1,
  });
  const { items, nextCursor } = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [(order === 'updated' ? row.updated_at : row.created_at).toISOString(), row.id],
  );
  return { items: await showProjects(call, db, items), nextCursor };
}

/** Proposals are read by those who look after the area; everybody finds their own among them. */
function unseenFor(call: Context): Wanted['unseen'] {
  const { caller } = call;
  if (judge(unpublishedRule, relationsToArea(caller, placeOf(areaOf(call)))) === 'allowed') return 'all';
  if (caller.kind === 'visitor') throw new Refusal('auth.required');
  return { memberId: caller.id, worksIn: caller.roles.flatMap(({ role, areaId }) => (role === 'worker' ? [areaId] : [])) };
}

async function visible(call: Context, db: Db) {
  const project = await projectById(db, call.params['id'] ?? '');
  if (!project || !isVisible(project, relationsIn(call.caller, project))) throw new Refusal('project.unknown');
  return project;
}

async function timeline(call: Call<'projects.timeline'>, db: Db) {
  const project = await visible(call, db);
  const size = pageSize(call.query.limit);
  const steps = await timelineOf(call, db, project, { after: eventAfter(call.query.cursor) ?? '0', limit: size + 1 });
  return pageOf(
    steps,
    size,
    (step) => step,
    (step) => [step.id],
  );
}

function saidAfter(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [at = '', id = ''] = decodeCursor(cursor, 2);
  if (!isUuid(id)) throw badCursor();
  return { at: cursorTime(at), id };
}

async function comments(call: Call<'projects.comments'>, db: Db) {
  const project = await visible(call, db);
  const size = pageSize(call.query.limit);
  const rows = await commentsOf(db, project.id, { after: saidAfter(call.query.cursor), limit: size + 1 });
  const { items, nextCursor } = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.created_at.toISOString(), row.id],
  );
  return { items: await showComments(call, db, items), nextCursor };
}

async function queue(call: Call<'projects.queue'>, db: Db) {
  const area = areaOf(call);
  const size = pageSize(call.query.limit);
  const rows = await commentQueue(db, area.id, {
    states: call.query.state === 'hidden' ? ['hidden'] : ['held', 'reported'],
    after: saidAfter(call.query.cursor),
    limit: size + 1,
  });
  const { items, nextCursor } = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [(row.since ?? row.created_at).toISOString(), row.id],
  );
  return { items: await showCases(call, db, items), nextCursor };
}
