import type { Contact, WishEdit } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import { homeWithin } from '../areas/home.ts';
import { settingsOf } from '../areas/settings.ts';
import type { AreaRow } from '../areas/statements.ts';
import { areaById, placeOf } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { areaOf, signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { permissions, relationsToArea } from '../identity/permissions.ts';
import { newId } from '../ids.ts';
import type { Db } from '../ports.ts';
import { approvePhotos, attachPhotos, keepPhotos } from '../uploads/statements.ts';
import { decidePhotos } from '../moderation/statements.ts';
import { approach, helpersOf, tell } from './deed.ts';
import { awardPublished } from './merits.ts';
import { isPublic, permit } from './lifecycle.ts';
import { future } from './leases.ts';
import { searchWords } from './search.ts';
import {
  changeWish,
  changeWords,
  claimsOn,
  endClaims,
  factsOf,
  insertWish,
  lockWishes,
  memberInCare,
  setContact,
  type WishRecord,
} from './statements.ts';

type Trx = Transaction<Database>;

/** Refuses where the area has switched wishes off. */
export async function demandWishes(context: Context, db: Db): Promise<AreaRow> {
  const area = areaOf(context);
  await demandSwitchedOn(context, db, area);
  return area;
}

async function demandSwitchedOn(context: Context, db: Db, area: AreaRow): Promise<void> {
  const { features } = await settingsOf(db, area, context.language);
  if (!features.includes('wishes')) throw new Refusal('area.feature-off');
}

export async function post(call: Call<'wishes.post'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  // On the wall of a street or the district it is asked in one's own community, whose workers know who that is.
  const area = await homeWithin(db, caller, await demandWishes(call, db));
  await demandSwitchedOn(call, db, area);
  const wisherId = await wisherOf(call, db, area);
  const wantedBy = future('wantedBy', at, body.wantedBy);
  await demandCategory(call, db, area, body.category);
  const words = { title: body.title, story: body.story ?? '', place: body.place ?? null };
  const made = await insertWish(
    db,
    {
      id: newId(ports),
      root_id: area.root_id,
      area_id: area.id,
      wisher_id: wisherId,
      acting_id: wisherId === caller.id ? null : caller.id,
      kind: body.kind,
      category: body.category ?? 'other',
      status: 'submitted',
      relation: body.forWhom?.relation ?? 'self',
      wanted: body.claimersWanted ?? 1,
      wanted_by: wantedBy,
      created_at: at,
      updated_at: at,
    },
    { ...words, ...searchWords(words), for_name: body.forWhom?.name ?? null },
  );
  await setContact(db, made.id, await sealed(call, body.contact));
  await attachPhotos(db, { photos: body.photos ?? [], ownerId: caller.id, to: { wishId: made.id } });
  await recordEvent(db, {
    type: 'wish.submitted',
    area,
    at,
    wishId: made.id,
    actorId: caller.id,
    onBehalfOf: wisherId === caller.id ? null : wisherId,
    data: factsOf(made),
  });
  return made.id;
}

/** The caller, or whom they write it down for, which only a worker of the area does. */
async function wisherOf(call: Call<'wishes.post'>, db: Db, area: AreaRow): Promise<string> {
  const caller = signedIn(call);
  const memberId = call.body.onBehalfOf?.memberId;
  if (memberId === undefined || memberId === caller.id) return caller.id;
  if (!relationsToArea(caller, placeOf(area)).has('worker')) throw forbidden(permissions['wishes.publish']);
  const looksAfter = caller.roles.flatMap(({ role, areaId }) => (role === 'worker' ? [areaId] : []));
  if (!(await memberInCare(db, looksAfter, area.root_id, memberId))) throw new Refusal('member.unknown');
  return memberId;
}

async function demandCategory(context: Context, db: Db, area: AreaRow, code: string | undefined): Promise<void> {
  if (code === undefined || code === 'other') return;
  const { wishCategories } = await settingsOf(db, area, context.language);
  if (wishCategories.some((category) => category.code === code)) return;
  throw new Refusal('request.invalid', { fields: [{ path: 'category', code: 'not-an-option' }] });
}

async function sealed(context: Context, contact: WishEdit['contact']): Promise<Uint8Array | null> {
  const { name = null, phone = null, address = null } = contact ?? {};
  if (name === null && phone === null && address === null) return null;
  return context.ports.secrets.seal(JSON.stringify({ name, phone, address } satisfies Contact));
}

export async function edit(call: Call<'wishes.edit'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.edit');
  const { wish, caller } = deed;
  const words = {
    title: body.title ?? wish.title ?? '',
    story: body.story ?? wish.story ?? '',
    place: body.place === undefined ? wish.place : body.place,
  };
  const wantedBy = body.wantedBy === undefined ? wish.wanted_by : future('wantedBy', at, body.wantedBy);
  if (body.category !== undefined) await demandCategory(call, db, await areaById(db, wish.area_id), body.category);
  await changeWords(db, wish.id, {
    ...words,
    ...searchWords(words),
    for_name: body.forWhom === undefined ? wish.for_name : (body.forWhom.name ?? null),
    reason: null,
  });
  if (body.contact !== undefined) await setContact(db, wish.id, await sealed(call, body.contact));
  if (body.photos !== undefined) {
    await keepPhotos(db, call.ports.blobs, wish.id, body.photos);
    await attachPhotos(db, { photos: body.photos, ownerId: caller.id, to: { wishId: wish.id } });
  }
  const now = await changeWish(db, wish.id, {
    status: 'submitted',
    kind: body.kind ?? wish.kind,
    category: body.category ?? wish.category,
    relation: body.forWhom?.relation ?? wish.relation,
    wanted: body.claimersWanted ?? wish.wanted,
    wanted_by: wantedBy,
    updated_at: at,
  });
  await tell(deed, 'wish.edited', now, { visibility: 'parties', data: { fields: Object.keys(body) } });
  return wish.id;
}

/** What the worker read is what they decide about, or nothing happens. */
function demandRead({ seen }: { seen?: string | undefined }, wish: WishRecord): void {
  if (seen !== undefined && new Date(seen).getTime() !== wish.updated_at.getTime()) throw new Refusal('wish.state');
}

export async function publish(call: Call<'wishes.publish'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.publish');
  const { wish, caller } = deed;
  demandRead(body, wish);
  const written = { title: wish.title ?? '', story: wish.story ?? '' };
  const shown = {
    title: body.title ?? written.title,
    story: body.story ?? written.story,
    place: body.place === undefined ? wish.place : body.place,
  };
  const redacted = shown.title !== written.title || shown.story !== written.story;
  if (body.category !== undefined) await demandCategory(call, db, await areaById(db, wish.area_id), body.category);
  await changeWords(db, wish.id, {
    ...shown,
    ...searchWords(shown),
    ...(redacted && { original_title: written.title, original_story: written.story }),
  });
  await approvePhotos(db, { wishId: wish.id }, at);
  await decidePhotos(db, wish.id, { memberId: caller.id, at });
  const now = await changeWish(db, wish.id, {
    status: 'open',
    category: body.category ?? wish.category,
    published_at: at,
    updated_at: at,
  });
  await tell(deed, 'wish.published', now, { notify: [wish.wisher_id] });
  await awardPublished(deed);
  return wish.id;
}

export async function decline(call: Call<'wishes.decline'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.decline');
  const { wish } = deed;
  demandRead(body, wish);
  await changeWords(db, wish.id, { reason: body.reason });
  const now = await changeWish(db, wish.id, { status: 'declined', updated_at: at });
  await tell(deed, 'wish.declined', now, { visibility: 'parties', words: body.reason, notify: [wish.wisher_id] });
  return wish.id;
}

/** What another wish can be merged into: one that is still to be fulfilled or being so. */
const underWay: readonly WishRecord['status'][] = ['submitted', 'open', 'claimed', 'fulfilled'];

export async function merge(call: Call<'wishes.merge'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const [id, into] = [call.params['id'] ?? '', body.into].map((given) => given.toLowerCase());
  // Both at once and in order, as two workers may merge two wishes into each other.
  const both = await lockWishes(db, [id ?? '', into ?? '']);
  const wish = both.find((one) => one.id === id);
  if (!wish) throw new Refusal('wish.unknown');
  permit('wishes.merge', call.caller, wish, await claimsOn(db, [wish.id]));
  demandRead(body, wish);
  const target = both.find((one) => one.id === into);
  if (!target || target.id === wish.id || target.area_id !== wish.area_id || !underWay.includes(target.status)) {
    throw new Refusal('wish.merge-target');
  }
  const now = await changeWish(db, wish.id, { status: 'merged', merged_into: target.id, ended_at: at, updated_at: at });
  const deed = { context: call, db, caller: signedIn(call), at, wish, claims: [] };
  await tell(deed, 'wish.merged', now, { visibility: 'parties', data: { into: target.id }, notify: [wish.wisher_id] });
  return wish.id;
}

export async function withdraw(call: Call<'wishes.withdraw'>, db: Trx): Promise<string> {
  const { at } = call;
  const deed = await approach(call, db, 'wishes.withdraw');
  const { wish } = deed;
  const freed = await endClaims(db, { wishId: wish.id }, 'released', at);
  const now = await changeWish(db, wish.id, {
    status: 'withdrawn',
    held: wish.held - freed.length,
    ended_at: at,
    updated_at: at,
  });
  // Open pages have to take it down; of a wish that was never up nobody else hears.
  const visibility = isPublic(wish.status) ? 'public' : 'parties';
  await tell(deed, 'wish.withdrawn', now, { visibility, notify: [wish.wisher_id, ...helpersOf(deed)] });
  return wish.id;
}
