import { contract } from '@five-micro/contract';
import { type RoundRecord, verifyRecord } from '@five-micro/tally/record';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { databases } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { tracesOf } from '../testing/traces.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { keyOf } from './ballot-statements.ts';
import { openKeys } from './keys.ts';

vi.setConfig({ testTimeout: 120_000 });
const { rounds: table, members } = contract;

describe.each(databases)('who chose what, after the close, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let rounds: ReturnType<typeof roundsIn>;
  let options: string[];
  let id: string;
  /** What led from members to their ballots and receipts while the round was open. */
  let leads: string[];
  let receipt: { receipt: string; signature: string };
  let record: RoundRecord;

  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    rounds = roundsIn(world, people.worker);
    options = await rounds.projects([100, 200, 300]);
    id = (await rounds.open(options)).id;
    const voters = [people.wisher, people.neighbour, people.branch, people.branchToo];
    const replies = [];
    for (const [at, as] of voters.entries()) replies.push(await rounds.cast(id, { as }, [options[at % 3] ?? ''], 1));
    receipt = replies[0]?.value ?? { receipt: '', signature: '' };
    // One ballot came on paper, and one is still on its way.
    const colleague = world.person('colleague', { name: '同事社工', roles: ['worker'] });
    for (const name of ['纸上投的', '还没核对的']) {
      const member = (await world.ask(members.register, { as: people.worker, body: { name } })).value.id;
      const entered = await world.ask(table.enterPaper, { as: people.worker, id, body: { member, choices: [options[2]] } });
      expect(entered.status).toBe(201);
      if (name === '纸上投的')
        expect((await world.ask(table.confirmPaper, { as: colleague, id, ballot: entered.value.id })).status).toBe(200);
    }
    const sealed = (await keyOf(world.db, id)) ?? new Uint8Array();
    const keys = await openKeys(world.ports.secrets, sealed);
    const ids = await Promise.all(voters.map((as) => world.memberId(as)));
    const stored = z.object({ key: z.string(), private: z.object({ d: z.string() }) });
    const { key, private: own } = stored.parse(JSON.parse(await world.ports.secrets.open(sealed)));
    const slots = await Promise.all(ids.map((member) => keys.slot(member)));
    leads = [key, own.d, ...replies.map(({ value }) => value.receipt), ...slots.map(asEscaped)];
  }, 240_000);
  afterAll(() => world.stop());

  /** As `encode(…, 'escape')` writes bytes. */
  const asEscaped = (bytes: Uint8Array) =>
    Array.from(bytes, (byte) =>
      byte === 0 || byte > 127 ? `\\${byte.toString(8).padStart(3, '0')}` : byte === 92 ? '\\\\' : String.fromCharCode(byte),
    ).join('');
  const traces = () => tracesOf(world.db, world.ports.secrets, leads);

  it('is led to while the round is open by what is there to be destroyed, and by nothing else', async () => {
    expect(await traces()).toEqual(['ballot.slot', 'round_key.sealed']);
    expect((await world.ask(table.myBallot, { id, as: people.wisher })).value.choices).toEqual([options[0]]);
  });

  it('is told by nothing in the whole database', async () => {
    expect((await rounds.close(id)).status).toBe(200);
    expect(await traces()).toEqual([]);
    expect((await world.ask(table.myBallot, { id, as: people.wisher })).code).toBe('ballot.gone');
    // Where somebody's id stands, no option of the round stands beside it.
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(
      world.db,
    );
    const voters = await world.db.selectFrom('turnout').select('member_id').where('round_id', '=', id).execute();
    expect(voters).toHaveLength(5);
    const beside: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ line: string }>`select to_jsonb(one)::text as line from ${sql.table(name)} one`.execute(
        world.db,
      );
      const both = rows.some(
        ({ line }) => voters.some((voter) => line.includes(voter.member_id)) && options.some((option) => line.includes(option)),
      );
      if (both) beside.push(name);
    }
    // The worker who made the projects has voted for none; the proposer is nobody of the voters.
    expect(beside).toEqual([]);
    expect(world.failures).toEqual([]);
  });

  it('cannot be changed where it was published', async () => {
    for (const change of [
      sql`update published_ballot set choices = '{}'`,
      sql`delete from published_ballot`,
      sql`truncate published_ballot`,
    ])
      await expect(change.execute(world.db)).rejects.toThrow();
  });

  it('stays with a slip that can be checked by anyone, offline too', async () => {
    record = JSON.parse(await rounds.record(id));
    expect(record.ballots).toHaveLength(5);
    expect(record.closing).toMatchObject({ ballots: 5, paper: 1 });
    const slip = { code: receipt.receipt, signature: receipt.signature };
    const findings = await verifyRecord(record, slip);
    expect(findings.map(({ check, holds }) => `${check} ${holds}`)).toEqual(
      ['opening', 'titles', 'closing', 'lists', 'numbers', 'ballots', 'counts', 'outcome', 'receipt', 'signature'].map(
        (one) => `${one} true`,
      ),
    );
    const strange = await verifyRecord(record, { code: '0000-0000-0000-0000', signature: receipt.signature });
    expect(strange.filter(({ holds }) => !holds).map(({ check }) => check)).toEqual(['receipt', 'signature']);
    const online = await world.send(`/rounds/${id}/receipts/${receipt.receipt}`, {});
    expect(await online.json()).toMatchObject({ state: 'counted', ballots: 5 });
    for (const code of ['0000-0000-0000-0000', 'nonsense', '%00'])
      expect((await world.send(`/rounds/${id}/receipts/${code}`, {})).status).toBe(404);
  });

  it('is published in an order that says nothing of the order in which people came', async () => {
    // Sixteen ballots that all differ: that they lie as they came has a chance of 1 in 10^13.
    const many = await rounds.projects(Array.from({ length: 5 }, () => 100));
    const round = await rounds.open(many, { ballot: { type: 'approval', min: 0, max: 5 } });
    const came: string[][] = [];
    for (let n = 0; n < 16; n += 1) {
      const choices = many.filter((_, at) => (n >> at) & 1).sort();
      came.push(choices);
      await rounds.cast(round.id, { as: world.person(`one-of-many-${n}`) }, choices, 1);
    }
    await rounds.close(round.id);
    const published = await rounds.ballots(round.id);
    expect(published).not.toEqual(came);
    const bySize = (lists: string[][]) => lists.map((list) => list.join()).sort();
    expect(bySize(published)).toEqual(bySize(came));
  });
});
