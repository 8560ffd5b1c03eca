import { contract, type EndpointName, exportPath, type Wish } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../http/dispatch.ts';
import { award } from '../points/award.ts';
import { actionsIn } from '../testing/actions.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { everyone, type FeatureLine, locals, outsiders, type Role, signedIn, workers } from '../testing/walk.ts';
import { actionLines, organisers } from '../testing/walk-actions.ts';
import { projectLines } from '../testing/walk-projects.ts';
import { starLines } from '../testing/walk-stars.ts';
import { roundLines } from '../testing/walk-rounds.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';
import { permissions } from './permissions.ts';

interface Line extends FeatureLine {
  /** The state that the wish is brought to. */
  wish?: 'submitted' | 'open' | 'claimed' | 'fulfilled';
  /** What the path names, where it is no wish: new, at home in (or on the way to) this community. */
  on?: 'member' | 'report-in' | 'entry';
  /** The state of an action that the branch holds, which the path names; the wisher has signed up where one can. */
  action?: 'draft' | 'open' | 'begun';
  /** The caller is used up by it: someone else of the same role asks. */
  once?: true;
}

/** Workers, but not of here: people and their questions are not there for them. */
const workersElsewhere: Role[] = ['otherWorker', 'stranger'];
const oneDay = { from: '2026-11-23', to: '2026-11-23' };

/**
 * Who gets in, written down a second time and by hand: the walk below asks the real server for every endpoint in
 * every role and compares. Whoever is not named is refused.
 */
