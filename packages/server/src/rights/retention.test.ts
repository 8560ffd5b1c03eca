import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AreaSettings } from '../db/schema.ts';
import { oneDatabase } from '../testing/databases.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';
import { sweep } from '../wishes/sweeper.ts';

vi.setConfig({ testTimeout: 120_000 });

describe.each(oneDatabase)('what is kept for a while on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const kept = async (id: string) =>
    (await world.db.selectFrom('wish_contact').select('wish_id').where('wish_id', '=', id).execute()).length === 1;
  const expiredEvents = (id: string) =>
    world.db.selectFrom('event').selectAll().where('wish_id', '=', id).where('type', '=', 'wish.contact-expired').execute();
  const setting = (slug: string, own: Pick<AreaSettings, 'retention'>) =>
    world.db
      .updateTable('area')
      .set({ settings: sql`settings || ${JSON.stringify(own)}::jsonb` })
      .where('slug', '=', slug)
      .execute();

  it.each(['confirmed', 'closed', 'withdrawn', 'expired', 'merged', 'declined'] as const)(
    'contact details leave thirty days after a wish was %s',
    async (status) => {
      const id = await bringTo(world, status);
      world.advance(days(30) - 1000);
      await sweep(world.ports);
      expect(await kept(id)).toBe(true);
      world.advance(1000);
      await sweep(world.ports);
      expect(await kept(id)).toBe(false);
      const [event, ...more] = await expiredEvents(id);
      expect(event).toMatchObject({ visibility: 'workers', actor_id: null, at: world.now() });
      expect(more).toEqual([]);
      expect((await world.ask(contract.wishes.contact, { id, as: people.worker })).code).toBe('wish.no-contact');
    },
  );

  it.each(['submitted', 'open', 'claimed', 'fulfilled'] as const)('they stay while a wish is %s', async (status) => {
    const id = await bringTo(world, status);
    world.advance(days(400));
    await sweep(world.ports);
    expect(await kept(id)).toBe(true);
  });

  it('the nearest area that says how long is heard, and null means as above', async () => {
    const after = async (before: number) => {
      const id = await bringTo(world, 'withdrawn');
      world.advance(days(before));
      await sweep(world.ports);
      return kept(id);
    };
    await setting('here', { retention: { contactDays: 5 } });
    expect([await after(4), await after(5)]).toEqual([true, false]);
    await setting('east', { retention: { contactDays: 60 } });
    expect([await after(59), await after(60)]).toEqual([true, false]);
    await setting('east', { retention: null });
    await setting('south', { retention: { contactDays: 1 } });
    expect([await after(0), await after(1)]).toEqual([true, false]);
    await setting('south', { retention: null });
    await setting('here', { retention: null });
    expect([await after(29), await after(30)]).toEqual([true, false]);
  });

  it('a sent-back wish that is written anew begins again', async () => {
    const id = await bringTo(world, 'declined');
    world.advance(days(20));
    await world.verb('edit', id, people.wisher, { title: '换一句话说' });
    world.advance(days(20));
    await sweep(world.ports);
    expect(await kept(id)).toBe(true);
    await world.verb('decline', id, people.worker, { reason: '还是不行' });
    world.advance(days(29));
    await sweep(world.ports);
    expect(await kept(id)).toBe(true);
  });

  it('many leave in batches, each told once by any number of sweepers', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 60; n++) {
      const { id } = await world.post(people.wisher, { contact: { phone: '13812348000' } });
      await world.verb('withdraw', id, people.wisher);
      ids.push(id);
    }
    world.advance(days(30));
    const swept = await Promise.all([1, 2, 3].map(() => sweep(world.ports)));
    const last = await sweep(world.ports);
    const total = [...swept, last].reduce((sum, { contacts }) => sum + contacts, 0);
    expect(total).toBeGreaterThanOrEqual(60);
    const told = await world.db
      .selectFrom('event')
      .select('wish_id')
      .where('type', '=', 'wish.contact-expired')
      .where('wish_id', 'in', ids)
      .execute();
    expect(new Set(told.map((event) => event.wish_id)).size).toBe(60);
    expect(told).toHaveLength(60);
    expect((await sweep(world.ports)).contacts).toBe(0);
  });

  it('an erased account is remembered for two hours', async () => {
    await sweep(world.ports);
    const as = world.person('forgotten', { name: '闻人忘了' });
    await world.memberId(as);
    await world.ask(contract.me.erase, { as });
    world.advance(hours(2));
    expect((await sweep(world.ports)).erased).toBe(0);
    world.advance(1);
    expect((await sweep(world.ports)).erased).toBe(1);
    expect(world.failures).toEqual([]);
  });
});
