import type { Transaction } from 'kysely';
import { areaById } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { approveActionPhotos, attachToAction, dropUnshown } from '../uploads/action-photos.ts';
import { approach, type Deed, tell } from './deed.ts';
import { demandCategory, followed } from './planning.ts';
import { rewrites } from './reading.ts';
import { screen, wordsIn } from './screening.ts';
import { concernedBy, moveSpans } from './sign-up-statements.ts';
import { promote } from './signing-up.ts';
import { type ActionRecord, changeAction, changeWords } from './statements.ts';
import { demandTimes, hasBegun } from './times.ts';

type Body = Call<'actions.edit'>['body'];

/**
 * Changes an action before it begins; everyone who comes or waits is told. With `following` the later ones of its
 * series change likewise, and a new time moves them by as much.
 */
export async function edit(call: Call<'actions.edit'>, db: Transaction<Database>): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'actions.edit');
  const { action } = deed;
  demandNotBegun(action, at);
  const area = await areaById(db, action.area_id);
  if (body.category !== undefined) await demandCategory(call, db, area, body.category);
  const later = body.following ? await followed(deed, (one) => isEditable(one, at)) : [];
  const shift = shiftOf(body, action);
  for (const one of [action, ...later]) await change(call, deed, one, shift);
  return action.id;
}

const isEditable = (action: ActionRecord, at: Date): boolean =>
  action.status === 'draft' || (action.status === 'open' && !hasBegun(action, at));

function demandNotBegun(action: ActionRecord, at: Date): void {
  if (!isEditable(action, at)) throw new Refusal('action.state');
}

/** Milliseconds by which the start and the end move. */
interface Shift {
  start: number;
  end: number;
}

function shiftOf({ startsAt, endsAt }: Body, { starts_at, ends_at }: ActionRecord): Shift {
  const start = startsAt === undefined ? 0 : new Date(startsAt).getTime() - starts_at.getTime();
  // Whoever names only a new start means the whole to move.
  return { start, end: endsAt === undefined ? start : new Date(endsAt).getTime() - ends_at.getTime() };
}

async function change(call: Call<'actions.edit'>, deed: Deed, action: ActionRecord, shift: Shift): Promise<void> {
  const { body, ports } = call;
  const { db, at } = deed;
  const times = {
    starts_at: new Date(action.starts_at.getTime() + shift.start),
    ends_at: new Date(action.ends_at.getTime() + shift.end),
  };
  const moved = shift.start !== 0 || shift.end !== 0;
  if (moved) demandTimes(times, { at, ahead: true });
  if (body.places !== undefined && body.places < action.taken)
    throw new Refusal('request.invalid', {
      fields: [{ path: 'places', code: 'too-small', params: { min: String(action.taken) } }],
    });

  const photos = body.photos && [...new Set(body.photos.map((id) => id.toLowerCase()))];
  // Once it is up, whoever holds it still says when and where it is and for how many; the rest is a worker's.
  if (action.opened_at !== null && !deed.relations.has('worker') && rewrites(action, body, photos))
    throw forbidden({ allow: ['worker'] });
  if (photos) await attachToAction(db, { photos, ownerId: deed.caller.id, actionId: action.id, seriesId: action.series_id });
  await changeWords(db, action.id, namedWords(body));
  const changed = await changeAction(db, action.id, {
    ...(moved && times),
    ...(body.category !== undefined && { category: body.category }),
    ...(body.places !== undefined && { places: body.places }),
    ...(body.minimumAge !== undefined && { minimum_age: body.minimumAge }),
    ...(photos && { photos }),
    sequence: action.sequence + 1,
    updated_at: at,
  });
  if (photos) {
    await dropUnshown(
      db,
      ports.blobs,
      action.photos.filter((id) => !photos.includes(id)),
    );
    // A worker's own choice is a worker's look.
    if (action.opened_at !== null) await approveActionPhotos(db, photos, at);
  }
  if (moved) await moveSpans(db, changed, at);
  await tell(deed, 'action.edited', changed, {
    visibility: action.opened_at === null ? 'parties' : 'public',
    organisationId: action.organisation_id,
    data: {
      fields: fieldsOf(action, body, moved),
      startsAt: changed.starts_at.toISOString(),
      endsAt: changed.ends_at.toISOString(),
    },
    notify: await concernedBy(db, action.id),
  });
  const before = wordsIn(action);
  const said = Object.entries(wordsIn({ ...action, ...namedWords(body) })).filter(
    ([part, now]) => now !== before[part as keyof typeof before],
  );
  await screen(deed, changed, Object.fromEntries(said), { writerId: deed.caller.id, works: deed.relations.has('worker') });
  // More places, or another time at which somebody can who could not: they were waiting for that.
  if (changed.status === 'open') await promote(deed, changed);
}

const namedWords = ({ title, story, place, bring, forWhom }: Body) => ({
  ...(title !== undefined && { title }),
  ...(story !== undefined && { story }),
  ...(place !== undefined && { place }),
  ...(bring !== undefined && { bring }),
  ...(forWhom !== undefined && { for_whom: forWhom }),
});

/** Which fields were named, never what is in them. Whoever names words that stand there already has not written them. */
function fieldsOf(action: ActionRecord, { following: _following, ...named }: Body, moved: boolean): string[] {
  const { title, story, place, bring, for_whom: forWhom } = action;
  const words: Record<string, string | null> = { title, story, place, bring, forWhom };
  return Object.entries(named)
    .filter(([field, value]) => !(field in words) || value !== words[field])
    .map(([field]) => field)
    .filter((field) => moved || (field !== 'startsAt' && field !== 'endsAt'));
}
