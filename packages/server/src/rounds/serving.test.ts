import { contract } from '@five-micro/contract';
import { readPabulib } from '@five-micro/tally';
import { canonical, hashOf, readRecord, verifyRecord } from '@five-micro/tally/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { projectsIn } from '../testing/projects.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

describe.each(oneDatabase)('what a closed round publishes on $name', ({ open }) => {
  let world: World;
  let rounds: ReturnType<typeof roundsIn>;
  let id: string;
  let options: string[];
  beforeAll(async () => {
    world = await createWorld(open);
    const people = cast(world);
    rounds = roundsIn(world, people.worker);
    options = await rounds.projects([30_050, 20_000, 10_000]);
    id = (
      await rounds.open(options, {
        rule: 'equal-shares',
        completion: 'add1',
        winners: null,
        budget: 50_050,
        ballot: { type: 'budget' },
      })
    ).id;
    await rounds.cast(id, { as: people.wisher }, [options[0] ?? '', options[1] ?? '']);
    await rounds.cast(id, { as: people.neighbour }, [options[2] ?? '']);
    await rounds.cast(id, { as: people.branch }, []);
  }, 120_000);
  afterAll(() => world.stop());

  it('is before the close what was frozen, as its digest is of it and as the record says afterwards', async () => {
    const opening = async () => (await world.send(`/rounds/${id}/opening.json`, {})).text();
    const text = await opening();
    expect(await hashOf(text)).toBe((await rounds.get(id)).openingDigest);
    expect(JSON.parse(text)).toMatchObject({ round: id, rule: 'equal-shares', publicKey: { crv: 'P-256' } });
    expect(JSON.parse(text).options[0]).toEqual({ id: options[0], cost: 30_050, title: '第1个项目' });
    const draft = await rounds.draft(await rounds.projects([100, 200]));
    expect((await world.send(`/rounds/${draft.id}/opening.json`, {})).status).toBe(404);
    const early = await world.send(`/rounds/${draft.id}/opening.json`, { as: cast(world).worker });
    expect(await early.json()).toMatchObject({ code: 'round.state' });
    expect((await world.send('/rounds/nonsense/opening.json', {})).status).toBe(404);
  });

  it('is nothing else before the close', async () => {
    for (const name of ['record.json', 'export.pb']) {
      const early = await world.send(`/rounds/${id}/${name}`, {});
      expect([early.status, await early.json()]).toMatchObject([409, { code: 'round.state' }]);
      for (const wrong of ['nonsense', '00000000-0000-7000-8000-000000000000'])
        expect((await world.send(`/rounds/${wrong}/${name}`, {})).status).toBe(404);
    }
    await rounds.close(id);
  });

  it('is a record that counts again without the server, and names no voter', async () => {
    const response = await world.send(`/rounds/${id}/record.json`, {});
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const text = await response.text();
    const record = readRecord(text);
    expect((await verifyRecord(record)).every(({ holds }) => holds)).toBe(true);
    const opening = await world.send(`/rounds/${id}/opening.json`, {});
    expect(await opening.text()).toBe(canonical(record.opening));
    const shown = await rounds.get(id);
    expect([record.openingDigest, record.closingDigest]).toEqual([shown.openingDigest, shown.closingDigest]);
    expect([record.title, record.titles[options[0] ?? '']]).toEqual(['今年修什么', '第1个项目']);
    for (const as of [cast(world).wisher, cast(world).neighbour]) expect(text).not.toContain(await world.memberId(as));
    const etag = response.headers.get('etag') ?? '';
    expect((await world.send(`/rounds/${id}/record.json`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const { outcome } = (await world.ask(contract.rounds.results, { id })).value;
    expect(record.outcome.outcome).toEqual(outcome);
  });

  it('is a file that research tools read: the same budget, costs and ballots', async () => {
    const text = await (await world.send(`/rounds/${id}/export.pb`, {})).text();
    const { file, election } = readPabulib(text);
    expect(Object.fromEntries(file.meta)).toMatchObject({
      budget: '500.5',
      vote_type: 'approval',
      num_votes: '3',
      max_sum_cost: '500.5',
    });
    // In units of a tenth of a yuan, as that is all that the file needs.
    expect([election.budget, ...election.options.map(({ cost }) => cost)]).toEqual([5005n, 3005n, 2000n, 1000n]);
    const record = readRecord(await rounds.record(id));
    expect(election.ballots.map((ballot) => [...ballot].sort())).toEqual(record.ballots);
  });

  it('says of a round that ended early when it ended, not when it should have', async () => {
    const closesAt = new Date(Date.now() + 5 * 24 * 3_600_000).toISOString();
    const early = await rounds.open(await rounds.projects([100, 200]), { closesAt });
    await rounds.close(early.id);
    const { meta } = readPabulib(await (await world.send(`/rounds/${early.id}/export.pb`, {})).text()).file;
    const { closing } = readRecord(await rounds.record(early.id));
    const day = (at: string) => new Date(at).toLocaleDateString('en-CA', { timeZone: 'Asia/Shanghai' }).split('-').reverse();
    expect(new Map(meta).get('date_end')).toBe(day(closing.closedAt).join('.'));
    expect(day(closing.closedAt)).not.toEqual(day(closesAt));
  });

  it('shows no picture of what is voted on that a worker has put away', async () => {
    const people = cast(world);
    const photo = (await world.ask(contract.uploads.post, { as: people.wisher, body: new Uint8Array([80, 7]) })).value.id;
    const project = projectsIn(world, { proposer: people.wisher, worker: people.worker });
    const shown = await project.bringTo('listed', { photos: [photo] });
    const round = await rounds.open([shown, ...(await rounds.projects([100]))]);
    const pictures = async () => (await rounds.get(round.id)).options.flatMap(({ photos }) => photos.map((one) => one.id));
    expect(await pictures()).toEqual([photo]);
    const body = { part: 'photo', photo, reason: '拍到人家了' };
    await world.ask(contract.projects.hidePart, { as: people.worker, id: shown, body });
    expect(await pictures()).toEqual([]);
  });

  it('calls what was voted on what it was called then, on its page too, whoever lists it anew in other words', async () => {
    const lost = (await rounds.results(id)).outcome?.options.find(({ won }) => !won)?.id ?? '';
    const before = (await rounds.get(id)).options.find((one) => one.id === lost)?.title;
    // Until then it says what became of it there, and why.
    const result = (await rounds.results(id)).outcome?.options.find((one) => one.id === lost);
    const known = (await world.ask(contract.projects.get, { id: lost })).value;
    expect(known).toMatchObject({
      status: 'not-selected',
      round: { id, votes: result?.votes, why: result?.why, left: result?.left },
    });
    const body = { title: '换了个名字' };
    expect((await world.ask(contract.projects.enlist, { as: cast(world).worker, id: lost, body })).value.title).toBe(body.title);
    expect((await rounds.get(id)).options.find((one) => one.id === lost)?.title).toBe(before);
    const option = await world.ask(contract.rounds.option, { id, option: lost });
    expect(option.value.title).toBe(before);
  });
});
