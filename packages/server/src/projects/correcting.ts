import type { Transaction } from 'kysely';
import { correctionSupportIn } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { setProjectPhotos } from '../uploads/project-photos.ts';
import {
  addSupport,
  caretakersOf,
  changeCorrection,
  changeCorrectionWords,
  insertCorrection,
  supportersOf,
} from './comment-statements.ts';
import { approachSaid, type Said, subjectOf } from './commenting.ts';
import { demandAhead, endOf, inDays } from './days.ts';
import { tell } from './deed.ts';
import { changeProject, type ProjectRow } from './statements.ts';

type Trx = Transaction<Database>;

/** Days until a correction is due, where nobody names one. */
const usualDays = 7;

const isOver = ({ comment: { correction_state: state } }: Said) => state === 'accepted' || state === 'overruled';
const subject = (said: Said) => subjectOf(said.project.id, said.comment.id);
const about = ({ comment: { id } }: Said) => ({ comment: id });

/** Who asked for it, and who said so too. */
const askers = async ({ db, comment }: Said) => [comment.writer_id, comment.raised_by, ...(await supportersOf(db, comment.id))];

/**
 * Asks for something to be put right. A worker's word makes it a correction at once, and says who sees to it and until
 * when, also later; of neighbours it takes as many as the area's settings say. The project is held: whoever says "done"
 * at the same moment either came first, and then it is none any more, or finds it open.
 */
export async function correct(call: Call<'projects.correct'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const said = await approachSaid(call, db, 'projects.correct', body.comment);
  if (isOver(said)) throw new Refusal('project.state');
  if (body.dueOn !== undefined) demandAhead('dueOn', body.dueOn, at);
  if (said.relations.has('worker')) await byWord(said, body);
  else if (body.owner !== undefined || body.dueOn !== undefined) throw forbidden({ allow: ['worker'] });
  else await bySupport(said);
  return subject(said);
}

async function byWord(said: Said, { owner, dueOn }: Call<'projects.correct'>['body']): Promise<void> {
  const { db, caller, project, comment } = said;
  const due = dueOn === undefined ? undefined : endOf(dueOn);
  if (comment.correction_state === null) return raise(said, { raisedBy: caller.id, owner: owner ?? null, due });
  if (owner === undefined && due === undefined) return;
  if (due) await changeCorrection(db, comment.id, { due_at: due, overdue_at: null });
  if (owner !== undefined) await changeCorrectionWords(db, comment.id, { owner });
  await tell(said, 'project.correction-assigned', project, {
    data: { ...about(said), ...(due && { dueAt: due.toISOString() }) },
    notify: await askers(said),
  });
}

async function bySupport(said: Said): Promise<void> {
  const { db, at, caller, project, comment } = said;
  if (!(await addSupport(db, comment.id, caller.id, at))) return;
  await tell(said, 'project.comment-supported', project, { data: about(said) });
  if (comment.correction_state !== null) return;
  const enough = await correctionSupportIn(db, await areaById(db, project.area_id));
  if (comment.supporters + 1 >= enough) await raise(said, { raisedBy: null, owner: null, due: undefined });
}

async function raise(
  said: Said,
  { raisedBy, owner, due }: { raisedBy: string | null; owner: string | null; due: Date | undefined },
): Promise<void> {
  const { db, at, project, comment } = said;
  const dueAt = due ?? inDays(at, usualDays);
  await insertCorrection(
    db,
    { comment_id: comment.id, project_id: project.id, state: 'open', raised_by: raisedBy, due_at: dueAt, raised_at: at },
    owner,
  );
  const now = await count(said, 1);
  await tell(said, 'project.correction-raised', now, {
    data: { ...about(said), dueAt: dueAt.toISOString() },
    notify: [project.proposer_id, ...(await askers(said)), ...(await caretakersOf(db, project.id))],
  });
}

const count = ({ db, at, project }: Said, by: number): Promise<ProjectRow> =>
  changeProject(db, project.id, { open_corrections: project.open_corrections + by, updated_at: at });

/** What was done about it. Whoever asked for it says whether it is put right. */
export async function answer(call: Call<'projects.answer'>, db: Trx): Promise<string> {
  const { body, at, ports } = call;
  const said = await approachSaid(call, db, 'projects.answer', body.comment);
  const { project, comment, caller } = said;
  if (comment.correction_state !== 'open') throw new Refusal('project.state');
  const album = { photos: body.photos ?? [], ownerId: caller.id, of: { comment_id: comment.id }, approvedAt: at };
  await setProjectPhotos(db, ports.blobs, album);
  await changeCorrectionWords(db, comment.id, { answer: body.words });
  await changeCorrection(db, comment.id, { state: 'answered', answered_by: caller.id, answered_at: at });
  const now = await changeProject(db, project.id, { updated_at: at });
  await tell(said, 'project.correction-answered', now, { data: about(said), words: body.words, notify: await askers(said) });
  return subject(said);
}

/** “Not yet” leaves the answer to be read, until another takes its place. */
export async function accept(call: Call<'projects.accept'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const said = await approachSaid(call, db, 'projects.accept', body.comment);
  const { project, comment, caller } = said;
  if (comment.correction_state !== 'answered') throw new Refusal('project.state');
  if (body.accepted) await changeCorrection(db, comment.id, { state: 'accepted', decided_by: caller.id, decided_at: at });
  else await changeCorrection(db, comment.id, { state: 'open' });
  const now = body.accepted ? await count(said, -1) : await changeProject(db, project.id, { updated_at: at });
  const type = body.accepted ? 'project.correction-accepted' : 'project.correction-reopened';
  await tell(said, type, now, { data: about(said), notify: [comment.answered_by, ...(await askers(said))] });
  return subject(said);
}

/** Not put right, for a reason that everyone reads. */
export async function overrule(call: Call<'projects.overrule'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const said = await approachSaid(call, db, 'projects.overrule', body.comment);
  const { comment, caller } = said;
  if (comment.correction_state !== 'open' && comment.correction_state !== 'answered') throw new Refusal('project.state');
  await changeCorrectionWords(db, comment.id, { reason: body.reason });
  await changeCorrection(db, comment.id, { state: 'overruled', decided_by: caller.id, decided_at: at });
  const now = await count(said, -1);
  await tell(said, 'project.correction-overruled', now, { data: about(said), words: body.reason, notify: await askers(said) });
  return subject(said);
}
