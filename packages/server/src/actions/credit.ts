import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { Refusal } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { newId } from '../ids.ts';
import { award, reverse } from '../points/award.ts';
import { takenBack } from '../points/entry-statements.ts';
import { keepStays, noteEntries, rowsOf, type Stay, whoCame, withdrawStays } from './attendance-statements.ts';
import { approach, type Hand, tell } from './deed.ts';
import { concernedBy, endSignUps, holdTimes, type SignUpRow } from './sign-up-statements.ts';
import { type ActionRow, changeAction } from './statements.ts';
import { hasBegun } from './times.ts';

const minute = 60 * 1000;

/** The organiser says that it is over. */
export async function finish(call: Call<'actions.finish'>, db: Transaction<Database>): Promise<string> {
  const deed = await approach(call, db, 'actions.finish');
  if (!hasBegun(deed.action, call.at)) throw new Refusal('action.state');
  await conclude(deed, deed.action);
  return deed.action.id;
}

/**
 * Ends an action that is locked: whoever did not come was absent, nobody waits any longer, and whoever came has hours
 * and points, in this same transaction.
 */
export async function conclude(hand: Hand, action: ActionRow): Promise<void> {
  const { db, at } = hand;
  const came = (await whoCame(db, action.id)).map((row) => row.member_id);
  const others = (await concernedBy(db, action.id)).filter((id) => !came.includes(id));
  await endSignUps(db, action.id, ['signed-up'], 'absent', at);
  await endSignUps(db, action.id, ['waiting'], 'cancelled', at);
  const now = await changeAction(db, action.id, { status: 'finished', waiting: 0, ended_at: at, updated_at: at });
  // Whoever came is told of their hours instead.
  await tell(hand, 'action.finished', now, { notify: [action.author_id, ...others] });
  await settle(hand, now, came);
}

/**
 * Credits some people of a finished action with what their sign-ups say now. What they were credited before is taken
 * back, in the ledger too, and the new row has the next number.
 */
export async function settle(hand: Hand, action: ActionRow, memberIds: readonly string[]): Promise<void> {
  if (memberIds.length === 0) return;
  const { db, at } = hand;
  // Of two actions that end at the same moment the second has to see what the first has counted.
  await holdTimes(db, memberIds);
  const before = await withdrawStays(db, action.id, memberIds, at);
  // A worker's correction is of the deed, however often its minutes are counted anew: what was taken back stays so.
  const corrected = await takenBack(
    db,
    before.flatMap((stay) => stay.entry_id ?? []),
  );
  await reverseStays(hand, before);
  const rows = [...(await rowsOf(db, action.id, memberIds)).values()].filter((row) => row.state === 'attended');
  await credit(hand, action, rows, corrected);
  const gone = before.filter((stay) => !rows.some((row) => row.member_id === stay.member_id));
  for (const { member_id: memberId, organisation_id: organisationId } of gone)
    await tellCredited(hand, action, { memberId, organisationId, minutes: 0, points: 0 });
}

/** Takes back what was paid for hours that are withdrawn. */
export async function reverseStays(
  { db, at, actorId }: Hand,
  stays: readonly { member_id: string; entry_id: string | null }[],
): Promise<void> {
  for (const { entry_id: entryId } of [...stays].sort(byMember))
    if (entryId !== null) await reverse(db, { entryId, actorId, reason: null, at });
}

const byMember = (one: { member_id: string }, other: { member_id: string }) => (one.member_id < other.member_id ? -1 : 1);

async function credit(
  hand: Hand,
  action: ActionRow,
  rows: readonly SignUpRow[],
  corrected: Awaited<ReturnType<typeof takenBack>>,
): Promise<void> {
  if (rows.length === 0) return;
  const { ports, db, at, actorId } = hand;
  const stays = rows.map(
    (row): Stay => ({ id: newId(ports), memberId: row.member_id, organisationId: row.organisation_id, ...stayOf(action, row) }),
  );
  const kept = await keepStays(db, action, stays, at);
  const paid: { id: string; entryId: string }[] = [];
  // In the order of members, as whoever else counts for several of them.
  for (const { id, member_id: memberId, n, minutes } of kept.sort(byMember)) {
    const organisationId = stays.find((stay) => stay.id === id)?.organisationId ?? null;
    const entry =
      minutes === 0
        ? undefined
        : await award(db, {
            memberId,
            organisationId,
            area: { id: action.area_id, root_id: action.root_id },
            rule: 'action-hour',
            source: `action:${action.id}:${memberId}:${n}`,
            // Also of what is noted or put right later: it belongs to the day on which they came.
            at: overAt(action),
            recordedAt: at,
            actorId,
            minutes,
            actionId: action.id,
          });
    if (entry) paid.push({ id, entryId: entry.id });
    const correction = corrected.find((one) => one.memberId === memberId);
    if (entry && correction) await reverse(db, { ...correction, entryId: entry.id, at });
    await tellCredited(hand, action, { memberId, organisationId, minutes, points: correction ? 0 : (entry?.amount ?? 0) });
  }
  if (paid.length > 0) await noteEntries(db, paid);
}

interface Credited {
  memberId: string;
  organisationId: number | null;
  minutes: number;
  points: number;
}

const tellCredited = (hand: Hand, action: ActionRow, { memberId, organisationId, minutes, points }: Credited): Promise<void> =>
  tell(hand, 'action.credited', action, {
    visibility: 'parties',
    onBehalfOf: memberId,
    organisationId,
    data: { minutes, points },
    notify: [memberId],
  });

/** When it was over: as planned, or when its organiser said so before that. */
const overAt = ({ ends_at: ends, ended_at: ended }: Pick<ActionRow, 'ends_at' | 'ended_at'>): Date =>
  ended !== null && ended < ends ? ended : ends;

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

/**
 * From when to when someone was there: from the start or the later check-in to the check-out, and no longer than the
 * action. The organiser's word about the minutes goes before what was scanned, and counts from the start.
 */
export function stayOf(
  action: Pick<ActionRow, 'starts_at' | 'ends_at' | 'ended_at'>,
  row: Pick<SignUpRow, 'checked_in_at' | 'checked_out_at' | 'minutes_given'>,
): { from: Date; to: Date } {
  const start = action.starts_at;
  const over = overAt(action);
  if (row.minutes_given !== null)
    return { from: start, to: earlier(new Date(start.getTime() + row.minutes_given * minute), over) };
  const from = row.checked_in_at !== null && row.checked_in_at > start ? row.checked_in_at : start;
  return { from, to: earlier(row.checked_out_at ?? over, over) };
}
