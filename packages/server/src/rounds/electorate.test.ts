import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });
const { rounds: table, areas, reportIns } = contract;

describe.each(oneDatabase)('who may vote on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let rounds: ReturnType<typeof roundsIn>;
  let options: string[];
  let id: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    rounds = roundsIn(world, people.worker);
    options = await rounds.projects([100, 200]);
    id = (await rounds.open(options)).id;
  }, 120_000);
  afterAll(() => world.stop());

  const vote = async (as: Person, round = id) => {
    const { code = 'cast' } = await rounds.cast(round, { as }, [options[0] ?? '']);
    const { mine, can } = await rounds.get(round, as);
    // What is answered beforehand is what comes.
    expect([mine?.eligible, can.includes('ballot')]).toEqual([code === 'cast', code === 'cast']);
    return code;
  };
  /** Asks to move here, and a worker agrees. */
  const settle = async (as: Person, area = 'east') => {
    const { id: question } = (await world.ask(areas.reportIn, { as, area })).value;
    const worker = world.person(`worker-of-${area}`, { area, roles: ['worker'] });
    expect((await world.ask(reportIns.accept, { as: worker, id: question })).status).toBe(200);
    // The worker's clock stands still, the round's does not.
    await sql`update report_in set decided_at = clock_timestamp() - interval '2 hours' where id = ${question}::uuid`.execute(
      world.db,
    );
    return question;
  };

  it('is whoever the portal says lives here, be it for the first time', async () => {
    expect(await vote(world.person('new-here'))).toBe('cast');
    expect(await vote(world.person('resident-of-west', { area: 'west' }))).toBe('round.not-eligible');
    expect(await vote(world.person('of-the-street', { area: 'south' }))).toBe('round.not-eligible');
    expect(await vote(world.person('no-resident', { roles: [] }))).toBe('round.not-eligible');
    expect(await vote(world.person('only-a-worker', { roles: ['worker'] }))).toBe('round.not-eligible');
    expect((await rounds.cast(id, { as: people.stranger }, [options[0] ?? ''])).code).toBe('auth.forbidden');
  });

  it('is whoever a worker has settled here, and not who has reported in to what only the portal knows', async () => {
    const believed = world.person('believed', { roles: [] });
    expect((await world.ask(areas.reportIn, { as: believed, area: 'east' })).value.state).toBe('done');
    expect(await vote(believed)).toBe('round.not-eligible');
    const mover = world.person('mover', { area: 'west', roles: [] });
    expect(await vote(mover)).toBe('round.not-eligible');
    await settle(mover);
    expect(await vote(mover)).toBe('cast');
  });

  it('is nobody whom a worker has settled elsewhere, whatever the portal still says', async () => {
    const moved = world.person('moved');
    expect(await vote(moved)).toBe('cast');
    await settle(moved, 'west');
    expect(await vote(moved)).toBe('round.not-eligible');
    // Their ballot from before stands: they lived here then.
    expect((await rounds.get(id, moved)).mine).toMatchObject({ voted: true });
  });

  it('is nobody whom a worker has checked after the cut-off', async () => {
    const free = await rounds.projects([100, 200]);
    const cutOff = new Date(Date.now() - hours(1)).toISOString();
    const early = (await rounds.open(free, { cutOff })).id;
    options = free;
    const late = world.person('late', { area: 'west', roles: [] });
    const question = await settle(late);
    expect(await vote(late, early)).toBe('cast');
    await sql`update report_in set decided_at = clock_timestamp() - interval '5 minutes' where id = ${question}::uuid`.execute(
      world.db,
    );
    expect(await vote(late, early)).toBe('round.not-eligible');
    // Whom the portal names counts whenever they are first seen.
    expect(await vote(world.person('seen-late'), early)).toBe('cast');
  });

  it('is as many as are declared, else as many as are known when it opens', async () => {
    const free = await rounds.projects([100, 200, 300, 400]);
    const declared = await rounds.open(free.slice(0, 2), { electorate: 3412 });
    expect(declared.electorate).toBe(3412);
    const { electorate } = await rounds.open(free.slice(2));
    const { rows } = await sql<{ n: number }>`
      select count(*)::integer as n from member join area on area.id = member.resident_of where slug = 'east'`.execute(world.db);
    // Besides the residents that portals named, two who moved here; without one of them, who moved away.
    expect(electorate).toBe((rows[0]?.n ?? 0) + 1);
    expect((await world.ask(table.results, { id: declared.id })).value.turnout.electorate).toBe(3412);
  });
});
