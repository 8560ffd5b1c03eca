import { contract } from '@five-micro/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { searchTerms, searchWords } from './search.ts';

const { wishes } = contract;
vi.setConfig({ testTimeout: 60_000 });

const words = (title: string, story = '', place: string | null = null) => searchWords({ title, story, place });

describe('what a wish is found by', () => {
  it('is its words, folded, whatever stands between them', () => {
    expect(words('想要ＬＥＤ台灯', '亮一点,不刺眼!', '3 幢')).toEqual({
      search_text: '想要led台灯 亮一点 不刺眼 3 幢',
      bigrams: ['想要', '要l', 'le', 'ed', 'd台', '台灯', '亮一', '一点', '不刺', '刺眼'],
    });
  });

  it('is never a number, whatever it is written with', () => {
    const { search_text } = words('打 13812348000 找我', '１３８１２３４８００１，一三八一二三四八〇〇〇', '138-1234-8002');
    expect(search_text).not.toMatch(/1234|2348|一二三四/);
  });

  it('keeps characters beyond the first plane whole', () => {
    expect(words('𠮷野家').bigrams).toEqual(['𠮷野', '野家']);
  });

  it('holds every pair that a part of it would be asked for with', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        (title, from, length) => {
          const kept = words(title);
          const runs = kept.search_text.split(' ');
          const run = Array.from(runs[from % runs.length] ?? '');
          const part = run
            .slice(from % Math.max(1, run.length))
            .slice(0, length)
            .join('');
          for (const term of searchTerms(part)) {
            expect(kept.search_text).toContain(term.text);
            for (const pair of term.bigrams) expect(kept.bigrams).toContain(pair);
          }
        },
      ),
    );
  });

  it('never becomes a pattern', () => {
    expect(searchTerms('100%_\\ 台灯')).toEqual([
      { text: '100', bigrams: ['10', '00'] },
      { text: '台灯', bigrams: ['台灯'] },
    ]);
    expect(searchTerms(' ,。% ')).toEqual([]);
  });
});

