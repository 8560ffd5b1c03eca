import type { Transaction } from 'kysely';
import { settingsOf } from '../areas/settings.ts';
import { type AreaRow, areaById, placeOf } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { relationsToArea } from '../identity/permissions.ts';
import { newId } from '../ids.ts';
import type { Db } from '../ports.ts';
import { approveActionPhotos, attachToAction } from '../uploads/action-photos.ts';
import { organisationBySlug } from '../wishes/statements.ts';
import { approach, type Deed, tell } from './deed.ts';
import { saysTheSame } from './reading.ts';
import { screen } from './screening.ts';
import { concernedBy, endSignUps } from './sign-up-statements.ts';
import {
  type ActionRecord,
  type ActionRow,
  changeAction,
  changeWords,
  idsFrom,
  insertAction,
  lastToSay,
  lockActions,
} from './statements.ts';
import { demandTimes, hasBegun, weeksLater } from './times.ts';

type Trx = Transaction<Database>;

/** Refuses where the area has switched actions off. */
export async function demandActions(context: Context, db: Db): Promise<AreaRow> {
  const area = areaOf(context);
  const { features } = await settingsOf(db, area, context.language);
  if (!features.includes('actions')) throw new Refusal('area.feature-off');
  return area;
}

/** Drafts one action, or a weekly series of them. Answers the first. */
export async function post(call: Call<'actions.post'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  const area = await demandActions(call, db);
  const organisationId = await hostOf(call, db, area);
  await demandCategory(call, db, area, body.category);
  const first = { starts_at: new Date(body.startsAt), ends_at: new Date(body.endsAt) };
  demandTimes(first, { at, ahead: true });
  const times = body.repeat?.times ?? 1;
  const seriesId = times > 1 ? newId(ports) : null;
  const photos = [...new Set((body.photos ?? []).map((id) => id.toLowerCase()))];
  const made: ActionRow[] = [];
  for (let index = 0; index < times; index += 1) {
    made.push(
      await insertAction(
        db,
        {
          id: newId(ports),
          root_id: area.root_id,
          area_id: area.id,
          author_id: caller.id,
          organisation_id: organisationId,
          category: body.category,
          status: 'draft',
          starts_at: weeksLater(first.starts_at, index),
          ends_at: weeksLater(first.ends_at, index),
          places: body.places,
          minimum_age: body.minimumAge ?? null,
          photos,
          ...(seriesId !== null && { series_id: seriesId, series_index: index + 1, series_of: times }),
          created_at: at,
          updated_at: at,
        },
        {
          title: body.title,
          story: body.story,
          place: body.place,
          bring: body.bring ?? null,
          for_whom: body.forWhom ?? null,
        },
      ),
    );
  }
  const [head] = made;
  if (!head) throw new Error('A series of none.');
  await attachToAction(db, { photos, ownerId: caller.id, actionId: head.id, seriesId });
  for (const action of made)
    await tell({ ports, db, at, actorId: caller.id }, 'action.drafted', action, { visibility: 'parties', organisationId });
  return head.id;
}

/** A worker names any organisation of the district, or none; a representative one that they represent. */
async function hostOf(call: Call<'actions.post'>, db: Db, area: AreaRow): Promise<number | null> {
  const caller = signedIn(call);
  const works = relationsToArea(caller, placeOf(area)).has('worker');
  const { host } = call.body;
  if (host === undefined) {
    if (works) return null;
    throw new Refusal('request.invalid', { fields: [{ path: 'host', code: 'required' }] });
  }
  const organisation = await organisationBySlug(db, area.root_id, host);
  if (!organisation) throw new Refusal('organisation.unknown', { fields: [{ path: 'host', code: 'not-an-option' }] });
  if (!works && !caller.organisations.some((own) => own.id === organisation.id))
    throw new Refusal('organisation.not-representative', { fields: [{ path: 'host', code: 'not-an-option' }] });
  return organisation.id;
}

export async function demandCategory(context: Context, db: Db, area: AreaRow, code: string): Promise<void> {
  const { actionCategories } = await settingsOf(db, area, context.language);
  if (actionCategories.some((category) => category.code === code)) return;
  throw new Refusal('request.invalid', { fields: [{ path: 'category', code: 'not-an-option' }] });
}

/** The named action of a deed, and the later ones of its series that are meant too, all of them locked. */
export async function followed(deed: Deed, meant: (action: ActionRecord) => boolean): Promise<ActionRecord[]> {
  const { db, action } = deed;
  const ids = await idsFrom(db, action.id, true);
  return (await lockActions(db, ids)).filter((one) => one.id !== action.id && meant(one));
}

/** A worker has looked at it: from now on people see it and sign up. */
export async function open(call: Call<'actions.open'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'actions.open');
  const { action, at } = deed;
  const { seen, following } = call.body;
  if (seen !== undefined && new Date(seen).getTime() !== action.updated_at.getTime()) throw new Refusal('action.state');
  demandTimes(action, { at, ahead: true });
  const { features } = await settingsOf(db, await areaById(db, action.area_id), call.language);
  if (!features.includes('actions')) throw new Refusal('area.feature-off');
  const isRead = (one: ActionRecord) => one.organisation_id === null || saysTheSame(one, action);
  const later = following ? await followed(deed, (one) => one.status === 'draft' && !hasBegun(one, at) && isRead(one)) : [];
  for (const one of [action, ...later]) {
    await approveActionPhotos(db, one.photos, at);
    const now = await changeAction(db, one.id, { status: 'open', opened_at: at, updated_at: at });
    await tell(deed, 'action.opened', now, { notify: [one.author_id], organisationId: one.organisation_id });
    // Of the later ones everything was read but another place.
    if (one.organisation_id === null || one.place === action.place) continue;
    const writerId = (await lastToSay(db, one.id, 'place')) ?? one.author_id;
    await screen(deed, now, { place: one.place }, { writerId, works: false });
  }
  return action.id;
}

/** What can still be called off. */
const underWay: readonly ActionRow['status'][] = ['draft', 'open', 'closed'];

export async function cancel(call: Call<'actions.cancel'>, db: Trx): Promise<string> {
  const deed = await approach(call, db, 'actions.cancel');
  const later = call.body.following ? await followed(deed, (one) => underWay.includes(one.status)) : [];
  for (const one of [deed.action, ...later]) await callOff(deed, one, call.body.reason);
  return deed.action.id;
}

async function callOff(deed: Deed, action: ActionRecord, reason: string): Promise<void> {
  const { db, at } = deed;
  const concerned = await concernedBy(db, action.id);
  await endSignUps(db, action.id, ['signed-up', 'waiting', 'attended', 'absent'], 'cancelled', at);
  await changeWords(db, action.id, { reason });
  const now = await changeAction(db, action.id, {
    status: 'cancelled',
    taken: 0,
    waiting: 0,
    sequence: action.sequence + 1,
    ended_at: at,
    updated_at: at,
  });
  await tell(deed, 'action.cancelled', now, {
    // Of one that was never up nobody else hears.
    visibility: action.opened_at === null ? 'parties' : 'public',
    words: reason,
    notify: [...concerned, action.author_id],
  });
  await screen(deed, now, { reason }, { writerId: deed.caller.id, works: deed.relations.has('worker') });
}
