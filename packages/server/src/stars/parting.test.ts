import { contract, exportPath } from '@five-micro/contract';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { starsIn } from '../testing/stars.ts';
import { tracesOf } from '../testing/traces.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, members, stars: table, uploads } = contract;

describe.each(databases)('what is kept of a person about stars, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const clean = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  const honouring = (sub: string, name: string) => {
    const nominee = world.person(sub, { name });
    return { nominee, ...starsIn(world, { nominator: people.neighbour, nominee, worker: people.worker }) };
  };

  it('is given to them: what was said of them, what they said of others, and their stars', async () => {
    const honoured = honouring('exporting', '百里打包');
    const { nominee } = honoured;
    const hanging = await honoured.star({ story: '他的工具箱' });
    const made = await starsIn(world, { nominator: nominee, nominee: people.wisher, worker: people.worker }).nominate();
    const response = await world.send(exportPath, { as: nominee });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(JSON.parse(strFromU8(files['stars.json'] ?? new Uint8Array()))).toMatchObject({
      nominated: [{ status: 'awarded', story: '他的工具箱', nameAs: 'masked', onBehalf: false }],
      nominations: [{ id: made.id, who: '九幢修车的师傅', status: 'proposed' }],
      stars: [{ id: hanging.id, story: '他的工具箱', takenDownAt: null }],
    });
  });

  it('goes with them: stars, portrait and words, and every check still holds', async () => {
    const { nominee, ...stars } = honouring('leaving', '慕容拂袖');
    const portrait = (await world.ask(uploads.post, { as: nominee, body: new TextEncoder().encode('P leaving') })).value.id;
    const id = await stars.bringTo('asked', { story: '慕容拂袖修了一百把伞' });
    await stars.verb('consent', id, nominee, { name: 'full', portrait });
    const star = await stars.award(id);
    const standing = await stars.bringTo('voting', { period: '2020', sentence: '慕容拂袖守夜' });
    const member = await world.memberId(nominee);
    const own = starsIn(world, { nominator: nominee, nominee: people.wisher, worker: people.worker });
    const proposed = await own.nominate({ who: '慕容说的那位', period: '2021' });
    const agreed = await own.bringTo('consented', { period: '2022', sentence: '一直守着路灯' });

    expect((await world.ask(me.erase, { as: nominee })).status).toBe(200);
    expect((await stars.get(star.id)).code).toBe('star.unknown');
    expect((await world.send(`/uploads/${portrait}`, {})).status).toBe(404);
    expect(await tracesOf(world.db, world.ports.secrets, ['慕容'])).toEqual([]);
    const after = await world.db.selectFrom('nomination').select(['id', 'status', 'member_id']).execute();
    expect(after.find((one) => one.id === standing)).toMatchObject({ status: 'withdrawn', member_id: member });
    expect(after.find((one) => one.id === proposed.id)?.status).toBe('withdrawn');
    // What somebody agreed to is theirs by then.
    expect((await world.ask(table.nomination, { id: agreed, as: people.wisher })).value.sentence).toBe('一直守着路灯');
    await clean();
  });

  it('of one honour hangs once when both identities have it', async () => {
    const first = honouring('first-star', '司空双星');
    const second = honouring('second-star', '司空双星');
    const [gone, kept, other] = [
      await first.star({ period: '2016' }),
      await second.star({ period: '2016' }),
      await first.star({ period: '2015' }),
    ];
    const [from, into] = [await world.memberId(first.nominee), await world.memberId(second.nominee)];
    expect((await world.ask(members.merge, { id: from, as: people.worker, body: { into } })).status).toBe(200);
    const mine = (await world.ask(me.stars, { as: second.nominee })).value.items.map(({ id }) => id);
    expect(mine.sort()).toEqual([kept.id, other.id].sort());
    expect((await second.get(gone.id)).code).toBe('star.unknown');
    await clean();
  });

  it('is given to whoever it shows: a portrait to its owner, and to no worker who stored it for them', async () => {
    const nominee = await world.register(people.worker, { name: '百里留影' });
    const storing = world.person('storing-worker', { name: '存图的社工', roles: ['resident', 'worker'] });
    const stars = starsIn(world, { nominator: people.neighbour, nominee: people.wisher, worker: storing });
    const upload = async (words: string) =>
      (await world.ask(uploads.post, { as: storing, body: new TextEncoder().encode(`P ${words}`) })).value.id;
    const portrait = await upload('portrait');
    const { id } = await stars.nominate({ period: '2014' });
    await stars.verb('ask', id, storing, { member: nominee });
    await stars.verb('consent', id, storing, { name: 'masked', onBehalf: true, portrait });
    const proposed = await upload('proposed');
    const body = { title: '修一条路', story: '很短', place: '门口', cost: 100, photos: [proposed] };
    await world.ask(contract.projects.post, { as: storing, body: { ...body, onBehalfOf: { memberId: nominee } } });
    const pictures = async (as: Person) => {
      const archive = new Uint8Array(await (await world.send(exportPath, { as })).arrayBuffer());
      return Object.keys(unzipSync(archive)).filter((name) => name.startsWith('pictures/'));
    };
    expect(await pictures(storing)).toEqual([]);
    // They have an account by now.
    const signedIn = world.person('shown', { name: '百里留影' });
    const into = await world.memberId(signedIn);
    expect((await world.ask(members.merge, { id: nominee, as: people.worker, body: { into } })).status).toBe(200);
    expect((await pictures(signedIn)).sort()).toEqual([portrait, proposed].sort().map((id) => `pictures/${id}.webp`));
    await clean();
  });

  it('keeps no number of somebody else’s in what others said', async () => {
    const { nominee, ...stars } = honouring('numbered', '上官抄数');
    await stars.award(await stars.bringTo('consented', { story: '找他打 13812348002' }), {
      quotes: [{ words: '他的电话 13812348002 我一直留着', by: '李奶奶' }],
    });
    const files = unzipSync(new Uint8Array(await (await world.send(exportPath, { as: nominee })).arrayBuffer()));
    const text = strFromU8(files['stars.json'] ?? new Uint8Array());
    expect(text).toContain('138****8002');
    expect(text).not.toContain('13812348002');
  });

  it('follows when two identities are one person’s, and nobody stands twice', async () => {
    const first = honouring('first-self', '司徒一');
    const second = honouring('second-self', '司徒一');
    const star = await first.star({ period: '2019' });
    const [going, staying] = [
      await first.bringTo('asked', { period: '2018' }),
      await second.bringTo('consented', { period: '2018' }),
    ];
    const [further, behind] = [
      await first.bringTo('consented', { period: '2017' }),
      await second.bringTo('asked', { period: '2017' }),
    ];
    const [from, into] = [await world.memberId(first.nominee), await world.memberId(second.nominee)];
    expect((await world.ask(members.merge, { id: from, as: people.worker, body: { into } })).status).toBe(200);
    const statusOf = async (id: string) =>
      await world.db.selectFrom('nomination').select(['status', 'member_id']).where('id', '=', id).executeTakeFirstOrThrow();
    expect(await statusOf(going)).toEqual({ status: 'withdrawn', member_id: into });
    expect(await statusOf(staying)).toEqual({ status: 'consented', member_id: into });
    expect(await statusOf(further)).toEqual({ status: 'consented', member_id: into });
    expect(await statusOf(behind)).toEqual({ status: 'withdrawn', member_id: into });
    const mine = (await world.ask(me.stars, { as: second.nominee })).value.items.map(({ id }) => id);
    expect(mine).toEqual([star.id]);
    await clean();
  });
});
