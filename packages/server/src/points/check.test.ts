import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { pointsIn } from '../testing/points.ts';
import { createWorld, days, type World } from '../testing/world.ts';
import { reverse } from './award.ts';
import { fold } from './fold.ts';
import { rebuildPoints } from './rebuild.ts';

describe.each(oneDatabase)('a look at points on $name', ({ open }) => {
  let world: World;
  let kit: ReturnType<typeof pointsIn>;
  let active: string;
  beforeAll(async () => {
    world = await createWorld(open);
    kit = pointsIn(world);
    const { someone, give } = kit;
    const [busy, other, gone] = [await someone('masked'), await someone('full', 'west'), await someone('masked')];
    const branch = await world.db.selectFrom('organisation').select('id').where('slug', '=', 'branch').executeTakeFirstOrThrow();
    await give(busy.id, { at: new Date(world.now().getTime() - days(40)) });
    // Beyond the first bucket of the histograms, so that it counts.
    for (let n = 0; n < 14; n++) await give(busy.id);
    await give(busy.id, { rule: 'action-hour', minutes: 90, organisationId: branch.id });
    const mistake = await give(other.id);
    await give(other.id);
    await reverse(world.db, { entryId: mistake?.id ?? '', actorId: null, reason: null, at: world.now() });
    await give(gone.id);
    active = other.id;
    const worker = world.person('street', { area: 'south', roles: ['worker'] });
    await world.ask(contract.members.merge, { as: worker, id: gone.id, body: { into: busy.id } });
    await fold(world.ports, { largeFrom: 1, measure: true });
  }, 120_000);
  afterAll(() => world.stop());
  beforeEach(async () => {
    // Something that waits to be folded, and too little to fill a bucket.
    await kit.give(active, { rule: 'vote' });
    await kit.clean();
  });

  const whole = sql`period = 'month' and points > 100`;
  it.each([
    ['points of a total', sql`update point_total set points = points + 1 where period = 'week'`, /^member .* week/],
    ['minutes of a total', sql`update point_total set minutes = minutes + 1 where ${whole}`, /^member .* month/],
    ['wishes of a total', sql`update point_total set wishes = wishes - 1 where ${whole}`, /^member .* month/],
    ['a total that is missing', sql`delete from point_total where ${whole}`, /^member .* month/],
    [
      'a total of nobody',
      sql`insert into point_total (member_id, period, starts, listed, points, minutes, wishes)
        select gen_random_uuid(), period, starts, listed, points, minutes, wishes from point_total where ${whole}`,
      /^member .* month/,
    ],
    ['a home in a total', sql`update point_total set home_id = 1 where period = 'all' and listed`, /^home .* all/],
    ['a consent of a closed month', sql`update point_total set listed = false where starts = '2026-10-01'`, /^home .* month/],
    ['a consent', sql`update point_home set listed = not listed`, /^home/],
    ['a home that is missing', sql`delete from point_home`, /^home/],
    ['a merge', sql`update point_home set merged_into = null where merged_into is not null`, /^home/],
    ['an organisation', sql`update point_organisation set points = points - 1`, /^organisation/],
    ['an organisation that is missing', sql`delete from point_organisation`, /^organisation/],
    ['an area', sql`update point_area set points = points + 1`, /^area/],
    ['what waits to be folded', sql`delete from point_unfolded`, /^area/],
    ['a histogram', sql`update point_histogram set n = n + 1 where period = 'all'`, /^histogram/],
    ['a histogram that is missing', sql`delete from point_histogram`, /^histogram/],
    ['a bucket', sql`update point_bucket set n = n + 1`, /^bucket/],
    ['a rank', sql`update point_bucket set n = n + 1`, /^rank/],
    ['an area without histograms', sql`insert into point_large select id from area on conflict do nothing`, /^histogram/],
  ])('finds what is wrong with %s, and a recount repairs it', async (_what, damage, subject) => {
    await damage.execute(world.db);
    const { differences } = await checkDatabase(world.db, world.now());
    expect(differences.map((one) => one.subject).filter((one) => subject.test(one))).not.toEqual([]);
    await rebuildPoints(world.db, world.now(), { largeFrom: 1 });
    await kit.clean();
  });
});
