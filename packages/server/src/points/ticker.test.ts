import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { award } from './award.ts';
import { foldRegularly } from './ticker.ts';

describe.each(oneDatabase)('the ticker on $name', ({ open }) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld(open);
  });
  afterAll(() => world.stop());

  it('folds what was awarded, one round at a time, says what went wrong, and stops', async () => {
    const memberId = await world.memberId(cast(world).wisher);
    const area = await world.db.selectFrom('area').selectAll().where('slug', '=', 'east').executeTakeFirstOrThrow();
    const give = (source: string) =>
      award(world.db, { memberId, organisationId: null, area, rule: 'wish-helped', source, at: world.now(), actorId: null });
    const waiting = async () => (await world.db.selectFrom('point_unfolded').select('amount').execute()).length;
    let tick = () => {};
    let stopped = false;
    const ticker = foldRegularly(world.ports, (milliseconds, step) => {
      expect(milliseconds).toBeLessThanOrEqual(1000);
      tick = step;
      return () => {
        stopped = true;
      };
    });

    await give('one');
    expect(await waiting()).toBe(1);
    tick();
    tick();
    await expect.poll(waiting).toBe(0);

    // A round that fails is not the last one.
    await give('two');
    await sql`alter table point_fold rename to point_fold_away`.execute(world.db);
    await expect.poll(() => (tick(), world.failures.length)).toBeGreaterThan(0);
    expect(world.failures[0]).toContain('Folding points failed.');
    world.failures.length = 0;
    await sql`alter table point_fold_away rename to point_fold`.execute(world.db);
    await expect.poll(() => (tick(), waiting())).toBe(0);
    await ticker.stop();
    expect(stopped).toBe(true);
  });
});
