import { randomBytes } from 'node:crypto';
import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { someoneWaits } from '../testing/waiting.ts';
import { cast, createWorld, hours, type Reply, type World } from '../testing/world.ts';
import { lockWish } from './statements.ts';
import { sweep } from './sweeper.ts';

const { wishes, uploads } = contract;
vi.setConfig({ testTimeout: 120_000 });

describe.each(databases)('at the same moment on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let crowd: Person[];
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    crowd = Array.from({ length: 200 }, (_, index) => world.person(`crowd-${index}`));
    // Known to the server already: here it is about the wish, not about first sight.
    for (const person of crowd) await world.memberId(person);
  }, 120_000);
  afterAll(() => world.stop());

  const published = async (claimersWanted = 1) => {
    const { id } = await world.post(people.wisher, { claimersWanted });
    await world.verb('publish', id, people.worker);
    return id;
  };
  const tally = (replies: Reply<unknown>[]) => {
    const counts: Record<string, number> = {};
    for (const { status, code } of replies) counts[code ?? status] = (counts[code ?? status] ?? 0) + 1;
    return counts;
  };
  const stored = (id: string) =>
    world.db.selectFrom('claim').select('member_id').where('wish_id', '=', id).where('state', 'in', ['active', 'done']).execute();
  const claimedEvents = (id: string) =>
    world.db.selectFrom('event').select('id').where('wish_id', '=', id).where('type', '=', 'wish.claimed').execute();

  it('200 people claim a wish that wants one: one has it, 199 are told who was first', async () => {
    const id = await published();
    const replies = await Promise.all(crowd.map((person) => world.verb('claim', id, person)));
    expect(tally(replies)).toEqual({ 200: 1, 'wish.already-claimed': 199 });
    expect(replies.find((reply) => reply.code)?.problem.detail).toBe('一位热心邻居早了一步，这个心愿有人去办了。');
    expect(await stored(id)).toHaveLength(1);
    expect(await claimedEvents(id)).toHaveLength(1);
  });

  it('40 people tap five times each: the winner sees their claim each time, nobody else does', async () => {
    const id = await published();
    const taps = crowd.slice(0, 40).flatMap((person) => Array.from({ length: 5 }, () => person));
    const replies = await Promise.all(taps.map((person) => world.verb('claim', id, person)));
    expect(tally(replies)).toEqual({ 200: 5, 'wish.already-claimed': 195 });
    const winners = new Set(taps.filter((_, index) => replies[index]?.status === 200).map((person) => person.sub));
    expect(winners.size).toBe(1);
    expect(await claimedEvents(id)).toHaveLength(1);
  });

  it('a wish that wants three gets three, each person once', async () => {
    const id = await published(3);
    const taps = crowd.slice(0, 50).flatMap((person) => [person, person]);
    const replies = await Promise.all(taps.map((person) => world.verb('claim', id, person)));
    expect(tally(replies)).toEqual({ 200: 6, 'wish.already-claimed': 94 });
    expect(new Set((await stored(id)).map((claim) => claim.member_id)).size).toBe(3);
    expect((await world.ask(wishes.get, { id })).value).toMatchObject({ status: 'claimed', claimersHeld: 3 });
  });

  it('who waited for a wish has it as it became meanwhile: its owner, its words, its contact', async () => {
    const [id, heir] = [await published(), await world.memberId(people.helper)];
    let waiting: ReturnType<typeof lockWish> | undefined;
    await world.db.transaction().execute(async (first) => {
      await lockWish(first, id);
      waiting = world.db.transaction().execute((second) => lockWish(second, id));
      await someoneWaits(first);
      await first.updateTable('wish').set({ wisher_id: heir }).where('id', '=', id).execute();
      await first.updateTable('wish_words').set({ title: '换了的话' }).where('wish_id', '=', id).execute();
    });
    expect(await waiting).toMatchObject({ wisher_id: heir, title: '换了的话' });
  });

  it('two representatives claim for one organisation: it has one claim, and both are fine', async () => {
    const id = await published(3);
    const replies = await Promise.all(
      [people.branch, people.branchToo].map((person) => world.verb('claim', id, person, { as: 'branch' })),
    );
    expect(tally(replies)).toEqual({ 200: 2 });
    expect(await stored(id)).toHaveLength(1);
  });

  it('a lapse, a report and a claim of the same place end in one of two ways, never in both', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await published();
      await world.verb('claim', id, people.helper);
      world.advance(hours(24 * 8));
      const [done, taken] = await Promise.all([
        world.verb('fulfil', id, people.helper, { note: '好了' }),
        world.verb('claim', id, people.neighbour),
        sweep(world.ports),
      ]);
      const { status, claims } = (await world.ask(wishes.get, { id, as: people.worker })).value;
      if (done.status === 200)
        expect({ status, taken: taken.code, claims: claims.length }).toEqual({
          status: 'fulfilled',
          taken: 'wish.state',
          claims: 1,
        });
      else
        expect({ status, done: done.code, taken: taken.status }).toEqual({ status: 'claimed', done: 'claim.none', taken: 200 });
    }
  });

  it.each(['post', 'claim', 'upload'] as const)('the same %s ten times under one key is done once', async (what) => {
    const key = randomBytes(8).toString('hex');
    const id = what === 'claim' ? await published(5) : '';
    const once = () => {
      if (what === 'claim') return world.verb('claim', id, people.neighbour, {}, { key });
      if (what === 'upload') return world.ask(uploads.post, { as: people.neighbour, body: new Uint8Array([80, 1, 2]), key });
      return world.ask(wishes.post, { as: people.neighbour, body: { title: '想要十次', kind: 'item' }, key });
    };
    const replies = await Promise.all(Array.from({ length: 10 }, once));
    expect(new Set(replies.map((reply) => reply.status)).size).toBe(1);
    expect(new Set(replies.map((reply) => reply.value.id)).size).toBe(1);
    const made = {
      post: () => world.db.selectFrom('wish_words').select('wish_id').where('title', '=', '想要十次').execute(),
      claim: () => claimedEvents(id),
      upload: () => world.db.selectFrom('upload').select('id').execute(),
    };
    expect(await made[what]()).toHaveLength(1);
  });

  it('a key with another body is refused, and a refusal keeps no key', async () => {
    const as = people.neighbour;
    const post = (title: string, key: string) => world.ask(wishes.post, { as, body: { title, kind: 'item' }, key });
    expect((await post('想要一', 'key-1')).status).toBe(201);
    expect((await post('想要二', 'key-1')).code).toBe('idempotency.mismatch');
    expect(
      (await world.ask(wishes.post, { as, body: { title: '想要一', kind: 'item', category: 'no-such' }, key: 'key-2' })).status,
    ).toBe(422);
    expect((await post('想要三', 'key-2')).status).toBe(201);
    const id = await published();
    await world.verb('claim', id, people.helper, {}, { key: 'key-3' });
    await world.verb('release', id, people.helper);
    expect((await world.verb('claim', id, people.helper, {}, { key: 'key-3' })).value.status).toBe('open');
  });
});
