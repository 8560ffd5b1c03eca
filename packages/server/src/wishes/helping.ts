import type { Transaction } from 'kysely';
import { settingsOf } from '../areas/settings.ts';
import { areaById } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import { newId } from '../ids.ts';
import { holdPhotos, screen } from '../moderation/screening.ts';
import { decidePhotos } from '../moderation/statements.ts';
import { approveByIds, attachPhotos } from '../uploads/statements.ts';
import { approach, type Deed, heldClaims, helpersOf, lapseOverdue, tell } from './deed.ts';
import { ownActive, statusBy } from './lifecycle.ts';
import { extendedLeaseEnd, leaseEnd } from './leases.ts';
import { awardHelped } from './merits.ts';
import {
  changeWish,
  changeWords,
  type ClaimRecord,
  claimsOfErased,
  claimsOn,
  closeWords,
  endClaims,
  factsOf,
  insertClaim,
  moveClaim,
  organisationBySlug,
  renewClaims,
  setNote,
  takePlace,
} from './statements.ts';
import { namesFor } from './view.ts';

type Trx = Transaction<Database>;

export async function claim(call: Call<'wishes.claim'>, db: Trx): Promise<string> {
  const { ports, body, at } = call;
  const deed = await lapsed(await approach(call, db, 'wishes.claim', { anyState: true }));
  const { wish, caller } = deed;
  const organisationId = body.as === undefined ? null : await representedOrganisation(deed, body.as);
  const own = heldClaims(deed).find((held) =>
    organisationId === null
      ? held.organisation_id === null && held.member_id === caller.id
      : held.organisation_id === organisationId,
  );
  if (own && (wish.status === 'open' || wish.status === 'claimed')) return wish.id;
  if (wish.status === 'claimed') throw await alreadyClaimed(deed);
  if (wish.status !== 'open') throw new Refusal('wish.state');

  const dueAt = leaseEnd(at, await leaseDaysOf(deed), { wantedBy: wish.wanted_by, asked: body.dueAt });
  const now = await takePlace(db, wish.id, at);
  if (!now) throw await alreadyClaimed(deed);
  const claimId = newId(ports);
  await insertClaim(db, {
    id: claimId,
    root_id: wish.root_id,
    wish_id: wish.id,
    member_id: caller.id,
    organisation_id: organisationId,
    state: 'active',
    due_at: dueAt,
    created_at: at,
  });
  await tell(deed, 'wish.claimed', now, {
    claimId,
    organisationId,
    data: { dueAt: dueAt.toISOString() },
    notify: [wish.wisher_id],
  });
  return wish.id;
}

/** The deed after leases that have run out were written down. */
async function lapsed(deed: Deed): Promise<Deed> {
  if (!deed.claims.some((held) => held.state === 'active' && held.due_at <= deed.at)) return deed;
  const now = await lapseOverdue(deed.db, deed.wish, deed.at);
  return now ? { ...deed, wish: { ...deed.wish, ...now }, claims: await claimsOn(deed.db, [now.id]) } : deed;
}

async function representedOrganisation({ db, wish, caller }: Deed, slug: string): Promise<number> {
  const organisation = await organisationBySlug(db, wish.root_id, slug);
  if (!organisation) throw new Refusal('organisation.unknown');
  if (!caller.organisations.some((own) => own.id === organisation.id)) throw new Refusal('organisation.not-representative');
  return organisation.id;
}

/** Says kindly who was first, as this caller may see them. */
async function alreadyClaimed(deed: Deed): Promise<Refusal> {
  const [holder] = heldClaims(deed);
  const people = await loadPeople(deed.db, [holder?.member_id ?? null]);
  const names = namesFor(deed.context, people, deed.wish, deed.claims);
  return new Refusal('wish.already-claimed', {
    params: { name: names.helper(holder?.member_id ?? null, holder?.organisation_name ?? null) },
  });
}

async function leaseDaysOf({ context, db, wish }: Deed): Promise<number> {
  const { leaseDays } = await settingsOf(db, await areaById(db, wish.area_id), context.language);
  return leaseDays;
}

/** An event about the caller's own claim. */
const ofClaim = (claim: ClaimRecord) => ({ claimId: claim.id, organisationId: claim.organisation_id });

export async function release(call: Call<'wishes.release'>, db: Trx): Promise<string> {
  const { at } = call;
  const deed = await approach(call, db, 'wishes.release');
  const { wish, caller } = deed;
  const own = ownActive(caller, deed.claims);
  await endClaims(db, { wishId: wish.id, claimId: own.id }, 'released', at);
  const now = await changeWish(db, wish.id, { status: 'open', held: wish.held - 1, updated_at: at });
  await tell(deed, 'wish.released', now, { ...ofClaim(own), notify: [wish.wisher_id, own.member_id] });
  return wish.id;
}

export async function extend(call: Call<'wishes.extend'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.extend');
  const { wish, caller } = deed;
  const own = ownActive(caller, deed.claims);
  const dueAt = extendedLeaseEnd(at, body.dueAt);
  await moveClaim(db, own.id, dueAt);
  const now = await changeWish(db, wish.id, { updated_at: at });
  await tell(deed, 'wish.extended', now, {
    ...ofClaim(own),
    data: { dueAt: dueAt.toISOString() },
    notify: [wish.wisher_id, own.member_id],
  });
  return wish.id;
}

