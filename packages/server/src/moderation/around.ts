import type { ModerationCase } from '@five-micro/contract';
import { canOf as actionCanOf, relationsIn as relationsToAction } from '../actions/lifecycle.ts';
import { actionRecords } from '../actions/statements.ts';
import { nameOf } from '../areas/statements.ts';
import type { Context } from '../http/route.ts';
import type { Db } from '../ports.ts';
import { isPublic as isListed } from '../projects/lifecycle.ts';
import { projectRecords } from '../projects/statements.ts';
import { showProjects } from '../projects/view.ts';
import { nominationRecords } from '../stars/statements.ts';
import { showNominations } from '../stars/view.ts';
import { canOf, isPublic, relationsIn } from '../wishes/lifecycle.ts';
import { wishesById } from '../wishes/lists.ts';
import { claimsOn } from '../wishes/statements.ts';
import { titleOf } from '../wishes/words.ts';
import type { Queued } from './queue-statements.ts';
import { readerOf, writersOf } from './reading.ts';

/** What a case is part of, in front of a worker: and what of it they may do. */
export interface Around {
  of: Pick<ModerationCase, 'wish' | 'project' | 'nomination' | 'action'>;
  verbs: readonly string[];
  /** Of a picture that is neither held nor hidden: everybody sees it. */
  open: (photo: { consented: boolean | null }) => boolean;
  writers: (row: Queued) => readonly string[];
}

const distinct = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))];

/** By the id of the wish, the project, the nomination or the action. */
export async function aroundCases(context: Context, db: Db, rows: readonly Queued[]): Promise<Map<string, Around>> {
  return new Map([
    ...(await ofWishes(context, db, distinct(rows.map((row) => row.wish_id)))),
    ...(await ofProjects(context, db, distinct(rows.map((row) => row.project_id)))),
    ...(await ofNominations(context, db, distinct(rows.map((row) => row.nomination_id)))),
    ...(await ofActions(context, db, distinct(rows.map((row) => row.action_id)))),
  ]);
}

const nothing = { wish: null, project: null, nomination: null, action: null };

async function ofWishes({ caller, language }: Context, db: Db, ids: readonly string[]): Promise<[string, Around][]> {
  if (ids.length === 0) return [];
  const wishes = await wishesById(db, ids);
  const claims = await claimsOn(db, ids);
  return wishes.map((wish) => {
    const own = claims.filter((claim) => claim.wish_id === wish.id);
    const relations = relationsIn(caller, wish, own);
    const title = titleOf({ language, reader: readerOf(caller, relations, true), cases: [] }, wish);
    const areaName = nameOf({ name: wish.area_name, name_en: wish.area_name_en }, language);
    return [
      wish.id,
      {
        of: { ...nothing, wish: { id: wish.id, title, status: wish.status, areaName } },
        verbs: canOf(caller, wish, relations),
        open: ({ consented }) => consented === true && isPublic(wish.status),
        writers: (row) => writersOf(row.part, row.writer_id, wish),
      },
    ];
  });
}

async function ofProjects(context: Context, db: Db, ids: readonly string[]): Promise<[string, Around][]> {
  if (ids.length === 0) return [];
  const projects = await projectRecords(db).where('project.id', 'in', ids).execute();
  const shown = await showProjects(context, db, projects);
  return projects.map((project, index): [string, Around] => {
    const { title = '', areaName = '', can = [] } = shown[index] ?? {};
    return [
      project.id,
      {
        of: { ...nothing, project: { id: project.id, title, status: project.status, areaName } },
        verbs: can.map((verb) => verb.replace('-part', '')),
        open: () => isListed(project.status),
        writers: (row) => writersOf(row.part, row.writer_id, project),
      },
    ];
  });
}

async function ofNominations(context: Context, db: Db, ids: readonly string[]): Promise<[string, Around][]> {
  if (ids.length === 0) return [];
  const nominations = await nominationRecords(db).where('nomination.id', 'in', ids).execute();
  const shown = await showNominations(context, db, nominations);
  return shown.map(({ id, title, name, status, areaName, can, portrait }, index): [string, Around] => [
    id,
    {
      of: { ...nothing, nomination: { id, title: title.name, name, status, areaName } },
      verbs: can,
      open: () => portrait?.public === true,
      // Whose star it is lets nothing through that is said of them.
      writers: (row) => [row.writer_id, nominations[index]?.member_id ?? row.writer_id],
    },
  ]);
}

async function ofActions({ caller, language, at }: Context, db: Db, ids: readonly string[]): Promise<[string, Around][]> {
  if (ids.length === 0) return [];
  const actions = await actionRecords(db).where('action.id', 'in', ids).execute();
  return actions.map((action): [string, Around] => {
    const relations = relationsToAction(caller, action, undefined);
    const areaName = nameOf({ name: action.area_name, name_en: action.area_name_en }, language);
    const { id, title, status } = action;
    return [
      id,
      {
        of: { ...nothing, action: { id, title, status, areaName } },
        verbs: actionCanOf(caller, action, { relations, own: undefined, at }),
        open: () => true,
        writers: (row) => [row.writer_id],
      },
    ];
  });
}
