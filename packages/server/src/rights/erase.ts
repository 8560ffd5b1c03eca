import type { WishStatus } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import { leaveActions } from '../actions/parting.ts';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import type { Call } from '../http/route.ts';
import { rememberErased } from '../identity/erased.ts';
import { leaveRounds } from '../rounds/parting.ts';
import { forgetReasons } from '../points/entry-statements.ts';
import { refreshHomes } from '../points/homes.ts';
import { leaveProjects } from '../projects/parting.ts';
import { leaveStars } from '../stars/parting.ts';
import { type Deed, helpersOf, tell } from '../wishes/deed.ts';
import { isPublic } from '../wishes/lifecycle.ts';
import { changeWish, type ClaimRecord, claimsOn, endClaims, lockWishes } from '../wishes/statements.ts';
import { accountsOf, areasOf, forgetPerson, forgetUploads, forgetWords, mergedInto, wishesConcerned } from './statements.ts';

/** Wishes that end with their wisher. What is fulfilled a worker can still close, and what has ended stays as it ended. */
const unfinished: readonly WishStatus[] = ['submitted', 'declined', 'open', 'claimed'];

/**
 * Erases the caller (PIPL article 47): first what is under way ends as if they had ended it themself, told by events,
 * then every word, picture and link that is theirs is deleted. What stays is ids, codes, amounts and times.
 *
 * The caller's row is held alone and before any wish (see `alone` in http/route.ts), so nothing of theirs can begin
 * between the list of wishes and its end; then the wishes in the order of their ids, as everybody takes them; then
 * the actions likewise. What they drafted stays with the community.
 */
export async function erase(call: Call<'me.erase'>, db: Transaction<Database>): Promise<string> {
  const { ports, at } = call;
  const caller = signedIn(call);
  const ids = [caller.id, ...(await mergedInto(db, caller.id))];
  const accounts = await accountsOf(db, ids);
  const areas = await areasOf(db, ids);

  const concerned = await wishesConcerned(db, ids);
  const wishes = concerned.length === 0 ? [] : await lockWishes(db, concerned);
  const claims = concerned.length === 0 ? [] : await claimsOn(db, concerned);
  for (const wish of wishes) {
    const deed: Deed = { context: call, db, caller, at, wish, claims: claims.filter((claim) => claim.wish_id === wish.id) };
    if (!ids.includes(wish.wisher_id)) await giveBack(deed, ids);
    else if (unfinished.includes(wish.status)) await withdraw(deed);
  }

  await leaveActions({ ports, db, at, actorId: caller.id }, ids);
  await leaveRounds({ ports, db, at }, ids);

  await leaveProjects({ db, at, actorId: caller.id }, ids);
  await leaveStars({ db, at, actorId: caller.id }, ids);

  await forgetWords(db, ids);
  await ports.blobs.delete(db, await forgetUploads(db, ids));
  await forgetPerson(db, ids, accounts, at);
  await forgetReasons(db, ids);
  await refreshHomes(db, caller.rootId, ids, at);
  await rememberErased(ports.secrets, db, accounts, at);

  const told = { at, rootId: caller.rootId, actorId: caller.id };
  const home = areas.find((area) => area.id === caller.areaId) ?? null;
  await recordEvent(db, { ...told, type: 'member.erased', area: home, visibility: 'workers' });
  // Pages that show something of theirs ask again, as after any other consent that was taken back.
  for (const area of areas)
    await recordEvent(db, { ...told, type: 'consent.changed', area, data: { surface: 'all', value: 'erased' } });
  return caller.id;
}

async function withdraw(deed: Deed): Promise<void> {
  const { db, at, wish } = deed;
  const freed = await endClaims(db, { wishId: wish.id }, 'released', at);
  const now = await changeWish(db, wish.id, {
    status: 'withdrawn',
    held: wish.held - freed.length,
    ended_at: at,
    updated_at: at,
  });
  await tell(deed, 'wish.withdrawn', now, {
    visibility: isPublic(wish.status) ? 'public' : 'parties',
    notify: helpersOf(deed),
  });
}

async function giveBack(deed: Deed, ids: readonly string[]): Promise<void> {
  const inPerson = (claim: ClaimRecord) =>
    claim.state === 'active' && claim.organisation_id === null && ids.includes(claim.member_id);
  let { held } = deed.wish;
  for (const claim of deed.claims.filter(inPerson)) {
    await endClaims(deed.db, { wishId: deed.wish.id, claimId: claim.id }, 'released', deed.at);
    held -= 1;
    const now = await changeWish(deed.db, deed.wish.id, { status: 'open', held, updated_at: deed.at });
    await tell(deed, 'wish.released', now, { claimId: claim.id, notify: [deed.wish.wisher_id] });
  }
}
