import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';
import { sweep } from './sweeper.ts';

const { wishes, uploads, me } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('time on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const wish = async (id: string) => (await world.ask(wishes.get, { id, as: people.worker })).value;
  const steps = async (id: string) => (await world.ask(wishes.timeline, { id })).value.items.map((entry) => entry.type);

  it('ends a lease, and both sides are told', async () => {
    const id = await bringTo(world, 'claimed');
    world.advance(days(7) - 1);
    expect((await sweep(world.ports)).lapsed).toBe(0);
    world.advance(1);
    expect((await sweep(world.ports)).lapsed).toBe(1);
    expect((await sweep(world.ports)).lapsed).toBe(0);
    expect(await wish(id)).toMatchObject({ status: 'open', claims: [], claimersHeld: 0 });
    expect((await steps(id)).at(-1)).toBe('wish.lapsed');
    for (const as of [people.wisher, people.helper]) {
      expect((await world.ask(me.notices, { as })).value.items[0]).toMatchObject({ type: 'wish.lapsed', by: null, wish: { id } });
    }
    expect((await world.ask(me.claims, { as: people.helper })).value.items[0]).toMatchObject({ state: 'lapsed' });
    expect((await world.verb('fulfil', id, people.helper, { note: '太晚了' })).code).toBe('claim.none');
  });

  it('is not waited for: a claim finds the place of a lease that has ended', async () => {
    const id = await bringTo(world, 'claimed');
    world.advance(days(8));
    expect((await world.verb('claim', id, people.neighbour)).value).toMatchObject({
      status: 'claimed',
      claims: [{ mine: true }],
    });
    expect((await steps(id)).slice(-2)).toEqual(['wish.lapsed', 'wish.claimed']);
  });

  it('does not take a report away that came before anyone wrote the lapse down', async () => {
    const id = await bringTo(world, 'claimed');
    world.advance(days(8));
    expect((await world.verb('fulfil', id, people.helper, { note: '刚好' })).value.status).toBe('fulfilled');
    await sweep(world.ports);
    expect((await wish(id)).status).toBe('fulfilled');
  });

  it('closes a wish whose day has passed, unless someone is on the way', async () => {
    const wantedBy = new Date(world.now().getTime() + days(2)).toISOString();
    const open = await world.post(people.wisher, { wantedBy });
    const halfway = await world.post(people.wisher, { wantedBy, claimersWanted: 2 });
    for (const { id } of [open, halfway]) await world.verb('publish', id, people.worker);
    const claimed = (await world.verb('claim', halfway.id, people.helper)).value;
    expect(claimed.claims[0]?.dueAt).toBe(wantedBy);
    await world.verb('extend', halfway.id, people.helper, { dueAt: new Date(world.now().getTime() + days(5)).toISOString() });
    world.advance(days(3));
    expect((await sweep(world.ports)).expired).toBe(1);
    expect((await wish(open.id)).status).toBe('expired');
    expect((await wish(halfway.id)).status).toBe('open');
    expect((await steps(open.id)).at(-1)).toBe('wish.expired');
  });

  it('forgets pictures that belong to nothing and keys of a day ago', async () => {
    const store = (key: string) => world.ask(uploads.post, { as: people.wisher, body: new Uint8Array([80, 1]), key });
    const loose = (await store('loose')).value.id;
    const used = (await store('used')).value.id;
    await world.post(people.wisher, { photos: [used] });
    world.advance(hours(23));
    expect(await sweep(world.ports)).toMatchObject({ uploads: 0, keys: 0 });
    world.advance(hours(2));
    expect(await sweep(world.ports)).toMatchObject({ uploads: 1, keys: 2 });
    const left = await world.db.selectFrom('blob').select('upload_id').execute();
    expect(left.map((blob) => blob.upload_id)).toEqual([used]);
    expect(left.map((blob) => blob.upload_id)).not.toContain(loose);
  });

  it('is written down once by any number of sweepers', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n++) ids.push(await bringTo(world, 'claimed'));
    world.advance(days(8));
    const overdue = await world.db
      .selectFrom('claim')
      .select('id')
      .where('state', '=', 'active')
      .where('due_at', '<', world.now())
      .execute();
    const swept = await Promise.all([1, 2, 3].map(() => sweep(world.ports)));
    await sweep(world.ports);
    expect(swept.reduce((sum, { lapsed }) => sum + lapsed, 0)).toBe(overdue.length);
    for (const id of ids) expect((await steps(id)).filter((type) => type === 'wish.lapsed')).toHaveLength(1);
  });
});
