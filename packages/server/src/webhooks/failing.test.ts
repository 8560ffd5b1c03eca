import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { portalIn } from '../testing/webhooks.ts';
import { cast, createWorld, days, hours, type World } from '../testing/world.ts';
import { removeWebhook, switchOn, webhooksListed } from './registry-statements.ts';
import { deliverRegularly } from './ticker.ts';
import { createTurns } from './turns.ts';

describe.each(oneDatabase)('a portal that fails, on $name', ({ name, open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let portal: ReturnType<typeof portalIn>;
  let hook: Awaited<ReturnType<typeof portal.register>>;
  let count = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());
  beforeEach(async () => {
    await world.db.deleteFrom('webhook').execute();
    portal = portalIn(world);
    hook = await portal.register('here');
  });
  afterEach(() => vi.useRealTimers());

  /** So many people who are to be told something, each of a wish of their own. */
  const concern = async (many: number, area = 'east') => {
    for (let n = 0; n < many; n++) {
      const someone = world.person(`someone-${count++}`, { area });
      await world.verb('publish', (await world.post(someone, {}, area)).id, people.worker);
    }
  };
  const listed = async () =>
    (await webhooksListed(world.db, new Date(world.now().getTime() - days(30)))).find(({ id }) => id === hook.id);

  it('by hanging keeps nobody else’s waiting', async () => {
    const other = await portal.register('east', { url: 'https://other.example/told' });
    await concern(12);
    let reached = 0;
    portal.says(({ url }) => {
      if (url === other.url) return undefined;
      reached += 1;
      return new Promise(() => undefined);
    });
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    void deliverRegularly(portal.ports);
    vi.advanceTimersByTime(1000);
    await vi.waitFor(() => expect(portal.sent.filter(({ url }) => url === other.url)).toHaveLength(12), 20_000);
    expect(reached).toBe(8);
  });

  it('by being slow keeps nobody else’s waiting for ever, however many are slow and however much waits for them', async () => {
    const hooks = [hook];
    for (let n = 1; n < 17; n++) hooks.push(await portal.register('here', { url: `https://portal-${n}.example/told` }));
    const [other = hook] = hooks.sort((one, next) => (one.id < next.id ? 1 : -1));
    await concern(20);
    const answering: (() => void)[] = [];
    portal.says(({ url }) =>
      url === other.url ? undefined : new Promise((resolve) => answering.push(() => resolve(undefined))),
    );
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const ticker = deliverRegularly(portal.ports);
    vi.advanceTimersByTime(1000);
    await vi.waitFor(() => expect(answering).toHaveLength(16 * 8), 20_000);
    expect(portal.sent.some(({ url }) => url === other.url)).toBe(false);
    for (const answer of answering.splice(0)) answer();
    // Each of them has more to be told, and takes it as slowly.
    await vi.waitFor(() => expect(portal.sent.filter(({ url }) => url === other.url)).toHaveLength(8), 20_000);
    portal.says(() => undefined);
    const stopped = ticker.stop();
    for (const answer of answering) answer();
    await stopped;
  });

  it('is left alone for a while, then tried with one message, and told the rest when that one arrives', async () => {
    await concern(20);
    portal.says(() => 'ECONNREFUSED');
    expect(await portal.next()).toHaveLength(8);
    expect(await listed()).toMatchObject({ waiting: 20, failures: 1, outcome: 'ECONNREFUSED' });
    world.advance(5_000);
    expect(await portal.next()).toHaveLength(1);
    for (let hour = 0; hour < 10; hour++) {
      world.advance(hours(1));
      expect(await portal.next()).toHaveLength(1);
    }
    portal.says(() => undefined);
    world.advance(600_000);
    const ids = (await portal.next()).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    world.advance(hours(7));
    ids.push(...(await portal.next()).map(({ headers }) => headers['webhook-id']));
    expect(new Set(ids).size).toBe(20);
    expect(await listed()).toMatchObject({ waiting: 0, failures: 0, rests_until: null, told: '20' });
  });

  it('for days is given up, in one line, however much waits for it; and after a month nothing speaks of that, nor of portals that are gone', async () => {
    await concern(30);
    portal.says(() => 'timeout');
    await portal.next();
    world.advance(days(3) + 1000);
    world.failures.length = 0;
    await portal.next();
    expect(await listed()).toMatchObject({ waiting: 0, dead: 30, outcome: 'timeout' });
    expect(world.failures.length).toBeLessThan(3);
    world.failures.length = 0;
    world.advance(days(31));
    expect(await listed()).toMatchObject({ dead: 0 });
    const turns = createTurns();
    for (const id of [hook.id, 'gone']) turns.take(id);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const ticker = deliverRegularly(portal.ports, turns);
    vi.advanceTimersByTime(1000);
    await ticker.stop();
    // As one who has never had a turn.
    expect(turns.inOrder([hook.id, 'gone'])).toEqual(['gone', hook.id]);
    expect(await world.db.selectFrom('webhook_message').select('message_id').execute()).toEqual([]);
  });

  it('is told of the others where one notice cannot be put into words, which is tried again later', async () => {
    await concern(1);
    const { issuers } = portal.ports;
    portal.ports.issuers = {
      ...issuers,
      get() {
        throw new Error('This one is beyond words.');
      },
    };
    expect(await portal.next()).toEqual([]);
    expect(world.failures.splice(0)).toEqual([expect.stringContaining('A notice could not be told.')]);
    portal.ports.issuers = issuers;
    await concern(2);
    expect(await portal.next()).toHaveLength(2);
    world.advance(6_000);
    expect(await portal.next()).toHaveLength(1);
  });

  it('and answers 410 is switched off: nothing is sent and nothing kept, until somebody switches it on', async () => {
    await concern(20);
    portal.says(() => 'HTTP 410');
    await portal.next();
    expect(await listed()).toMatchObject({ waiting: 0, off_at: world.now() });
    expect(world.failures.splice(0)).toEqual([expect.stringContaining('410')]);
    portal.says(() => undefined);
    await concern(2);
    expect(await listed()).toMatchObject({ waiting: 0 });
    expect(await portal.next()).toEqual([]);
    expect(await switchOn(world.db, hook.id)).toBe(true);
    await concern(1);
    expect(await portal.next()).toHaveLength(1);
  });

  // The embedded database has one connection: there is no race.
  if (name !== 'PostgreSQL') return;
  it('may be removed while people do things that it would have been told of', async () => {
    const as = world.person('racer');
    const { id } = await world.post(as);
    let published: ReturnType<typeof world.verb> | undefined;
    await world.db.transaction().execute(async (trx) => {
      expect(await removeWebhook(trx, hook.id)).toBe(true);
      published = world.verb('publish', id, people.worker);
      // Until it is as far as it comes while this is not committed.
      await vi.waitFor(async () => {
        const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_locks where not granted`.execute(trx);
        expect(rows[0]?.n).toBeGreaterThan(0);
      }, 20_000);
    });
    expect((await published)?.status).toBe(200);
    expect((await world.ask(contract.me.notices, { as })).value.items).toHaveLength(1);
  });
});
