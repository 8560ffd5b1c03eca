import { contract, type WishStatus, wishStatus } from '@five-micro/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { bringTo, storedOf } from '../testing/stages.ts';
import { cast, createWorld, days, type World, type WishVerbName } from '../testing/world.ts';
import { sweep } from './sweeper.ts';

const { wishes } = contract;
vi.setConfig({ testTimeout: 240_000 });

/** Who takes each step, and with what. */
const steps: Record<WishVerbName, { who: 'wisher' | 'worker' | 'helper' | 'neighbour'; body: Record<string, unknown> }> = {
  edit: { who: 'wisher', body: { story: '写清楚了' } },
  publish: { who: 'worker', body: {} },
  decline: { who: 'worker', body: { reason: '请再写清楚些' } },
  merge: { who: 'worker', body: {} },
  withdraw: { who: 'wisher', body: {} },
  claim: { who: 'neighbour', body: {} },
  release: { who: 'helper', body: {} },
  extend: { who: 'helper', body: {} },
  fulfil: { who: 'helper', body: { note: '办好了' } },
  confirm: { who: 'wisher', body: { rating: 5 } },
  reopen: { who: 'wisher', body: { reason: '还没有' } },
  close: { who: 'worker', body: { note: '上门看过' } },
  lower: { who: 'worker', body: { claimersWanted: 1 } },
  approvePhotos: { who: 'worker', body: {} },
  report: { who: 'neighbour', body: { part: 'title', reason: 'other' } },
  hide: { who: 'worker', body: { part: 'title', reason: '请说说是怎么回事' } },
  show: { who: 'worker', body: { part: 'title', wording: '想要一盏灯' } },
};
const verbNames = Object.keys(steps).filter((name): name is WishVerbName => name in steps);

/** What is said in public can be reported and decided about, which leaves the wish where it is. */
const said = <S extends WishStatus>(status: S) => ({ report: status, hide: status, show: status });

/** As the protocol has it, written out beside the table that the server reads. A wish that wants one helper. */
const ways: Record<WishStatus, Partial<Record<WishVerbName, WishStatus>>> = {
  submitted: { edit: 'submitted', publish: 'open', decline: 'declined', merge: 'merged', withdraw: 'withdrawn' },
  declined: { edit: 'submitted', withdraw: 'withdrawn' },
  open: { withdraw: 'withdrawn', claim: 'claimed', lower: 'open', approvePhotos: 'open', ...said('open') },
  claimed: {
    withdraw: 'withdrawn',
    release: 'open',
    extend: 'claimed',
    fulfil: 'fulfilled',
    lower: 'claimed',
    approvePhotos: 'claimed',
    ...said('claimed'),
  },
  fulfilled: { confirm: 'confirmed', reopen: 'claimed', close: 'closed', approvePhotos: 'fulfilled', ...said('fulfilled') },
  confirmed: { approvePhotos: 'confirmed', ...said('confirmed') },
  closed: { approvePhotos: 'closed', ...said('closed') },
  withdrawn: {},
  expired: { ...said('expired') },
  merged: {},
};

