import { contract } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { pointsIn } from '../testing/points.ts';
import { projectsIn } from '../testing/projects.ts';
import { starsIn } from '../testing/stars.ts';
import { tracesOf } from '../testing/traces.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';

const { actions: table, me, members, points } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('an erasure of someone with actions and points on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let actions: ReturnType<typeof actionsIn>;
  let kit: ReturnType<typeof pointsIn>;
  let day = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    actions = actionsIn(world, people.worker);
    kit = pointsIn(world);
  }, 120_000);
  afterAll(() => world.stop());

  const freeDay = () => new Date(world.now().getTime() + days(++day)).toISOString();
  const ranked = async () => (await kit.board('east', { period: 'all' })).items.map(({ name }) => name);
  const traces = (...texts: string[]) => tracesOf(world.db, world.ports.secrets, texts);
  const clean = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  /** Someone who came to an action for two hours, and was paid for it. */
  async function cameToOne(as: Person, id: string): Promise<string> {
    const startsAt = freeDay();
    const action = await actions.open({ startsAt });
    expect((await actions.signUp(action.id, as)).code).toBeUndefined();
    world.advance(new Date(startsAt).getTime() - world.now().getTime());
    const items = [{ member: id, state: 'attended' }];
    expect((await world.ask(table.attendance, { as: people.worker, id: action.id, body: { items } })).code).toBeUndefined();
    world.advance(hours(2));
    expect((await world.ask(table.finish, { as: people.worker, id: action.id })).code).toBeUndefined();
    return action.id;
  }

  it('takes with it what was decided about their words, of their project and of their star, and why', async () => {
    const as = world.person('sub-said', { name: '孟要走' });
    const { neighbour, worker } = people;
    const projects = projectsIn(world, { proposer: as, worker });
    const stars = starsIn(world, { nominator: neighbour, nominee: as, worker });
    const [listed, taken] = [await projects.bringTo('listed'), await projects.bringTo('listed')];
    const hide = { part: 'story', reason: '孟要走写的不合适' };
    for (const id of [listed, taken]) await world.ask(contract.projects.hidePart, { as: worker, id, body: hide });
    const reworded = { part: 'place', wording: '孟要走家门口' };
    await world.ask(contract.projects.showPart, { as: worker, id: taken, body: reworded });
    await projects.verb('withdraw', taken, as);
    const star = await stars.star({ period: '1904' });
    const show = { part: 'sentence', wording: '孟要走修车' };
    expect((await world.ask(contract.stars.show, { as: worker, id: star.id, body: show })).code).toBeUndefined();
    await world.ask(contract.projects.reportPart, {
      as,
      id: await projectsIn(world, { proposer: neighbour, worker }).bringTo('listed'),
      body: { part: 'title', reason: 'rude', words: '孟要走说的' },
    });
    expect(await traces('孟要走')).not.toEqual([]);
    await world.ask(me.erase, { as });
    expect(await traces('孟要走')).toEqual([]);
    // What is the community's by now stays put away.
    expect((await projects.get(listed)).story).toBe(messages['zh-CN'].words.hidden);
    await clean();
  });

  it('leaves hours and points as sums without a name, and the actions that they planned to the community', async () => {
    const as = world.person('sub-deeds', { name: '司马光远', orgs: ['branch'], roles: ['resident', 'worker'] });
    const id = await world.memberId(as);
    await world.ask(me.consents, { as, body: { ranking: 'full' } });
    const came = await cameToOne(as, id);
    const planned = await actions.draft({ host: 'branch', startsAt: freeDay() }, { as });
    const coming = await actions.open({ startsAt: freeDay(), places: 1 });
    for (const one of [as, people.neighbour]) await actions.signUp(coming.id, one);
    const neighbour = await world.memberId(people.neighbour);
    const [own, given] = [await kit.give(id, { rule: 'wish-published' }), await kit.give(neighbour, { rule: 'wish-published' })];
    const take = (by: Person, entry: string | undefined, reason: string) =>
      world.ask(points.reverse, { as: by, id: entry ?? '', body: { reason } });
    expect((await take(people.worker, own?.id, '司马光远没有许过')).code).toBeUndefined();
    expect((await take(as, given?.id, '司马光远看过了')).code).toBeUndefined();
    expect(await ranked()).toContain('司马光远');
    const sums = (await world.db.selectFrom('point_entry').select(['id', 'amount']).orderBy('id').execute()).length;

    expect((await world.ask(me.erase, { as })).code).toBeUndefined();
    expect(await traces('司马光远', 'sub-deeds')).toEqual([]);
    expect(await ranked()).not.toContain('司马光远');
    expect((await world.db.selectFrom('point_entry').select('id').execute()).length).toBe(sums);
    const kept = await world.db.selectFrom('service').select('minutes').where('member_id', '=', id).execute();
    expect(kept).toEqual([{ minutes: 120 }]);
    expect((await actions.list(came))[0]).toMatchObject({ name: '一位邻居', state: 'attended' });
    expect(await actions.get(coming.id, people.neighbour)).toMatchObject({ taken: 1, mine: { state: 'signed-up' } });
    expect((await world.ask(table.open, { as: people.worker, id: planned.id })).value.status).toBe('open');
    expect((await world.ask(me.erase, { as, token: await world.token(as) })).code).toBe('token.revoked');
    await clean();
  });

  it('takes what an identity that was merged did with it', async () => {
    const [old, now] = [world.person('sub-old', { name: '淳于旧号' }), world.person('sub-now', { name: '淳于新号' })];
    const [from, into] = [await world.memberId(old), await world.memberId(now)];
    for (const as of [old, now]) await world.ask(me.consents, { as, body: { ranking: 'full' } });
    await cameToOne(old, from);
    await cameToOne(now, into);
    await kit.give(from);
    expect((await world.ask(members.merge, { as: people.worker, id: from, body: { into } })).code).toBeUndefined();
    expect((await world.ask(me.hours, { as: now })).value.minutes).toBe(240);
    expect(await ranked()).toContain('淳于新号');
    await clean();
    expect((await world.ask(me.erase, { as: now })).code).toBeUndefined();
    expect(await traces('淳于', 'sub-old', 'sub-now')).toEqual([]);
    expect(await ranked()).not.toContain('淳于新号');
    await clean();
  });

  it('of a wisher leaves their helper the points of what was confirmed', async () => {
    const as = world.person('sub-wisher', { name: '公孙许愿' });
    const { id } = await world.post(as);
    await world.verb('publish', id, people.worker);
    await world.verb('claim', id, people.helper);
    await world.verb('fulfil', id, people.helper, { note: '好了' });
    await world.verb('confirm', id, as, { rating: 5 });
    const before = await kit.account(people.helper);
    expect(before.points).toBeGreaterThan(0);
    expect((await world.ask(me.erase, { as })).code).toBeUndefined();
    const after = await kit.account(people.helper);
    expect(after.points).toBe(before.points);
    expect(JSON.stringify(after)).not.toContain('公孙');
    await clean();
  });
});
