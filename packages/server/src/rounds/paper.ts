import type { PaperBallot } from '@five-micro/contract';
import { type Opening, sortedChoices } from '@five-micro/tally/record';
import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { pageOf, pageSize } from '../http/cursor.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { loadPeople } from '../identity/consents.ts';
import { isUuid, newId } from '../ids.ts';
import { relationsWith } from '../members/care.ts';
import { holdMembers, memberById } from '../members/statements.ts';
import { award } from '../points/award.ts';
import type { Db } from '../ports.ts';
import { placeAfter } from '../wishes/lists.ts';
import { castOnPaper, keyOf } from './ballot-statements.ts';
import { demandChoices, placeOf } from './casting.ts';
import { tell } from './deed.ts';
import { mayVoteOnPaper } from './electorate.ts';
import { openKeys, type RoundKeys } from './keys.ts';
import { permit, refusalOfBallots, type RoundEndpoint, takesBallots } from './lifecycle.ts';
import {
  changePaper,
  insertPaper,
  listPaper,
  lockPaper,
  paperById,
  paperOf,
  type PaperRow,
  shareOpenRound,
} from './paper-statements.ts';
import { visibleRound } from './results.ts';
import { roundById, type RoundRecord, votedBy } from './statements.ts';

type Trx = Transaction<Database>;

/** A worker's step with paper, under way: the round takes ballots, and its keys are at hand. */
interface Desk {
  caller: MemberCaller;
  round: RoundRecord;
  keys: RoundKeys;
}

async function desk(context: Context, endpoint: RoundEndpoint): Promise<Desk> {
  const round = await visibleRound(context);
  permit(endpoint, signedIn(context), round);
  if (!takesBallots(round)) throw refusalOfBallots(round);
  const sealed = await keyOf(context.ports.db, round.id);
  if (!sealed) throw new Refusal('round.closed');
  return { caller: signedIn(context), round, keys: await openKeys(context.ports.secrets, sealed) };
}

/** Whoever is there for this worker, and can vote here. @throws {Refusal} */
async function demandVoter(context: Context, db: Db, round: RoundRecord, memberId: string): Promise<void> {
  const row = await memberById(db, memberId);
  if (!row || !relationsWith(context, row).has('worker')) throw new Refusal('member.unknown');
  if (row.id === signedIn(context).id) throw new Refusal('member.self');
  if (!(await mayVoteOnPaper(db, round.id, row.id))) throw new Refusal('round.not-eligible');
  if ((await votedBy(db, [round.id], row.id)).length > 0) throw new Refusal('paper-ballot.voted');
}

function openingOf({ opening }: RoundRecord): Opening {
  const frozen: Opening = JSON.parse(opening ?? '');
  return frozen;
}

/** The round once more, now that it is held. */
async function demandOpen(db: Db, round: RoundRecord) {
  const held = await shareOpenRound(db, round.id);
  if (!held) throw refusalOfBallots((await roundById(db, round.id)) ?? round);
  return held;
}

/**
 * One worker enters what is on the paper. Like a ballot on a screen it passes by the table of idempotency keys; the same
 * once more is the same. Other choices by the same worker correct it as an entry of its own: whoever has compared the one
 * of before confirms that one, and finds that it is gone.
 */
export async function prepareEntry(call: Call<'rounds.enterPaper'>): Promise<(db: Trx) => Promise<string>> {
  const { ports, body, at } = call;
  const { caller, round, keys } = await desk(call, 'rounds.enterPaper');
  const memberId = body.member.toLowerCase();
  demandChoices(openingOf(round), body.choices);
  const chosen = sortedChoices(body.choices.map((id) => id.toLowerCase()));
  const choices = await keys.seal(chosen, ports.random);
  return async (db) => {
    // The voter first, as everybody takes members before what is theirs: nobody casts for them meanwhile.
    if (memberId !== caller.id && (await holdMembers(db, [memberId])) !== undefined) throw new Refusal('member.unknown');
    await demandOpen(db, round);
    const there = await paperOf(db, round.id, memberId);
    if (there) {
      if (there.choices === null || there.entered_by !== caller.id) throw new Refusal('paper-ballot.state');
      if ((await keys.open(there.choices)).join() === chosen.join()) return there.id;
      await changePaper(db, there.id, { state: 'withdrawn', choices: null, ended_at: at });
    }
    await demandVoter(call, db, round, memberId);
    const id = newId(ports);
    await insertPaper(db, {
      id,
      round_id: round.id,
      member_id: memberId,
      entered_by: caller.id,
      state: 'entered',
      choices,
      entered_at: at,
    });
    return id;
  };
}

