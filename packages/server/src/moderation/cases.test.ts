import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { wishes, moderation, me, areas } = contract;
vi.setConfig({ testTimeout: 60_000 });

const note = '送到了，有事打 13812348000，或者找代购烟';
const held = '（这段话社工正在看）';
const hidden = '（这段话社工先收起来了）';

describe.each(oneDatabase)('what is said in public on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    const watchWords = JSON.stringify({ watchWords: [{ word: '代购烟', reason: '不让代购烟酒' }] });
    await sql`update area set settings = settings || ${watchWords}::jsonb where slug = 'here'`.execute(world.db);
  }, 120_000);
  afterAll(() => world.stop());

  const get = async (id: string, as?: Person) => (await world.ask(wishes.get, { id, as })).value;
  const steps = async (id: string, as?: Person) => (await world.ask(wishes.timeline, { id, as })).value.items;
  const wordsOf = async (type: string, id: string, as?: Person) =>
    (await steps(id, as)).filter((entry) => entry.type === type).map((entry) => entry.words);
  const queue = async (as: Person, query: Record<string, string> = {}, area = 'east') =>
    (await world.ask(moderation.list, { as, area, query: { limit: '100', ...query } })).value.items;
  const caseOf = async (id: string, query: Record<string, string> = {}) =>
    (await queue(people.worker, query)).find((found) => found.wish?.id === id);
  const notices = async (as: Person, type: string, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(
      (one) => one.type === type && one.wish?.id === id,
    );

  async function fulfilled(body: Record<string, unknown>): Promise<{ id: string; claim: string }> {
    const id = await bringTo(world, 'claimed');
    const { claims } = (await world.verb('fulfil', id, people.helper, body)).value;
    return { id, claim: claims[0]?.id ?? '' };
  }

  it('is looked at before publication, with what was found and the area’s own words, by workers alone', async () => {
    const { wisher, worker, officer, neighbour } = people;
    const { id } = await world.post(wisher, { title: '想要代购烟', story: '打13812348000', place: '12幢402室' });
    const screening = [
      { part: 'title', hits: [{ start: 2, end: 5, kind: 'word', reason: '不让代购烟酒' }], proposed: '想要＊＊' },
      { part: 'story', hits: [{ start: 1, end: 12, kind: 'phone', reason: null }], proposed: '打138****8000' },
      { part: 'place', hits: [{ start: 0, end: 7, kind: 'address', reason: null }], proposed: '12幢**室' },
    ];
    expect((await get(id, worker)).screening).toEqual(screening);
    expect((await get(id, officer)).screening).toEqual(screening);
    expect(await get(id, wisher)).not.toHaveProperty('screening');
    const open = (await world.verb('publish', id, worker, { place: '12幢', title: '想要茶叶' })).value;
    expect(open).not.toHaveProperty('screening');
    expect(open).toMatchObject({ place: '12幢', title: '想要茶叶', original: { title: '想要代购烟' } });
    expect(await get(id, neighbour)).toMatchObject({ place: '12幢', title: '想要茶叶', story: '打138****8000' });
    expect((await world.ask(wishes.list, { query: { q: '402' } })).text).not.toContain(id);
    for (const as of [undefined, wisher, worker]) expect((await world.ask(areas.get, { as })).text).not.toContain('代购烟');
  });

  it('is published as the worker read it, or not at all', async () => {
    const { wisher, worker } = people;
    const { id, updatedAt } = await world.post(wisher);
    world.advance(1000);
    await world.verb('edit', id, wisher, { story: '打13812348000' });
    expect((await world.verb('publish', id, worker, { seen: updatedAt })).code).toBe('wish.state');
    expect((await world.verb('publish', id, worker, { seen: (await get(id, worker)).updatedAt })).value.status).toBe('open');
  });

  it('is sent back or merged as the worker read it, too', async () => {
    const { wisher, worker } = people;
    const into = await bringTo(world, 'open');
    const { id, updatedAt: seen } = await world.post(wisher);
    world.advance(1000);
    const now = (await world.verb('edit', id, wisher, { title: '要的是别的' })).value.updatedAt;
    expect((await world.verb('decline', id, worker, { reason: '请写清楚', seen })).code).toBe('wish.state');
    expect((await world.verb('merge', id, worker, { into, seen })).code).toBe('wish.state');
    expect((await get(id, worker)).status).toBe('submitted');
    expect((await world.verb('decline', id, worker, { reason: '请写清楚', seen: now })).value.status).toBe('declined');
  });

  it('a note with something in it waits for a worker, who sees what it is; strangers see none of it', async () => {
    const { wisher, helper, worker, neighbour } = people;
    const { id, claim } = await fulfilled({ note });
    expect((await get(id)).status).toBe('fulfilled');
    for (const as of [undefined, neighbour, people.stranger]) {
      expect((await get(id, as)).claims[0]).not.toHaveProperty('note');
      expect(await get(id, as)).not.toHaveProperty('withheld');
      expect(await wordsOf('wish.fulfilled', id, as)).toEqual([null]);
      expect((await steps(id, as)).map((entry) => entry.type)).not.toContain('wish.held');
    }
    for (const as of [wisher, helper, worker]) {
      expect((await get(id, as)).claims[0]?.note).toBe(note);
      expect(await wordsOf('wish.fulfilled', id, as)).toEqual([note]);
      expect((await get(id, as)).withheld).toEqual([{ part: 'note', claim, state: 'held' }]);
    }
    expect(await notices(helper, 'wish.held', id)).toHaveLength(1);
    expect(await notices(wisher, 'wish.held', id)).toHaveLength(0);
    expect(await caseOf(id)).toMatchObject({
      claim,
      part: 'note',
      state: 'held',
      words: note,
      hits: [
        { kind: 'phone', reason: null },
        { kind: 'word', reason: '不让代购烟酒' },
      ],
      proposed: '送到了，有事打 138****8000，或者找＊＊',
      writer: { name: '孙**' },
      photo: null,
      reports: [],
      can: ['show', 'hide'],
    });
  });

  it('a worker shows it in other words, which everyone reads but its writer and the workers', async () => {
    const { wisher, helper, worker, neighbour } = people;
    const { id, claim } = await fulfilled({ note });
    const at = { part: 'note', claim };
    expect((await world.verb('show', id, people.officer, at)).code).toBe('auth.forbidden');
    expect((await world.verb('show', id, helper, at)).code).toBe('auth.forbidden');
    await world.verb('show', id, worker, { ...at, wording: '送到了，打 13812348000' });
    for (const as of [undefined, neighbour]) {
      expect((await get(id, as)).claims[0]?.note).toBe('送到了，打 138****8000');
      expect(await wordsOf('wish.fulfilled', id, as)).toEqual(['送到了，打 138****8000']);
    }
    expect((await get(id, wisher)).claims[0]?.note).toBe('送到了，打 13812348000');
    for (const as of [helper, worker]) expect((await get(id, as)).claims[0]?.note).toBe(note);
    expect(await get(id, worker)).not.toHaveProperty('withheld');
    expect(await caseOf(id)).toBeUndefined();
    expect(await notices(helper, 'wish.shown', id)).toHaveLength(1);
    expect((await notices(wisher, 'wish.fulfilled', id))[0]?.words).toBe('送到了，打 13812348000');
    // As it was written; its numbers stay covered.
    await world.verb('show', id, worker, at);
    expect((await get(id)).claims[0]?.note).toBe('送到了，有事打 138****8000，或者找代购烟');
  });

  it('what is hidden nobody reads but its writer, who is told why, and the workers', async () => {
    const { wisher, helper, worker, officer, neighbour } = people;
    const { id, claim } = await fulfilled({ note: '他家真乱' });
    const reason = '请不要说别人家里的事';
    await world.verb('hide', id, worker, { part: 'note', claim, reason });
    for (const as of [undefined, neighbour, wisher]) {
      expect((await get(id, as)).claims[0]).not.toHaveProperty('note');
      expect((await world.ask(wishes.timeline, { id, as })).text).not.toContain('真乱');
      expect(await wordsOf('wish.hidden', id, as)).toEqual([null]);
    }
    for (const as of [helper, worker, officer]) {
      expect((await get(id, as)).claims[0]?.note).toBe('他家真乱');
      expect(await wordsOf('wish.hidden', id, as)).toEqual([reason]);
    }
    expect((await notices(helper, 'wish.hidden', id)).map(({ words }) => words)).toEqual([reason]);
    expect(await notices(wisher, 'wish.hidden', id)).toEqual([]);
    expect((await notices(wisher, 'wish.fulfilled', id))[0]?.words).toBeNull();
    expect((await get(id, wisher)).withheld).toEqual([{ part: 'note', claim, state: 'hidden' }]);
    expect(await caseOf(id, { state: 'hidden' })).toMatchObject({
      state: 'hidden',
      words: '他家真乱',
      proposed: null,
      can: ['show'],
    });
    expect(await caseOf(id)).toBeUndefined();
  });

  it('a hidden title is gone from lists, notices and the search, and comes back in other words', async () => {
    const { wisher, worker, helper, neighbour } = people;
    const { id } = await world.post(wisher, { title: '讨厌的老张别再来', story: '吵得很凶' });
    await world.verb('publish', id, worker);
    await world.verb('claim', id, helper);
    const finds = async (q: string, as?: Person) =>
      (await world.ask(wishes.list, { as, query: { q } })).value.items.map((one) => one.id);
    expect(await finds('老张')).toContain(id);
    await world.verb('hide', id, worker, { part: 'title', reason: '点了别人的名' });
    expect((await get(id, neighbour)).title).toBe(hidden);
    expect((await get(id, helper)).title).toBe(hidden);
    expect((await world.ask(wishes.get, { id, language: 'en' })).value.title).toBe('(a social worker has put this aside)');
    expect(await finds('老张')).not.toContain(id);
    expect(await finds('吵得')).toContain(id);
    expect((await get(id, wisher)).title).toBe('讨厌的老张别再来');
    await world.verb('release', id, helper);
    for (const as of [undefined, neighbour, helper]) expect((await world.ask(wishes.list, { as })).text).not.toContain('老张');
    await world.verb('show', id, worker, { part: 'title', wording: '想要安静一点' });
    expect((await get(id)).title).toBe('想要安静一点');
    expect(await finds('安静')).toContain(id);
    expect(await finds('老张')).not.toContain(id);
    const { text } = await world.ask(me.notices, { as: helper });
    expect(text).not.toContain('老张');
  });

  it('thanks and closing notes wait like notes, and say so where something has to stand', async () => {
    const { wisher, worker, neighbour } = people;
    const confirmed = await bringTo(world, 'fulfilled');
    await world.verb('confirm', confirmed, wisher, { rating: 5, thanks: '谢谢，住12幢402' });
    expect((await get(confirmed, neighbour)).confirmation).toMatchObject({ rating: 5, thanks: null });
    expect(await wordsOf('wish.confirmed', confirmed)).toEqual([null]);
    const closed = await bringTo(world, 'fulfilled');
    await world.verb('close', closed, worker, { note: '看过了，电话84401234' });
    expect((await get(closed, neighbour)).closing?.note).toBe(held);
    expect((await get(closed, wisher)).closing?.note).toBe('看过了，电话84401234');
    expect(await wordsOf('wish.closed', closed)).toEqual([null]);
    // Nobody lets their own words through.
    expect((await caseOf(closed))?.can).toEqual(['hide']);
    expect((await world.verb('show', closed, worker, { part: 'closing' })).code).toBe('member.self');
    const other = world.person('worker-2', { roles: ['worker'] });
    await world.verb('show', closed, other, { part: 'closing', wording: '看过了' });
    expect((await get(closed)).closing?.note).toBe('看过了');
    expect(await wordsOf('wish.closed', closed)).toEqual(['看过了']);
  });

  it('words that take the place of hidden ones wait too, clean ones of held ones do not, and older ones stay covered', async () => {
    const { wisher, helper, worker } = people;
    const again = async (first: string, second: string, hide: boolean) => {
      const { id, claim } = await fulfilled({ note: first });
      if (hide) await world.verb('hide', id, worker, { part: 'note', claim, reason: '请好好说' });
      await world.verb('reopen', id, wisher, { reason: '还没有' });
      expect((await world.ask(wishes.timeline, { id })).text).not.toContain(first);
      await world.verb('fulfil', id, helper, { note: second });
      expect((await world.ask(wishes.timeline, { id })).text).not.toContain(first);
      return { id, note: (await get(id)).claims[0]?.note, state: (await caseOf(id))?.state };
    };
    expect(await again('他家真乱', '送到了', true)).toMatchObject({ note: undefined, state: 'held' });
    expect(await again(note, '送到了', false)).toMatchObject({ note: '送到了', state: undefined });
    expect(await again(note, '送到了，QQ 123456', false)).toMatchObject({ note: undefined, state: 'held' });
    expect(await again('找我代购烟', '送到了', false)).toMatchObject({ note: '送到了', state: undefined });
    const { id, claim } = await fulfilled({ note: '他家真乱' });
    await world.verb('hide', id, worker, { part: 'note', claim, reason: '请好好说' });
    await world.verb('reopen', id, wisher, { reason: '还没有' });
    await world.verb('fulfil', id, helper, { note: '他家真乱' });
    expect((await get(id, wisher)).claims[0]).not.toHaveProperty('note');
    expect((await caseOf(id, { state: 'hidden' }))?.words).toBe('他家真乱');
  });

  it('says of a wish whose wisher erased themself that they did, and still of the worker’s visit', async () => {
    const id = await bringTo(world, 'fulfilled');
    const gone = await world.post(people.neighbour, { title: '会消失的心愿' });
    await world.verb('publish', gone.id, people.worker);
    const member = await world.memberId(people.neighbour);
    await world.db.updateTable('member').set({ erased_at: world.now() }).where('id', '=', member).execute();
    expect(await get(gone.id)).toMatchObject({ erased: true, title: '（这位邻居清掉了自己的资料）' });
    expect(await get(id)).not.toHaveProperty('erased');
    await world.db.updateTable('member').set({ erased_at: null }).where('id', '=', member).execute();
  });

  it('leaves events from which everything can be recomputed', async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
