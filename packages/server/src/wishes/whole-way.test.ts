import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { wishes, me } = contract;
// Two databases and a busy machine: these are whole stories.
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('a wish on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 60_000);
  afterAll(() => world.stop());

  const timeline = async (id: string) =>
    (await world.ask(wishes.timeline, { id })).value.items.map(({ type, by, words }) => ({ type, by, words }));
  const noticesOf = async (as: (typeof people)['wisher']) =>
    (await world.ask(me.notices, { as })).value.items.map((notice) => notice.type);

  it('goes from posted to confirmed, and everyone can read its way', async () => {
    const { wisher, worker, helper } = people;
    const posted = await world.post(wisher, {
      story: '旧的坏了',
      category: 'daily',
      place: '3 幢',
      contact: { phone: '13812348000', address: '3-201' },
    });
    expect(posted).toMatchObject({
      status: 'submitted',
      wisher: { name: '欧阳**' },
      mine: true,
      can: ['edit', 'withdraw', 'contact'],
      area: 'east',
    });
    expect((await world.ask(wishes.get, { id: posted.id })).code).toBe('wish.unknown');

    const published = (await world.verb('publish', posted.id, worker, { title: '想要一盏亮一点的台灯' })).value;
    expect(published).toMatchObject({
      status: 'open',
      title: '想要一盏亮一点的台灯',
      original: { title: '想要一盏台灯', story: '旧的坏了' },
    });

    const claimed = (await world.verb('claim', posted.id, helper)).value;
    expect(claimed).toMatchObject({
      status: 'claimed',
      claimersHeld: 1,
      can: ['release', 'extend', 'fulfil', 'contact', 'report'],
    });
    expect(claimed.claims).toMatchObject([{ name: '孙**', state: 'active', mine: true, dueAt: '2026-11-30T02:00:00.000Z' }]);
    expect((await world.ask(wishes.contact, { id: posted.id, as: helper })).value).toEqual({
      name: '欧阳春梅',
      phone: '13812348000',
      address: '3-201',
    });

    world.advance(days(1));
    const fulfilled = (await world.verb('fulfil', posted.id, helper, { note: '送到了，装好了' })).value;
    expect(fulfilled).toMatchObject({ status: 'fulfilled', claims: [{ state: 'done', note: '送到了，装好了' }] });
    expect((await world.verb('reopen', posted.id, wisher, { reason: '灯不亮' })).value).toMatchObject({
      status: 'claimed',
      claims: [{ state: 'active', dueAt: '2026-12-01T02:00:00.000Z' }],
    });
    await world.verb('fulfil', posted.id, helper, { note: '换了灯泡' });
    const confirmed = (await world.verb('confirm', posted.id, wisher, { rating: 5, thanks: '谢谢' })).value;
    expect(confirmed).toMatchObject({
      status: 'confirmed',
      confirmation: { rating: 5, thanks: '谢谢' },
      closing: null,
      can: ['contact', 'report'],
    });

    expect(await timeline(posted.id)).toEqual([
      { type: 'wish.submitted', by: '一位邻居', words: null },
      { type: 'wish.published', by: null, words: null },
      { type: 'wish.claimed', by: '一位热心邻居', words: null },
      { type: 'wish.fulfilled', by: '一位热心邻居', words: '送到了，装好了' },
      { type: 'wish.reopened', by: '一位邻居', words: null },
      { type: 'wish.fulfilled', by: '一位热心邻居', words: '换了灯泡' },
      { type: 'wish.confirmed', by: '一位邻居', words: '谢谢' },
    ]);
    expect(await noticesOf(wisher)).toEqual(['wish.fulfilled', 'wish.fulfilled', 'wish.claimed', 'wish.published']);
    expect(await noticesOf(helper)).toEqual(['wish.confirmed', 'wish.reopened']);
    expect((await world.ask(me.claims, { as: helper })).value.items).toMatchObject([{ state: 'done', wish: { id: posted.id } }]);
    expect((await world.ask(wishes.contact, { id: posted.id, as: helper })).code).toBe('auth.forbidden');
    expect(world.failures).toEqual([]);
  });

  it('can be sent back, edited, and published then', async () => {
    const { wisher, worker } = people;
    const { id } = await world.post(wisher);
    expect((await world.verb('decline', id, worker, { reason: '请写明尺寸' })).value).toMatchObject({
      status: 'declined',
      reason: '请写明尺寸',
    });
    expect((await world.ask(me.notices, { as: wisher })).value.items[0]).toMatchObject({
      type: 'wish.declined',
      words: '请写明尺寸',
      by: null,
    });
    expect((await world.verb('edit', id, wisher, { title: '想要一盏 30 厘米的台灯' })).value).toMatchObject({
      status: 'submitted',
      reason: null,
    });
    expect((await world.verb('publish', id, worker)).value.status).toBe('open');
  });

  it('is merged into another one of the same community that is under way', async () => {
    const { wisher, neighbour, worker } = people;
    const first = await world.post(neighbour);
    const second = await world.post(wisher);
    const west = await world.post(world.person('w', { area: 'west' }), {}, 'west');
    for (const into of [second.id, west.id, '0190a1b2-0000-7000-8000-000000000001']) {
      expect((await world.verb('merge', second.id, worker, { into })).code).toBe('wish.merge-target');
    }
    expect((await world.verb('merge', second.id, worker, { into: first.id })).value).toMatchObject({
      status: 'merged',
      mergedInto: first.id,
    });
    expect((await world.ask(wishes.get, { id: second.id, as: neighbour })).code).toBe('wish.unknown');
    expect((await world.ask(wishes.get, { id: second.id, as: wisher })).value.mergedInto).toBe(first.id);
  });

  it('is written down by a worker for someone without a phone, and the record says so', async () => {
    const { worker, helper, wisher } = people;
    const old = (await world.ask(contract.members.register, { as: worker, body: { name: '李秀兰', phone: '025-84001234' } }))
      .value;
    const body = { title: '想有人陪我散步', kind: 'company', onBehalfOf: { memberId: old.id } };
    expect((await world.ask(wishes.post, { as: wisher, body })).code).toBe('auth.forbidden');
    const posted = (await world.ask(wishes.post, { as: worker, body })).value;
    expect(posted).toMatchObject({ wisher: { name: '李**' }, onBehalf: true, mine: false });
    expect(posted.can).toContain('edit');
    await world.verb('publish', posted.id, worker);
    await world.verb('claim', posted.id, helper);
    await world.verb('fulfil', posted.id, helper, { note: '走了一小时' });
    expect((await world.verb('confirm', posted.id, worker, { rating: 5 })).code).toBe('auth.forbidden');
    expect((await world.verb('close', posted.id, worker, { note: '上门看过' })).value).toMatchObject({
      status: 'closed',
      closing: { note: '上门看过' },
      confirmation: null,
    });
    const entries = (await world.ask(wishes.timeline, { id: posted.id })).value.items;
    expect(entries[0]).toMatchObject({ type: 'wish.submitted', by: '一位邻居', onBehalf: true });
    const nobody = '0190a1b2-0000-7000-8000-000000000001';
    expect((await world.ask(wishes.post, { as: worker, body: { ...body, onBehalfOf: { memberId: nobody } } })).code).toBe(
      'member.unknown',
    );
  });

  it('with more than one helper is fulfilled when all have done it, or when a worker lowers their number', async () => {
    const { wisher, worker, helper, branch, neighbour } = people;
    const { id } = await world.post(wisher, { claimersWanted: 3 });
    await world.verb('publish', id, worker);
    await world.verb('claim', id, helper);
    world.advance(1);
    expect((await world.verb('claim', id, branch, { as: 'branch' })).value).toMatchObject({ status: 'open', claimersHeld: 2 });
    await world.verb('fulfil', id, helper, { note: '一' });
    expect((await world.verb('lower', id, worker, { claimersWanted: 1 })).problem.fields).toMatchObject([
      { path: 'claimersWanted', code: 'too-small' },
    ]);
    expect((await world.verb('lower', id, worker, { claimersWanted: 4 })).problem.fields).toMatchObject([{ code: 'too-big' }]);
    expect((await world.verb('lower', id, worker, { claimersWanted: 2 })).value.status).toBe('claimed');
    expect((await world.verb('claim', id, neighbour)).problem).toMatchObject({
      code: 'wish.already-claimed',
      params: { name: '一位热心邻居' },
    });
    expect((await world.verb('fulfil', id, branch, { note: '二' })).value.status).toBe('fulfilled');
  });

  it('can be helped with in the name of an organisation, by any of its representatives', async () => {
    const { wisher, worker, branch, branchToo, helper } = people;
    const { id } = await world.post(wisher, { contact: { phone: '13812348000' } });
    await world.verb('publish', id, worker);
    expect((await world.verb('claim', id, helper, { as: 'branch' })).code).toBe('organisation.not-representative');
    expect((await world.verb('claim', id, branch, { as: 'nobody' })).code).toBe('organisation.unknown');
    expect((await world.verb('claim', id, branch, { as: 'strangers' })).code).toBe('organisation.unknown');
    world.advance(1);
    const claimed = (await world.verb('claim', id, branch, { as: 'branch' })).value;
    expect(claimed.claims).toMatchObject([{ name: '东社区党支部', organisation: 'branch', mine: true }]);
    expect((await world.verb('claim', id, branchToo, { as: 'branch' })).status).toBe(200);
    expect((await world.verb('claim', id, helper)).problem.params).toEqual({ name: '东社区党支部' });
    expect((await world.ask(wishes.contact, { id, as: branchToo })).code).toBe('auth.forbidden');
    expect((await world.ask(wishes.contact, { id, as: branch })).status).toBe(200);
    expect((await world.verb('fulfil', id, branchToo, { note: '办好了' })).value.status).toBe('fulfilled');
    expect((await world.ask(me.claims, { as: branchToo })).value.items[0]).toMatchObject({ state: 'done', wish: { id } });
  });

  it('of oneself is not claimed, and help of oneself is not confirmed', async () => {
    const wisher = world.person('two-hats', { orgs: ['branch'] });
    const worker = world.person('helping-worker', { roles: ['worker'] });
    const { id } = await world.post(wisher);
    await world.verb('publish', id, people.worker);
    expect((await world.verb('claim', id, wisher)).code).toBe('wish.own');
    expect((await world.verb('claim', id, wisher, { as: 'branch' })).code).toBe('wish.own');
    await world.verb('claim', id, people.branch, { as: 'branch' });
    await world.verb('fulfil', id, people.branch, { note: '好了' });
    expect((await world.verb('confirm', id, wisher, { rating: 5 })).code).toBe('wish.self-dealing');
    const other = await world.post(people.wisher);
    await world.verb('publish', other.id, worker);
    await world.verb('claim', other.id, worker);
    await world.verb('fulfil', other.id, worker, { note: '好了' });
    expect((await world.verb('close', other.id, worker, { note: '看过' })).code).toBe('wish.self-dealing');
  });

  it('keeps its dates within what was agreed', async () => {
    const { wisher, worker, helper } = people;
    const past = new Date(world.now().getTime() - 1).toISOString();
    const bad = await world.ask(wishes.post, { as: wisher, body: { title: '想要灯', kind: 'item', wantedBy: past } });
    expect(bad).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(bad.problem.fields).toMatchObject([{ path: 'wantedBy', code: 'past' }]);
    const { id } = await world.post(wisher);
    await world.verb('publish', id, worker);
    expect((await world.verb('claim', id, helper, { dueAt: past })).problem.fields).toMatchObject([
      { path: 'dueAt', code: 'past' },
    ]);
    const late = new Date(world.now().getTime() + days(9)).toISOString();
    expect((await world.verb('claim', id, helper, { dueAt: late })).problem.fields).toMatchObject([
      { path: 'dueAt', code: 'too-late' },
    ]);
    const soon = new Date(world.now().getTime() + days(2)).toISOString();
    expect((await world.verb('claim', id, helper, { dueAt: soon })).value.claims[0]?.dueAt).toBe(soon);
    expect((await world.verb('extend', id, helper, { dueAt: late })).value.claims[0]?.dueAt).toBe(late);
    const far = new Date(world.now().getTime() + days(16)).toISOString();
    expect((await world.verb('extend', id, helper, { dueAt: far })).problem.fields).toMatchObject([
      { path: 'dueAt', code: 'too-late' },
    ]);
  });

  it('is counted once in the whole tree above it', async () => {
    const before = (await world.ask(wishes.summary, { area: 'here' })).value;
    const { id } = await world.post(people.wisher, { kind: 'service', category: 'repair' });
    expect((await world.ask(wishes.summary, { area: 'here' })).value).toEqual(before);
    await world.verb('publish', id, people.worker);
    const after = (await world.ask(wishes.summary, { area: 'here' })).value;
    expect(after.open).toBe(before.open + 1);
    expect(after.byCategory['repair']).toBe((before.byCategory['repair'] ?? 0) + 1);
    expect((await world.ask(wishes.summary, { area: 'away' })).value.open).toBe(0);
  });

  it('is refused where the community has no such thing, with nothing stored', async () => {
    const { wisher, worker } = people;
    const count = async () => (await world.db.selectFrom('wish').select('id').execute()).length;
    const before = await count();
    expect((await world.ask(wishes.list, { area: 'quiet' })).code).toBe('area.feature-off');
    const bad = await world.ask(wishes.post, { as: wisher, body: { title: '想要灯', kind: 'item', category: 'no-such' } });
    expect(bad.problem.fields).toMatchObject([{ path: 'category', code: 'not-an-option' }]);
    expect((await world.ask(wishes.post, { as: wisher, area: 'west', body: { title: '想要灯', kind: 'item' } })).code).toBe(
      'auth.forbidden',
    );
    expect((await world.ask(wishes.post, { body: { title: '想要灯', kind: 'item' } })).code).toBe('auth.required');
    expect(await count()).toBe(before);
    const { id } = await world.post(wisher);
    expect((await world.verb('publish', id, worker, { category: 'no-such' })).status).toBe(422);
    expect((await world.ask(wishes.get, { id, as: wisher })).value.status).toBe('submitted');
  });

  it('is not there for people of another district, and public ones are only read by them', async () => {
    const { wisher, worker, stranger } = people;
    const { id } = await world.post(wisher);
    expect((await world.ask(wishes.get, { id, as: stranger })).code).toBe('wish.unknown');
    expect((await world.verb('publish', id, stranger)).code).toBe('wish.unknown');
    await world.verb('publish', id, worker);
    expect((await world.ask(wishes.get, { id, as: stranger })).value.can).toEqual([]);
    expect((await world.verb('claim', id, stranger)).code).toBe('auth.forbidden');
    expect((await world.ask(wishes.get, { id })).value.can).toEqual(['claim', 'report']);
    expect((await world.ask(wishes.list, { as: stranger, query: { status: 'submitted' } })).code).toBe('auth.forbidden');
    expect((await world.ask(wishes.list, { query: { status: 'submitted' } })).code).toBe('auth.required');
    expect((await world.ask(wishes.list, { as: people.officer, query: { status: 'submitted' } })).status).toBe(200);
  });

  it('is made on the wall of the street in the wisher’s own community, and by nobody from elsewhere', async () => {
    const { wisher, helper, officer } = cast(world);
    const body = { title: '想要一把伞', kind: 'item' };
    const may = async (as: typeof wisher, area: string) => (await world.ask(contract.areas.get, { as, area })).value.can;
    expect(await may(wisher, 'south')).toContain('post-wish');
    expect(await may(wisher, 'west')).not.toContain('post-wish');
    expect((await world.ask(contract.wishes.post, { as: wisher, area: 'south', body })).value.area).toBe('east');
    expect((await world.ask(contract.wishes.post, { as: helper, area: 'east', body })).code).toBe('auth.forbidden');
    expect((await world.ask(contract.wishes.post, { as: officer, area: 'west', body })).code).toBe('auth.forbidden');
  });
});
