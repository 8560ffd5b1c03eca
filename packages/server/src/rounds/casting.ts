import type { Transaction } from 'kysely';
import type { MyBallot, Receipt } from '@five-micro/contract';
import { ballotFault } from '@five-micro/tally';
import { hashOf, limitsOf, type Opening, receiptName, receiptText, sortedChoices } from '@five-micro/tally/record';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { type FieldFault, Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { permissions } from '../identity/permissions.ts';
import { award } from '../points/award.ts';
import type { Db } from '../ports.ts';
import { ballotIn, castOnScreen, keyedBy, keyOf, type NewBallot, preparation } from './ballot-statements.ts';
import { currentRound } from './ending.ts';
import { tell } from './deed.ts';
import { residentAreas } from './electorate.ts';
import { openKeys, type RoundKeys } from './keys.ts';
import { isDue, isVisible, refusalOfBallots, relationsIn, takesBallots } from './lifecycle.ts';
import { roundById } from './statements.ts';

/**
 * So far may a revision be ahead of the one that stands: whoever has somebody's token for as long as it lives cannot use
 * up all revisions there are, after which the voter could never put right what was cast in their name.
 */
const mostAhead = 1000;

/** Where somebody's ballot lies, and what stands on their receipt. */
export interface Place {
  keyedBy: string;
  slot: Uint8Array;
  code: string;
  hash: string;
}

export async function placeOf(keys: RoundKeys, roundId: string, keyed: string): Promise<Place> {
  const [slot, code] = await Promise.all([keys.slot(keyed), keys.code(keyed)]);
  return { keyedBy: keyed, slot, code, hash: await hashOf(receiptName(roundId, code)) };
}

/**
 * Everything about a ballot that takes time and that the moment does not change: who asks, what may be chosen, where it
 * lies, what its receipt says. Then one transaction asks whether the round takes ballots now, and writes it down.
 *
 * Neither choices nor what they could be guessed from go anywhere else: not into the table of idempotency keys (a revision
 * makes a repeat harmless), not into an event, not into a log.
 */
export async function prepareBallot(call: Call<'rounds.cast'>): Promise<(db: Transaction<Database>) => Promise<string>> {
  const { ports, body, at } = call;
  const caller = signedIn(call);
  const { id: roundId, opening, sealed, keyed, stands } = await castable(call, caller);
  demandChoices(opening, body.choices);
  const most = stands + mostAhead;
  if (body.revision !== undefined && body.revision > most)
    throw new Refusal('request.invalid', { fields: [{ path: 'revision', code: 'too-big', params: { max: most } }] });
  const keys = await openKeys(ports.secrets, sealed);
  const place = await placeOf(keys, roundId, keyed);
  const signature = await keys.sign(receiptText(roundId, place.code));
  const choices = sortedChoices(body.choices.map((id) => id.toLowerCase()));
  const receiptWith = (revision: number) => JSON.stringify({ receipt: place.code, signature, revision } satisfies Receipt);

  return async (trx) => {
    const ballot = { ...place, roundId, memberId: caller.id, choices, revision: body.revision ?? null, at };
    const cast = await castOnScreen(trx, residentAreas(caller), ballot);
    if (!cast) throw await whyNot(trx, roundId);
    if (!cast.eligible) throw new Refusal('round.not-eligible');
    if (cast.revision === null) return receiptWith(await standing(trx, ballot));
    if (cast.first) {
      await award(trx, {
        memberId: caller.id,
        organisationId: null,
        area: { id: cast.area_id, root_id: cast.root_id },
        rule: 'vote',
        source: `vote:${roundId}:${caller.id}`,
        at,
        actorId: caller.id,
      });
      await tell({ ports, db: trx, at, actorId: caller.id }, 'round.voted', { ...cast, id: roundId }, { visibility: 'parties' });
    }
    return receiptWith(cast.revision);
  };
}

async function whyNot(db: Db, roundId: string): Promise<Refusal> {
  const round = await roundById(db, roundId);
  return round ? refusalOfBallots(round) : new Refusal('round.unknown');
}

/** What does not depend on the moment is refused before anything is made. @throws {Refusal} */
async function castable(call: Call<'rounds.cast'>, caller: MemberCaller) {
  const { ports } = call;
  const round = await preparation(ports.db, call.params['id'] ?? '', caller.id);
  const relations = round && relationsIn(caller, round);
  if (!round || !relations || !isVisible(round, relations)) throw new Refusal('round.unknown');
  if (!relations.has('member')) throw forbidden(permissions['rounds.cast']);
  // Whoever comes when its time is over finds it closed.
  if (isDue(round)) await currentRound(call, round.id);
  const { id, opening, sealed, keyed_by: keyed, stands } = round;
  if (!takesBallots(round) || opening === null || sealed === null) throw refusalOfBallots(round);
  const frozen: Opening = JSON.parse(opening);
  return { id, opening: frozen, sealed, keyed: keyed ?? caller.id, stands: stands ?? 0 };
}

/** @throws {Refusal} `request.invalid` */
export function demandChoices({ options, ballot, budget }: Opening, choices: readonly string[]): void {
  const fault = ballotFault(
    choices.map((id) => id.toLowerCase()),
    options.map(({ id, cost }) => ({ id, cost: BigInt(cost ?? 0) })),
    limitsOf({ ballot, budget }),
  );
  if (fault) throw new Refusal('request.invalid', { fields: [fieldOf(fault)] });
}

function fieldOf(fault: NonNullable<ReturnType<typeof ballotFault>>): FieldFault {
  const path = 'choices';
  if (fault.code === 'ballot.too-few') return { path, code: 'too-small', params: { min: fault.limit } };
  if (fault.code === 'ballot.too-many') return { path, code: 'too-many', params: { max: fault.limit } };
  if (fault.code === 'ballot.over-budget') return { path, code: 'too-big', params: { max: Number(fault.limit) } };
  return { path, code: 'not-an-option' };
}

/**
 * Nothing was changed: the same ballot once more repeats what was answered, also where the first answer was lost.
 * @throws {Refusal} `ballot.superseded`
 */
async function standing(db: Db, { roundId, memberId, keyedBy: keyed, slot, choices, revision }: NewBallot): Promise<number> {
  // Two identities became one between the preparation and now: the next try knows where their ballot lies.
  if ((await keyedBy(db, roundId, memberId)) !== keyed) throw new Refusal('server.busy');
  const kept = await ballotIn(db, roundId, slot);
  const same = kept?.revision === revision && kept.choices.join() === choices.join();
  if (!kept || !same) throw new Refusal('ballot.superseded');
  return kept.revision;
}

/** The receipt that the act has written: it holds no choice. */
export async function receiptAnswer(_context: Context, _db: Db, subject: string): Promise<Receipt> {
  const receipt: Receipt = JSON.parse(subject);
  return receipt;
}

/** One's own ballot, as long as there is a key that leads to it. */
export async function readMyBallot(call: Call<'rounds.myBallot'>, db: Db): Promise<MyBallot> {
  const caller = signedIn(call);
  const round = await currentRound(call, call.params['id'] ?? '');
  if (!round || !isVisible(round, relationsIn(caller, round))) throw new Refusal('round.unknown');
  if (round.status === 'closed') throw new Refusal('ballot.gone');
  const sealed = await keyOf(db, round.id);
  if (!sealed) throw new Refusal(round.status === 'draft' ? 'ballot.none' : 'ballot.gone');
  const keys = await openKeys(call.ports.secrets, sealed);
  const { slot } = await placeOf(keys, round.id, await keyedBy(db, round.id, caller.id));
  const own = await ballotIn(db, round.id, slot);
  if (!own) throw new Refusal('ballot.none');
  return { choices: own.choices, revision: own.revision };
}
