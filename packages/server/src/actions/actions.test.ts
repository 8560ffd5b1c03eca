import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';
import { sweepActions } from './sweeping.ts';

const { actions: table, areas, me } = contract;

describe.each(oneDatabase)('actions on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  /** A day of its own for each test, so that nobody is busy with another one's action. */
  let dayNumber = 0;
  const freeDay = () => new Date(world.now().getTime() + days(++dayNumber)).toISOString();
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  describe('on their way to people', () => {
    it('are drafts that a worker opens, and that nobody else sees before', async () => {
      const draft = await actions.draft({ startsAt: freeDay() });
      expect(draft).toMatchObject({ status: 'draft', taken: 0, waiting: 0, host: { slug: null }, series: null });
      expect((await world.ask(table.get, { id: draft.id })).code).toBe('action.unknown');
      expect((await actions.signUp(draft.id, people.neighbour)).code).toBe('action.unknown');
      expect((await world.ask(table.open, { as: people.neighbour, id: draft.id })).code).toBe('action.unknown');
      const opened = (await world.ask(table.open, { as: people.worker, id: draft.id })).value;
      expect(opened.status).toBe('open');
      const visitor = (await world.ask(table.get, { id: draft.id })).value;
      expect(visitor.can).toEqual(['sign-up', 'report']);
      expect((await world.ask(table.signUp, { id: draft.id })).code).toBe('auth.required');
      expect((await world.ask(table.open, { as: people.worker, id: draft.id })).code).toBe('action.state');
    });

    it('are proposed by a representative for their organisation, and opened by a worker', async () => {
      const body = { host: 'branch', startsAt: freeDay() };
      const draft = await actions.draft(body, { as: people.branch });
      expect(draft).toMatchObject({ status: 'draft', host: { slug: 'branch' } });
      expect(draft.can).not.toContain('open');
      expect((await world.ask(table.open, { as: people.branch, id: draft.id })).code).toBe('auth.forbidden');
      expect((await world.ask(table.open, { as: people.worker, id: draft.id })).value.status).toBe('open');
      const shown = (await world.ask(table.ofOrganisation, { slug: 'branch' })).value.items;
      expect(shown.map(({ id }) => id)).toContain(draft.id);
      const { host: _host, ...mine } = { ...body, title: '自己的事', category: 'green', story: '', place: '东门', places: 2 };
      const endsAt = new Date(new Date(mine.startsAt).getTime() + hours(1)).toISOString();
      expect((await world.ask(table.post, { as: people.branch, body: { ...mine, endsAt } })).code).toBe('request.invalid');
      expect((await world.ask(table.post, { as: people.neighbour, body: { ...mine, endsAt } })).code).toBe('auth.forbidden');
    });

    it('are offered by the area to those who may', async () => {
      expect((await world.ask(areas.get, { as: people.worker })).value.can).toContain('post-action');
      expect((await world.ask(areas.get, { as: people.branch })).value.can).toContain('post-action');
      expect((await world.ask(areas.get, { as: people.neighbour })).value.can).not.toContain('post-action');
    });

    it.each([
      ['past', { startsAt: '2026-11-01T02:00:00Z', endsAt: '2026-11-01T04:00:00Z' }, 'startsAt', 'past'],
      ['ending before they begin', { endsAt: '2026-11-20T02:00:00Z' }, 'endsAt', 'too-small'],
      ['longer than a day', { endsAt: '2027-06-20T02:00:00Z' }, 'endsAt', 'too-late'],
      ['in a year that nobody lives to see', { startsAt: '9999-12-31T02:00:00Z' }, 'startsAt', 'too-late'],
      ['of a category that is none', { category: 'nothing' }, 'category', 'not-an-option'],
      ['for nobody', { places: 0 }, 'places', 'too-small'],
      ['with a field of somebody else’s', { status: 'open' }, 'status', 'unknown-field'],
      ['with points', { taken: 7 }, 'taken', 'unknown-field'],
    ])('are refused when %s', async (_what, more, path, code) => {
      const startsAt = new Date(world.now().getTime() + hours(5)).toISOString();
      const body = { title: '扫落叶', story: '', category: 'green', place: '东门', places: 2, startsAt };
      const endsAt = new Date(new Date({ startsAt, ...more }.startsAt).getTime() + hours(2)).toISOString();
      const reply = await world.ask(table.post, { as: people.worker, body: { ...body, endsAt, ...more } });
      expect(reply.problem).toMatchObject({ code: 'request.invalid', fields: [{ path, code }] });
    });
  });

  describe('with one place', () => {
    it('put the second on a waiting list, and move them up when the first cancels', async () => {
      const { id } = await actions.open({ places: 1, startsAt: freeDay() });
      expect((await actions.signUp(id, people.neighbour)).value).toMatchObject({ state: 'signed-up' });
      expect((await actions.signUp(id, people.neighbour)).value).toMatchObject({ state: 'signed-up' });
      expect((await actions.signUp(id, people.helper, { wait: false })).code).toBe('action.full');
      expect((await actions.signUp(id, people.helper)).value).toMatchObject({ state: 'waiting', position: 1 });
      expect((await actions.signUp(id, people.wisher)).value).toMatchObject({ state: 'waiting', position: 2 });
      expect(await actions.get(id)).toMatchObject({ taken: 1, waiting: 2 });
      expect((await actions.signOff(id, people.neighbour)).value.state).toBe('cancelled');
      expect((await actions.get(id, people.helper)).mine).toMatchObject({ state: 'signed-up' });
      expect((await actions.get(id, people.wisher)).mine).toMatchObject({ state: 'waiting', position: 1 });
      expect(await actions.notices(people.helper)).toContain('action.moved-up');
      // Whoever comes back begins at the end.
      expect((await actions.signUp(id, people.neighbour)).value).toMatchObject({ state: 'waiting', position: 2 });
      const { items } = (await world.ask(me.actions, { as: people.helper })).value;
      expect(items[0]).toMatchObject({ action: { id }, signUp: { state: 'signed-up' } });
    });

    it('pass over whoever has other plans, who stays where they are', async () => {
      const startsAt = freeDay();
      const { id } = await actions.open({ places: 1, startsAt });
      const other = await actions.open({ startsAt, title: '陪老人晒太阳' });
      await actions.signUp(id, people.neighbour);
      await actions.signUp(id, people.helper);
      await actions.signUp(id, people.wisher);
      await actions.signUp(other.id, people.helper);
      await actions.signOff(id, people.neighbour);
      expect((await actions.get(id, people.helper)).mine).toMatchObject({ state: 'waiting', position: 1 });
      expect((await actions.get(id, people.wisher)).mine).toMatchObject({ state: 'signed-up' });
    });

    it('give it to whoever was passed over as soon as they have no other plans', async () => {
      const startsAt = freeDay();
      const [one, other] = [await actions.open({ places: 1, startsAt }), await actions.open({ startsAt })];
      await actions.signUp(one.id, people.neighbour);
      await actions.signUp(one.id, people.helper);
      await actions.signUp(other.id, people.helper);
      await actions.signOff(one.id, people.neighbour);
      expect((await sweepActions(world.ports)).filled).toBe(0);
      expect(await actions.get(one.id)).toMatchObject({ taken: 0, waiting: 1 });
      await actions.signOff(other.id, people.helper);
      expect((await sweepActions(world.ports)).filled).toBe(1);
      expect((await actions.get(one.id, people.helper)).mine).toMatchObject({ state: 'signed-up' });
    });

    it('refuse an overlap and name the other one, to nobody but its owner', async () => {
      const startsAt = freeDay();
      const [one, other] = [await actions.open({ startsAt, title: '扫楼道' }), await actions.open({ startsAt })];
      await actions.signUp(one.id, people.neighbour);
      const reply = await actions.signUp(other.id, people.neighbour);
      expect(reply.problem).toMatchObject({ code: 'action.overlap', params: { id: one.id, title: '扫楼道' } });
      expect(reply.problem.detail ?? reply.problem.title).toContain('扫楼道');
    });
  });

  describe('that change', () => {
    it('tell everyone who comes or waits, and give more places away', async () => {
      const { id } = await actions.open({ places: 1, startsAt: freeDay() });
      await actions.signUp(id, people.neighbour);
      await actions.signUp(id, people.helper);
      const less = await world.ask(table.edit, { as: people.worker, id, body: { places: 0 } });
      expect(less.problem.fields?.[0]).toMatchObject({ path: 'places', code: 'too-small' });
      const more = (await world.ask(table.edit, { as: people.worker, id, body: { places: 2, place: '公园西门' } })).value;
      expect(more).toMatchObject({ places: 2, taken: 2, waiting: 0, place: '公园西门' });
      expect(await actions.notices(people.neighbour)).toContain('action.edited');
      expect((await actions.get(id, people.helper)).mine).toMatchObject({ state: 'signed-up' });
    });

    it('cannot have fewer places than are taken', async () => {
      const { id } = await actions.open({ places: 2, startsAt: freeDay() });
      await actions.signUp(id, people.neighbour);
      await actions.signUp(id, people.helper);
      const reply = await world.ask(table.edit, { as: people.worker, id, body: { places: 1 } });
      expect(reply.problem).toMatchObject({ code: 'request.invalid', fields: [{ path: 'places', code: 'too-small' }] });
    });

    it('keep the place of whoever cannot come at the new time', async () => {
      const startsAt = freeDay();
      const later = new Date(new Date(startsAt).getTime() + hours(5)).toISOString();
      const [one, other] = [await actions.open({ startsAt }), await actions.open({ startsAt: later })];
      await actions.signUp(one.id, people.neighbour);
      await actions.signUp(other.id, people.neighbour);
      const endsAt = new Date(new Date(later).getTime() + hours(2)).toISOString();
      const moved = await world.ask(table.edit, { as: people.worker, id: one.id, body: { startsAt: later, endsAt } });
      expect(moved.value).toMatchObject({ startsAt: new Date(later).toISOString(), taken: 1 });
      expect((await actions.get(one.id, people.neighbour)).mine).toMatchObject({ state: 'signed-up' });
      expect((await actions.get(other.id, people.neighbour)).mine).toMatchObject({ state: 'signed-up' });
    });

    it('say why when they are called off, and free everyone', async () => {
      const startsAt = freeDay();
      const { id } = await actions.open({ startsAt });
      await actions.signUp(id, people.neighbour);
      const off = await world.ask(table.cancel, { as: people.worker, id, body: { reason: '那天有雨' } });
      expect(off.value).toMatchObject({ status: 'cancelled', reason: '那天有雨', taken: 0 });
      expect(await actions.notices(people.neighbour)).toContain('action.cancelled');
      expect((await actions.signUp(id, people.helper)).code).toBe('action.state');
      const other = await actions.open({ startsAt });
      expect((await actions.signUp(other.id, people.neighbour)).value.state).toBe('signed-up');
    });

    it('repeat every week, each one for itself, and change from one on when that is meant', async () => {
      const first = await actions.draft({ repeat: { every: 'week', times: 3 }, startsAt: freeDay() });
      expect(first.series).toMatchObject({ index: 1, of: 3 });
      await world.ask(table.open, { as: people.worker, id: first.id, body: { following: true } });
      const { items } = (await world.ask(table.list, { query: { limit: '100' } })).value;
      const series = items.filter((one) => one.series?.id === first.series?.id);
      expect(series.map(({ status }) => status)).toEqual(['open', 'open', 'open']);
      const starts = series.map(({ startsAt }) => new Date(startsAt).getTime());
      expect(starts.map((at) => at - (starts[0] ?? 0))).toEqual([0, days(7), days(14)]);
      const [, second] = series;
      const startsAt = new Date((starts[1] ?? 0) + hours(1)).toISOString();
      await world.ask(table.edit, { as: people.worker, id: second?.id ?? '', body: { startsAt, following: true } });
      const now = await Promise.all(series.map(({ id }) => actions.get(id)));
      expect(now.map((one, index) => new Date(one.startsAt).getTime() - (starts[index] ?? 0))).toEqual([0, hours(1), hours(1)]);
      await world.ask(table.cancel, { as: people.worker, id: second?.id ?? '', body: { reason: '放假', following: true } });
      const end = await Promise.all(series.map(({ id }) => actions.get(id)));
      expect(end.map(({ status }) => status)).toEqual(['open', 'cancelled', 'cancelled']);
    });
  });

  describe('and people', () => {
    it('are signed up for by a worker who writes for someone, and by nobody else', async () => {
      const memberId = await world.register(people.worker, { name: '丁秀英' });
      const { id } = await actions.open({ startsAt: freeDay() });
      const onBehalfOf = { memberId };
      expect((await actions.signUp(id, people.neighbour, { onBehalfOf })).code).toBe('auth.forbidden');
      expect((await actions.signUp(id, people.worker, { onBehalfOf })).value.state).toBe('signed-up');
      expect(await actions.list(id)).toMatchObject([{ member: memberId, name: '丁秀英', onBehalf: true, state: 'signed-up' }]);
      expect((await actions.signOff(id, people.worker, { onBehalfOf })).value.state).toBe('cancelled');
    });

    it('are listed with whole names for organisers alone, and each look is written down', async () => {
      const { id } = await actions.open({ startsAt: freeDay() });
      await actions.signUp(id, people.wisher);
      expect((await world.ask(table.signUps, { as: people.neighbour, id })).code).toBe('auth.forbidden');
      expect((await world.ask(table.signUps, { as: people.stranger, id })).code).toBe('auth.forbidden');
      expect((await world.ask(table.signUps, { id })).code).toBe('auth.required');
      expect((await actions.list(id))[0]?.name).toBe('欧阳春梅');
      const looks = await world.db.selectFrom('event').select('visibility').where('type', '=', 'action.list-viewed').execute();
      expect(new Set(looks.map(({ visibility }) => visibility))).toEqual(new Set(['workers']));
      const { text } = await world.ask(table.get, { as: people.neighbour, id });
      expect(text).not.toContain('欧阳');
    });

    it('are not moved into a year that no calendar has, nor the later ones of a series', async () => {
      const { id } = await actions.draft({ repeat: { every: 'week', times: 3 }, startsAt: freeDay() });
      const reply = await world.ask(table.edit, {
        as: people.worker,
        id,
        body: { startsAt: '9999-12-30T02:00:00Z', following: true },
      });
      expect(reply.problem).toMatchObject({ code: 'request.invalid', fields: [{ path: 'startsAt', code: 'too-late' }] });
    });

    it('are counted by the day, and found by what is free', async () => {
      const startsAt = new Date(world.now().getTime() + days(200)).toISOString();
      const { id } = await actions.open({ startsAt, places: 1, category: 'care' });
      await actions.open({ startsAt, category: 'care' });
      const day = new Date(new Date(startsAt).getTime() + hours(8)).toISOString().slice(0, 10);
      expect((await world.ask(table.days, { query: { from: day, to: day } })).value.items).toEqual([{ day, actions: 2 }]);
      await actions.signUp(id, people.neighbour);
      const found = async (query: Record<string, string>) =>
        (await world.ask(table.list, { query: { from: day, to: day, ...query } })).value.items.map((one) => one.id);
      expect(await found({})).toHaveLength(2);
      expect(await found({ free: 'true' })).not.toContain(id);
      expect(await found({ category: 'green' })).toEqual([]);
      expect((await world.ask(table.days, { query: { from: day, to: '2099-01-01' } })).code).toBe('request.invalid');
      for (const from of ['0000-01-01', '0001-01-01']) {
        const problem = { code: 'request.invalid', fields: [{ path: 'from', code: 'format' }] };
        expect((await world.ask(table.days, { query: { from, to: day } })).problem).toMatchObject(problem);
        expect((await world.ask(table.list, { query: { from } })).problem).toMatchObject(problem);
      }
      expect((await world.ask(table.list, { query: { to: '9999-12-31' } })).status).toBe(200);
      expect((await world.ask(table.list, { query: { status: 'draft' } })).code).toBe('auth.required');
      expect((await world.ask(table.list, { as: people.neighbour, query: { status: 'draft' } })).code).toBe('auth.forbidden');
    });
  });
});