const walk: Record<EndpointName, Line> = {
  'areas.get': { allowed: everyone },
  'areas.children': { allowed: everyone },
  'areas.organisations': { allowed: everyone },
  // Of another district: signed in somewhere, but not here.
  'areas.reportIn': { allowed: locals },
  'members.list': { allowed: workers },
  'members.register': { allowed: workers, body: { name: '新来的' } },
  'members.get': { allowed: workers, blind: workersElsewhere, on: 'member' },
  'members.merge': { allowed: workers, blind: workersElsewhere, on: 'member', body: 'someone' },
  'members.revoke': { allowed: workers, blind: workersElsewhere, on: 'member' },
  'reportIns.list': { allowed: workers },
  'reportIns.accept': { allowed: workers, blind: workersElsewhere, on: 'report-in' },
  'reportIns.decline': { allowed: workers, blind: workersElsewhere, on: 'report-in', body: { reason: '请来一趟' } },
  'organisations.get': { allowed: everyone },
  'organisations.wishes': { allowed: everyone },
  'organisations.register': { allowed: workers, body: 'organisation' },
  // Whoever may act for it reads who else may, and names nobody.
  'organisations.representatives': { allowed: ['helper', 'colleague', ...workers] },
  'organisations.setRepresentatives': { allowed: workers, body: 'representatives' },
  'moderation.list': { allowed: [...workers, 'officer'] },
  'me.get': { allowed: signedIn },
  'me.wishes': { allowed: signedIn },
  'me.claims': { allowed: signedIn },
  'me.notices': { allowed: signedIn },
  'me.noticesSeen': { allowed: signedIn, body: { upTo: '0' } },
  'me.consents': { allowed: signedIn },
  'me.erase': { allowed: signedIn, once: true },
  'wishes.list': { allowed: everyone },
  'wishes.summary': { allowed: everyone },
  // Home is in this community, or one looks after it. The helper lives elsewhere.
  'wishes.post': { allowed: ['wisher', 'neighbour', 'colleague', ...workers], body: { title: '想要一把伞', kind: 'item' } },
  'wishes.get': { allowed: ['wisher', ...workers, 'officer'], blind: ['visitor', ...outsiders], wish: 'submitted' },
  'wishes.timeline': { allowed: ['wisher', ...workers, 'officer'], blind: ['visitor', ...outsiders], wish: 'submitted' },
  'wishes.contact': { allowed: ['wisher', 'helper', ...workers], wish: 'claimed' },
  'wishes.edit': { allowed: ['wisher', 'author'], blind: outsiders, wish: 'submitted', body: { title: '换一句话' } },
  'wishes.publish': { allowed: workers, blind: outsiders, wish: 'submitted' },
  'wishes.decline': { allowed: workers, blind: outsiders, wish: 'submitted', body: { reason: '再说清楚一点' } },
  'wishes.merge': { allowed: workers, blind: outsiders, wish: 'submitted', body: 'another' },
  'wishes.withdraw': { allowed: ['wisher', 'author'], wish: 'open' },
  'wishes.claim': { allowed: locals.filter((role) => role !== 'wisher'), wish: 'open' },
  'wishes.release': { allowed: ['helper', 'colleague'], wish: 'claimed' },
  'wishes.extend': { allowed: ['helper', 'colleague'], wish: 'claimed', body: { dueAt: '2026-11-29T02:00:00Z' } },
  'wishes.fulfil': { allowed: ['helper', 'colleague'], wish: 'claimed', body: { note: '办好了' } },
  'wishes.confirm': { allowed: ['wisher'], wish: 'fulfilled', body: { rating: 5 } },
  'wishes.reopen': { allowed: ['wisher'], wish: 'fulfilled', body: { reason: '还差一点' } },
  'wishes.close': { allowed: workers, wish: 'fulfilled', body: { note: '上门看过' } },
  'wishes.lower': { allowed: workers, wish: 'claimed', body: { claimersWanted: 1 } },
  'wishes.approvePhotos': { allowed: workers, wish: 'fulfilled', body: 'photos' },
  'wishes.report': { allowed: locals, wish: 'open', body: { part: 'title', reason: 'rude' } },
  'wishes.hide': { allowed: workers, wish: 'open', body: { part: 'title', reason: '写了别人的名字' } },
  // Nobody lets words through that they wrote down themself.
  'wishes.show': { allowed: ['worker', 'streetWorker'], wish: 'open', body: { part: 'title' } },
  'me.actions': { allowed: signedIn },
  'me.hours': { allowed: signedIn },
  'me.points': { allowed: signedIn },
  'actions.list': { allowed: everyone },
  'actions.days': { allowed: everyone, query: oneDay },
  'actions.ofOrganisation': { allowed: everyone },
  'actions.post': { allowed: organisers, body: 'action' },
  'actions.signOff': { allowed: ['wisher', ...workers], action: 'open', body: 'wisher' },
  // Everyone has signed up; nobody notes for themself that they came.
  'actions.checkIn': { allowed: locals.filter((role) => !organisers.includes(role)), action: 'begun', body: 'code' },
  'actions.attendance': { allowed: organisers, action: 'begun', body: 'came' },
  'points.leaderboard': { allowed: everyone },
  'points.standing': { allowed: locals },
  'points.ofMember': { allowed: workers, blind: workersElsewhere, on: 'member' },
  'points.reverse': { allowed: workers, blind: workersElsewhere, on: 'entry', body: { reason: '记错了' } },
  'uploads.post': { allowed: signedIn, body: new Uint8Array([80, 1, 2]) },
  ...actionLines,
  ...projectLines,
  ...starLines,
  ...roundLines,
};

