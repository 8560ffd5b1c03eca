import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { areas, projects: table } = contract;

describe.each(oneDatabase)('where a project belongs, and to whom, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let projects: ReturnType<typeof projectsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    await world.stop();
  });

  const body = { title: '街心花园的路灯', story: '晚上太暗', place: '街心花园', cost: 100 };
  const street = () => world.person('street-worker', { name: '街道的社工', area: 'south', roles: ['worker'] });
  const another = () => world.person('street-worker-2', { name: '街道另一位社工', area: 'south', roles: ['worker'] });

  it('of a street is put right and rated by those who live in its communities, and by nobody from elsewhere', async () => {
    const { id } = (await world.ask(table.post, { as: street(), area: 'south', body })).value;
    await projects.verb('enlist', id, another());
    await projects.voted(id, 'opened');
    await projects.voted(id, 'won');
    await projects.verb('start', id, street(), { owner: '城管科', budget: 100 });
    const { id: comment, can } = await projects.say(id, people.neighbour);
    expect(can).toContain('corrections');
    expect((await projects.on('correct', id, people.helper, { comment })).value.supporters).toBe(1);
    expect((await projects.on('correct', id, people.stranger, { comment })).code).toBe('auth.forbidden');
    await projects.verb('done', id, street(), { note: '亮了' });
    expect((await projects.get(id, people.wisher)).can).toContain('rate');
    expect((await projects.verb('rate', id, people.wisher, { rating: 5 })).status).toBe(200);
    expect((await projects.verb('rate', id, people.stranger, { rating: 5 })).code).toBe('auth.forbidden');
  });

  it('that is proposed on the street’s page goes to the proposer’s own community', async () => {
    expect((await world.ask(areas.get, { as: people.wisher, area: 'south' })).value.can).toContain('post-project');
    const made = (await world.ask(table.post, { as: people.wisher, area: 'south', body })).value;
    expect(made.area).toBe('east');
    expect((await world.ask(table.post, { as: people.wisher, area: 'west', body })).code).toBe('auth.forbidden');
    const quiet = world.person('quiet-one', { area: 'quiet' });
    expect((await world.ask(table.post, { as: quiet, area: 'south', body })).code).toBe('area.feature-off');
  });

  it('that a worker wrote down for somebody is no longer theirs once they are a worker no more', async () => {
    const worker = world.person('leaving', { name: '要走的社工', roles: ['resident', 'worker'] });
    const memberId = await world.register(worker, { name: '尤奶奶' });
    const { id } = await projects.propose({ onBehalfOf: { memberId } }, worker);
    const listed = async (as: typeof worker, area = 'here') =>
      (await world.ask(table.list, { as, area, query: { status: 'proposed' } })).value.items.map((one) => one.id);
    expect((await projects.verb('edit', id, worker, { title: '尤奶奶说的路' })).status).toBe(200);
    expect(await listed(worker)).toContain(id);
    const left = { ...worker, roles: ['resident'] };
    expect((await world.ask(table.get, { id, as: left })).code).toBe('project.unknown');
    expect((await projects.verb('edit', id, left, { title: '换一句话' })).code).toBe('project.unknown');
    expect((await projects.verb('withdraw', id, left)).code).toBe('project.unknown');
    expect(await listed(left)).not.toContain(id);
  });

  it('waits for a worker in the order in which it came, where that is asked for', async () => {
    const quiet = world.person('orderly', { name: '有序', area: 'west' });
    const worker = world.person('west-worker', { name: '西边的社工', area: 'west', roles: ['worker'] });
    const ids: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      world.advance(1000);
      ids.push((await world.ask(table.post, { as: quiet, area: 'west', body })).value.id);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { status: 'proposed', order: 'oldest', limit: '2', ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = (await world.ask(table.list, { as: worker, area: 'west', query })).value;
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(ids);
  });

  it('that was merged into one that is merged itself leads to where that leads', async () => {
    const [first, second] = [await projects.bringTo('listed'), await projects.bringTo('listed')];
    const { id } = await projects.propose({ title: '八幢修坡道' }, people.neighbour);
    await projects.verb('merge', id, people.worker, { into: first });
    await projects.verb('merge', first, people.worker, { into: second });
    expect((await projects.get(id, people.neighbour)).mergedInto).toBe(second);
    await projects.voted(second, 'opened');
    const told = (await world.ask(contract.me.notices, { as: people.neighbour })).value.items;
    expect(told[0]).toMatchObject({ type: 'project.voting', project: { id: second } });
  });
});
