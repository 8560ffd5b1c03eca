import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { sweep } from '../wishes/sweeper.ts';

vi.setConfig({ testTimeout: 60_000 });
const { rounds: table, me } = contract;

describe.each(oneDatabase)('a round of voting on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let rounds: ReturnType<typeof roundsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    rounds = roundsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const clean = async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };

  it('is drafted by a worker, seen by nobody else before it opens, and frozen then', async () => {
    const [one = '', other = ''] = await rounds.projects([300_00, 500_00]);
    const { id, ...drafted } = await rounds.draft([one, other], { title: '第一轮' });
    expect(drafted).toMatchObject({
      title: '第一轮',
      status: 'draft',
      tie: null,
      openingDigest: null,
      can: ['edit', 'open', 'discard'],
    });
    expect((await world.ask(table.get, { id, as: people.wisher })).code).toBe('round.unknown');
    expect((await world.ask(table.cast, { id, as: people.wisher, body: { choices: [one] } })).code).toBe('round.unknown');
    expect((await world.ask(table.list, { as: people.wisher, query: { status: 'draft' } })).code).toBe('auth.forbidden');
    expect((await world.ask(table.open, { id, as: people.neighbour })).code).toBe('round.unknown');

    const edited = await world.ask(table.edit, { id, as: people.worker, body: { title: '今年先修哪个', winners: 2 } });
    expect(edited.value).toMatchObject({ title: '今年先修哪个', winners: 2, options: [{ id: one }, { id: other }] });
    const opened = (await world.ask(table.open, { id, as: people.worker })).value;
    expect(opened).toMatchObject({
      status: 'open',
      options: [{ cost: 300_00 }, { cost: 500_00 }],
      can: ['close', 'ballot', 'paper-ballots'],
    });
    expect(opened.openingDigest).toMatch(/^[0-9a-f]{64}$/);
    // A time that was past means at once.
    expect(new Date(opened.opensAt).getTime()).toBeGreaterThan(Date.now() - hours(0.5));
    expect((await world.ask(table.edit, { id, as: people.worker, body: { title: '改一改' } })).code).toBe('round.state');
    expect((await world.ask(table.open, { id, as: people.worker })).code).toBe('round.state');
    expect(await rounds.get(id)).toMatchObject({ can: ['ballot'], mine: null });
    expect(await rounds.get(id, people.stranger)).toMatchObject({ can: [] });
    await clean();
  });

  it('is discarded while it is a draft, and is nowhere then', async () => {
    const options = await rounds.projects([100, 200]);
    const { id } = await rounds.draft(options);
    const discard = (as = people.worker, key?: string) => world.ask(table.discard, { id, as, ...(key !== undefined && { key }) });
    expect((await discard(people.wisher)).code).toBe('round.unknown');
    const gone = await discard(people.worker, 'away-with-it');
    expect(gone.value.discardedAt).toBe(world.now().toISOString());
    expect((await discard(people.worker, 'away-with-it')).value).toEqual(gone.value);
    const asked = [
      await discard(),
      await world.ask(table.get, { id, as: people.worker }),
      await world.ask(table.results, { id, as: people.worker }),
      await world.ask(table.edit, { id, as: people.worker, body: { title: '又来' } }),
      await world.ask(table.open, { id, as: people.worker }),
      await rounds.cast(id, { as: people.worker }, options.slice(0, 1), 1),
    ];
    expect(asked.map(({ code }) => code)).toEqual(asked.map(() => 'round.unknown'));
    const { items } = (await world.ask(table.list, { as: people.worker, query: { status: 'draft' } })).value;
    expect(items.map((round) => round.id)).not.toContain(id);
    // What it would have offered is free for another.
    const opened = await rounds.open(options);
    expect(opened.status).toBe('open');
    expect((await world.ask(table.discard, { id: opened.id, as: people.worker })).code).toBe('round.state');
    await clean();
  });

  it('has no number of anybody in what everyone reads of it', async () => {
    const options = await rounds.projects([100, 200]);
    const { id, title } = await rounds.draft(options, { title: '修什么，问 13812348000' });
    expect(title).toBe('修什么，问 138****8000');
    const edited = await world.ask(table.edit, { id, as: people.worker, body: { title: '打 13912348111 问' } });
    expect(edited.value.title).toBe('打 139****8111 问');
    await world.ask(table.open, { id, as: people.worker });
    expect((await rounds.close(id, '问 13812348000')).value.reason).toBe('问 138****8000');
    await clean();
  });

  it.each([
    ['one option alone', { options: 'one' }, 'options'],
    ['more choices than options', { ballot: { type: 'approval', min: 1, max: 3 } }, 'ballot.max'],
    ['a least above the most', { ballot: { type: 'approval', min: 2, max: 1 } }, 'ballot.min'],
    ['an end before its beginning', { opensAt: '2098-01-01T00:00:01Z' }, 'closesAt'],
    ['an end that is past', { opensAt: '2019-01-01T00:00:00Z', closesAt: '2020-01-01T00:00:00Z' }, 'closesAt'],
    ['equal shares of nothing', { rule: 'equal-shares', winners: null }, 'budget'],
    ['no end of winners', { winners: null }, 'winners'],
    ['a cut-off after the end', { cutOff: '2099-01-01T00:00:00Z' }, 'cutOff'],
    ['what is not listed', { options: 'unknown' }, 'options.0'],
  ])('refuses %s, and says where', async (_what, more, path) => {
    const listed = await rounds.projects([100, 200]);
    const wrong = { one: listed.slice(0, 1), unknown: ['00000000-0000-7000-8000-000000000000', ...listed] };
    const options = 'options' in more ? wrong[more.options === 'one' ? 'one' : 'unknown'] : listed;
    const body = {
      title: '怎么投',
      of: 'projects',
      opensAt: '2026-01-01T00:00:00Z',
      closesAt: '2098-01-01T00:00:00Z',
      ballot: { type: 'approval', min: 1, max: 2 },
      rule: 'most-votes',
      winners: 1,
      ...more,
      options,
    };
    const { problem } = await world.ask(table.post, { as: people.worker, body });
    expect([problem.code, ...(problem.fields ?? []).map((field) => field.path)]).toEqual(['request.invalid', path]);
  });

  it('takes a ballot, lets it be changed, refuses what comes late or is not one, and pays a point once', async () => {
    const [one = '', two = '', three = ''] = await rounds.projects([100, 200, 300]);
    const { id } = await rounds.open([one, two, three], { ballot: { type: 'approval', min: 1, max: 2 } });
    const first = (await rounds.cast(id, { as: people.wisher }, [two, one], 2)).value;
    expect(first).toMatchObject({ revision: 2 });
    expect(first.receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const again = (await rounds.cast(id, { as: people.wisher }, [one, two], 2)).value;
    expect(again).toMatchObject({ receipt: first.receipt, revision: 2 });
    const refused = [
      await rounds.cast(id, { as: people.wisher }, [three], 2),
      await rounds.cast(id, { as: people.wisher }, [three], 1),
    ];
    expect(refused.map(({ code }) => code)).toEqual(['ballot.superseded', 'ballot.superseded']);
    const mine = async () => (await world.ask(table.myBallot, { id, as: people.wisher })).value;
    expect(await mine()).toEqual({ choices: [one, two].sort(), revision: 2 });
    expect((await rounds.cast(id, { as: people.wisher }, [three], 7)).value).toMatchObject({
      receipt: first.receipt,
      revision: 7,
    });
    // Without one it is the next.
    expect((await rounds.cast(id, { as: people.wisher }, [one])).value).toMatchObject({ receipt: first.receipt, revision: 8 });
    expect(await mine()).toEqual({ choices: [one], revision: 8 });
    // Nobody who holds somebody's token for an hour takes the last revision that there is.
    const most = 1008;
    const { problem: leap } = await rounds.cast(id, { as: people.wisher }, [two], most + 1);
    expect([leap.status, leap.fields?.[0]?.path]).toEqual([422, 'revision']);
    expect((await rounds.cast(id, { as: people.wisher }, [one], most)).value).toMatchObject({ revision: most });

    const nowhere = '00000000-0000-7000-8000-000000000000';
    for (const choices of [[], [one, two, three], [one, one], [nowhere]]) {
      const { problem } = await rounds.cast(id, { as: people.neighbour }, choices, 1);
      expect([problem.status, problem.fields?.[0]?.path]).toEqual([422, 'choices']);
    }
    expect((await rounds.cast(id, {}, [one], 1)).code).toBe('auth.required');
    expect(await rounds.get(id, people.wisher)).toMatchObject({
      turnout: { ballots: 1, paper: 0 },
      mine: { voted: true, revision: most, eligible: true },
    });
    const { items } = (await world.ask(me.points, { as: people.wisher })).value;
    expect(items.filter(({ rule }) => rule === 'vote')).toMatchObject([
      { amount: 1, about: { kind: 'round', id, title: '今年修什么' } },
    ]);
    await clean();
  });

  it('keeps what was chosen out of the table of keys, and repeats under a key without it', async () => {
    const [one = '', two = ''] = await rounds.projects([100, 200]);
    const { id } = await rounds.open([one, two], { ballot: { type: 'approval', min: 1, max: 1 } });
    const kept = () => world.db.selectFrom('idempotency').select('key').where('path', 'like', `%${id}%`).execute();
    expect((await rounds.cast(id, { as: people.wisher, key: 'a-key' }, [one], 1)).status).toBe(200);
    expect((await rounds.cast(id, { as: people.wisher, key: 'a-key' }, [one], 1)).status).toBe(200);
    expect(await kept()).toEqual([]);
  });

  it('closes by itself, seen by whoever looks, casts or lists, and by the sweeper', async () => {
    const [one = '', two = '', ...more] = await rounds.projects([100, 200, 100, 100, 100, 100, 100, 100]);
    const limits = { ballot: { type: 'approval', min: 1, max: 1 } };
    const ways: ((id: string) => Promise<unknown>)[] = [
      (id) => rounds.get(id),
      (id) => rounds.results(id),
      () => world.ask(table.list),
      () => sweep(world.ports),
    ];
    const free = [one, two, ...more];
    for (const way of ways) {
      const options = free.splice(0, 2);
      const [chosen = ''] = options;
      const { id } = await rounds.open(options, limits);
      await rounds.cast(id, { as: people.wisher }, [chosen], 1);
      await rounds.runOut(id);
      await way(id);
      const { status, closed_at, closes_at } = await world.db
        .selectFrom('round')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(status).toBe('closed');
      expect(closed_at).toEqual(closes_at);
      expect((await rounds.cast(id, { as: people.neighbour }, [chosen], 1)).code).toBe('round.closed');
      expect((await world.ask(table.myBallot, { id, as: people.wisher })).code).toBe('ballot.gone');
    }
    await clean();
  });

  it('takes nothing before its time', async () => {
    const [one = '', two = ''] = await rounds.projects([100, 200]);
    const opensAt = new Date(Date.now() + hours(1)).toISOString();
    const closesAt = new Date(Date.now() + hours(2)).toISOString();
    const { id, can } = await rounds.open([one, two], { opensAt, closesAt, ballot: { type: 'approval', min: 0, max: 1 } });
    expect(can).toEqual(['close']);
    expect((await rounds.cast(id, { as: people.wisher }, [one], 1)).code).toBe('round.not-yet');
    await clean();
  });

  it('does not open with something that is dearer than all the money there is', async () => {
    const options = await rounds.projects([600, 601]);
    const { id } = await rounds.draft(options, { winners: null, budget: 600 });
    const refused = await world.ask(table.open, { id, as: people.worker });
    expect([refused.code, refused.problem.fields?.[0]]).toMatchObject([
      'request.invalid',
      { path: 'options.1', code: 'too-big' },
    ]);
    await world.ask(table.edit, { id, as: people.worker, body: { budget: 601 } });
    expect((await world.ask(table.open, { id, as: people.worker })).status).toBe(200);
    await clean();
  });

  it('is closed early for a reason that everybody reads, and answers who won, why, and what the other rule would have given', async () => {
    const ids = await rounds.projects([600, 300, 300]);
    const [dear = '', cheap = '', third = ''] = ids;
    const { id } = await rounds.open(ids, { winners: null, budget: 600, ballot: { type: 'approval', min: 1, max: 2 } });
    for (const as of [people.wisher, people.neighbour, people.branch]) await rounds.cast(id, { as }, [dear], 1);
    for (const as of [people.worker, people.branchToo]) await rounds.cast(id, { as }, [cheap, third], 1);
    expect(await rounds.results(id)).toMatchObject({ status: 'open', turnout: { ballots: 5 }, votes: null, outcome: null });
    expect((await world.ask(table.ballots, { id })).code).toBe('round.state');
    const { problem } = await world.ask(table.close, { id, as: people.worker });
    expect([problem.code, problem.fields?.[0]?.path]).toEqual(['request.invalid', 'reason']);
    expect((await rounds.close(id, '大家都投完了')).value).toMatchObject({ status: 'closed', reason: '大家都投完了', can: [] });
    const { outcome, otherwise, turnout } = await rounds.results(id);
    expect(turnout).toEqual({ ballots: 5, paper: 0, electorate: expect.any(Number) });
    expect(outcome).toMatchObject({ rule: 'most-votes', winners: [dear], spent: 600, budget: 600 });
    expect(outcome?.options.map(({ why, left }) => [why, left])).toEqual([
      ['won', 600],
      ['too-dear', 0],
      ['too-dear', 0],
    ]);
    expect(otherwise).toMatchObject({ rule: 'equal-shares', completion: 'add1' });
    expect(await rounds.ballots(id)).toHaveLength(5);
    const chosen = (await world.ask(contract.projects.get, { id: dear })).value;
    expect(chosen).toMatchObject({ status: 'selected', round: { id, votes: 3 } });
    await clean();
  });

  it('stands in the lists of its area, of what lies below and above, without options: what is open first, and of that one’s own', async () => {
    const listed = async (area: string) => (await world.ask(table.list, { area, query: { limit: '100' } })).value.items;
    const [east, south, west] = [await listed('east'), await listed('south'), await listed('west')];
    expect(east.length).toBeGreaterThan(3);
    expect(south.map(({ id }) => id)).toEqual(east.map(({ id }) => id));
    expect(west).toEqual([]);
    const nobody = await world.ask(table.list, { area: 'west', as: people.wisher });
    expect(nobody.value.items).toEqual([]);
    expect(east.every(({ options }) => options.length === 0)).toBe(true);
    const order = east.map(({ status, opensAt }) => `${status === 'open' ? 1 : 0} ${opensAt}`);
    expect(order).toEqual([...order].sort().reverse());
    const official = world.person('district', { roles: ['resident', 'worker@here'] });
    const district = roundsIn(world, official);
    const options = await rounds.projects([100, 200, 300, 400]);
    const { id } = await district.open(options.slice(0, 2), {}, { area: 'here' });
    expect((await listed('west')).map((round) => round.id)).toEqual([id]);
    // Its own comes before those of its communities, though they opened later, page by page.
    const ahead = new Date(Date.now() + hours(0.5)).toISOString();
    await rounds.open(await rounds.projects([100, 200]), { opensAt: ahead });
    const whole = await listed('here');
    expect(whole.slice(0, 3).map((round) => [round.area, round.status])).toEqual([
      ['here', 'open'],
      ['east', 'open'],
      ['east', 'open'],
    ]);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: Record<string, string> = { limit: '2', ...(cursor !== '' && { cursor }) };
      const { items, nextCursor } = (await world.ask(table.list, { area: 'here', query })).value;
      paged.push(...items.map((round) => round.id));
      cursor = nextCursor;
    }
    expect(paged).toEqual(whole.map((round) => round.id));
    // A draft is there for whoever looks after its own area, and for nobody who looks after a part of it.
    const draft = await district.draft(options.slice(2), {}, { area: 'here' });
    const drafts = async (as: Person) =>
      (await world.ask(table.list, { as, query: { status: 'draft', limit: '100' } })).value.items.map((round) => round.id);
    expect(await drafts(people.worker)).not.toContain(draft.id);
    expect((await world.ask(table.get, { id: draft.id, as: people.worker })).code).toBe('round.unknown');
    expect(await drafts(official)).toContain(draft.id);
  });
});
