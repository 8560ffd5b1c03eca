import { contract } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, stars: table, uploads } = contract;
const { neighbour: nobody } = messages['zh-CN'].people;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('stars on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let stars: ReturnType<typeof starsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    stars = starsIn(world, { nominator: people.neighbour, nominee: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    await world.stop();
  });

  let year = 2000;
  const anew = () => {
    year += 1;
    return { period: String(year) };
  };
  const picture = async (as: Person, words: string) =>
    (await world.ask(uploads.post, { as, body: new TextEncoder().encode(`P ${words}`) })).value.id;
  const noticesOf = async (as: Person) => (await world.ask(me.notices, { as })).value.items;
  const consents = async (as: Person, change: object) => (await world.ask(me.consents, { as, body: change })).value;

  it('come from a nomination, the nominee’s own word and the community’s, and each step is told to whom it concerns', async () => {
    const { id } = await stars.nominate(anew());
    expect((await noticesOf(people.wisher)).filter(({ type }) => type.startsWith('star.'))).toEqual([]);
    const member = await world.memberId(people.wisher);
    await stars.verb('ask', id, people.worker, { member });
    expect((await noticesOf(people.wisher))[0]).toMatchObject({ type: 'star.asked', nomination: { id, title: '岗位之星' } });
    const portrait = await picture(people.wisher, 'me');
    const consented = (await stars.verb('consent', id, people.wisher, { name: 'full', portrait })).value;
    expect(consented).toMatchObject({
      status: 'consented',
      name: '欧阳春梅',
      aboutMe: true,
      portrait: { id: portrait, public: false },
    });
    expect((await world.send(`/uploads/${portrait}`, {})).status).toBe(404);
    const star = await stars.award(id, { quotes: [{ words: '门口的垫子也抖了抖', by: '李奶奶' }] });
    expect(star).toMatchObject({
      name: '欧阳春梅',
      initial: '欧',
      title: { code: 'post', name: '岗位之星' },
      sentence: '孩子的车从来不收钱',
    });
    expect(star.portrait).toMatchObject({ id: portrait, public: true });
    expect((await world.send(`/uploads/${portrait}`, {})).status).toBe(200);
    expect((await noticesOf(people.wisher)).slice(0, 2).map((one) => one.type)).toEqual(['star.words-waiting', 'star.awarded']);
    expect((await noticesOf(people.neighbour))[0]?.type).toBe('star.awarded');
    expect((await stars.list()).map((one) => one.id)).toContain(star.id);
    expect((await world.ask(me.stars, { as: people.wisher })).value.items[0]).toMatchObject({ id: star.id, mine: true });
  });

  it('need a yes that is asked for: nobody is awarded, or stands in a contest, without', async () => {
    for (const status of ['proposed', 'asked', 'declined', 'withdrawn', 'voting', 'not-awarded', 'awarded'] as const) {
      const id = await stars.bringTo(status, anew());
      const reply = await world.ask(table.award, { as: people.worker, body: { nomination: id } });
      expect(`${status} ${reply.code}`).toBe(`${status} nomination.state`);
    }
  });

  it('show whoever agreed as they agreed, and go from every surface with the switch on the card', async () => {
    const star = await stars.star(anew());
    expect(star).toMatchObject({ name: '欧阳**', nameAs: 'masked' });
    await consents(people.wisher, { star: false });
    expect((await stars.list()).map((one) => one.id)).not.toContain(star.id);
    expect((await stars.get(star.id)).code).toBe('star.unknown');
    expect((await stars.get(star.id, people.wisher)).status).toBe(200);
    await consents(people.wisher, { star: true });
    expect((await stars.list()).map((one) => one.id)).toContain(star.id);
    const renamed = await world.ask(table.edit, { id: star.id, as: people.wisher, body: { name: 'full' } });
    expect(renamed.value.name).toBe('欧阳春梅');
  });

  it('leave a ballot as it was frozen when somebody on it takes their consent back, and nobody knows who that was', async () => {
    const { nominationOptions } = await import('./options.ts');
    const id = await stars.bringTo('voting', anew());
    const asking = {
      ports: world.ports,
      caller: { kind: 'visitor' as const },
      language: 'zh-CN' as const,
      at: world.now(),
      apiUrl: '',
    };
    const shown = async () => (await nominationOptions.show(asking, world.db, [id])).get(id);
    expect(await shown()).toMatchObject({ title: '欧阳**', words: '孩子的车从来不收钱', starTitle: 'post', cost: null });
    await stars.verb('withdraw', id, people.wisher);
    expect(await shown()).toMatchObject({ id, title: nobody, words: '' });
    await stars.voted(id, 'won');
    const reply = await world.ask(table.award, { as: people.worker, body: { nomination: id } });
    expect(reply.code).toBe('nomination.state');
  });

  it('are looked for by what others read, and not by a name that is masked', async () => {
    const star = await stars.star({ ...anew(), sentence: '会修收音机' });
    const found = async (q: string) => (await stars.list(undefined, { q })).map(({ id }) => id);
    expect(await found('收音机')).toContain(star.id);
    expect(await found('春梅')).not.toContain(star.id);
    await world.ask(table.edit, { id: star.id, as: people.wisher, body: { name: 'full' } });
    expect(await found('春梅')).toContain(star.id);
    expect(await found('%')).toEqual([]);
  });

  it('are taken down by the person without a reason and by a worker with one, for good', async () => {
    const own = await stars.star(anew());
    expect((await world.ask(table.takeDown, { id: own.id, as: people.wisher })).status).toBe(200);
    expect((await stars.get(own.id)).code).toBe('star.unknown');
    expect((await world.ask(table.takeDown, { id: own.id, as: people.wisher })).code).toBe('star.state');
    const other = await stars.star(anew());
    const bare = await world.ask(table.takeDown, { id: other.id, as: people.worker });
    expect(bare.problem.fields).toMatchObject([{ path: 'reason', code: 'required' }]);
    expect((await world.ask(table.takeDown, { id: other.id, as: people.worker, body: { reason: '写错了人' } })).status).toBe(200);
  });

  it('leave to everyone what is theirs to say: the person their name, the community its words', async () => {
    const star = await stars.star(anew());
    const edit = (as: Person, body: object) => world.ask(table.edit, { id: star.id, as, body });
    expect((await edit(people.wisher, { story: '我自己写' })).code).toBe('auth.forbidden');
    expect((await edit(people.worker, { name: 'full' })).code).toBe('auth.forbidden');
    expect((await edit(people.worker, { story: '他的工具箱' })).value.waiting?.story).toBe('他的工具箱');
    expect((await edit(people.wisher, { nod: { key: star.id, show: true } })).code).toBe('star.state');
  });

  it('hang with the words that the person has read: what a worker adds or changes waits for their nod', async () => {
    const id = await stars.bringTo('consented', anew());
    const said = [{ words: '他总是笑', by: '李奶奶' }];
    const star = await stars.award(id, { story: '社工写的', quotes: said });
    const onWall = async () => (await stars.get(star.id)).value;
    const agreedTo = { sentence: '孩子的车从来不收钱', story: '下雨天帮大家把车推进棚里', quotes: [] };
    expect(await onWall()).toMatchObject(agreedTo);
    expect(await onWall()).not.toHaveProperty('waiting');
    expect((await noticesOf(people.wisher))[0]?.type).toBe('star.words-waiting');
    const edit = (as: Person, body: object) => world.ask(table.edit, { id: star.id, as, body });
    const read = (await stars.get(star.id, people.wisher)).value.waiting;
    expect(read).toMatchObject({ story: '社工写的', quotes: said });
    // A worker changes it again: a nod to the words before is none to these.
    const anewSaid = (await edit(people.worker, { ...agreedTo, story: '社工又改了', quotes: said })).value.waiting;
    expect((await edit(people.wisher, { nod: { key: read?.key, show: true } })).code).toBe('star.state');
    expect((await edit(people.worker, { nod: { key: anewSaid?.key, show: true } })).code).toBe('auth.forbidden');
    expect(await onWall()).toMatchObject(agreedTo);
    await edit(people.wisher, { nod: { key: anewSaid?.key, show: true } });
    expect(await onWall()).toMatchObject({ ...agreedTo, story: '社工又改了', quotes: said });
    const other = (await edit(people.worker, { sentence: '换一句话' })).value.waiting;
    const left = (await edit(people.wisher, { nod: { key: other?.key, show: false } })).value;
    expect(left).not.toHaveProperty('waiting');
    expect(left.sentence).toBe(agreedTo.sentence);
    // What is taken away needs no nod.
    await edit(people.worker, { story: '', quotes: [] });
    expect(await onWall()).toMatchObject({ story: '', quotes: [] });
  });

  it('let a worker speak for whoever has no phone, and for nobody who has', async () => {
    const member = await world.register(people.worker, { name: '古丽·阿不都' });
    const { id } = await stars.nominate(anew());
    await stars.verb('ask', id, people.worker, { member });
    expect((await stars.verb('consent', id, people.worker, { name: 'masked' })).code).toBe('auth.forbidden');
    const heard = await stars.verb('consent', id, people.worker, { name: 'masked', onBehalf: true });
    expect(heard.value).toMatchObject({ status: 'consented', name: '古丽**' });
    expect((await stars.award(id)).name).toBe('古丽**');
    const other = await stars.bringTo('asked', anew());
    expect((await stars.verb('consent', other, people.worker, { name: 'masked', onBehalf: true })).code).toBe('auth.forbidden');
  });

  it('are not for whoever awards them', async () => {
    const { id } = await stars.nominate(anew());
    const member = await world.memberId(people.worker);
    expect((await stars.verb('ask', id, people.worker, { member })).code).toBe('member.self');
    const colleague = world.person('second-worker', { name: '另一位社工', roles: ['worker'] });
    await stars.verb('ask', id, colleague, { member });
    await stars.verb('consent', id, people.worker, { name: 'masked' });
    expect((await world.ask(table.award, { as: people.worker, body: { nomination: id } })).code).toBe('member.self');
    expect((await stars.award(id, {}, colleague)).name).toBe('周**');
  });

  it('are asked for once by however many workers at once: nobody stands twice for one honour', async () => {
    const { period } = anew();
    const member = await world.memberId(people.wisher);
    const ids = await Promise.all(Array.from({ length: 20 }, async () => (await stars.nominate({ period })).id));
    const replies = await Promise.all(ids.map((id) => stars.verb('ask', id, people.worker, { member })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.map(({ code }) => code ?? 'asked'))).toEqual(new Set(['asked', 'nomination.state']));
  });

  it('become one star of one nomination, however many press at once', async () => {
    const id = await stars.bringTo('consented', anew());
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => world.ask(table.award, { as: people.worker, body: { nomination: id } })),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it('go back to a worker who has not read what they would ask about', async () => {
    const { id, updatedAt } = await stars.nominate(anew());
    world.advance(1000);
    await stars.verb('editNomination', id, people.neighbour, { sentence: '改过的一句话' });
    const member = await world.memberId(people.wisher);
    expect((await stars.verb('ask', id, people.worker, { member, seen: updatedAt })).code).toBe('nomination.state');
  });

  it('show a worker what in the words should not be public, and strangers never read it', async () => {
    const { id } = await stars.nominate({ ...anew(), story: '电话 13812348000，随叫随到' });
    const seen = (await world.ask(table.nomination, { id, as: people.worker })).value;
    expect(seen.screening).toMatchObject([{ part: 'story', proposed: '电话 138****8000，随叫随到' }]);
    const member = await world.memberId(people.wisher);
    await stars.verb('ask', id, people.worker, { member });
    await stars.verb('consent', id, people.wisher, { name: 'masked' });
    const star = await stars.award(id);
    expect((await stars.get(star.id)).text).not.toContain('13812348000');
  });

  it('are refused plainly where something is wrong, and nothing of it is stored', async () => {
    const before = await world.db.selectFrom('nomination').select('id').execute();
    const nominate = (body: object) =>
      world.ask(table.nominate, { as: people.neighbour, body: { who: '王', title: 'post', sentence: '好邻居', ...body } });
    expect((await nominate({ title: 'unknown' })).problem.fields).toMatchObject([{ path: 'title', code: 'not-an-option' }]);
    expect((await nominate({ period: '0000' })).status).toBe(422);
    expect((await nominate({ status: 'awarded' })).status).toBe(422);
    expect((await nominate({ member: await world.memberId(people.wisher) })).code).toBe('auth.forbidden');
    expect(await world.db.selectFrom('nomination').select('id').execute()).toHaveLength(before.length);
  });
});
