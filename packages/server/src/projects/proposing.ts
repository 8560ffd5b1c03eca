import type { Transaction } from 'kysely';
import { settingsOf } from '../areas/settings.ts';
import { homeWithin } from '../areas/home.ts';
import { type AreaRow, areaById, placeOf } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { relationsToArea } from '../identity/permissions.ts';
import { newId } from '../ids.ts';
import { replaced } from '../moderation/deciding.ts';
import { caseOf } from '../moderation/reading.ts';
import { casesAbout } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { approveProjectPhotos, setProjectPhotos } from '../uploads/project-photos.ts';
import { memberInCare } from '../wishes/statements.ts';
import { approach, type Deed, tell } from './deed.ts';
import { isPublic, permit } from './lifecycle.ts';
import {
  changeProject,
  changeWords,
  concernedBy,
  insertProject,
  leadOn,
  lockProjects,
  type ProjectRecord,
  projectById,
} from './statements.ts';

type Trx = Transaction<Database>;

/** Refuses where the area has switched projects off. */
export async function demandProjects(context: Context, db: Db): Promise<AreaRow> {
  const area = areaOf(context);
  await demandSwitchedOn(context, db, area);
  return area;
}

async function demandSwitchedOn(context: Context, db: Db, area: AreaRow): Promise<void> {
  const { features } = await settingsOf(db, area, context.language);
  if (!features.includes('projects')) throw new Refusal('area.feature-off');
}

export async function post(call: Call<'projects.post'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  const area = await homeWithin(db, caller, await demandProjects(call, db));
  await demandSwitchedOn(call, db, area);
  const proposerId = await proposerOf(call, db, area);
  const other = proposerId === caller.id ? null : caller.id;
  const made = await insertProject(
    db,
    {
      id: newId(ports),
      root_id: area.root_id,
      area_id: area.id,
      proposer_id: proposerId,
      acting_id: other,
      status: 'proposed',
      cost: body.cost,
      created_at: at,
      updated_at: at,
    },
    { title: body.title, story: body.story, place: body.place },
  );
  const of = { project_id: made.id };
  await setProjectPhotos(db, ports.blobs, { photos: body.photos ?? [], ownerId: caller.id, of, approvedAt: null });
  const onBehalfOf = other === null ? null : proposerId;
  await tell({ db, at, actorId: caller.id }, 'project.proposed', made, { onBehalfOf });
  return made.id;
}

/** The caller, or whom they write it down for, which only a worker of the area does. */
async function proposerOf(call: Call<'projects.post'>, db: Db, area: AreaRow): Promise<string> {
  const caller = signedIn(call);
  const memberId = call.body.onBehalfOf?.memberId.toLowerCase();
  if (memberId === undefined || memberId === caller.id) return caller.id;
  if (!relationsToArea(caller, placeOf(area)).has('worker')) throw forbidden({ allow: ['worker'] });
  const looksAfter = caller.roles.flatMap(({ role, areaId }) => (role === 'worker' ? [areaId] : []));
  if (!(await memberInCare(db, looksAfter, area.root_id, memberId))) throw new Refusal('member.unknown');
  return memberId;
}

/** For the proposer, where somebody acts for them. */
const onBehalf = ({ project, caller }: Deed): string | null =>
  project.acting_id === caller.id && project.proposer_id !== caller.id ? project.proposer_id : null;

/** A proposal that was sent back and is changed by its proposer waits for a worker again. */
export async function edit(call: Call<'projects.edit'>, db: Trx): Promise<string> {
  const { body, at, ports } = call;
  const deed = await approach(call, db, 'projects.edit');
  const { project, caller, relations } = deed;
  const theirs = relations.has('proposer') || relations.has('author');
  const named = wordsIn(body);
  if (theirs)
    // In their own words again: what a worker had put in their place is over.
    await changeWords(db, project.id, {
      ...named,
      original_title: null,
      original_story: null,
      original_place: null,
      reason: null,
    });
  else await changeWords(db, project.id, { ...named, ...originalOf(project, named) });
  if (body.photos !== undefined) {
    const album = { photos: body.photos, ownerId: caller.id, of: { project_id: project.id }, approvedAt: null };
    await setProjectPhotos(db, ports.blobs, album);
  }
  const now = await changeProject(db, project.id, {
    ...(body.cost !== undefined && { cost: body.cost }),
    ...(theirs && { status: 'proposed' as const }),
    updated_at: at,
  });
  await tell(deed, 'project.edited', now, {
    visibility: 'parties',
    onBehalfOf: onBehalf(deed),
    data: { fields: Object.keys(body) },
    notify: [project.proposer_id],
  });
  return project.id;
}

