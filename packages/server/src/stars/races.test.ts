import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, members, stars: table, uploads } = contract;
vi.setConfig({ testTimeout: 90_000 });
const turns = 8;

describe.each(databases)('at the same moment on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    await world.stop();
  });

  let made = 0;
  const honouring = () => {
    made += 1;
    const nominee = world.person(`racing-${made}`, { name: `司马快${made}` });
    return { nominee, ...starsIn(world, { nominator: people.neighbour, nominee, worker: people.worker }) };
  };
  const statusOf = async (id: string) =>
    (await world.db.selectFrom('nomination').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;
  const hangs = async (nomination: string) =>
    (
      await world.db
        .selectFrom('star')
        .select('id')
        .where('nomination_id', '=', nomination)
        .where('taken_down_at', 'is', null)
        .execute()
    ).length;
  const award = (nomination: string) => world.ask(table.award, { as: people.worker, body: { nomination } });

  it('an award and the nominee who takes it back leave either a star or none, and whoever is told so is told the truth', async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      const { nominee, bringTo, verb } = honouring();
      const id = await bringTo('consented');
      const [given, taken] = await Promise.all([award(id), verb('withdraw', id, nominee)]);
      expect([given.status, taken.status].filter((status) => status < 300)).toHaveLength(1);
      expect(await statusOf(id)).toBe(given.status < 300 ? 'awarded' : 'withdrawn');
      expect(await hangs(id)).toBe(given.status < 300 ? 1 : 0);
    }
  });

  it('an award and the nominee who erases themself leave no star that hangs', async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      const { nominee, bringTo } = honouring();
      const id = await bringTo('consented');
      const [given, gone] = await Promise.all([award(id), world.ask(me.erase, { as: nominee })]);
      expect(gone.status).toBe(200);
      expect([201, 409, 404]).toContain(given.status);
      expect(await hangs(id)).toBe(0);
    }
  });

  it('an answer and a worker who ends the nomination come one after the other', async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      const { nominee, bringTo, verb } = honouring();
      const id = await bringTo('asked');
      const answers = await Promise.all([
        verb('consent', id, nominee, { name: 'masked' }),
        verb('decline', id, nominee),
        verb('decline', id, people.worker, { reason: '去年评过了' }),
        verb('withdraw', id, people.neighbour),
      ]);
      // What was agreed to can still be ended by the nominee and by a worker; nothing that ended begins again.
      const ended = answers.slice(1).filter(({ status }) => status === 200).length;
      expect(ended).toBeLessThan(2);
      const status = await statusOf(id);
      if (ended === 0) expect(status).toBe('consented');
      else expect(['declined', 'withdrawn']).toContain(status);
    }
  });

  it('a new portrait and a worker who takes the star down leave nothing to be seen', async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      const { nominee, ...stars } = honouring();
      const { id } = await stars.star();
      const body = new TextEncoder().encode(`P racing ${turn}`);
      const portrait = (await world.ask(uploads.post, { as: nominee, body })).value.id;
      const [edited, down] = await Promise.all([
        world.ask(table.edit, { id, as: nominee, body: { portrait } }),
        world.ask(table.takeDown, { id, as: people.worker, body: { reason: '写错了人' } }),
      ]);
      expect(down.status).toBe(200);
      // Taken down between the change and its answer: there is nothing left to show.
      expect([200, 404, 409]).toContain(edited.status);
      expect((await world.send(`/uploads/${portrait}`, {})).status).toBe(404);
    }
  });

  it('what somebody said in person follows them when a worker finds out who they are', async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      const { nominee, nominate, verb } = honouring();
      const from = await world.register(people.worker, { name: '没有手机的' });
      const into = await world.memberId(nominee);
      const { id } = await nominate();
      await verb('ask', id, people.worker, { member: from });
      const colleague = world.person('racing-worker', { name: '另一位社工', roles: ['worker'] });
      const [heard, merged] = await Promise.all([
        verb('consent', id, people.worker, { name: 'masked', onBehalf: true }),
        world.ask(members.merge, { id: from, as: colleague, body: { into } }),
      ]);
      expect(merged.status).toBe(200);
      // Whoever has an account by then speaks for themself.
      expect([200, 403]).toContain(heard.status);
      const row = await world.db.selectFrom('nomination').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect(row).toMatchObject({ member_id: into, status: heard.status === 200 ? 'consented' : 'asked' });
    }
  });
});
