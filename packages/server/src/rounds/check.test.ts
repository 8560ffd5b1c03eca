import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, type World } from '../testing/world.ts';
import { checkRounds } from './check.ts';

describe.each(oneDatabase)('the check of rounds on $name', ({ open }) => {
  let world: World;
  let running: string;
  let over: string;
  beforeAll(async () => {
    world = await createWorld(open);
    const people = cast(world);
    const rounds = roundsIn(world, people.worker);
    const options = await rounds.projects([100, 200, 100, 200]);
    running = (await rounds.open(options.slice(0, 2))).id;
    over = (await rounds.open(options.slice(2))).id;
    for (const as of [people.wisher, people.neighbour]) {
      await rounds.cast(running, { as }, options.slice(0, 1));
      await rounds.cast(over, { as }, options.slice(2, 3));
    }
    await rounds.close(over);
  }, 120_000);
  afterAll(() => world.stop());

  it('agrees with what people cast', async () => {
    expect(await checkDatabase(world.db)).toMatchObject({ rounds: 2, differences: [] });
  });

  it.each([
    [
      'a ballot that nobody cast',
      'ballots',
      () => sql`
      insert into ballot select ${running}::uuid, 'x'::bytea, choices, 1 from ballot limit 1`,
    ],
    ['a voter without a ballot', 'ballots', () => sql`delete from ballot where slot in (select slot from ballot limit 1)`],
    ['a receipt that is gone', 'receipts', () => sql`delete from receipt where hash in (select hash from receipt limit 1)`],
    [
      'one more ballot than voters',
      'published',
      () => sql`
      insert into published_ballot select ${over}::uuid, 99, choices from published_ballot limit 1`,
    ],
    ['a key that outlived its round', 'key', () => sql`insert into round_key select ${over}::uuid, sealed from round_key`],
    ['a round without its key', 'key', () => sql`delete from round_key`],
    [
      'other terms than were published',
      'opening',
      () => sql`update round set opening = replace(opening, '100', '101') where id = ${running}::uuid`,
    ],
    [
      'a time that was moved',
      'terms',
      () => sql`update round set closes_at = closes_at + interval '1 day' where id = ${over}::uuid`,
    ],
    [
      'a receipt that was exchanged',
      'lists',
      () => sql`update receipt set hash = repeat('0', 64) where round_id = ${over}::uuid
      and hash in (select hash from receipt where round_id = ${over}::uuid limit 1)`,
    ],
    [
      'another winner',
      'outcome',
      () => sql`
      update round set outcome = jsonb_set(outcome, '{outcome,winners}', '[]') where id = ${over}::uuid`,
    ],
  ])('finds %s', async (_what, found, breaking) => {
    await expect(
      world.db.transaction().execute(async (trx) => {
        await breaking().execute(trx);
        const { differences: broken } = await checkRounds(trx);
        // Nothing of it is kept.
        throw new Error(broken.map(({ what }) => what).join(', '));
      }),
    ).rejects.toThrow(found);
  });
});
