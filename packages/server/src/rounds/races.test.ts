import { contract, problem } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../app.ts';
import { checkDatabase } from '../check.ts';
import { listen } from '../node/listen.ts';
import { databases } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { someoneWaits } from '../testing/waiting.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { castOnScreen, keyOf } from './ballot-statements.ts';
import { placeOf } from './casting.ts';
import { openKeys } from './keys.ts';
import { lockRound } from './statements.ts';

vi.setConfig({ testTimeout: 600_000 });

/** In the place of a receipt that was refused. */
const none = { receipt: '', signature: '', revision: 0 };

const countTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);
/** The five ballots of one person in some order: the next person's come in another. */
const orders = [
  [1, 2, 3, 4, 5],
  [5, 4, 3, 2, 1],
  [3, 5, 1, 4, 2],
  [2, 1, 5, 3, 4],
];
const orderOf = (person: number) => orders[person % orders.length] ?? [];
const tally = (ballots: readonly (readonly string[])[]) => {
  const counts: Record<string, number> = {};
  for (const choices of ballots) counts[choices.join()] = (counts[choices.join()] ?? 0) + 1;
  return counts;
};

describe.each(databases)('ballots, when everybody casts at once, on $name', ({ open }) => {
  const many = 5000;
  const some = 150;
  let world: World;
  let rounds: ReturnType<typeof roundsIn>;
  let members: string[];
  beforeAll(async () => {
    world = await createWorld(open);
    rounds = roundsIn(world, cast(world).worker);
    // Residents who have been seen here before.
    const { rows } = await sql<{ id: string }>`
      with met as (
        insert into member (id, root_id, area_id, resident_of, created_at)
        select gen_random_uuid(), root_id, id, id, ${world.now()} from area cross join generate_series(1, ${many}) where slug = 'east'
        returning id
      ), agreed as (insert into consent (member_id) select id from met), named as (
        insert into identity (iss, sub, member_id)
        select ${world.person('any').iss}::text, 'crowd-' || row_number() over (), id from met
      ) select id from met`.execute(world.db);
    members = rows.map(({ id }) => id);
  }, 240_000);
  afterAll(() => world.stop());

  const crowd = () =>
    Promise.all(countTo(some).map(async (n) => ({ token: await world.token(world.person(`crowd-${n}`, { name: '' })) })));
  const consistent = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  /** What is on somebody's ballot of this revision. */
  const choiceOf = (options: readonly string[], person: number, revision: number) => options[(person + revision) % 5] ?? '';

  it(`are exactly ${many} after ${many} people cast five each in any order: each voter's highest revision`, async () => {
    const options = await rounds.projects([100, 200, 300, 400, 500]);
    const { id } = await rounds.open(options, { ballot: { type: 'approval', min: 1, max: 1 } });
    const { area_id: home } = await world.db.selectFrom('round').select('area_id').where('id', '=', id).executeTakeFirstOrThrow();
    const keys = await openKeys(world.ports.secrets, (await keyOf(world.db, id)) ?? new Uint8Array());
    const places = await Promise.all(members.map((member) => placeOf(keys, id, member)));
    // By the statement that casts: 25,000 requests would be a test of what stands before it. A hundred people at once, each
    // with all five: whoever queues behind more waits longer, and that is all.
    let first = 0;
    for (let from = 0; from < many; from += 100) {
      const casts = members.slice(from, from + 100).flatMap((memberId, at) =>
        orderOf(from + at).map((revision) => {
          const place = places[from + at];
          if (!place) throw new Error('Nowhere.');
          const choices = [choiceOf(options, from + at, revision)];
          return castOnScreen(world.db, [home], { ...place, roundId: id, memberId, choices, revision, at: world.now() });
        }),
      );
      first += (await Promise.all(casts)).filter((one) => one?.first).length;
    }
    expect(first).toBe(many);
    expect((await rounds.close(id)).value.turnout).toEqual({ ballots: many, paper: 0 });
    const { rows } = await sql<{ choices: string[] }>`
      select choices from published_ballot where round_id = ${id}::uuid`.execute(world.db);
    const expected = tally(members.map((_, person) => [choiceOf(options, person, 5)]));
    expect(tally(rows.map(({ choices }) => choices))).toEqual(expected);
    await consistent();
  });

  it('count the highest revision over the network too, with one receipt each that holds after the close', async () => {
    const options = await rounds.projects([100, 200, 300, 400, 500]);
    const { id } = await rounds.open(options, { ballot: { type: 'approval', min: 1, max: 1 } });
    const people = await crowd();
    const app = createApp(world.ports);
    const server = await listen('127.0.0.1', 0, (request) => app.fetch(request));
    const put = async (token: string, person: number, revision: number) => {
      const response = await fetch(`http://127.0.0.1:${server.port}/api/v1/rounds/${id}/ballot`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ choices: [choiceOf(options, person, revision)], revision }),
      });
      const text = await response.text();
      const code = response.ok ? undefined : problem.parse(JSON.parse(text)).code;
      return { status: response.status, code, value: contract.rounds.cast.answer.parse(response.ok ? JSON.parse(text) : none) };
    };
    const replies = await Promise.all(
      people.flatMap(({ token }, person) => orderOf(person).map((revision) => put(token, person, revision))),
    );
    await server.stop(0);
    await app.stop();
    expect(new Set(replies.map(({ code, status }) => code ?? status))).toEqual(new Set([200, 'ballot.superseded']));
    // Nobody's last was refused, and each has one code however often they came.
    expect(
      replies
        .filter(({ code }) => code === undefined)
        .map(({ value }) => value.revision)
        .filter((n) => n === 5),
    ).toHaveLength(some);
    const codes = replies.flatMap((reply) => (reply.code === undefined ? [reply.value.receipt] : []));
    expect(new Set(codes).size).toBe(some);
    await rounds.close(id);
    expect(tally(await rounds.ballots(id))).toEqual(tally(people.map((_, person) => [choiceOf(options, person, 5)])));
    const found = await world.send(`/rounds/${id}/receipts/${codes[0]?.toLowerCase()}`, {});
    expect(await found.json()).toMatchObject({ state: 'counted', ballots: some });
    const points = await sql<{ n: number }>`
      select count(*)::integer as n from point_entry where source like ${`vote:${id}:%`}`.execute(world.db);
    expect(points.rows).toEqual([{ n: some }]);
    await consistent();
  });

  it('that were acknowledged while the round closed are counted, and those that were refused are not', async () => {
    const options = await rounds.projects([100, 200, 300, 400, 500]);
    const people = await crowd();
    const { id } = await rounds.open(options, { ballot: { type: 'approval', min: 1, max: 1 } });
    // One closes in the middle of them; those who are refused try twice.
    const [replies, closed] = await Promise.all([
      Promise.all(people.map((one, person) => rounds.cast(id, one, [choiceOf(options, person, 1)], 1))),
      new Promise((resolve) => {
        resolve(rounds.close(id));
      }),
    ]);
    expect(closed).toMatchObject({ status: 200 });
    expect(new Set(replies.flatMap(({ code }) => code ?? [])).size).toBeLessThanOrEqual(1);
    expect(replies.every(({ code }) => code === undefined || code === 'round.closed')).toBe(true);
    const counted = people.flatMap((_, person) => (replies[person]?.code === undefined ? [[choiceOf(options, person, 1)]] : []));
    expect(tally(await rounds.ballots(id))).toEqual(tally(counted));
    const receipts = await world.db.selectFrom('receipt').select('hash').where('round_id', '=', id).execute();
    expect(receipts).toHaveLength(counted.length);
    await consistent();
  });

  it('wait for whoever closes, and are refused then; whoever closes waits for those that came first', async () => {
    const [one = '', two = ''] = await rounds.projects([100, 200]);
    const { id } = await rounds.open([one, two]);
    const { wisher, worker } = cast(world);
    let late: Promise<{ code: string | undefined }> | undefined;
    await world.db.transaction().execute(async (closing) => {
      await lockRound(closing, id);
      late = rounds.cast(id, { as: wisher }, [one], 1);
      await someoneWaits(closing);
      // As if it were closed: its time is over by the clock that decides.
      await sql`update round set closes_at = opens_at + interval '1 microsecond' where id = ${id}::uuid`.execute(closing);
    });
    expect((await late)?.code).toBe('round.closed');
    const { rows } = await sql`select 1 from turnout where round_id = ${id}::uuid`.execute(world.db);
    expect(rows).toEqual([]);
    expect((await world.ask(contract.rounds.get, { id, as: worker })).value.status).toBe('closed');
  });
});