describe.each(oneDatabase)('the states of a wish on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let target: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    target = (await world.post(people.neighbour)).id;
  }, 120_000);
  afterAll(() => world.stop());

  async function bodyFor(verb: WishVerbName, id: string): Promise<Record<string, unknown>> {
    if (verb === 'merge') return { into: target };
    if (verb === 'extend') return { dueAt: new Date(world.now().getTime() + days(3)).toISOString() };
    if (verb === 'lower')
      return { claimersWanted: (await world.ask(wishes.get, { id, as: people.worker })).value.claimersWanted };
    if (verb === 'approvePhotos') return { photos: [await photoOn(id)] };
    return steps[verb].body;
  }

  async function photoOn(id: string): Promise<string> {
    const as = people.wisher;
    const photo = (await world.ask(contract.uploads.post, { as, body: new Uint8Array([80, 1]) })).value.id;
    await world.db.updateTable('upload').set({ wish_id: id }).where('id', '=', photo).execute();
    return photo;
  }

  it.each(wishStatus.map((status) => ({ status })))(
    'from $status go where the protocol says and nowhere else',
    async ({ status }) => {
      let id = await bringTo(world, status);
      for (const verb of verbNames) {
        const { who } = steps[verb];
        const before = await storedOf(world, id);
        const reply = await world.verb(verb, id, people[who], await bodyFor(verb, id));
        const next = ways[status][verb];
        if (next !== undefined) {
          expect({ verb, status: reply.value.status }).toEqual({ verb, status: next });
          id = await bringTo(world, status);
          continue;
        }
        expect(['wish.state', 'wish.unknown', 'wish.already-claimed', 'claim.none', 'auth.forbidden']).toContain(reply.code);
        if (who === 'wisher' || who === 'worker') expect({ verb, code: reply.code }).toEqual({ verb, code: 'wish.state' });
        expect(await storedOf(world, id)).toBe(before);
      }
    },
  );

  it('stay open to others while a place is left', async () => {
    const id = await bringTo(world, 'open', { wanted: 3 });
    expect((await world.verb('extend', id, people.helper, await bodyFor('extend', id))).value.status).toBe('open');
    expect((await world.verb('claim', id, people.neighbour)).value).toMatchObject({ status: 'open', claimersHeld: 2 });
    expect((await world.verb('fulfil', id, people.helper, { note: '一' })).value).toMatchObject({
      status: 'open',
      claimersHeld: 2,
    });
    expect((await world.verb('release', id, people.neighbour)).value).toMatchObject({ status: 'open', claimersHeld: 1 });
    expect((await world.verb('release', id, people.neighbour)).code).toBe('claim.none');
    expect((await world.verb('withdraw', id, people.wisher)).value).toMatchObject({
      status: 'withdrawn',
      claims: [{ state: 'done' }],
    });
  });

  /** The verb of an endpoint, as `can` has it. */
  const named = (verb: WishVerbName) => (verb === 'approvePhotos' ? 'approve-photos' : verb);

  it('and `can` agree in any history: what it lists is done, what it does not list is refused and stores nothing', async () => {
    const { wisher, neighbour, helper, worker, branch, branchToo } = people;
    const actors: (Person | undefined)[] = [wisher, neighbour, helper, worker, branch, branchToo];
    const seen = new Set<string>();
    const command = fc.record({
      actor: fc.nat(actors.length - 1),
      pick: fc.nat(20),
      wild: fc.constantFrom(...verbNames),
      rare: fc.nat(11),
    });
    const start = fc.constantFrom<WishStatus>('submitted', 'open', 'claimed', 'fulfilled');
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.integer({ min: 1, max: 3 }),
        fc.array(command, { minLength: 8, maxLength: 14 }),
        async (from, wanted, history) => {
          const id = await bringTo(world, from, { wanted });
          for (const { actor, pick, wild, rare } of history) {
            if (rare === 0) {
              world.advance(days(8));
              await sweep(world.ports);
            }
            // There before anyone looks, or `can` would not know of it.
            if (wild === 'approvePhotos') await photoOn(id);
            const as = actors[actor];
            const looked = await world.ask(wishes.get, { id, as });
            const can = looked.status === 200 ? looked.value.can : [];
            // Ends are chosen seldom, or few histories would get far.
            const listed = verbNames.filter(
              (verb) => can.includes(named(verb)) && (rare < 4 || !['withdraw', 'merge'].includes(verb)),
            );
            const verb = pick % 4 === 0 ? wild : (listed[pick % Math.max(1, listed.length)] ?? wild);
            const body = { ...(await bodyFor(verb, id)), ...(verb === 'claim' && as?.orgs.length === 1 && { as: 'branch' }) };
            const before = await storedOf(world, id);
            const reply = await world.verb(verb, id, as, body);
            const done = reply.status === 200;
            if (done && can.includes(named(verb))) seen.add(verb);
            // Whoever claims again what they hold is told so kindly, and nothing happens.
            const again = verb === 'claim' && looked.status === 200 && looked.value.claims.some((claim) => claim.mine);
            if (!again) expect({ verb, as: as?.sub, done, code: reply.code }).toMatchObject({ done: can.includes(named(verb)) });
            if (!done || !can.includes(named(verb))) expect(await storedOf(world, id)).toBe(before);
            if (rare !== 1) continue;
            const contact = await world.ask(wishes.contact, { id, as });
            const now = await world.ask(wishes.get, { id, as });
            expect(contact.status === 200).toBe(now.status === 200 && now.value.can.includes('contact'));
          }
        },
      ),
      { numRuns: 12, seed: 20261123, endOnFailure: true },
    );
    expect(seen.size).toBeGreaterThan(9);
  });

  it('leave events from which everything can be recomputed', async () => {
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
