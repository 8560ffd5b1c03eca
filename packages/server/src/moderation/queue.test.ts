import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { wishes, moderation, me, uploads } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('what neighbours report and workers decide on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const get = async (id: string, as?: Person) => (await world.ask(wishes.get, { id, as })).value;
  const steps = async (id: string, as?: Person) => (await world.ask(wishes.timeline, { id, as })).value.items;
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

  it('what a neighbour reports stays to be seen until a worker has looked, and waits with their reasons', async () => {
    const { neighbour, worker, wisher, branch } = people;
    const { id, claim } = await fulfilled({ note: '广告：修表' });
    const at = { part: 'note', claim };
    expect((await world.verb('report', id, undefined, { ...at, reason: 'advert' })).code).toBe('auth.required');
    expect((await world.verb('report', id, people.stranger, { ...at, reason: 'advert' })).code).toBe('auth.forbidden');
    await world.verb('report', id, neighbour, { ...at, reason: 'advert', words: '修表铺的' });
    world.advance(1000);
    await world.verb('report', id, branch, { ...at, reason: 'other' });
    await world.verb('report', id, neighbour, { ...at, reason: 'rude', words: '再说一次' });
    expect((await get(id)).claims[0]?.note).toBe('广告：修表');
    const found = await caseOf(id);
    expect(found).toMatchObject({ state: 'reported', hits: [], proposed: null });
    expect(found?.reports.map(({ reason, words }) => [reason, words])).toEqual([
      ['advert', '修表铺的'],
      ['other', null],
    ]);
    for (const as of [undefined, neighbour, wisher])
      expect((await steps(id, as)).map((entry) => entry.type)).not.toContain('wish.reported');
    await world.verb('show', id, worker, at);
    expect(await caseOf(id)).toBeUndefined();
    await world.verb('report', id, neighbour, { ...at, reason: 'advert' });
    expect(await caseOf(id)).toBeUndefined();
    await world.verb('report', id, world.person('third'), { ...at, reason: 'untrue' });
    expect((await caseOf(id))?.reports).toHaveLength(3);
    await world.verb('hide', id, worker, { ...at, reason: '这里不做广告' });
    const kept = await caseOf(id, { state: 'hidden' });
    expect(kept).toMatchObject({ state: 'hidden' });
    expect(kept?.reports).toHaveLength(3);
  });

  it('what someone cannot read or see is not there to be reported by them either', async () => {
    const { helper, neighbour, wisher, worker } = people;
    const held = await fulfilled({ note: '好了，打 13812348000' });
    const at = { part: 'note', claim: held.claim, reason: 'private' };
    expect((await world.verb('report', held.id, neighbour, at)).code).toBe('wish.no-part');
    expect((await caseOf(held.id))?.reports).toEqual([]);
    expect((await world.verb('report', held.id, wisher, at)).code).toBeUndefined();
    expect((await caseOf(held.id))?.reports).toHaveLength(1);
    await world.verb('hide', held.id, worker, { ...at, reason: '不合适' });
    for (const as of [neighbour, wisher]) expect((await world.verb('report', held.id, as, at)).code).toBe('wish.no-part');

    const photo = (await world.ask(uploads.post, { as: helper, body: new Uint8Array([80, 3]) })).value.id;
    const { id } = await fulfilled({ note: '好了', photos: [photo] });
    await world.verb('approvePhotos', id, worker, { photos: [photo] });
    const seen = async () => (await world.verb('report', id, neighbour, { part: 'photo', photo, reason: 'private' })).code;
    await world.ask(me.consents, { as: helper, body: { photos: false } });
    expect(await seen()).toBe('wish.no-part');
    await world.ask(me.consents, { as: helper, body: { photos: true } });
    await world.verb('hide', id, worker, { part: 'photo', photo, reason: '拍到了孩子' });
    expect(await seen()).toBe('wish.no-part');
    await world.verb('show', id, worker, { part: 'photo', photo });
    expect(await seen()).toBeUndefined();
  });

  it('a worker decides about what they read: not about later words, nor over a colleague who was quicker', async () => {
    const { helper, wisher, worker, neighbour } = people;
    const colleague = world.person('colleague', { roles: ['worker'] });
    const first = '打 13812348000';
    const { id, claim } = await fulfilled({ note: first });
    const at = { part: 'note', claim };
    await world.verb('reopen', id, wisher, { reason: '还没有' });
    await world.verb('fulfil', id, helper, { note: '打 13912348000' });
    const wording = '打这个电话';
    const stale = { words: first, state: 'held' };
    expect((await world.verb('show', id, worker, { ...at, wording, seen: stale })).code).toBe('wish.state');
    expect((await world.verb('hide', id, worker, { ...at, reason: '不', seen: stale })).code).toBe('wish.state');
    const read = { words: '打 13912348000', state: 'held' };
    await world.verb('hide', id, colleague, { ...at, reason: '号码不是他的', seen: read });
    expect((await world.verb('show', id, worker, { ...at, seen: read })).code).toBe('wish.state');
    expect((await get(id)).claims[0]).not.toHaveProperty('note');
    // The same thought twice is no quarrel.
    expect((await world.verb('hide', id, worker, { ...at, reason: '不', seen: read })).code).toBeUndefined();
    await world.verb('show', id, worker, { ...at, wording: '好了', seen: { ...read, state: 'hidden' } });
    expect((await get(id, neighbour)).claims[0]?.note).toBe('好了');
    const wrong = await world.verb('hide', id, worker, { ...at, reason: '不', seen: { words: 1 } });
    expect(wrong.problem.fields?.[0]).toMatchObject({ path: 'seen.words', code: 'type' });
  });

  it('words that a worker wrote down for someone are let through by a colleague, and the worker is told', async () => {
    const { worker, neighbour } = people;
    const memberId = await world.register(worker, { name: '尤奶奶' });
    const { id } = await world.post(worker, { title: '想要一把好椅子', place: '3 幢', onBehalfOf: { memberId } });
    await world.verb('publish', id, worker);
    await world.verb('report', id, neighbour, { part: 'title', reason: 'untrue' });
    expect((await caseOf(id))?.can).toEqual(['hide']);
    expect((await world.verb('show', id, worker, { part: 'title' })).code).toBe('member.self');
    const colleague = world.person('colleague', { roles: ['worker'] });
    expect((await queue(colleague)).find((found) => found.wish?.id === id)?.can).toEqual(['show', 'hide']);
    await world.verb('show', id, colleague, { part: 'title' });
    expect(await caseOf(id)).toBeUndefined();
    // Whoever has no phone hears nothing: the worker who wrote it is told what became of it, and why.
    await world.verb('hide', id, colleague, { part: 'title', reason: '先问问尤奶奶' });
    expect((await notices(worker, 'wish.hidden', id)).map(({ words }) => words)).toEqual(['先问问尤奶奶']);
  });

  it('pictures of help that was given back wait for nobody', async () => {
    const { helper, wisher, worker } = people;
    const photo = (await world.ask(uploads.post, { as: helper, body: new Uint8Array([80, 4]) })).value.id;
    const { id } = await fulfilled({ note: '好了', photos: [photo] });
    expect((await caseOf(id))?.photo?.id).toBe(photo);
    await world.verb('reopen', id, wisher, { reason: '还没有' });
    await world.verb('release', id, helper);
    expect(await caseOf(id)).toBeUndefined();
    expect((await get(id, worker)).can).not.toContain('approve-photos');
    expect((await world.verb('show', id, worker, { part: 'photo', photo })).code).toBe('wish.no-part');
  });

  it('pictures wait each by itself, are let through by a look, and disappear when hidden', async () => {
    const { helper, worker, neighbour, wisher } = people;
    await world.ask(me.consents, { as: helper, body: { photos: true } });
    const take = async () => (await world.ask(uploads.post, { as: helper, body: new Uint8Array([80, 1, 2]) })).value.id;
    const [one, two] = [await take(), await take()];
    const { id, claim } = await fulfilled({ note: '送到了', photos: [one, two] });
    const seen = async (as?: Person) => (await get(id, as)).claims[0]?.photos.map((photo) => photo.id);
    const waiting = async () => (await queue(worker)).filter((found) => found.wish?.id === id);
    expect((await waiting()).map((found) => [found.part, found.claim, found.photo?.id])).toEqual(
      expect.arrayContaining([
        ['photo', claim, one],
        ['photo', claim, two],
      ]),
    );
    expect(await notices(helper, 'wish.held', id)).toEqual([]);
    expect(await seen(neighbour)).toEqual([]);
    // Not by whoever helped, were they a worker too.
    const helping = await world.verb('approvePhotos', id, { ...people.helper, roles: ['worker@east'] }, { photos: [one] });
    expect(helping.code).toBe('member.self');
    await world.verb('approvePhotos', id, worker, { photos: [one] });
    expect((await waiting()).map((found) => found.photo?.id)).toEqual([two]);
    await world.verb('hide', id, worker, { part: 'photo', photo: two, reason: '拍到了孩子' });
    expect(await waiting()).toEqual([]);
    expect((await get(id, worker)).can).not.toContain('approve-photos');
    await world.verb('approvePhotos', id, worker, { photos: [one, two] });
    expect(await seen(neighbour)).toEqual([one]);
    expect(await seen(wisher)).toEqual([one]);
    expect(await seen(helper)).toEqual([one, two]);
    expect(await seen(worker)).toEqual([one, two]);
    expect((await world.send(`/uploads/${one}`, {})).status).toBe(200);
    expect((await world.send(`/uploads/${two}`, {})).status).toBe(404);
    expect((await notices(helper, 'wish.hidden', id)).map(({ words }) => words)).toEqual(['拍到了孩子']);
    await world.verb('report', id, neighbour, { part: 'photo', photo: one, reason: 'private' });
    expect((await waiting())[0]).toMatchObject({ state: 'reported', photo: { id: one, public: true } });
    await world.verb('hide', id, worker, { part: 'photo', photo: one, reason: '拍到了门牌' });
    expect((await world.send(`/uploads/${one}`, {})).status).toBe(404);
    await world.verb('show', id, worker, { part: 'photo', photo: one });
    expect(await seen(neighbour)).toEqual([one]);
    expect(
      (await world.verb('show', id, worker, { part: 'photo', photo: one, wording: '好' })).problem.fields?.[0],
    ).toMatchObject({
      path: 'wording',
      code: 'unknown-field',
    });
  });

  it('what is not there, not theirs to see, or of another wish is answered as not there', async () => {
    const { worker, neighbour, wisher } = people;
    const { id, claim } = await fulfilled({ note: '送到了' });
    const other = await fulfilled({ note: '送到了' });
    const nowhere = '01890000-0000-7000-8000-000000000000';
    const photo = (await world.ask(uploads.post, { as: wisher, body: new Uint8Array([80, 1]) })).value.id;
    await world.db.updateTable('upload').set({ wish_id: id }).where('id', '=', photo).execute();
    for (const part of [
      { part: 'thanks' },
      { part: 'closing' },
      { part: 'place' },
      { part: 'story' },
      { part: 'note', claim: other.claim },
      { part: 'note', claim: nowhere },
      { part: 'photo', photo: nowhere },
      { part: 'photo', photo },
    ]) {
      expect((await world.verb('report', id, neighbour, { ...part, reason: 'other' })).code).toBe('wish.no-part');
      if (!('photo' in part)) expect((await world.verb('hide', id, worker, { ...part, reason: '不' })).code).toBe('wish.no-part');
    }
    expect((await world.verb('report', id, neighbour, { part: 'note', reason: 'other' })).problem.fields?.[0]).toMatchObject({
      path: 'claim',
      code: 'required',
    });
    const long = await world.verb('show', id, worker, { part: 'title', wording: '长'.repeat(61) });
    expect(long.problem.fields?.[0]).toMatchObject({ path: 'wording', code: 'too-long' });
    const far = await world.verb('hide', id, people.stranger, { part: 'note', claim, reason: '不' });
    expect(far.code).toBe('auth.forbidden');
  });

  it('waits oldest first, page by page, for the workers of its area alone', async () => {
    const { worker, officer, neighbour, stranger } = people;
    for (const as of [neighbour, stranger]) expect((await world.ask(moderation.list, { as })).code).toBe('auth.forbidden');
    expect((await world.ask(moderation.list)).code).toBe('auth.required');
    expect((await world.ask(moderation.list, { as: worker, area: 'south' })).code).toBe('auth.forbidden');
    for (let n = 0; n < 5; n++) {
      await fulfilled({ note: `打 1381234800${n}` });
      // Two of one moment among them.
      if (n !== 2) world.advance(1000);
    }
    const all = await queue(officer, {}, 'south');
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(({ since }) => since)).toEqual(all.map(({ since }) => since).sort());
    expect(all.every(({ can }) => can.length === 0)).toBe(true);
    expect(await queue(officer, {}, 'west')).toEqual([]);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const query: Record<string, string> = { limit: '2', ...(cursor !== null && { cursor }) };
      const page: Awaited<ReturnType<typeof list>> = await list(query);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all.map(({ id }) => id));
    for (const wrong of ['x', btoa(JSON.stringify(['2026', 'no'])), btoa(JSON.stringify([1, 2, 3]))])
      expect((await world.ask(moderation.list, { as: worker, query: { cursor: wrong } })).status).toBe(422);
  });
  const list = async (query: Record<string, string>) =>
    (await world.ask(moderation.list, { as: people.officer, area: 'south', query })).value;

  it('leaves events from which everything can be recomputed', async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