// On one database, PostgreSQL where there is one: the table is code, and the walk is long.
describe.each(oneDatabase)('the permission table on $name', ({ open }) => {
  let world: World;
  let people: Record<Role, Person | undefined>;
  beforeAll(async () => {
    world = await createWorld(open);
    const { wisher, neighbour, branch, branchToo, worker, officer, stranger } = cast(world);
    people = {
      visitor: undefined,
      wisher,
      neighbour,
      helper: { ...branch, area: 'west' },
      colleague: branchToo,
      worker,
      author: world.person('author', { name: '代写的社工', roles: ['worker'] }),
      otherWorker: world.person('other-worker', { name: '别处的社工', area: 'west', roles: ['worker'] }),
      streetWorker: world.person('street-worker', { name: '街道的社工', area: 'south', roles: ['worker'] }),
      officer,
      stranger,
    };
  });
  afterAll(() => world.stop());

  /** A wish written down by the author for the wisher, brought to the state by those who may. */
  async function wishIn(state: NonNullable<Line['wish']>): Promise<Wish> {
    const memberId = await world.memberId(people.wisher ?? raise());
    const wish = await world.post(people.author ?? raise(), { onBehalfOf: { memberId }, contact: { phone: '13812348000' } });
    if (state === 'submitted') return wish;
    await ok(world.verb('publish', wish.id, people.worker));
    if (state !== 'open') await ok(world.verb('claim', wish.id, people.helper, { as: 'branch' }));
    if (state === 'fulfilled') await ok(world.verb('fulfil', wish.id, people.helper, { note: '好了', photos: [await photo()] }));
    return wish;
  }
  /** An action of the branch that the author wrote down, on a day of its own. */
  async function actionIn(state: NonNullable<Line['action']>, as: Person | undefined): Promise<string> {
    const actions = actionsIn(world, people.author ?? raise());
    made += 1;
    const more = { host: 'branch', places: 9, startsAt: new Date(world.now().getTime() + days(made)).toISOString() };
    if (state === 'draft') return (await actions.draft(more)).id;
    const { id } = await actions.open(more);
    await actions.signUp(id, people.wisher ?? raise());
    if (state === 'begun') {
      if (as) await actions.signUp(id, as);
      await actions.begin(id);
    }
    return id;
  }

  const ok = async (reply: ReturnType<World['verb']>) => (await reply).value;
  const photo = async () =>
    (await world.ask(contract.uploads.post, { as: people.helper, body: new Uint8Array([80, 7]) })).value.id;

  let made = 0;
  /** Someone whom a worker registered, what one brought in, or the question of someone who wants to move here. */
  async function idOf(on: NonNullable<Line['on']>): Promise<string> {
    made += 1;
    if (on !== 'report-in') {
      const memberId = await world.register(people.worker ?? raise(), { name: '登记的人' });
      return on === 'member' ? memberId : entryOf(memberId);
    }
    const mover = world.person(`mover-${made}`, { area: 'west' });
    return (await world.ask(contract.areas.reportIn, { as: mover })).value.id;
  }

  async function entryOf(memberId: string): Promise<string> {
    const area = await world.db.selectFrom('area').selectAll().where('slug', '=', 'east').executeTakeFirstOrThrow();
    const deed = { memberId, organisationId: null, area, rule: 'wish-helped' as const, source: `walk:${memberId}` };
    return (await award(world.db, { ...deed, at: world.now(), actorId: null }))?.id ?? raise();
  }

  async function bodyFor(line: Line, wish: Wish | undefined, actionId: string | undefined): Promise<unknown> {
    if (line.body === 'action') {
      const times = { startsAt: '2026-12-01T01:00:00Z', endsAt: '2026-12-01T03:00:00Z' };
      return { title: '清理楼道', story: '', category: 'green', place: '东门', places: 5, host: 'branch', ...times };
    }
    if (line.body === 'wisher') return { onBehalfOf: { memberId: await world.memberId(people.wisher ?? raise()) } };
    if (line.body === 'came') return { items: [{ member: await world.memberId(people.wisher ?? raise()), state: 'attended' }] };
    if (line.body === 'code') {
      const { code } = (await world.ask(contract.actions.checkInCode, { as: people.author, id: actionId ?? '' })).value;
      return { code };
    }
    if (line.body === 'another') return { into: (await wishIn('open')).id };
    if (line.body === 'someone') return { into: await idOf('member') };
    if (line.body === 'organisation') {
      made += 1;
      return { slug: `organisation-${made}`, name: '新的志愿队', kind: 'social' };
    }
    if (line.body === 'representatives') {
      const representing = [people.helper, people.colleague].map((person) => world.memberId(person ?? raise()));
      return { members: await Promise.all(representing) };
    }
    if (line.body === 'photos') {
      const seen = (await world.ask(contract.wishes.get, { as: people.worker, id: wish?.id ?? '' })).value;
      return { photos: seen.claims.flatMap((claim) => claim.photos.map(({ id }) => id)) };
    }
    return line.body;
  }

  /** What a path names, and what is asked of it. */
  async function make(line: Line, role: Role) {
    const wish = line.wish && (await wishIn(line.wish));
    const action = line.action && (await actionIn(line.action, people[role]));
    const ready = await line.ready?.({ world, people, role });
    return {
      id: ready?.id ?? wish?.id ?? action ?? (line.on === undefined ? '' : await idOf(line.on)),
      body: ready?.body ?? (await bodyFor(line, wish, action)),
      path: ready?.path,
    };
  }

  it('has a row for every endpoint', () => {
    // Two that answer with bytes stand in no table of endpoints.
    expect(Object.keys(permissions).sort()).toEqual([...endpoints.map(({ name }) => name), 'live.stream', 'me.export'].sort());
    expect(Object.keys(walk).sort()).toEqual(endpoints.map(({ name }) => name).sort());
  });

  it.each(endpoints.map(({ name, endpoint }) => ({ name, endpoint })))(
    '$name lets in whom it should and nobody else',
    async ({ name, endpoint }) => {
      const line = walk[name];
      let untouched: Awaited<ReturnType<typeof make>> | undefined;
      for (const role of everyone) {
        // Whoever was refused, or only read, has used nothing up: what they asked for does for the next as well.
        const { id, body, path } = untouched ?? (await make(line, role));
        untouched = undefined;
        const as = people[role];
        const asking = line.once && as ? { ...as, sub: `${as.sub}-${name}` } : as;
        const reply = await world.ask(endpoint, {
          as: asking,
          id,
          ...path,
          query: line.query ?? {},
          ...(body !== undefined && { body }),
        });
        const expected = line.allowed.includes(role)
          ? 'allowed'
          : line.blind?.includes(role)
            ? 404
            : role === 'visitor'
              ? 401
              : 403;
        const got = reply.status < 300 ? 'allowed' : reply.status;
        expect(`${role} ${got} ${reply.code ?? ''}`, `${name} as ${role}`).toMatch(new RegExp(`^${role} ${expected} `));
        if (expected === 401) expect(reply.code).toBe('auth.required');
        const forAny = !line.perRole && line.action !== 'begun';
        if (forAny && (expected !== 'allowed' || endpoint.method === 'GET')) untouched = { id, body, path };
      }
    },
  );

  it('gives everyone what is theirs, and nobody what is nobody’s', async () => {
    for (const role of everyone) {
      const response = await world.send(exportPath, { as: people[role] });
      await response.arrayBuffer();
      expect(`${role} ${response.status}`).toBe(`${role} ${role === 'visitor' ? 401 : 200}`);
    }
  });

  it('keeps lists of what is not public for those who look after the area', async () => {
    for (const role of everyone) {
      const reply = await world.ask(contract.wishes.list, { as: people[role], query: { status: 'submitted' } });
      const may = [...workers, 'officer'].includes(role);
      expect(`${role} ${reply.status}`).toBe(`${role} ${may ? 200 : role === 'visitor' ? 401 : 403}`);
    }
  });

  it('gives nothing for what a request claims about itself', async () => {
    const posted = await world.ask(contract.wishes.post, {
      as: people.wisher,
      body: { title: '想要一把伞', kind: 'item', status: 'open', wisherId: 'someone', points: 100, area: 'west' },
    });
    expect(posted.problem.fields?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'area unknown-field',
      'points unknown-field',
      'status unknown-field',
      'wisherId unknown-field',
    ]);
  });

  it('gives roles only for the subtree they were given for', async () => {
    const claiming = world.person('climber', { name: '想当社工', area: 'east', roles: ['resident', 'worker@far', 'king'] });
    const me = (await world.ask(contract.me.get, { as: claiming })).value;
    expect(me.roles).toEqual([{ role: 'resident', area: 'east' }]);
  });

  it('leaves nothing to whoever is a worker no more, of what they wrote down for others either', async () => {
    const worker = world.person('leaving', { roles: ['worker'] });
    const memberId = await world.register(worker, { name: '尤奶奶' });
    const { id } = await world.post(worker, { onBehalfOf: { memberId }, contact: { phone: '13812348000' } });
    const left = { ...worker, roles: ['resident'] };
    expect((await world.ask(contract.wishes.get, { id, as: left })).code).toBe('wish.unknown');
    expect((await world.verb('edit', id, left, { contact: { phone: '13912348000' } })).code).toBe('wish.unknown');
    await world.verb('publish', id, people.worker);
    expect((await world.verb('withdraw', id, left)).code).toBe('auth.forbidden');
  });
});

function raise(): never {
  throw new Error('Nobody of that role.');
}
