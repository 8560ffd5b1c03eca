import type { Consents, WishStatus } from '@five-micro/contract';
import type { Transaction } from 'kysely';
import { mergeActions } from '../actions/parting.ts';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { consentsOf } from '../identity/consents.ts';
import { permissions } from '../identity/permissions.ts';
import { mergePoints } from '../points/merge.ts';
import { mergeProjects } from '../projects/parting.ts';
import type { Db } from '../ports.ts';
import { mergeRounds } from '../rounds/parting.ts';
import { mergeStars } from '../stars/parting.ts';
import { isHeld, isPublic } from '../wishes/lifecycle.ts';
import { changeWish, claimsOn, type ClaimRecord, factsOf, lockWishes, type WishRow } from '../wishes/statements.ts';
import { demandWorker, memberInSight, memberToActOn } from './care.ts';
import { changeConsents, consentRow, tellConsents } from './consent-statements.ts';
import {
  endClaim,
  fillIn,
  leavePseudonym,
  moveDeeds,
  moveModeration,
  moveReportIns,
  moveRepresentation,
  type Pair,
  wishesOfMember,
} from './merge-statements.ts';
import { holdMembers, type MemberRow } from './statements.ts';

type Trx = Transaction<Database>;

/**
 * Makes two identities of one person one: everything of `{id}` follows to `into`, and nothing is there twice.
 *
 * Both are held first, in the order of their ids, so that what either has begun is over and nothing new begins; then
 * the wishes of the one that goes, in order too, as everybody takes them (see `lockWish`), and their actions likewise.
 */
export async function mergeMembers(call: Call<'members.merge'>, db: Trx): Promise<string> {
  const caller = demandWorker(call, permissions['members.merge']);
  const [from, into] = [call.params['id'] ?? '', call.body.into].map((id) => id.toLowerCase());
  if (from === undefined || into === undefined) throw new Refusal('member.unknown');
  // Before anything is held: nobody holds themself alone while sharing their own row.
  if (into === caller.id || from === caller.id) throw new Refusal('member.self');
  const gone = await holdMembers(db, [from, into]);
  const going = await memberToActOn(call, db, 'members.merge');
  const staying = gone !== undefined || into === from ? undefined : await memberInSight(call, db, into);
  if (!staying) throw new Refusal('member.merge-target');
  await release(call, db, { from, into });
  await mergeActions({ ports: call.ports, db, at: call.at, actorId: caller.id }, { from, into });
  await mergeRounds({ ports: call.ports, db, at: call.at }, { from, into });
  await mergeProjects({ db }, { from, into });
  await mergeStars({ db, at: call.at, actorId: caller.id }, { from, into });
  await follow(db, going, staying, { at: call.at, actorId: caller.id });
  await recordEvent(db, {
    type: 'member.merged',
    area: homeOf(staying) ?? homeOf(going),
    rootId: staying.root_id,
    at: call.at,
    visibility: 'parties',
    actorId: caller.id,
    onBehalfOf: into,
    data: { member: from, into },
    notify: [into],
  });
  return into;
}

const homeOf = ({ area_id, root_id }: MemberRow) => (area_id === null ? null : { id: area_id, root_id });

async function follow(db: Db, going: MemberRow, staying: MemberRow, by: { at: Date; actorId: string }): Promise<void> {
  const { at } = by;
  const pair = { from: going.id, into: staying.id };
  const before = consentsOf(await consentRow(db, pair.from));
  const own = consentsOf(await consentRow(db, pair.into));
  await moveDeeds(db, pair);
  await moveModeration(db, pair);
  await moveRepresentation(db, pair);
  await moveReportIns(db, pair);
  await fillIn(db, pair);
  await leavePseudonym(db, pair, at);
  await mergePoints(db, pair, { ...by, rootId: staying.root_id });
  // What one identity kept to itself no worker's act makes public: of each switch the stricter holds.
  const someone = { id: pair.into, rootId: staying.root_id, areaId: staying.area_id };
  const after = stricter(before, own);
  await changeConsents(db, someone, after, at);
  await tellConsents(db, someone, { before, after }, at);
}

const reach = ['off', 'masked', 'full'] as const;
const stricter = (one: Consents, other: Consents): Consents => ({
  wishAuthor: one.wishAuthor && other.wishAuthor,
  helper: one.helper && other.helper,
  photos: one.photos && other.photos,
  star: one.star && other.star,
  ranking: reach[Math.min(reach.indexOf(one.ranking), reach.indexOf(other.ranking))] ?? 'off',
});

const underWay: readonly WishStatus[] = ['open', 'claimed', 'fulfilled'];
/** Over with everyone's help: it has wanted as many helpers as have come. */
const helped: readonly WishStatus[] = ['confirmed', 'closed'];

/** Claims that one person cannot have: a second on the same wish, and one on a wish of their own. */
async function release(call: Call<'members.merge'>, db: Trx, pair: Pair): Promise<void> {
  const ids = await wishesOfMember(db, pair.from);
  if (ids.length === 0) return;
  const wishes = await lockWishes(db, ids);
  const claims = await claimsOn(db, ids);
  for (const wish of wishes) {
    const own = claims.filter((claim) => claim.wish_id === wish.id && isTheirs(pair, claim.member_id) && isHeld(claim));
    let now: WishRow = wish;
    for (const claim of excess(wish, own, pair)) now = await giveBack(call, db, now, claim);
  }
}

const isTheirs = ({ from, into }: Pair, memberId: string) => memberId === from || memberId === into;

function excess(wish: WishRow, claims: readonly ClaimRecord[], pair: Pair): readonly ClaimRecord[] {
  if (isTheirs(pair, wish.wisher_id)) return underWay.includes(wish.status) ? claims : [];
  const personal = claims.filter((claim) => claim.organisation_id === null);
  // Oldest first: what was done counts before what was promised.
  const kept = personal.find((claim) => claim.state === 'done') ?? personal[0];
  return personal.filter((claim) => claim !== kept);
}

/** Answers the wish as it is then. What has ended stays as it ended. */
async function giveBack(call: Call<'members.merge'>, db: Db, wish: WishRow, claim: ClaimRecord): Promise<WishRow> {
  const { at } = call;
  await endClaim(db, claim.id, at);
  const now = await changeWish(db, wish.id, {
    held: wish.held - 1,
    done: wish.done - (claim.state === 'done' ? 1 : 0),
    ...(underWay.includes(wish.status) && { status: 'open' }),
    ...(helped.includes(wish.status) && { wanted: wish.wanted - 1 }),
    updated_at: at,
  });
  await recordEvent(db, {
    type: 'wish.released',
    area: { id: wish.area_id, root_id: wish.root_id },
    at,
    visibility: isPublic(now.status) && underWay.includes(now.status) ? 'public' : 'parties',
    wishId: wish.id,
    claimId: claim.id,
    organisationId: claim.organisation_id,
    actorId: signedIn(call).id,
    onBehalfOf: claim.member_id,
    data: factsOf(now),
    notify: [wish.wisher_id, claim.member_id],
  });
  return now;
}
