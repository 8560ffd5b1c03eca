import type { StarEvent } from '@five-micro/contract';
import { settingsOf } from '../areas/settings.ts';
import { type AreaRow, areaById } from '../areas/statements.ts';
import { type Hand, recordEvent, type Told } from '../db/events.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { type NominationEndpoint, permit } from './lifecycle.ts';
import { factsOf, lockNomination, type NominationRecord, type NominationRow } from './statements.ts';

/** One step of a nomination's way, under way: it is locked, and the caller may take the step. */
export interface Deed extends Hand {
  context: Context;
  caller: MemberCaller;
  actorId: string;
  nomination: NominationRecord;
  relations: ReadonlySet<Relation>;
}

/** Locks the nomination that the path names and asks the table. */
export async function approach(context: Context, db: Db, endpoint: NominationEndpoint): Promise<Deed> {
  const caller = signedIn(context);
  const nomination = await lockNomination(db, context.params['id'] ?? '');
  if (!nomination) throw new Refusal('nomination.unknown');
  const relations = permit(endpoint, caller, nomination);
  return { context, db, at: context.at, caller, actorId: caller.id, nomination, relations };
}

/** Writes down what happened to a nomination, or to the star that became of it. What is not public yet is its parties'. */
export async function tell({ db, at, actorId }: Hand, type: StarEvent, now: NominationRow, told: Told = {}): Promise<void> {
  await recordEvent(db, {
    type,
    area: { id: now.area_id, root_id: now.root_id },
    at,
    nominationId: now.id,
    actorId,
    visibility: 'parties',
    ...told,
    data: { ...factsOf(now), ...told.data },
  });
}

/** Refuses where the area has switched stars off. */
export async function demandStars(context: Context, db: Db): Promise<AreaRow> {
  const area = areaOf(context);
  await demandSwitchedOn(context, db, area);
  return area;
}

export async function demandSwitchedOn(context: Context, db: Db, area: AreaRow): Promise<void> {
  const { features } = await settingsOf(db, area, context.language);
  if (!features.includes('stars')) throw new Refusal('area.feature-off');
}

/** An honour that can be awarded there. */
export async function demandTitle(context: Context, db: Db, areaId: number, code: string): Promise<void> {
  const { starTitles } = await settingsOf(db, await areaById(db, areaId), context.language);
  if (starTitles?.some((title) => title.code === code)) return;
  throw new Refusal('request.invalid', { fields: [{ path: 'title', code: 'not-an-option' }] });
}
