import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { retried } from '../db/retried.ts';
import { databases } from '../testing/databases.ts';
import { someoneWaits } from '../testing/waiting.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { award, type Deed, reverse } from './award.ts';
import { fold } from './fold.ts';
import { refreshHomes } from './homes.ts';
import { rebuildPoints } from './rebuild.ts';

const { areas, me, members, points, reportIns } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('points at the same moment on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let east: { id: number; root_id: number };
  let count = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    east = await world.db.selectFrom('area').selectAll().where('slug', '=', 'east').executeTakeFirstOrThrow();
    await world.memberId(people.worker);
  }, 120_000);
  afterAll(() => world.stop());

  const someone = async () => {
    count += 1;
    const person = world.person(`racer-${count}`);
    return { person, id: await world.memberId(person) };
  };
  const deed = (memberId: string, more: Partial<Deed> = {}): Deed => ({
    memberId,
    organisationId: null,
    area: east,
    rule: 'wish-helped',
    source: `race:${memberId}`,
    at: world.now(),
    actorId: null,
    ...more,
  });
  const give = (one: Deed) => world.db.transaction().execute((db) => award(db, one));
  const times = <T>(n: number, call: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: n }, (_, index) => call(index)));
  const pointsOf = async (id: string) => {
    const row = await world.db
      .selectFrom('point_total')
      .select('points')
      .where('member_id', '=', id)
      .where('period', '=', 'all')
      .executeTakeFirst();
    return row?.points ?? 0;
  };
  async function clean(): Promise<void> {
    await fold(world.ports, { largeFrom: 1, measure: true });
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  }

  it('pay one source once, of 200 who bring it', async () => {
    const { id } = await someone();
    const paid = await times(200, () => give(deed(id)));
    expect(paid.filter((one) => one !== undefined)).toHaveLength(1);
    const capped = await times(200, () => give(deed(id, { rule: 'wish-published', source: `capped:${id}` })));
    expect(capped.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await pointsOf(id)).toBe(11);
    await clean();
  });

  it('keep to the cap of a day, of 200 deeds of one person', async () => {
    const { id } = await someone();
    const paid = await times(200, (n) => give(deed(id, { rule: 'wish-published', source: `day:${id}:${n}` })));
    expect(paid.map((one) => one?.amount ?? 0).reduce((sum, amount) => sum + amount, 0)).toBe(5);
    expect(await pointsOf(id)).toBe(5);
    await clean();
  });

  it('are taken back once, by 50 who do', async () => {
    const { id } = await someone();
    const { id: entryId = '' } = (await give(deed(id))) ?? {};
    const back = await times(50, () =>
      world.ask(points.reverse, { as: people.worker, id: entryId, body: { reason: '记错了人' } }),
    );
    expect(back.map(({ status, code }) => code ?? status).sort()).toEqual([200, ...Array<string>(49).fill('points.reversed')]);
    expect(await pointsOf(id)).toBe(0);
    await clean();
  });

  it('end in order with moves, consents, erasures and a ticker beside them', async () => {
    for (let round = 0; round < 2; round++) {
      const [mover, chooser, leaver] = [await someone(), await someone(), await someone()];
      const all = [mover, chooser, leaver];
      const asked = (await world.ask(areas.reportIn, { as: mover.person, area: 'west' })).value;
      const westWorker = world.person('west-worker', { area: 'west', roles: ['worker'] });
      await world.memberId(westWorker);
      await Promise.all([
        ...all.flatMap(({ id }) => Array.from({ length: 40 }, (_, n) => give(deed(id, { source: `mixed:${id}:${n}` })))),
        world.ask(reportIns.accept, { as: westWorker, id: asked.id }),
        ...(['masked', 'off', 'full', 'off', 'masked'] as const).map((ranking) =>
          world.ask(me.consents, { as: chooser.person, body: { ranking } }),
        ),
        world.ask(me.consents, { as: leaver.person, body: { ranking: 'full' } }),
        world.ask(me.erase, { as: leaver.person }),
        ...Array.from({ length: 5 }, () => fold(world.ports, { largeFrom: 1, measure: true })),
      ]);
      for (const { id } of all) expect(await pointsOf(id)).toBe(id === mover.id ? 405 : 400);
      await clean();
    }
    const west = await world.db.selectFrom('area').select('id').where('slug', '=', 'west').executeTakeFirstOrThrow();
    const there = await sql<{
      n: string;
    }>`select count(*) as n from point_total where period = 'all' and home_id = ${west.id}`.execute(world.db);
    expect(there.rows).toEqual([{ n: '2' }]);
  });

  it('follow two identities that become one, whichever of them they were earned as', async () => {
    for (let round = 0; round < 2; round++) {
      const [one, other] = [await someone(), await someone()];
      await Promise.all([
        ...[one, other].flatMap(({ id }) => Array.from({ length: 30 }, (_, n) => give(deed(id, { source: `twins:${id}:${n}` })))),
        world.ask(members.merge, { as: people.worker, id: one.id, body: { into: other.id } }),
        ...Array.from({ length: 3 }, () => fold(world.ports, { largeFrom: 1, measure: true })),
      ]);
      expect(await pointsOf(other.id)).toBe(600);
      expect(await pointsOf(one.id)).toBe(0);
      await clean();
    }
  });

  it('wait for a recount, and are in it or after it', async () => {
    const [one, other] = [await someone(), await someone()];
    await Promise.all([
      ...[one, other].flatMap(({ id }) => Array.from({ length: 60 }, (_, n) => give(deed(id, { source: `recount:${id}:${n}` })))),
      rebuildPoints(world.db, world.now(), { largeFrom: 1 }),
      world.ask(me.consents, { as: one.person, body: { ranking: 'full' } }),
      fold(world.ports),
    ]);
    expect(await pointsOf(one.id)).toBe(600);
    await clean();
  });

  it('are counted anew in the end, also where that is in the way of somebody who waits for it', async () => {
    const { id } = await someone();
    let recounted: Promise<unknown> | undefined;
    // As a merge does it that takes back what was paid twice for an action; of the two either may be asked to try again.
    const merging = () =>
      world.db.transaction().execute(async (db) => {
        await award(db, deed(id));
        recounted ??= rebuildPoints(world.db, world.now(), { largeFrom: 1 });
        await someoneWaits(db);
        await refreshHomes(db, east.root_id, [id], world.now());
      });
    await retried(merging);
    await recounted;
    expect(await pointsOf(id)).toBe(10);
    await clean();
  });

  it('cannot be rewritten', async () => {
    const before = await world.db.selectFrom('point_entry').selectAll().orderBy('id').execute();
    for (const statement of ['update point_entry set amount = 1000', 'delete from point_entry', 'truncate point_entry cascade'])
      await expect(sql.raw(statement).execute(world.db)).rejects.toThrow('point_entry is append-only');
    expect(await world.db.selectFrom('point_entry').selectAll().orderBy('id').execute()).toEqual(before);
    const { id } = await someone();
    const entry = await give(deed(id));
    const back = await reverse(world.db, { entryId: entry?.id ?? '', actorId: null, reason: null, at: world.now() });
    expect(await reverse(world.db, { entryId: back?.id ?? '', actorId: null, reason: null, at: world.now() })).toBeUndefined();
  });
});