interface Words {
  title?: string;
  story?: string;
  place?: string;
}

const wordsIn = ({ title, story, place }: { [K in keyof Words]: string | undefined }): Words => ({
  ...(title !== undefined && { title }),
  ...(story !== undefined && { story }),
  ...(place !== undefined && { place }),
});

/** Keeps what the proposer wrote, the first time that a worker puts it in other words. */
function originalOf(project: ProjectRecord, named: Words) {
  const changes =
    (named.title ?? project.title) !== project.title ||
    (named.story ?? project.story) !== project.story ||
    (named.place ?? project.place) !== project.place;
  if (!changes || project.original_title !== null) return {};
  return { original_title: project.title, original_story: project.story, original_place: project.place };
}

export async function withdraw(call: Call<'projects.withdraw'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'projects.withdraw');
  return withdrawn(deed, deed.project, onBehalf(deed));
}

export async function withdrawn(hand: Pick<Deed, 'db' | 'at' | 'actorId'>, project: ProjectRecord, onBehalfOf: string | null) {
  const now = await changeProject(hand.db, project.id, { status: 'withdrawn', updated_at: hand.at });
  await tell(hand, 'project.withdrawn', now, {
    visibility: isPublic(project.status) ? 'public' : 'parties',
    onBehalfOf,
    notify: await concernedBy(hand.db, project.id),
  });
  return project.id;
}

/**
 * A worker has read it: from now on everyone does, and rounds choose from it. One that lost a round is listed anew: what
 * it got there stands in that round and on its timeline, and it starts without it.
 */
export async function enlist(call: Call<'projects.enlist'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'projects.enlist');
  const { project } = deed;
  await demandSwitchedOn(call, db, await areaById(db, project.area_id));
  // Nobody lists what they have not read.
  if (body.seen !== undefined && new Date(body.seen).getTime() !== project.updated_at.getTime())
    throw new Refusal('project.state');
  const named = wordsIn(body);
  await changeWords(db, project.id, { ...named, ...originalOf(project, named), reason: null });
  const cases = await casesAbout(db, 'project_id', [project.id]);
  for (const part of ['title', 'story', 'place'] as const) {
    const words = named[part];
    if (words !== undefined && words !== project[part]) await replaced(db, caseOf(cases, part), words, at);
  }
  await approveProjectPhotos(db, project.id, at);
  const now = await changeProject(db, project.id, {
    status: 'listed',
    round_id: null,
    votes: null,
    ...(body.cost !== undefined && { cost: body.cost }),
    listed_at: at,
    updated_at: at,
  });
  await tell(deed, 'project.listed', now, { notify: await concernedBy(db, project.id) });
  return project.id;
}

export async function decline(call: Call<'projects.decline'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'projects.decline');
  const { project } = deed;
  await changeWords(db, project.id, { reason: body.reason });
  const now = await changeProject(db, project.id, { status: 'declined', updated_at: at });
  const told = { words: body.reason, notify: [project.proposer_id, project.acting_id] };
  await tell(deed, 'project.declined', now, { visibility: 'parties', ...told });
  return project.id;
}

/** Into the one that it repeats, of the same area, which is still to be chosen from. Both are held, in the order of their ids. */
export async function merge(call: Call<'projects.merge'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const caller = signedIn(call);
  const id = (call.params['id'] ?? '').toLowerCase();
  const into = body.into.toLowerCase();
  const known = await projectById(db, id);
  if (!known) throw new Refusal('project.unknown');
  permit('projects.merge', caller, known);
  const held = await lockProjects(db, [id, into]);
  const project = held.find((one) => one.id === id);
  if (!project) throw new Refusal('project.unknown');
  permit('projects.merge', caller, project);
  const target = held.find((one) => one.id === into && one.id !== id);
  if (!target || target.area_id !== project.area_id || !mergeable.includes(target.status))
    throw new Refusal('project.merge-target');
  const hand = { db, at, actorId: caller.id };
  const concerned = await concernedBy(db, id);
  const now = await changeProject(db, id, { status: 'merged', merged_into: into, updated_at: at });
  await leadOn(db, id, into);
  await tell(hand, 'project.merged', now, {
    visibility: isPublic(project.status) ? 'public' : 'parties',
    data: { into },
    notify: concerned,
  });
  return id;
}

const mergeable: readonly ProjectRecord['status'][] = ['listed', 'voting', 'selected', 'under-way'];
