import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { roundsIn } from '../testing/rounds.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { areas, me, rounds: roundTable, stars: table, uploads } = contract;

describe.each(oneDatabase)('what somebody agreed to, and what not, on $name', ({ open }) => {
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
  const agree = async (star: boolean) => (await world.ask(me.consents, { as: people.wisher, body: { star } })).value;
  const edit = (id: string, as: Person, body: object) => world.ask(table.edit, { id, as, body });
  const noticesOf = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.flatMap(({ type, nomination }) =>
      nomination?.id === id ? [type] : [],
    );

  it('is nothing to hear of for whoever was never asked, however it ended', async () => {
    const member = await world.memberId(people.wisher);
    const ends = {
      declined: (id: string) => stars.verb('decline', id, people.worker, { reason: '他脾气不好' }),
      withdrawn: (id: string) => stars.verb('withdraw', id, people.worker),
    };
    for (const [status, end] of Object.entries(ends)) {
      const { id } = await stars.nominate({ ...anew(), member }, people.worker);
      expect((await end(id)).value.status).toBe(status);
      expect(`${status} ${(await world.ask(table.nomination, { id, as: people.wisher })).code}`).toBe(
        `${status} nomination.unknown`,
      );
      const own = (await world.ask(me.nominations, { as: people.wisher })).value.items;
      expect(own.map((one) => one.id)).not.toContain(id);
    }
    // Whoever was asked keeps what they were asked.
    const asked = await stars.bringTo('asked', anew());
    await stars.verb('decline', asked, people.worker, { reason: '去年评过了' });
    expect((await world.ask(table.nomination, { id: asked, as: people.wisher })).value.status).toBe('declined');
  });

  it('holds no longer once it was taken back: no star and no place on a ballot without consent', async () => {
    const [one, two] = [await stars.bringTo('consented', anew()), await stars.bringTo('consented', anew())];
    const rounds = roundsIn(world, people.worker);
    const terms = { of: 'stars', winners: 1 };
    await agree(false);
    expect((await world.ask(table.award, { as: people.worker, body: { nomination: one } })).code).toBe('nomination.state');
    await expect(rounds.draft([one, two], terms)).rejects.toThrow('options');
    await agree(true);
    expect((await rounds.draft([one, two], terms)).options).toHaveLength(2);
    expect((await world.ask(table.award, { as: people.worker, body: { nomination: one } })).status).toBe(201);
  });

  it('is told by a contest: the whole story to whoever asks for it, as long as they let it be seen', async () => {
    const nominee = world.person('storied', { name: '慕容讲古' });
    const own = starsIn(world, { nominator: people.neighbour, nominee, worker: people.worker });
    const told = await own.bringTo('consented', { ...anew(), story: '车棚里的灯亮到十点，电话 13812348000' });
    const other = await stars.bringTo('consented', anew());
    const rounds = roundsIn(world, people.worker);
    const { id } = await rounds.open([told, other], { of: 'stars', winners: 1 });
    const asking = (option: string, as?: Person) => world.ask(roundTable.option, { id, option, as });
    expect((await asking(told)).value).toMatchObject({
      id: told,
      title: '慕容**',
      words: '孩子的车从来不收钱',
      story: '车棚里的灯亮到十点，电话 138****8000',
    });
    expect((await asking(told.toUpperCase())).value.id).toBe(told);
    for (const nobody of ['nothing', '0190a1b2-0000-7000-8000-000000000001', id])
      expect((await asking(nobody)).code).toBe('round.unknown');
    await world.ask(me.consents, { as: nominee, body: { star: false } });
    expect((await asking(told)).value).toMatchObject({ title: '一位邻居', words: '', story: '' });
    await world.ask(me.consents, { as: nominee, body: { star: true } });
    await own.verb('withdraw', told, nominee);
    expect((await asking(told)).value.story).toBe('');
    const draft = await rounds.draft([await stars.bringTo('consented', anew()), await stars.bringTo('consented', anew())], {
      of: 'stars',
      winners: 1,
    });
    const hidden = { id: draft.id, option: draft.options[0]?.id ?? '' };
    expect((await world.ask(roundTable.option, hidden)).code).toBe('round.unknown');
    expect((await world.ask(roundTable.option, { ...hidden, as: people.worker })).status).toBe(200);
  });

  it('says whether they won their contest, and tells it in words of its own', async () => {
    const before = await stars.bringTo('consented', anew());
    const wonOf = async (id: string) => (await world.ask(table.nomination, { id, as: people.wisher })).value;
    expect(await wonOf(before)).toMatchObject({ status: 'consented', won: null });
    const [first, last] = [await stars.bringTo('voting', anew()), await stars.bringTo('voting', anew())];
    expect((await wonOf(first)).won).toBe(null);
    await stars.voted(first, 'won');
    await stars.voted(last, 'lost');
    expect(await wonOf(first)).toMatchObject({ status: 'consented', won: true });
    expect(await wonOf(last)).toMatchObject({ status: 'not-awarded', won: false });
    // They agreed once; what is new is that they won.
    expect(await noticesOf(people.neighbour, first)).toEqual(['star.won', 'star.voting', 'star.consented']);
    expect(await noticesOf(people.wisher, first)).toEqual(['star.won', 'star.voting', 'star.asked']);
  });

  it('is a face that its owner replaces, and a worker looks at before others do', async () => {
    const id = await stars.bringTo('asked', anew());
    const old = await picture(people.wisher, 'old');
    await stars.verb('consent', id, people.wisher, { name: 'masked', portrait: old });
    const star = await stars.award(id);
    expect(star.portrait?.id).toBe(old);
    const fresh = await picture(people.wisher, 'fresh');
    expect((await edit(star.id, people.wisher, { portrait: fresh })).value.portrait).toMatchObject({ id: fresh, public: false });
    expect((await stars.get(star.id)).value.portrait).toBe(null);
    expect((await world.send(`/uploads/${old}`, {})).status).toBe(404);
    expect((await world.send(`/uploads/${fresh}`, {})).status).toBe(404);
    const seen = (await stars.get(star.id, people.worker)).value.portrait;
    expect(seen).toMatchObject({ id: fresh, public: false });
    expect((await world.send(seen?.url ?? '', {})).status).toBe(200);
    expect((await edit(star.id, people.worker, { portrait: fresh })).value.portrait?.public).toBe(true);
    expect((await stars.get(star.id)).value.portrait?.id).toBe(fresh);
    expect((await world.send(`/uploads/${fresh}`, {})).status).toBe(200);
  });

  it('is theirs to change until they are voted on: another face or none, another way to write the name', async () => {
    const id = await stars.bringTo('consented', anew());
    await agree(false);
    const [first, second] = [await picture(people.wisher, 'before'), await picture(people.wisher, 'after')];
    const say = (body: object, as = people.wisher) => stars.verb('consent', id, as, body);
    expect((await say({ name: 'masked', portrait: first })).value.portrait?.id).toBe(first);
    const changed = (await say({ name: 'full', portrait: second })).value;
    expect([changed.name, changed.portrait?.id, changed.portrait?.public]).toEqual(['欧阳春梅', second, false]);
    expect((await world.send(`/uploads/${first}`, {})).status).toBe(404);
    // Said once, and told once; what they have switched off meanwhile stays off.
    expect((await noticesOf(people.neighbour, id)).filter((type) => type === 'star.consented')).toHaveLength(1);
    expect((await world.ask(me.get, { as: people.wisher })).value.consents.star).toBe(false);
    await agree(true);
    const byWorker = await say({ name: 'masked', onBehalf: true }, people.worker);
    expect(byWorker.code).toBe('auth.forbidden');
    expect((await world.ask(table.nomination, { id, as: people.worker })).value.can).not.toContain('consent');
    await stars.voted(id, 'opened');
    expect((await say({ name: 'masked', portrait: null })).code).toBe('nomination.state');
  });

  it('is a face that no worker puts there for somebody who can say so themself', async () => {
    const star = await stars.star(anew());
    const chosen = await picture(people.worker, 'chosen by a worker');
    expect((await edit(star.id, people.worker, { portrait: chosen })).code).toBe('auth.forbidden');
    expect((await stars.get(star.id, people.worker)).value.portrait).toBe(null);
    // Whoever has no phone has given it to them.
    const member = await world.register(people.worker, { name: '古丽·阿不都' });
    const { id } = await stars.nominate(anew());
    await stars.verb('ask', id, people.worker, { member });
    await stars.verb('consent', id, people.worker, { name: 'masked', onBehalf: true });
    const other = await stars.award(id);
    expect((await edit(other.id, people.worker, { portrait: chosen })).value.portrait).toMatchObject({
      id: chosen,
      public: true,
    });
    expect((await edit(other.id, people.worker, { portrait: null })).value.portrait).toBe(null);
  });

  it('is what a star is found by: a name as it is written there, and no number that is masked', async () => {
    const own = starsIn(world, {
      nominator: people.neighbour,
      nominee: world.person('compound', { name: '诸葛亮' }),
      worker: people.worker,
    });
    const star = await own.star({ ...anew(), sentence: '要修车打 13812348001', story: '𠮷屋的灯' });
    const found = async (q: string) => (await own.list(undefined, { q })).some(({ id }) => id === star.id);
    for (const q of ['诸葛', '诸葛**', '葛', '诸', '修车', '𠮷']) expect(`${q} ${await found(q)}`).toBe(`${q} true`);
    for (const q of ['诸葛亮', '亮', '1234', '13812348001', '*', '**', '%', '_'])
      expect(`${q} ${await found(q)}`).toBe(`${q} false`);
  });

  it('is found page by page, whatever does not count lies between', async () => {
    const [shown, masked] = ['春申一', '一春申'].map((name, at) =>
      starsIn(world, {
        nominator: people.neighbour,
        nominee: world.person(`paged-${at}`, { name }),
        worker: people.worker,
      }),
    );
    if (!shown || !masked) throw new Error('Nobody.');
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      world.advance(1000);
      ids.unshift((await shown.star(anew())).id);
      for (let between = 0; between < 3; between += 1) {
        world.advance(1000);
        await masked.star(anew());
      }
    }
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const query = { q: '春', limit: '2', ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = (await world.ask(table.list, { query })).value;
      pages.push(items.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2)]);
  });

  it('is told wherever it shows when it is taken back, also where they won and wait for the award', async () => {
    const street = world.person('street-worker', { name: '街道的社工', area: 'south', roles: ['worker'] });
    const member = await world.memberId(people.wisher);
    const body = { who: '修车的师傅', member, title: 'post', sentence: '从来不收孩子的钱', ...anew() };
    const { id } = (await world.ask(table.nominate, { as: street, area: 'south', body })).value;
    await stars.verb('ask', id, street, { member });
    await stars.verb('consent', id, people.wisher, { name: 'masked' });
    await stars.voted(id, 'opened');
    await stars.voted(id, 'won');
    const told = () =>
      world.db
        .selectFrom('event')
        .innerJoin('area', 'area.id', 'event.area_id')
        .select('event.id')
        .where('event.type', '=', 'consent.changed')
        .where('area.slug', '=', 'south')
        .execute();
    const before = (await told()).length;
    await agree(false);
    expect((await told()).length).toBe(before + 1);
    await agree(true);
  });

  it('is asked for by neighbours on the district’s page too, and belongs to their own community', async () => {
    const body = { who: '修车的师傅', title: 'post', sentence: '从来不收孩子的钱' };
    expect((await world.ask(areas.get, { as: people.neighbour, area: 'here' })).value.can).toContain('nominate');
    const made = (await world.ask(table.nominate, { as: people.neighbour, area: 'here', body })).value;
    expect(made.area).toBe('east');
    expect((await world.ask(table.nominate, { as: people.neighbour, area: 'west', body })).code).toBe('auth.forbidden');
    expect((await world.ask(table.nominate, { as: people.stranger, area: 'here', body })).code).toBe('auth.forbidden');
    const street = world.person('street-worker', { name: '街道的社工', area: 'south', roles: ['worker'] });
    expect((await world.ask(table.nominate, { as: street, area: 'south', body })).value.area).toBe('south');
  });

  it('waits for a worker in the order in which it came, where that is asked for', async () => {
    const quiet = world.person('orderly', { name: '有序', area: 'west' });
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      world.advance(1000);
      const body = { who: `第${turn}位`, title: 'post', sentence: '好邻居' };
      ids.push((await world.ask(table.nominate, { as: quiet, area: 'west', body })).value.id);
    }
    const worker = world.person('west-worker', { name: '西边的社工', area: 'west', roles: ['worker'] });
    const listed = async (order?: string) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: '2', ...(order && { order }), ...(cursor !== undefined && { cursor }) };
        const { items, nextCursor } = (await world.ask(table.nominations, { as: worker, area: 'west', query })).value;
        seen.push(...items.map(({ id }) => id));
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
      return seen;
    };
    expect(await listed('oldest')).toEqual(ids);
    expect(await listed()).toEqual([...ids].reverse());
  });
});
