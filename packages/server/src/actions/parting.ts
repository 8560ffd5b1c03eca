import type { Pair } from '../members/merge-statements.ts';
import { rowsOf, withdrawStays } from './attendance-statements.ts';
import { reverseStays, settle } from './credit.ts';
import { type Hand, tell } from './deed.ts';
import {
  actionsPending,
  actionsTouched,
  creditedTwice,
  forgetTriesOf,
  moveActionDeeds,
  moveSignUp,
  removeSignUp,
} from './parting-statements.ts';
import { changeSignUp, clashOf, holdTimes, type SignUpRow } from './sign-up-statements.ts';
import { giveUp, isPending, promote } from './signing-up.ts';
import { type ActionRow, changeAction, lockActions } from './statements.ts';
import { hasBegun } from './times.ts';

/**
 * Someone erases themself: what they signed up for is given up as if they had done it, and others move up. Where they
 * came stays, under their pseudonym, or sums would not add up. Their row is held alone; actions are taken in order.
 */
export async function leaveActions(hand: Hand, memberIds: readonly string[]): Promise<void> {
  const { db } = hand;
  for (const action of await lockActions(db, await actionsPending(db, memberIds))) {
    let now: ActionRow = action;
    for (const row of (await rowsOf(db, action.id, memberIds)).values()) if (isPending(row)) now = await giveUp(hand, now, row);
  }
  await forgetTriesOf(db, memberIds);
}

/**
 * Of two identities of one person one stays: what the other signed up for and came to follows. Nobody comes twice to
 * one action, is in two places at once, or has a minute counted twice. Both are held.
 */
export async function mergeActions(hand: Hand, pair: Pair): Promise<void> {
  const { db, at } = hand;
  const { from, into } = pair;
  const actions = await lockActions(db, await actionsTouched(db, from));
  await holdTimes(db, [from, into]);
  const again: ActionRow[] = [];
  for (const action of actions) {
    const rows = await rowsOf(db, action.id, [from, into]);
    const [going, staying] = [rows.get(from), rows.get(into)];
    if (going) again.push(await follow(hand, action, { going, staying, into }));
  }
  const twice = await creditedTwice(db, pair);
  for (const id of twice) await reverseStays(hand, await withdrawStays(db, id, [from], at));
  await moveActionDeeds(db, pair);
  // What stands for one of them is counted anew, without what stands for the other.
  for (const action of again.filter(({ id }) => twice.includes(id))) await settle(hand, action, [into]);
}

interface Two {
  going: SignUpRow;
  staying: SignUpRow | undefined;
  into: string;
}

/** What says most about someone's coming is kept. */
const weight: Record<SignUpRow['state'], number> = { attended: 4, 'signed-up': 3, absent: 2, waiting: 1, cancelled: 0 };

/** Of two that say the same the earlier is. */
const isBetter = (one: SignUpRow, other: SignUpRow): boolean =>
  weight[one.state] - weight[other.state] > 0 || (weight[one.state] === weight[other.state] && one.ticket < other.ticket);

async function follow(hand: Hand, action: ActionRow, { going, staying, into }: Two): Promise<ActionRow> {
  const { db, at } = hand;
  let now = action;
  if (staying) {
    const kept = isBetter(going, staying) ? going : staying;
    now = await promote(hand, await drop(hand, action, kept === going ? staying : going));
    if (kept === staying) return now;
  }
  // They have something else then. What is still to come is given up; where they were they were.
  if (going.span !== null && (await clashOf(db, action, into))) {
    if (going.state === 'signed-up' && now.status === 'open' && !hasBegun(now, at)) now = await giveUp(hand, now, going);
    else await changeSignUp(db, action.id, going.member_id, { span: null });
  }
  await moveSignUp(db, action.id, { from: going.member_id, into });
  return now;
}

/** Takes one of two sign-ups of one person away. */
async function drop(hand: Hand, action: ActionRow, row: SignUpRow): Promise<ActionRow> {
  await removeSignUp(hand.db, action.id, row.member_id);
  if (row.state === 'cancelled') return action;
  const counts = row.state === 'waiting' ? { waiting: action.waiting - 1 } : { taken: action.taken - (row.extra ? 0 : 1) };
  const now = await changeAction(hand.db, action.id, counts);
  await tell(hand, 'action.signed-off', now, { onBehalfOf: row.member_id, organisationId: row.organisation_id });
  return now;
}