/** Another worker has compared it with the paper: it counts as if the voter had been here. */
export async function prepareConfirmation(call: Call<'rounds.confirmPaper'>): Promise<(db: Trx) => Promise<string>> {
  const { ports, at } = call;
  const { caller, round, keys } = await desk(call, 'rounds.confirmPaper');
  const found = await paperNamed(call, ports.db, round.id);
  return async (db) => {
    const self = found.member_id === caller.id;
    if (!self && (await holdMembers(db, [found.member_id])) !== undefined) throw new Refusal('paper-ballot.state');
    const held = await demandOpen(db, round);
    const paper = await lockPaper(db, round.id, found.id);
    if (!paper || paper.member_id !== found.member_id) throw new Refusal('server.busy');
    if (paper.state === 'confirmed' && paper.confirmed_by === caller.id) return paper.id;
    if (paper.state !== 'entered' || paper.choices === null) throw new Refusal('paper-ballot.state');
    if (self) throw new Refusal('member.self');
    if (paper.entered_by === caller.id) throw new Refusal('paper-ballot.same-worker');
    // Some time has passed since it was entered: they may live elsewhere by now.
    if (!(await mayVoteOnPaper(db, round.id, paper.member_id))) throw new Refusal('round.not-eligible');
    const choices = await keys.open(paper.choices);
    const place = await placeOf(keys, round.id, paper.member_id);
    if (!(await castOnPaper(db, { ...place, roundId: round.id, memberId: paper.member_id, choices })))
      throw new Refusal('paper-ballot.voted');
    await changePaper(db, paper.id, { state: 'confirmed', confirmed_by: caller.id, choices: null, ended_at: at });
    await award(db, {
      memberId: paper.member_id,
      organisationId: null,
      area: { id: held.area_id, root_id: held.root_id },
      rule: 'vote',
      source: `vote:${round.id}:${paper.member_id}`,
      at,
      actorId: caller.id,
    });
    await tell({ ports, db, at, actorId: caller.id }, 'round.voted', held, {
      visibility: 'parties',
      onBehalfOf: paper.member_id,
      notify: [paper.member_id],
    });
    return paper.id;
  };
}

/** Somebody has seen that it is wrong before it counts. */
export async function withdrawPaper(call: Call<'rounds.withdrawPaper'>, db: Trx): Promise<string> {
  const caller = signedIn(call);
  const round = await roundById(db, call.params['id'] ?? '');
  if (!round) throw new Refusal('round.unknown');
  permit('rounds.withdrawPaper', caller, round);
  const { id } = await paperNamed(call, db, round.id);
  const paper = await lockPaper(db, round.id, id);
  if (paper?.state !== 'entered') throw new Refusal('paper-ballot.state');
  await changePaper(db, paper.id, { state: 'withdrawn', choices: null, ended_at: call.at });
  return paper.id;
}

async function paperNamed(context: Context, db: Db, roundId: string): Promise<PaperRow> {
  const id = context.params['ballot'] ?? '';
  const paper = isUuid(id) ? await paperById(db, roundId, id) : undefined;
  if (!paper) throw new Refusal('paper-ballot.unknown');
  return paper;
}

export async function readPaper(
  call: Call<'rounds.paperBallots'>,
  db: Db,
): Promise<{ items: PaperBallot[]; nextCursor: string | null }> {
  const round = await visibleRound(call);
  permit('rounds.paperBallots', signedIn(call), round);
  const size = pageSize(call.query.limit);
  const rows = await listPaper(db, round.id, { after: placeAfter(call.query.cursor), limit: size + 1 });
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.entered_at.toISOString(), row.id],
  );
  // With whole names, and what was chosen beside them until it counts: each look is written down.
  if (page.items.length > 0)
    await tell({ ports: call.ports, db, at: call.at, actorId: signedIn(call).id }, 'round.papers-viewed', round, {
      visibility: 'workers',
      data: { count: page.items.length },
    });
  return { ...page, items: await showPaper(call, db, round, page.items) };
}

export async function paperAnswer(context: Context, db: Db, id: string): Promise<PaperBallot> {
  const round = await visibleRound(context);
  permit('rounds.paperBallots', signedIn(context), round);
  const row = await paperById(db, round.id, id);
  const [shown] = row ? await showPaper(context, db, round, [row]) : [];
  if (!shown) throw new Refusal('paper-ballot.unknown');
  return shown;
}

/** With whole names: two workers compare them with the paper. */
async function showPaper(context: Context, db: Db, round: RoundRecord, rows: readonly PaperRow[]): Promise<PaperBallot[]> {
  const { id: callerId } = signedIn(context);
  const people = await loadPeople(
    db,
    rows.map((row) => row.member_id),
  );
  const sealed = rows.some(({ choices }) => choices !== null) ? await keyOf(db, round.id) : undefined;
  const keys = sealed && (await openKeys(context.ports.secrets, sealed));
  return Promise.all(
    rows.map(async (row) => {
      const mine = row.entered_by === callerId;
      const waits = row.state === 'entered' && takesBallots(round);
      return {
        id: row.id,
        state: row.state,
        voter: people.fullName(row.member_id) ?? people.masked(row.member_id, context.language),
        member: row.member_id,
        choices: row.choices !== null && keys ? await keys.open(row.choices) : null,
        enteredAt: row.entered_at.toISOString(),
        mine,
        can: waits ? [...(mine || row.member_id === callerId ? [] : ['confirm']), 'withdraw'] : [],
      };
    }),
  );
}