describe.each(oneDatabase)('lists of wishes on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  const ids: Record<string, string> = {};
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    const add = async (key: string, body: Record<string, unknown>, area = 'east') => {
      const as = world.person(`of-${area}`, { area });
      ids[key] = (await world.post(as, body, area)).id;
      world.advance(hours(1));
      await world.verb('publish', ids[key], world.person('all', { area: 'south', roles: ['worker'] }));
    };
    await add('lamp', { title: '想要一盏台灯', story: '晚上看书', category: 'daily' });
    await add('chair', { title: '借一台轮椅', kind: 'service', category: 'repair' });
    await add('walk', { title: '陪我散步聊天', kind: 'company' });
    await add('westLamp', { title: 'LED 灯泡坏了', category: 'daily' }, 'west');
  }, 120_000);
  afterAll(() => world.stop());

  const found = async (query: Record<string, string>, area = 'here') => {
    const { items } = (await world.ask(wishes.list, { area, query })).value;
    return items.map(({ id }) => Object.keys(ids).find((key) => ids[key] === id));
  };

  it('find two Chinese characters, one, several terms, and either width and case', async () => {
    expect(await found({ q: '台灯' })).toEqual(['lamp']);
    expect(await found({ q: '轮椅' })).toEqual(['chair']);
    expect(await found({ q: '灯' })).toEqual(['westLamp', 'lamp']);
    expect(await found({ q: '看书 台灯' })).toEqual(['lamp']);
    expect(await found({ q: 'ｌｅｄ' })).toEqual(['westLamp']);
    // The pairs 台 and 灯 stand apart in no wish together with 台轮.
    expect(await found({ q: '灯台' })).toEqual([]);
    // Nothing says what has no letter in it; and no wildcard is one.
    expect(await found({ q: '%' })).toEqual([]);
  });

  it('cover the subtree and filter by status, kind and category', async () => {
    expect(await found({}, 'east')).toEqual(['walk', 'chair', 'lamp']);
    expect(await found({}, 'south')).toEqual(['westLamp', 'walk', 'chair', 'lamp']);
    expect(await found({ kind: 'company,service' })).toEqual(['walk', 'chair']);
    expect(await found({ category: 'daily,nothing' })).toEqual(['westLamp', 'lamp']);
    expect(await found({ status: 'claimed' })).toEqual([]);
    expect(await found({ order: 'oldest' })).toEqual(['lamp', 'chair', 'walk', 'westLamp']);
  });

  it('show the words that were published, not those that were redacted', async () => {
    const { id } = await world.post(people.wisher, { title: '请找王老五', story: '' });
    await world.verb('publish', id, people.worker, { title: '请帮忙找人' });
    expect((await world.ask(wishes.list, { query: { q: '王老五' } })).value.items).toEqual([]);
    expect((await world.ask(wishes.list, { query: { q: '找人' } })).value.items).toHaveLength(1);
  });

  it.each(['newest', 'oldest', 'due'])('go on where a page ended, by %s', async (order) => {
    const helper = world.person('due-helper', { area: 'west' });
    await world.verb('claim', ids['chair'] ?? '', helper);
    const all = (await world.ask(wishes.list, { area: 'here', query: { order } })).value.items.map((wish) => wish.id);
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: Record<string, string> = { order, limit: '2', ...(cursor !== '' && { cursor }) };
      const page: { items: { id: string }[]; nextCursor: string | null } = (await world.ask(wishes.list, { area: 'here', query }))
        .value;
      paged.push(...page.items.map((wish) => wish.id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
    expect(new Set(paged).size).toBe(5);
    if (order === 'due') expect(paged[0]).toBe(ids['chair']);
  });

  it.each(['x', btoa('[1]'), btoa('["a","b"]'), btoa('["2026-01-01","0190a1b2"]')])('refuse the cursor %s', async (cursor) => {
    const reply = await world.ask(wishes.list, { query: { cursor } });
    expect(reply).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(reply.problem.fields).toMatchObject([{ path: 'cursor', code: 'format' }]);
  });

  it('page timelines, notices and one’s own wishes and claims too', async () => {
    const { wisher, worker, helper } = people;
    for (let n = 0; n < 3; n++) {
      world.advance(hours(1));
      const { id } = await world.post(wisher);
      await world.verb('publish', id, worker);
      await world.verb('claim', id, helper);
    }
    const everything = async (
      endpoint: typeof contract.me.notices | typeof contract.me.wishes | typeof contract.me.claims,
      as = wisher,
    ) => {
      const collected: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const reply: { items: { id: string }[]; nextCursor: string | null } = (
          await world.ask<{ items: { id: string }[]; nextCursor: string | null }>(endpoint, {
            as,
            query: { limit: '2', ...(cursor !== '' && { cursor }) },
          })
        ).value;
        collected.push(...reply.items.map((item) => item.id));
        cursor = reply.nextCursor;
      }
      return collected;
    };
    expect(new Set(await everything(contract.me.wishes)).size).toBe(4);
    expect(new Set(await everything(contract.me.claims, helper)).size).toBe(3);
    const notices = await everything(contract.me.notices);
    expect(notices).toHaveLength(7);
    expect((await world.ask(contract.me.noticesSeen, { as: wisher, body: { upTo: notices[2] } })).value).toEqual({ unseen: 2 });
    const id = (await world.ask(contract.me.wishes, { as: wisher })).value.items[0]?.id ?? '';
    const first = (await world.ask(wishes.timeline, { id, query: { limit: '2' } })).value;
    const rest = (await world.ask(wishes.timeline, { id, query: { cursor: first.nextCursor ?? '' } })).value;
    expect([...first.items, ...rest.items].map((entry) => entry.type)).toEqual([
      'wish.submitted',
      'wish.published',
      'wish.claimed',
    ]);
    expect(world.failures).toEqual([]);
  });
});
