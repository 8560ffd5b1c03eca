import {
  type Action,
  contract,
  type NewProject,
  type NewRound,
  type NewWish,
  type Project,
  type Receipt,
  type Round,
  type Wish,
} from '@five-micro/contract';
import { there } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';

/** What many scenarios begin with, by the calls that people would make. */

/** Submitted, and not looked at. */
export async function submittedWish(kit: Kit, as: Person, more: Partial<NewWish> = {}): Promise<Wish> {
  const body = { title: '想要一盏台灯', kind: 'item' as const, ...more };
  return await kit.done(contract.wishes.post, { as, area: as.area, body });
}

/** On the wall, for everyone to see: posted by the wisher and published by a worker. */
export async function openWish(kit: Kit, wisher: Person, worker: Person, more: Partial<NewWish> = {}): Promise<Wish> {
  const { id } = await submittedWish(kit, wisher, more);
  return await kit.done(contract.wishes.publish, { as: worker, id });
}

/** Helped with, and waiting for the wisher's own word. */
export async function fulfilledWish(kit: Kit, people: { wisher: Person; worker: Person; helper: Person }): Promise<Wish> {
  const { id } = await openWish(kit, people.wisher, people.worker);
  await kit.done(contract.wishes.claim, { as: people.helper, id });
  return await kit.done(contract.wishes.fulfil, { as: people.helper, id, body: { note: '送到了，装好了' } });
}

/** A draft for tomorrow, for two people, unless it says otherwise. `begins` and `lasts` are seconds. */
export async function draftAction(
  kit: Kit,
  worker: Person,
  {
    begins = 24 * 3600,
    lasts = 2 * 3600,
    ...more
  }: { begins?: number; lasts?: number; places?: number; title?: string; host?: string } = {},
): Promise<Action> {
  const category = there('an action category in the settings', kit.settings.actionCategories[0]).code;
  const body = {
    title: '一起扫落叶',
    story: '扫把社区备着',
    category,
    startsAt: kit.soon(begins),
    endsAt: kit.soon(begins + lasts),
    place: '公园东门',
    places: 2,
    ...more,
  };
  return await kit.done(contract.actions.post, { as: worker, body });
}

export async function openAction(kit: Kit, worker: Person, more: Parameters<typeof draftAction>[2] = {}): Promise<Action> {
  const { id } = await draftAction(kit, worker, more);
  return await kit.done(contract.actions.open, { as: worker, id });
}

export async function proposedProject(kit: Kit, proposer: Person, more: Partial<NewProject> = {}): Promise<Project> {
  const body = { title: '楼门口修一条慢坡道', story: '带扶手，轮椅和婴儿车都好走', place: '八幢门口', cost: 9_600_000, ...more };
  return await kit.done(contract.projects.post, { as: proposer, body });
}

/** Proposed by a resident and taken onto the list by a worker: what a round can offer. */
export async function listedProject(kit: Kit, worker: Person, more: Partial<NewProject> = {}): Promise<Project> {
  const { id } = await proposedProject(kit, kit.person(), more);
  return await kit.done(contract.projects.enlist, { as: worker, id });
}

/** A round of some projects in which one wins and up to two may be chosen; for an hour, unless it says otherwise. */
export async function draftRound(kit: Kit, worker: Person, options: string[], more: Partial<NewRound> = {}): Promise<Round> {
  const body: NewRound = {
    title: '今年修什么',
    of: 'projects',
    options,
    opensAt: kit.soon(-60),
    closesAt: kit.soon(3600),
    ballot: { type: 'approval', min: 1, max: Math.min(2, options.length) },
    rule: 'most-votes',
    winners: 1,
    ...more,
  };
  return await kit.done(contract.rounds.post, { as: worker, body });
}

export async function openRound(kit: Kit, worker: Person, options: string[], more: Partial<NewRound> = {}): Promise<Round> {
  const { id } = await draftRound(kit, worker, options, more);
  return await kit.done(contract.rounds.open, { as: worker, id });
}

export const castBallot = async (kit: Kit, as: Person, id: string, choices: string[], revision?: number): Promise<Receipt> => {
  const body = { choices, ...(revision !== undefined && { revision }) };
  return await kit.done(contract.rounds.cast, { as, id, body });
};

/** Every page of a list, asked for one after the other. */
export async function allPages<Item>(
  ask: (query: { limit: number; cursor?: string }) => Promise<{ items: Item[]; nextCursor: string | null }>,
  limit = 100,
): Promise<Item[][]> {
  const pages: Item[][] = [];
  let cursor: string | null | undefined;
  // No list that the kit fills is longer: a server whose cursor leads in a circle is found out by what it repeats.
  while (cursor !== null && pages.length < 50) {
    const page = await ask({ limit, ...(cursor !== undefined && { cursor }) });
    pages.push(page.items);
    cursor = page.nextCursor;
  }
  return pages;
}
