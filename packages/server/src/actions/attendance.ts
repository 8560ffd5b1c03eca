import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { holdStanding, rowsOf, takeSpans } from './attendance-statements.ts';
import { settle } from './credit.ts';
import { approach, type Deed, tell } from './deed.ts';
import { changeSignUp, holdTimes, putSignUp, type SignUpRow } from './sign-up-statements.ts';
import { promote } from './signing-up.ts';
import { type ActionRow, changeAction } from './statements.ts';
import { isAttendanceTime } from './times.ts';

type Item = Call<'actions.attendance'>['body']['items'][number];

/** Looking somebody up who was never on the list is what workers do. */
const byWorkers = forbidden({ allow: ['worker'] });

/** What the answer reads anew: whose sign-ups, and to what. */
const subjectOf = (actionId: string, memberIds: readonly string[]): string => [actionId, ...memberIds].join(' ');

/** The same read back. */
export function attendanceSubject(subject: string): { actionId: string; memberIds: string[] } {
  const [actionId = '', ...memberIds] = subject.split(' ');
  return { actionId, memberIds };
}

/** An organiser's list under way: the action's counts as they are after what was noted so far. */
interface Listing {
  deed: Deed;
  now: ActionRow;
  /** People who are there and may be noted, besides those on the list. */
  standing: ReadonlySet<string>;
  /** Whose state or time has changed. */
  changed: string[];
}

/**
 * The organiser notes who came, from half an hour before the start until a week after the end; also people who were
 * not on the list. The same note twice changes nothing. After the finish it credits, or puts right what was credited.
 */
export async function attend(call: Call<'actions.attendance'>, db: Transaction<Database>): Promise<string> {
  const { body, at } = call;
  const caller = signedIn(call);
  // Of two notes about one person the later holds.
  const items = new Map(body.items.map((item) => [item.member.toLowerCase(), item]));
  const ids = [...items.keys()];
  // People before actions, as everywhere.
  const standing = await holdStanding(db, caller.rootId, ids);
  const deed = await approach(call, db, 'actions.attendance');
  const { action } = deed;
  if (!isAttendanceTime(action, at)) throw new Refusal('action.check-in-time');
  if (items.has(caller.id)) throw new Refusal('action.self-dealing');

  // Whoever waits was here before anyone who just walks in.
  const now = await promote(deed, action);
  const rows = await rowsOf(db, action.id, ids);
  const listing: Listing = { deed, now, standing, changed: [] };
  for (const [memberId, item] of items) await note(listing, memberId, item, rows.get(memberId));
  await keep(listing);
  return subjectOf(action.id, ids);
}

async function note(listing: Listing, memberId: string, item: Item, row: SignUpRow | undefined): Promise<void> {
  const finished = listing.now.status === 'finished';
  if (item.state === 'attended') {
    if (!row || row.state === 'cancelled') await walkIn(listing, memberId, item, row);
    else if (row.state !== 'attended' || (item.minutes !== undefined && item.minutes !== row.minutes_given))
      await came(listing, row, item);
  } else if (item.state === 'absent' || finished) {
    // What has finished leaves nobody signed up: who is taken off then was absent.
    if (row?.state === 'signed-up' || row?.state === 'attended') await missed(listing, row);
  } else if (row?.state === 'attended' || row?.state === 'absent') await undo(listing, row);
}

async function came(listing: Listing, row: SignUpRow, { minutes }: Item): Promise<void> {
  const waited = row.state === 'waiting';
  const extra = waited ? !takesPlace(listing) : row.extra;
  if (waited) listing.now = { ...listing.now, waiting: listing.now.waiting - 1 };
  await change(listing, row, { state: 'attended', extra, minutes_given: minutes ?? row.minutes_given });
  await tellNoted(listing, row, 'attended');
}

async function missed(listing: Listing, row: SignUpRow): Promise<void> {
  await change(listing, row, { state: 'absent', span: null });
  await tellNoted(listing, row, 'absent');
}

/** A note that was a mistake: everyone is where they were before it. Whoever was not on the list is not on it again. */
async function undo(listing: Listing, row: SignUpRow): Promise<void> {
  const { now } = listing;
  const back = row.walked_in ? 'cancelled' : row.extra ? 'waiting' : 'signed-up';
  if (back === 'waiting') listing.now = { ...now, waiting: now.waiting + 1 };
  if (back === 'cancelled' && !row.extra) listing.now = { ...now, taken: now.taken - 1 };
  await change(listing, row, {
    state: back,
    extra: false,
    minutes_given: null,
    checked_in_at: null,
    checked_out_at: null,
    ...(back !== 'signed-up' && { span: null }),
  });
  await tellNoted(listing, row, back);
}

/**
 * Someone who just came, or who gave up their place or waited in vain, and came all the same. Beyond the places they are
 * one more than planned: nobody is sent home for a number.
 */
async function walkIn(listing: Listing, memberId: string, { minutes }: Item, row: SignUpRow | undefined): Promise<void> {
  const { deed, standing } = listing;
  const { db, at, action, relations, actorId } = deed;
  if (!row && !relations.has('worker')) throw byWorkers;
  if (!standing.has(memberId)) throw new Refusal('member.unknown');
  const extra = !takesPlace(listing);
  const ticket = listing.now.tickets + 1;
  listing.now = { ...listing.now, tickets: ticket };
  const anew = {
    action_id: action.id,
    member_id: memberId,
    root_id: action.root_id,
    organisation_id: row?.organisation_id ?? null,
    acting_id: actorId,
    state: 'attended' as const,
    ticket,
    walked_in: true,
    extra,
    signed_up_at: at,
    updated_at: at,
  };
  await putSignUp(db, anew, null);
  if (minutes !== undefined) await changeSignUp(db, action.id, memberId, { minutes_given: minutes });
  listing.changed.push(memberId);
  await tellNoted(listing, anew, 'attended');
}

/** Takes a place where there is one left. */
function takesPlace(listing: Listing): boolean {
  const { now } = listing;
  if (now.taken >= now.places) return false;
  listing.now = { ...now, taken: now.taken + 1 };
  return true;
}

async function change({ deed, changed }: Listing, row: SignUpRow, to: Parameters<typeof changeSignUp>[3]): Promise<void> {
  await changeSignUp(deed.db, row.action_id, row.member_id, { ...to, updated_at: deed.at });
  changed.push(row.member_id);
}

const tellNoted = (
  { deed, now }: Listing,
  { member_id: memberId, organisation_id: organisationId }: Pick<SignUpRow, 'member_id' | 'organisation_id'>,
  state: SignUpRow['state'],
): Promise<void> =>
  tell(deed, 'action.attended', now, {
    visibility: 'parties',
    onBehalfOf: memberId,
    organisationId,
    data: { value: state },
    // What is noted after the finish is told with the hours.
    notify: state === 'attended' && now.status !== 'finished' ? [memberId] : [],
  });

async function keep({ deed, now: { id, taken, waiting, tickets }, changed }: Listing): Promise<void> {
  if (changed.length === 0) return;
  const now = await changeAction(deed.db, id, { taken, waiting, tickets });
  await holdTimes(deed.db, changed);
  await takeSpans(deed.db, now, changed);
  if (now.status === 'finished') await settle(deed, now, changed);
}
