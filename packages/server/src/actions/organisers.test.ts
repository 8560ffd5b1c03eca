import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';

const { actions: table, organisations, uploads } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('who looks after an action, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  let dayNumber = 0;
  const freeDay = () => new Date(world.now().getTime() + days(++dayNumber)).toISOString();
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const opened = async (as: Person, more: Record<string, unknown> = {}) => {
    const { id } = await actions.draft({ host: 'branch', startsAt: freeDay(), places: 3, ...more }, { as });
    expect((await world.ask(table.open, { as: people.worker, id })).status).toBe(200);
    return id;
  };
  const edit = (as: Person, id: string, body: Record<string, unknown>) => world.ask(table.edit, { as, id, body });

  it('is no longer whoever wrote it down and has lost what they did it as', async () => {
    const former = world.person('former-worker', { roles: ['resident', 'worker'] });
    const { id } = await actions.draft({ startsAt: freeDay() }, { as: former });
    const draft = await actions.draft({ startsAt: freeDay() }, { as: former });
    await world.ask(table.open, { as: former, id });
    await actions.signUp(id, people.wisher);
    const now = { ...former, roles: ['resident'] };
    expect((await world.ask(table.get, { as: now, id })).value.can).toEqual(['sign-up', 'report']);
    const list = await world.ask(table.signUps, { as: now, id });
    expect(list.code).toBe('auth.forbidden');
    expect(list.text).not.toContain('欧阳');
    expect((await world.ask(table.cancel, { as: now, id, body: { reason: '不办了' } })).code).toBe('auth.forbidden');
    expect((await world.ask(table.get, { as: now, id: draft.id })).code).toBe('action.unknown');
  });

  it('hears nothing of the list from a repeat, once they represent its host no longer', async () => {
    const id = await opened(people.branch);
    await actions.signUp(id, people.wisher);
    world.advance(days(dayNumber) - hours(1) / 6);
    const member = await world.memberId(people.wisher);
    const note = () =>
      world.ask(table.attendance, { as: people.branch, id, key: 'noted', body: { items: [{ member, state: 'attended' }] } });
    expect((await note()).text).toContain('欧阳春梅');
    expect((await note()).text).toContain('欧阳春梅');
    await world.ask(organisations.setRepresentatives, { as: people.worker, slug: 'branch', body: { members: [] } });
    const late = await note();
    expect(late.text).not.toContain('欧阳');
    expect(late.code).toBe('auth.forbidden');
    const names = await Promise.all([people.branch, people.branchToo].map((one) => world.memberId(one)));
    await world.ask(organisations.setRepresentatives, { as: people.worker, slug: 'branch', body: { members: names } });
  });

  it('changes as a representative when and where it is, and leaves what a worker has read to workers', async () => {
    const id = await opened(people.branch);
    const { startsAt } = await actions.get(id);
    const later = new Date(new Date(startsAt).getTime() + hours(1)).toISOString();
    const moved = await edit(people.branch, id, { startsAt: later, place: '公园西门', places: 5, minimumAge: 16 });
    expect(moved.value).toMatchObject({ startsAt: later, place: '公园西门', places: 5, minimumAge: 16 });
    for (const words of [
      { title: '来领鸡蛋' },
      { story: '加我微信' },
      { bring: '身份证' },
      { forWhom: '老人' },
      { category: 'care' },
    ])
      expect((await edit(people.branch, id, { ...words, places: 6 })).problem).toMatchObject({
        code: 'auth.forbidden',
        params: { who: 'worker' },
      });
    expect(await actions.get(id)).toMatchObject({ title: '一起扫落叶', places: 5 });
    // What is named and stays as it was is no change.
    expect((await edit(people.branch, id, { title: '一起扫落叶', places: 6 })).value).toMatchObject({ places: 6 });
    expect((await edit(people.worker, id, { title: '一起扫雪' })).value.title).toBe('一起扫雪');
    const draft = await actions.draft({ host: 'branch', startsAt: freeDay() }, { as: people.branch });
    expect((await edit(people.branch, draft.id, { title: '一起扫雪' })).value.title).toBe('一起扫雪');
  });

  it('changes later ones of a series no more than the one itself', async () => {
    const series = { host: 'branch', startsAt: freeDay(), repeat: { every: 'week', times: 2 } };
    const first = await actions.draft(series, { as: people.branch });
    const { items } = (await world.ask(table.list, { as: people.worker, query: { status: 'draft', limit: '100' } })).value;
    const second = items.find((one) => one.series?.id === first.series?.id && one.id !== first.id)?.id ?? '';
    await world.ask(table.open, { as: people.worker, id: second });
    expect((await edit(people.branch, first.id, { title: '来领鸡蛋', following: true })).code).toBe('auth.forbidden');
    expect((await actions.get(second)).title).toBe('一起扫落叶');
    expect((await edit(people.branch, first.id, { title: '来领鸡蛋' })).value.title).toBe('来领鸡蛋');
  });

  it('is told where a draft has changed since they read it, and opens no later ones that say something else', async () => {
    const series = { host: 'branch', startsAt: freeDay(), repeat: { every: 'week', times: 3 } };
    const first = await actions.draft(series, { as: people.branch });
    const { items } = (await world.ask(table.list, { as: people.worker, query: { status: 'draft', limit: '100' } })).value;
    const [, second = '', third = ''] = items.filter((one) => one.series?.id === first.series?.id).map(({ id }) => id);
    world.advance(1);
    await edit(people.branch, first.id, { story: '顺便发几张传单' });
    await edit(people.branch, third, { story: '加我微信', place: '西门' });
    const unseen = { seen: first.updatedAt, following: true };
    expect((await world.ask(table.open, { as: people.worker, id: first.id, body: unseen })).code).toBe('action.state');
    await edit(people.worker, first.id, { story: '扫把社区备着' });
    const seen = { seen: (await actions.get(first.id, people.worker)).updatedAt, following: true };
    expect((await world.ask(table.open, { as: people.worker, id: first.id, body: seen })).value.status).toBe('open');
    const states = await Promise.all([second, third].map(async (id) => (await actions.get(id, people.worker)).status));
    expect(states).toEqual(['open', 'draft']);
  });

  it('shows people the pictures that a worker has seen, and no others', async () => {
    const picture = async (as: Person, n: number) =>
      (await world.ask(uploads.post, { as, body: new Uint8Array([80, n]) })).value.id;
    const [one, other] = [await picture(people.branch, 1), await picture(people.branch, 2)];
    const id = await opened(people.branch, { photos: [one] });
    expect((await edit(people.branch, id, { photos: [one, other] })).code).toBe('auth.forbidden');
    expect((await edit(people.branch, id, { photos: [one], places: 4 })).value).toMatchObject({
      places: 4,
      photos: [{ id: one }],
    });
    const third = await picture(people.worker, 3);
    const shown = (await edit(people.worker, id, { photos: [third, one] })).value.photos;
    expect(shown).toMatchObject([
      { id: third, public: true },
      { id: one, public: true },
    ]);
  });

  it('reads the drafts of a host where they may read each of them', async () => {
    const west = world.person('west-worker', { area: 'west', roles: ['resident', 'worker'] });
    const body = { host: 'branch', startsAt: freeDay() };
    const here = await actions.draft(body);
    const there = await actions.draft(body, { as: west, area: 'west' });
    const listed = async (as?: Person) => {
      const { items } = (await world.ask(table.ofOrganisation, { as, slug: 'branch', query: { limit: '100' } })).value;
      return items.map(({ id }) => id).filter((id) => [here.id, there.id].includes(id));
    };
    expect(await listed()).toEqual([]);
    expect((await listed(people.branch)).sort()).toEqual([here.id, there.id].sort());
    expect((await listed(people.officer)).sort()).toEqual([here.id, there.id].sort());
    expect((await world.ask(table.get, { as: people.worker, id: there.id })).code).toBe('action.unknown');
    expect(await listed(people.worker)).toEqual([here.id]);
    expect(await listed(west)).toEqual([]);
  });
});