/** Wins over a lapse for as long as nobody has written the lapse down. */
export async function fulfil(call: Call<'wishes.fulfil'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.fulfil');
  const { wish, caller } = deed;
  const own = ownActive(caller, deed.claims);
  await endClaims(db, { wishId: wish.id, claimId: own.id }, 'done', at);
  await setNote(db, own.id, body.note);
  const photos = body.photos ?? [];
  await attachPhotos(db, { photos, ownerId: caller.id, to: { claimId: own.id } });
  await holdPhotos(deed, own.id, photos);
  const done = wish.done + 1;
  const now = await changeWish(db, wish.id, { status: statusBy({ ...wish, done }), done, updated_at: at });
  await tell(deed, 'wish.fulfilled', now, { ...ofClaim(own), words: body.note, notify: [wish.wisher_id, own.member_id] });
  await screen(deed, 'note', { written: body.note, before: own.note, claimId: own.id });
  return wish.id;
}

/** The wisher's own word; silence is never taken for it. */
export async function confirm(call: Call<'wishes.confirm'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.confirm');
  const { wish } = deed;
  const thanks = body.thanks === undefined || body.thanks === '' ? null : body.thanks;
  await changeWords(db, wish.id, { thanks });
  const now = await changeWish(db, wish.id, { status: 'confirmed', rating: body.rating, ended_at: at, updated_at: at });
  await tell(deed, 'wish.confirmed', now, { data: { rating: body.rating }, words: thanks ?? undefined, notify: helpersOf(deed) });
  if (thanks !== null) await screen(deed, 'thanks', { written: thanks, before: wish.thanks });
  await awardHelped(deed);
  return wish.id;
}

/** The wisher's “not yet”: everyone who said it was done has a new lease, but for those who have been erased since. */
export async function reopen(call: Call<'wishes.reopen'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.reopen');
  const { wish } = deed;
  const dueAt = leaseEnd(at, await leaseDaysOf(deed), {});
  const gone = await claimsOfErased(db, wish.id);
  await renewClaims(db, wish.id, dueAt);
  const now = await changeWish(db, wish.id, { status: statusBy({ ...wish, done: 0 }), done: 0, updated_at: at });
  await tell(deed, 'wish.reopened', now, { data: { dueAt: dueAt.toISOString() }, words: body.reason, notify: helpersOf(deed) });
  await releaseFor(deed, gone);
  return wish.id;
}

/** Gives back what nobody is left to do. The community says it, as whoever promised it cannot. */
async function releaseFor({ db, at, wish }: Deed, claims: readonly { id: string }[]): Promise<void> {
  let { held } = wish;
  for (const { id } of claims) {
    await endClaims(db, { wishId: wish.id, claimId: id }, 'released', at);
    held -= 1;
    const now = await changeWish(db, wish.id, { status: 'open', held, updated_at: at });
    await recordEvent(db, {
      type: 'wish.released',
      area: { id: wish.area_id, root_id: wish.root_id },
      at,
      wishId: wish.id,
      claimId: id,
      data: factsOf(now),
      notify: [wish.wisher_id],
    });
  }
}

/** A worker's word after a visit, where the wisher does not answer. */
export async function close(call: Call<'wishes.close'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.close');
  const { wish } = deed;
  await closeWords(db, wish.id, body.note);
  const now = await changeWish(db, wish.id, { status: 'closed', ended_at: at, updated_at: at });
  await tell(deed, 'wish.closed', now, { words: body.note, notify: [wish.wisher_id, ...helpersOf(deed)] });
  await screen(deed, 'closing', { written: body.note, before: wish.closing_note });
  await awardHelped(deed);
  return wish.id;
}

/** Fewer helpers than were wished for: as many as have come, at the least. */
export async function lower(call: Call<'wishes.lower'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.lower');
  const { wish } = deed;
  const wanted = body.claimersWanted;
  const least = Math.max(1, wish.held);
  const fault =
    wanted < least
      ? { code: 'too-small' as const, params: { min: least } }
      : { code: 'too-big' as const, params: { max: wish.wanted } };
  if (wanted < least || wanted > wish.wanted)
    throw new Refusal('request.invalid', { fields: [{ path: 'claimersWanted', ...fault }] });
  if (wanted === wish.wanted) return wish.id;
  const now = await changeWish(db, wish.id, { wanted, status: statusBy({ ...wish, wanted }), updated_at: at });
  await tell(deed, 'wish.lowered', now, { notify: [wish.wisher_id, ...helpersOf(deed)] });
  return wish.id;
}

export async function approve(call: Call<'wishes.approvePhotos'>, db: Trx): Promise<string> {
  const { body, at } = call;
  const deed = await approach(call, db, 'wishes.approvePhotos');
  const { wish, caller } = deed;
  await approveByIds(db, wish.id, body.photos, at);
  await decidePhotos(db, wish.id, { photos: body.photos, memberId: caller.id, at });
  const now = await changeWish(db, wish.id, { updated_at: at });
  await tell(deed, 'wish.photos-approved', now, { data: { count: body.photos.length } });
  return wish.id;
}
