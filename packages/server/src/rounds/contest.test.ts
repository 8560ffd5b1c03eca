import { contract } from '@five-micro/contract';
import { readPabulib } from '@five-micro/tally';
import { readRecord, verifyRecord } from '@five-micro/tally/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { rounds: table, stars } = contract;

describe.each(oneDatabase)('a contest of stars on $name', ({ open }) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(open);
  }, 120_000);
  afterAll(() => world.stop());

  it('is a round of people: the most votes win, whoever withdraws is not honoured, and the record names nobody', async () => {
    const people = cast(world);
    const rounds = roundsIn(world, people.worker);
    const candidates: string[] = [];
    const nominees = [people.wisher, people.branch, people.branchToo];
    for (const nominee of nominees)
      candidates.push(await starsIn(world, { nominator: people.neighbour, nominee, worker: people.worker }).bringTo('consented'));
    const terms = { of: 'stars', title: '今年的岗位之星', winners: 1, ballot: { type: 'approval', min: 1, max: 2 } };
    for (const wrong of [{ rule: 'equal-shares', winners: null }, { budget: 100 }, { winners: null }]) {
      const refused = world.ask(table.post, {
        as: people.worker,
        body: {
          options: candidates,
          opensAt: '2026-01-01T00:00:00Z',
          closesAt: '2099-01-01T00:00:00Z',
          rule: 'most-votes',
          ...terms,
          ...wrong,
        },
      });
      expect((await refused).code).toBe('request.invalid');
    }
    // A draft that is discarded leaves no nomination behind in it: they may all stand in another.
    const dropped = await rounds.draft(candidates, terms);
    expect((await world.ask(table.discard, { id: dropped.id, as: people.worker })).status).toBe(200);
    const standing = () =>
      world.db.selectFrom('nomination').select(['status', 'round_id']).where('id', 'in', candidates).execute();
    expect(await standing()).toEqual(candidates.map(() => ({ status: 'consented', round_id: null })));
    const { id, options } = await rounds.open(candidates, terms);
    expect(await standing()).toEqual(candidates.map(() => ({ status: 'voting', round_id: id })));
    // And once it is open nothing takes it from under them: it can only be closed.
    expect((await world.ask(table.discard, { id, as: people.worker })).code).toBe('round.state');
    expect(options.map(({ cost, starTitle }) => [cost, starTitle])).toEqual(candidates.map(() => [null, 'post']));
    const [first = '', second = '', third = ''] = candidates;
    await rounds.cast(id, { as: people.wisher }, [first, second], 1);
    await rounds.cast(id, { as: people.neighbour }, [first], 1);
    await rounds.cast(id, { as: people.worker }, [second, third], 1);
    await rounds.cast(id, { as: people.branch }, [first], 1);
    expect((await world.ask(stars.withdraw, { id: third, as: people.branchToo })).status).toBe(200);
    expect((await rounds.close(id)).status).toBe(200);
    const { outcome, otherwise } = await rounds.results(id);
    expect(outcome).toMatchObject({ winners: [first], budget: null, options: [{ votes: 3 }, { votes: 2 }, { votes: 1 }] });
    expect(otherwise).toBeNull();
    const text = await rounds.record(id);
    const record = readRecord(text);
    expect((await verifyRecord(record)).every(({ holds }) => holds)).toBe(true);
    // What is in the digests names nobody, so that whoever withdraws is gone from it.
    expect(JSON.stringify([record.opening, record.closing])).not.toMatch(/[\u4e00-\u9fff]/);
    const { election } = readPabulib(await (await world.send(`/rounds/${id}/export.pb`, {})).text());
    expect([election.budget, ...election.options.map(({ cost }) => cost)]).toEqual([1n, 1n, 1n, 1n]);
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  }, 60_000);

  it('shows nothing any more of whoever has taken their star down: not on the round, in its record or its exported file', async () => {
    const people = cast(world);
    const rounds = roundsIn(world, people.worker);
    const nominees = [people.wisher, people.branch].map((nominee) =>
      starsIn(world, { nominator: people.neighbour, nominee, worker: people.worker }),
    );
    const candidates: string[] = [];
    for (const nominee of nominees) candidates.push(await nominee.bringTo('consented', { period: '2027' }));
    const [first = '', second = ''] = candidates;
    const { id } = await rounds.open(candidates, { of: 'stars', winners: 1, ballot: { type: 'approval', min: 1, max: 1 } });
    await rounds.cast(id, { as: people.neighbour }, [first]);
    await rounds.close(id);
    const star = await nominees[0]?.award(first);
    const shown = async () => {
      const { options } = await rounds.get(id);
      const { title = '', words = '', photos = [] } = options.find((option) => option.id === first) ?? {};
      const { story } = await (await world.send(`/rounds/${id}/options/${first}`, {})).json();
      const exported = await (await world.send(`/rounds/${id}/export.pb`, {})).text();
      return { title, words, photos: photos.length, story, record: await rounds.record(id), exported };
    };
    const hanging = await shown();
    expect([hanging.words, hanging.story]).not.toContain('');
    expect([hanging.record, hanging.exported].every((text) => text.includes(hanging.title))).toBe(true);
    expect((await world.ask(stars.takeDown, { id: star?.id ?? '', as: people.wisher, body: {} })).status).toBe(200);
    const gone = await shown();
    expect(gone).toMatchObject({ title: '一位邻居', words: '', photos: 0, story: '' });
    for (const text of [gone.record, gone.exported]) {
      expect(text).not.toContain(hanging.title);
      expect(text).toContain(second);
    }
    expect((await verifyRecord(readRecord(gone.record))).every(({ holds }) => holds)).toBe(true);
  }, 60_000);
});
