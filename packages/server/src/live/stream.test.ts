import { type KyselyPlugin, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { areaBySlug } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import { type Caller, visitor } from '../identity/caller.ts';
import { resolveCaller } from '../identity/resolve.ts';
import type { Db } from '../ports.ts';
import { databases } from '../testing/databases.ts';
import { listen } from '../testing/listening.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { roundsIn } from '../testing/rounds.ts';
import { cast, createWorld, hours, type World } from '../testing/world.ts';
import { createLive, type Live, most } from './stream.ts';

vi.setConfig({ testTimeout: 60_000 });

const areaOf = async (world: World, slug: string) => {
  const area = await areaBySlug(world.db, slug);
  if (!area) throw new Error(`No area ${slug}.`);
  return area;
};

/** Tells how often the event table was read. */
function countReads(): KyselyPlugin & { reads: number } {
  return {
    reads: 0,
    transformQuery({ node }) {
      if (node.kind === 'SelectQueryNode') this.reads += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

describe.each(databases)('the live stream on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let live: Live;
  const counter = countReads();
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    live = createLive({ ...world.ports, db: world.db.withPlugin(counter) }, { every: 5 });
  }, 120_000);
  afterEach(() => live.stop());
  afterAll(() => world.stop());

  const callerOf = async (as: Person | undefined): Promise<Caller> =>
    as === undefined ? visitor : (await resolveCaller(world.ports, `Bearer ${await world.token(as)}`)).caller;

  async function listenTo(as: Person | undefined, slug: string, lastEventId?: string) {
    const request = new Request('http://api.test/live', {
      headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
    });
    return listen(live.stream(request, await areaOf(world, slug), await callerOf(as)));
  }

  /** What was said before is told: on a server with other databases' transactions under way that may take a moment. */
  const nothingPending = async () => {
    const pending = sql`select 1 from event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1`;
    await expect.poll(async () => (await pending.execute(world.db)).rows, { timeout: 30_000 }).toEqual([]);
  };

  async function hear(as: Person | undefined, slug: string) {
    await nothingPending();
    const stream = await listenTo(as, slug);
    await stream.begun();
    return stream;
  }

  const emit = async (type: string, slug = 'east', db: Db = world.db) =>
    recordEvent(db, { type, area: await areaOf(world, slug), at: world.now() });

  it('tells everyone in the subtree what is public, and nobody else', async () => {
    const [street, west, away] = await Promise.all([
      hear(undefined, 'south'),
      hear(people.wisher, 'west'),
      hear(undefined, 'away'),
    ]);
    await emit('east.one');
    await emit('west.one', 'west');
    await emit('far.one', 'far');
    expect(await street.types(2)).toEqual(['east.one', 'west.one']);
    expect(await west.types(1)).toEqual(['west.one']);
    expect(await away.types(1)).toEqual(['far.one']);
  });

  it('begins with what has just happened where it is asked to, and with nothing older', async () => {
    await emit('too.old');
    world.advance(60_000);
    await emit('just.before');
    await nothingPending();
    const area = await areaOf(world, 'east');
    const open = async (query: string) => listen(live.stream(new Request(`http://api.test/live${query}`), area, visitor));
    const late = await open('?ago=15000');
    expect(await late.types(1)).toEqual(['just.before']);
    const plain = await open('');
    await plain.begun();
    await emit('now.one');
    expect(await late.types(1)).toEqual(['now.one']);
    expect(await plain.types(1)).toEqual(['now.one']);
    for (const query of ['?ago=-1', '?ago=60001', '?ago=1e3', '?ago=x'])
      await expect(open(query)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('tells workers what waits for them and parties what concerns them, and the public only what is public', async () => {
    const streams = await Promise.all(
      [people.worker, people.officer, people.wisher, people.neighbour, undefined].map((as) => hear(as, 'east')),
    );
    const { id } = await world.post(people.wisher);
    await world.verb('decline', id, people.worker, { reason: '请写清楚' });
    await world.verb('edit', id, people.wisher, { story: '写清楚了' });
    await world.verb('publish', id, people.worker);
    const [worker, officer, wisher, neighbour, anyone] = streams;
    const all = ['wish.submitted', 'wish.declined', 'wish.edited', 'wish.published'];
    expect(await worker?.types(4)).toEqual(all);
    expect(await officer?.types(4)).toEqual(all);
    expect(await wisher?.types(4)).toEqual(all);
    const heard = await neighbour?.next();
    expect(heard?.fact).toEqual({ type: 'wish.published', id, area: 'east' });
    expect((await anyone?.next())?.fact.type).toBe('wish.published');
  });

  it('tells nobody but the voter that they have voted', async () => {
    const rounds = roundsIn(world, people.worker);
    const options = await rounds.projects([100, 200]);
    const { id } = await rounds.open(options);
    const streams = await Promise.all([people.worker, people.officer, people.neighbour].map((as) => hear(as, 'east')));
    const own = await hear(people.wisher, 'east');
    await rounds.cast(id, { as: people.wisher }, options.slice(0, 1), 1);
    await emit('what.comes.next');
    expect(await own.types(2)).toEqual(['round.voted', 'what.comes.next']);
    for (const stream of streams) expect(await stream.types(1)).toEqual(['what.comes.next']);
  });

  it('tells a helper of a wish elsewhere what concerns them', async () => {
    const id = await bringTo(world, 'fulfilled');
    const [helper, other] = await Promise.all([
      hear(people.helper, 'west'),
      hear(world.person('other', { area: 'west' }), 'west'),
    ]);
    await world.verb('confirm', id, people.wisher, { rating: 5 });
    await emit('west.last', 'west');
    expect(await helper.types(2)).toEqual(['wish.confirmed', 'west.last']);
    expect(await other.types(1)).toEqual(['west.last']);
  });

  it('goes on after the last id that was seen, without a gap or a repeat', async () => {
    const first = await hear(undefined, 'east');
    await emit('one');
    await emit('two');
    const seen = await first.next();
    await first.leave();
    await emit('three');
    const again = await listenTo(undefined, 'east', seen?.id);
    expect(await again.types(2)).toEqual(['two', 'three']);
    await emit('four');
    expect(await again.types(1)).toEqual(['four']);
  });

  it('says so where too much was missed, or the id is not of this database', async () => {
    await sql`insert into event (root_id, area_id, type, visibility, at) select 1, id, 'many', 'public', now() from area, generate_series(1, 600) where slug = 'east'`.execute(
      world.db,
    );
    for (const lastEventId of ['1-1', '999999999999-1']) {
      const stream = await listenTo(undefined, 'east', lastEventId);
      expect(await stream.types(1)).toEqual(['resync']);
      await emit('next');
      expect((await stream.types(1)).at(-1)).toBe('next');
    }
  });

  it('ends with the token, and where the member is revoked', async () => {
    const stream = await hear(people.neighbour, 'east');
    world.advance(hours(1));
    expect(await stream.ended()).toBe(true);
    const revoked = await hear(people.neighbour, 'east');
    world.advance(1000);
    await world.db
      .updateTable('member')
      .set({ not_before: world.now() })
      .where('id', '=', await memberIdOf(people.neighbour))
      .execute();
    world.advance(21_000);
    expect(await revoked.ended()).toBe(true);
    await world.db.updateTable('member').set({ not_before: null }).execute();
  });

  const memberIdOf = async (as: Person) => {
    const caller = await callerOf(as);
    return caller.kind === 'member' ? caller.id : '';
  };

  it('lets a reader go that does not keep up', async () => {
    const area = await areaOf(world, 'east');
    const response = live.stream(new Request('http://api.test/live'), area, visitor);
    const busy = await hear(undefined, 'east');
    for (let round = 0; round < 5; round++) {
      await sql`insert into event (root_id, area_id, type, visibility, at) select 1, id, 'flood', 'public', now() from area, generate_series(1, 400) where slug = 'east'`.execute(
        world.db,
      );
      expect(new Set(await busy.types(400))).toEqual(new Set(['flood']));
    }
    expect((await response.text()).split('flood').length).toBeLessThan(1500);
  });

  it('opens only so many for one person', async () => {
    const caller = await callerOf(people.wisher);
    const area = await areaOf(world, 'east');
    const opening = () => live.stream(new Request('http://api.test/live'), area, caller);
    for (let n = 0; n < 12; n++) opening();
    expect(opening).toThrow('request.rate-limited');
    await live.stop();
    expect(opening).not.toThrow();
  });

  it('reads only while someone listens', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const stream = await hear(undefined, 'east');
      expect(vi.getTimerCount()).toBe(1);
      await stream.leave();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is a stream that proxies do not hold back, below the area', async () => {
    const response = await world.send('/areas/east/live', {});
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    const stream = listen(response);
    await stream.begun();
    await emit('through.the.app');
    expect(await stream.types(1)).toEqual(['through.the.app']);
    await stream.leave();
    expect((await world.send('/areas/nowhere/live', {})).status).toBe(404);
  });

  it('is no stream for whoever only asks for its headers: nobody would ever end it', async () => {
    const as = world.person('only-looks');
    for (let n = 0; n < most.member; n++) {
      const { status, headers } = await world.send('/areas/east/live', { as, method: 'HEAD' });
      expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    }
    const { status, body } = await world.send('/areas/east/live', { as });
    expect(status).toBe(200);
    await body?.cancel();
  });
});

// PGlite has one session: nothing can commit out of order there.
const concurrent = databases.filter(({ name }) => name !== 'PGlite');
describe.each(concurrent)('transactions at once on $name', ({ open }) => {
  it('are all heard of, in whatever order they commit', async () => {
    const world = await createWorld(open);
    const counter = countReads();
    const live = createLive({ ...world.ports, db: world.db.withPlugin(counter) }, { every: 5 });
    const area = await areaOf(world, 'east');
    const stream = listen(live.stream(new Request('http://api.test/live'), area, visitor));
    await stream.begun();
    const begun: { commit: () => void; done: Promise<void> }[] = [];
    for (let n = 0; n < 6; n++) {
      await new Promise<void>((started) => {
        let commit = () => {};
        const gate = new Promise<void>((opened) => {
          commit = opened;
        });
        const done = world.db.transaction().execute(async (trx) => {
          await recordEvent(trx, { type: `event.${n}`, area, at: world.now() });
          started();
          await gate;
        });
        begun.push({ commit, done });
      });
    }
    for (const { commit, done } of begun.toReversed()) {
      commit();
      await done;
      // The reader has looked again between one commit and the next.
      const { reads } = counter;
      await vi.waitUntil(() => counter.reads > reads + 1, { interval: 2, timeout: 10_000 });
    }
    expect((await stream.types(6)).sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `event.${n}`));
    await live.stop();
    await world.stop();
  });
});
