import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });
const { rounds: table, members, me } = contract;

describe.each(databases)('a vote of somebody who is merged or erased on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let rounds: ReturnType<typeof roundsIn>;
  let options: string[];
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    rounds = roundsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const begin = async (): Promise<string> => {
    options = await rounds.projects([100, 200]);
    return (await rounds.open(options)).id;
  };
  const merge = async (from: Person, into: Person) => {
    const [id, other] = [await world.memberId(from), await world.memberId(into)];
    expect((await world.ask(members.merge, { as: people.worker, id, body: { into: other } })).status).toBe(200);
  };
  const mine = async (id: string, as: Person) => (await world.ask(table.myBallot, { id, as })).value.choices;
  const points = async (as: Person) => {
    const { items } = (await world.ask(me.points, { as, query: { limit: '100' } })).value;
    return items.filter(({ rule }) => rule === 'vote').reduce((sum, { amount }) => sum + amount, 0);
  };
  const clean = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  const pair = (name: string) => [world.person(`${name}-from`), world.person(`${name}-into`)] as const;

  it('follows to the identity that stays, with the same receipt, and can be changed there', async () => {
    const id = await begin();
    const [from, into] = pair('followed');
    const { receipt } = (await rounds.cast(id, { as: from }, [options[0] ?? ''], 3)).value;
    await merge(from, into);
    expect(await rounds.get(id, into)).toMatchObject({ turnout: { ballots: 1 }, mine: { voted: true, revision: 3 } });
    expect(await mine(id, into)).toEqual([options[0]]);
    expect((await rounds.cast(id, { as: into }, [options[1] ?? ''], 2)).code).toBe('ballot.superseded');
    expect((await rounds.cast(id, { as: into }, [options[1] ?? ''], 4)).value).toMatchObject({ receipt, revision: 4 });
    // Both tokens are one person's now.
    expect((await rounds.cast(id, { as: from }, [options[1] ?? ''], 5)).value).toMatchObject({ receipt, revision: 5 });
    expect((await rounds.get(id)).turnout.ballots).toBe(1);
    await clean();
    await rounds.close(id);
    expect(await rounds.ballots(id)).toEqual([[options[1]]]);
    expect((await world.send(`/rounds/${id}/receipts/${receipt}`, {})).status).toBe(200);
    await clean();
  });

  it('counts once where both have voted: that of the one that stays, and a point for it once', async () => {
    const id = await begin();
    const [from, into] = pair('both');
    await rounds.cast(id, { as: from }, [options[0] ?? ''], 9);
    await rounds.cast(id, { as: into }, [options[1] ?? ''], 1);
    await merge(from, into);
    expect((await rounds.get(id)).turnout).toEqual({ ballots: 1, paper: 0 });
    expect(await mine(id, into)).toEqual([options[1]]);
    expect(await points(into)).toBe(1);
    await clean();
    await rounds.close(id);
    expect(await rounds.ballots(id)).toEqual([[options[1]]]);
    await clean();
  });

  it('counts once where one was on paper: that from the screen', async () => {
    const id = await begin();
    const colleague = world.person('colleague', { roles: ['worker'] });
    const account = world.person('with-account');
    const member = await world.register(people.worker, { name: '纸上的' });
    const body = { member, choices: [options[0] ?? ''] };
    const { id: ballot } = (await world.ask(table.enterPaper, { as: people.worker, id, body })).value;
    await world.ask(table.confirmPaper, { as: colleague, id, ballot });
    await rounds.cast(id, { as: account }, [options[1] ?? ''], 1);
    const into = { into: member };
    expect((await world.ask(members.merge, { as: people.worker, id: await world.memberId(account), body: into })).status).toBe(
      200,
    );
    expect((await rounds.get(id)).turnout).toEqual({ ballots: 1, paper: 0 });
    expect(await mine(id, account)).toEqual([options[1]]);
    const papers = (await world.ask(table.paperBallots, { as: colleague, id })).value.items;
    expect(papers.map(({ state }) => state)).toEqual(['superseded']);
    await clean();
  });

  it('stays as it was counted where the round was closed before, twice if need be', async () => {
    const id = await begin();
    const [from, into] = pair('late');
    await rounds.cast(id, { as: from }, [options[0] ?? ''], 1);
    await rounds.cast(id, { as: into }, [options[1] ?? ''], 1);
    await rounds.close(id);
    await merge(from, into);
    expect(await rounds.get(id, into)).toMatchObject({ turnout: { ballots: 2 }, mine: { voted: true } });
    expect(await points(into)).toBe(1);
    await clean();
  });

  it('counts once, however merging and casting fall together', async () => {
    for (let n = 0; n < 5; n += 1) {
      const id = await begin();
      const [from, into] = pair(`at-once-${n}`);
      await rounds.cast(id, { as: from }, [options[0] ?? ''], 1);
      await world.memberId(into);
      const [first, second] = await Promise.all([
        rounds.cast(id, { as: from }, [options[1] ?? ''], 2),
        rounds.cast(id, { as: into }, [options[1] ?? ''], 2),
        merge(from, into),
      ]);
      // Whoever was merged between the preparation and the ballot is asked to come again.
      expect(
        [first, second].every(({ code }) => code === undefined || code === 'server.busy' || code === 'ballot.superseded'),
      ).toBe(true);
      expect((await rounds.get(id)).turnout.ballots).toBe(1);
      expect((await rounds.cast(id, { as: into }, [options[0] ?? ''], 7)).status).toBe(200);
      expect((await rounds.get(id)).turnout.ballots).toBe(1);
    }
    world.failures.length = 0;
    await clean();
  });

  it('goes with whoever erases themself while it runs, so that nobody comes back to vote once more; what is over stays', async () => {
    const over = await begin();
    const as = world.person('leaving');
    const { receipt } = (await rounds.cast(over, { as }, [options[0] ?? ''], 1)).value;
    await rounds.close(over);
    const id = await begin();
    await rounds.cast(id, { as }, [options[0] ?? ''], 1);
    expect((await world.ask(me.erase, { as })).status).toBe(200);
    expect((await rounds.get(id)).turnout.ballots).toBe(0);
    expect((await world.send(`/rounds/${over}/receipts/${receipt}`, {})).status).toBe(200);
    expect((await rounds.get(over)).turnout.ballots).toBe(1);
    await clean();
    world.advance(5 * 60_000);
    expect((await rounds.cast(id, { as }, [options[1] ?? ''], 1)).status).toBe(200);
    await rounds.close(id);
    expect(await rounds.ballots(id)).toEqual([[options[1]]]);
    await clean();
  });
});
