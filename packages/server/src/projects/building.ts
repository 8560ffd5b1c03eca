import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { newId } from '../ids.ts';
import { setProjectPhotos } from '../uploads/project-photos.ts';
import { demandAhead, demandReached } from './days.ts';
import { approach, type Deed, tell } from './deed.ts';
import { changeMilestone, insertMilestone, lockedMilestone, putRating } from './building-statements.ts';
import { changeProject, changeWords, concernedBy } from './statements.ts';

type Trx = Transaction<Database>;

/** The round has chosen it, and somebody sees to it. */
export async function start(call: Call<'projects.start'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'projects.start');
  const { project } = deed;
  if (body.dueOn != null) demandAhead('dueOn', body.dueOn, at);
  await changeWords(db, project.id, { owner: body.owner });
  const now = await changeProject(db, project.id, {
    status: 'under-way',
    budget: body.budget,
    due_on: body.dueOn ?? null,
    updated_at: at,
  });
  await tell(deed, 'project.started', now, { notify: await concernedBy(db, project.id) });
  return project.id;
}

type Body = Call<'projects.milestones'>['body'];

/**
 * Plans a step, changes a planned one, or reports one. What has been reported stands: nobody changes it any more, and
 * no later report says less.
 */
export async function milestones(call: Call<'projects.milestones'>, db: Trx): Promise<string> {
  const { body, at, ports } = call;
  const deed = await approach(call, db, 'projects.milestones');
  const { project, caller } = deed;
  const reached = body.reached ?? false;
  if (reached) demandReport(body, project.percent, at);
  const id = await written(call, deed);
  if (body.photos !== undefined) {
    const album = { photos: body.photos, ownerId: caller.id, of: { milestone_id: id }, approvedAt: at };
    await setProjectPhotos(db, ports.blobs, album);
  }
  const percent = reached ? (body.percent ?? project.percent) : project.percent;
  const now = await changeProject(db, project.id, { percent, updated_at: at });
  // What is planned is no news; what has been reached is.
  await tell(deed, reached ? 'project.reported' : 'project.planned', now, {
    data: { milestone: id },
    ...(reached && { words: body.title, notify: await concernedBy(db, project.id) }),
  });
  return project.id;
}

function demandReport(body: Body, percent: number, at: Date): void {
  demandReached('on', body.on, at);
  if (body.percent != null && body.percent < percent)
    throw new Refusal('request.invalid', { fields: [{ path: 'percent', code: 'too-small', params: { min: percent } }] });
}

/** Answers the milestone's id. */
async function written(call: Call<'projects.milestones'>, deed: Deed): Promise<string> {
  const { body, at, ports } = call;
  const { db, project, caller } = deed;
  const facts = {
    on_day: body.on,
    percent: body.percent ?? null,
    reached_at: body.reached ? at : null,
    updated_at: at,
  };
  const words = { title: body.title, words: body.words ?? null };
  if (body.milestone === undefined) {
    const id = newId(ports);
    await insertMilestone(db, { id, project_id: project.id, author_id: caller.id, created_at: at, ...facts }, words);
    return id;
  }
  const planned = await lockedMilestone(db, project.id, body.milestone);
  if (!planned) throw new Refusal('request.invalid', { fields: [{ path: 'milestone', code: 'not-an-option' }] });
  if (planned.reached_at !== null) throw new Refusal('project.state');
  await changeMilestone(db, planned.id, facts, words);
  return planned.id;
}

/** Nothing that has to be put right is left open: the count is in the row that is held, and a check of the table's own. */
export async function done(call: Call<'projects.done'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'projects.done');
  const { project } = deed;
  if (project.open_corrections > 0) throw new Refusal('project.corrections-open');
  await changeWords(db, project.id, { closing: body.note });
  const now = await changeProject(db, project.id, { status: 'done', percent: 100, done_at: at, updated_at: at });
  await tell(deed, 'project.done', now, { words: body.note, notify: await concernedBy(db, project.id) });
  return project.id;
}

/** Once by each neighbour; said again, the later word counts. */
export async function rate(call: Call<'projects.rate'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'projects.rate');
  const { project, caller } = deed;
  const before = await putRating(db, { projectId: project.id, memberId: caller.id, rating: body.rating, at });
  if (before === body.rating) return project.id;
  const now = await changeProject(db, project.id, {
    ratings: project.ratings + (before === undefined ? 1 : 0),
    rating_sum: project.rating_sum + body.rating - (before ?? 0),
  });
  await tell(deed, 'project.rated', now, { data: { rating: body.rating } });
  return project.id;
}
