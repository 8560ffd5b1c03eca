import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });
const { rounds: table, me } = contract;

describe.each(databases)('ballots on paper on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let colleague: Person;
  let rounds: ReturnType<typeof roundsIn>;
  let options: string[];
  let id: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    colleague = world.person('colleague', { name: '同事社工', roles: ['worker'] });
    rounds = roundsIn(world, people.worker);
    options = await rounds.projects([100, 200]);
    id = (await rounds.open(options)).id;
  }, 120_000);
  afterAll(() => world.stop());

  const enter = (member: string, choices: readonly string[], as = people.worker) =>
    world.ask(table.enterPaper, { as, id, body: { member, choices }, key: `entered-for-${member}` });
  const confirm = (ballot: string, as: Person) => world.ask(table.confirmPaper, { as, id, ballot });
  const turnout = async () => (await rounds.get(id)).turnout;
  const clean = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  const [one, other] = [() => options[0] ?? '', () => options[1] ?? ''];

  it('count when another worker has compared them, and say then no more what was chosen', async () => {
    const member = await world.register(people.worker, { name: '孔奶奶' });
    const entered = (await enter(member, [one()])).value;
    expect(entered).toMatchObject({ state: 'entered', voter: '孔奶奶', choices: [one()], mine: true, can: ['withdraw'] });
    expect((await enter(member, [one()])).value.id).toBe(entered.id);
    // Whoever entered it may correct it; nobody else enters another.
    const corrected = (await enter(member, [other()])).value;
    expect(corrected).toMatchObject({ state: 'entered', choices: [other()] });
    expect((await enter(member, [one()], colleague)).code).toBe('paper-ballot.state');
    // Whoever has compared what stood there before does not confirm what stands there now.
    expect((await confirm(entered.id, colleague)).code).toBe('paper-ballot.state');
    expect(await turnout()).toEqual({ ballots: 0, paper: 0 });
    expect((await confirm(corrected.id, people.worker)).code).toBe('paper-ballot.same-worker');
    const { items } = (await world.ask(table.paperBallots, { as: colleague, id })).value;
    expect(items).toHaveLength(2);
    const looks = world.db.selectFrom('event').select(['visibility', 'actor_id']).where('type', '=', 'round.papers-viewed');
    expect(await looks.execute()).toEqual([{ visibility: 'workers', actor_id: await world.memberId(colleague) }]);
    expect(items.find((item) => item.id === entered.id)).toMatchObject({ state: 'withdrawn', choices: null, can: [] });
    expect(items.find((item) => item.id === corrected.id)).toMatchObject({ mine: false, can: ['confirm', 'withdraw'] });
    expect((await confirm(corrected.id, colleague)).value).toMatchObject({ state: 'confirmed', choices: null, can: [] });
    expect((await confirm(corrected.id, colleague)).status).toBe(200);
    expect(await turnout()).toEqual({ ballots: 1, paper: 1 });
    expect((await enter(member, [one()])).code).toBe('paper-ballot.state');
    const { rows } = await sql<{ source: string }>`
      select source from point_entry where member_id = ${member}::uuid and rule = 'vote'`.execute(world.db);
    expect(rows).toEqual([{ source: `vote:${id}:${member}` }]);
    // Not even a fingerprint of what was chosen stands anywhere beside a name.
    const kept = await world.db.selectFrom('idempotency').select('key').where('path', 'like', `%${id}/paper-ballots`).execute();
    expect(kept).toEqual([]);
    await clean();
  });

  it('give way to the screen, whichever came first', async () => {
    const wisher = await world.memberId(people.wisher);
    const entered = (await enter(wisher, [one()])).value;
    await confirm(entered.id, colleague);
    const before = await turnout();
    expect((await rounds.cast(id, { as: people.wisher }, [other()], 1)).value.revision).toBe(1);
    expect(await turnout()).toEqual({ ballots: before.ballots, paper: before.paper - 1 });
    expect((await world.ask(table.myBallot, { id, as: people.wisher })).value.choices).toEqual([other()]);
    const states = (await world.ask(table.paperBallots, { as: colleague, id })).value.items.map(({ state }) => state);
    // Entered at the same moment, as the clock stands still.
    expect(states.sort()).toEqual(['confirmed', 'superseded', 'withdrawn']);

    const neighbour = await world.memberId(people.neighbour);
    const waiting = (await enter(neighbour, [one()])).value;
    await rounds.cast(id, { as: people.neighbour }, [other()], 1);
    expect((await confirm(waiting.id, colleague)).code).toBe('paper-ballot.state');
    expect((await enter(neighbour, [one()])).code).toBe('paper-ballot.voted');
    await clean();
  });

  it('count once, however many confirm, withdraw and cast at the same moment', async () => {
    for (let n = 0; n < 6; n += 1) {
      const as = world.person(`both-${n}`);
      const member = await world.memberId(as);
      const { id: ballot } = (await enter(member, [one()])).value;
      const before = await turnout();
      const replies = await Promise.all([
        confirm(ballot, colleague),
        rounds.cast(id, { as }, [other()], 1),
        confirm(ballot, world.person('third-worker', { roles: ['worker'] })),
      ]);
      expect(replies.every(({ status }) => status < 500)).toBe(true);
      expect(replies[1].status).toBe(200);
      expect(await turnout()).toEqual({ ballots: before.ballots + 1, paper: before.paper });
      expect((await world.ask(table.myBallot, { id, as })).value.choices).toEqual([other()]);
    }
    await clean();
  });

  it('are for those who may vote and are there for this worker, never for the worker themself', async () => {
    const west = world.person('west-worker', { area: 'west', roles: ['worker'] });
    const elsewhere = await world.register(west, { name: '西边的' }, 'west');
    expect((await enter(elsewhere, [one()])).code).toBe('member.unknown');
    const self = await world.memberId(people.worker);
    expect((await enter(self, [one()])).code).toBe('member.self');
    const own = await world.memberId(colleague);
    // At home here by the portal's word, of whom it does not say that they are a resident.
    expect((await enter(own, [one()])).code).toBe('round.not-eligible');
    expect((await enter('00000000-0000-7000-8000-000000000000', [one()])).code).toBe('member.unknown');
    const member = await world.register(people.worker, { name: '撤回的' });
    const withdrawn = (await enter(member, [one()])).value;
    expect((await world.ask(table.withdrawPaper, { as: colleague, id, ballot: withdrawn.id })).value).toMatchObject({
      state: 'withdrawn',
      choices: null,
    });
    expect((await confirm(withdrawn.id, colleague)).code).toBe('paper-ballot.state');
    expect((await confirm('00000000-0000-7000-8000-000000000000', colleague)).code).toBe('paper-ballot.unknown');
    expect((await confirm('nonsense', colleague)).code).toBe('paper-ballot.unknown');
    expect((await enter(member, [])).code).toBe('request.invalid');
    await clean();
  });

  it('are confirmed for those alone who may still vote then', async () => {
    const member = await world.register(people.worker, { name: '搬走的' });
    const waiting = (await enter(member, [one()])).value;
    await sql`update member set area_id = (select id from area where slug = 'west') where id = ${member}::uuid`.execute(world.db);
    expect((await confirm(waiting.id, colleague)).code).toBe('round.not-eligible');
    await sql`update member set area_id = (select id from area where slug = 'east') where id = ${member}::uuid`.execute(world.db);
    expect((await confirm(waiting.id, colleague)).status).toBe(200);
    await clean();
  });

  it('that were never confirmed end with the round, and are not counted', async () => {
    const member = await world.register(people.worker, { name: '没核对的' });
    const waiting = (await enter(member, [one()])).value;
    const { ballots } = await turnout();
    await rounds.close(id);
    expect((await confirm(waiting.id, colleague)).code).toBe('round.state');
    expect(await rounds.ballots(id)).toHaveLength(ballots);
    const { items } = (await world.ask(table.paperBallots, { as: colleague, id })).value;
    expect(items.find((item) => item.id === waiting.id)).toMatchObject({ state: 'withdrawn', choices: null });
    const { items: mine } = (await world.ask(me.points, { as: people.wisher })).value;
    expect(mine.filter(({ rule }) => rule === 'vote')).toHaveLength(1);
    await clean();
  });
});
