import { contract, type Wish } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { members, me, wishes } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('two identities of one person on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let count = 0;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  /** Someone new each time, with an account. */
  const someone = async (name: string, more: Parameters<World['person']>[1] = {}): Promise<Person & { id: string }> => {
    count += 1;
    const person = world.person(`someone-${count}`, { name, ...more });
    return { ...person, id: await world.memberId(person) };
  };
  const merge = (id: string, into: string, as: Person = people.worker) => world.ask(members.merge, { as, id, body: { into } });
  const published = async (as: Person, body: Record<string, unknown> = {}): Promise<string> => {
    const { id } = await world.post(as, body);
    await world.verb('publish', id, people.worker);
    return id;
  };
  const seen = async (id: string): Promise<Wish> => (await world.ask(wishes.get, { id, as: people.worker })).value;
  const publicly = async (id: string): Promise<Wish> => (await world.ask(wishes.get, { id })).value;
  const noticesOf = async (as: Person) => (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items;
  const clean = async () => expect((await checkDatabase(world.db)).differences).toEqual([]);

  it('become one: their wishes, claims, notices, home and number are together, and both accounts are the same member', async () => {
    const registered = await world.register(people.worker, { name: '丁阿婆', phone: '13812348000' });
    const told = await world.post(people.worker, { onBehalfOf: { memberId: registered }, contact: { phone: '13812348000' } });
    await world.verb('publish', told.id, people.worker);
    await world.verb('claim', told.id, people.helper);

    const account = await someone('丁桂香', { area: '' });
    const helpedId = await published(people.wisher);
    await world.verb('claim', helpedId, account);
    await world.verb('fulfil', helpedId, account, { note: '送到了' });
    await world.verb('confirm', helpedId, people.wisher, { rating: 5 });

    const merged = (await merge(registered, account.id)).value;
    expect(merged).toMatchObject({
      id: account.id,
      name: '丁桂香',
      phone: '138****8000',
      area: { slug: 'east' },
      accounts: 1,
      registeredByWorker: false,
    });
    expect((await world.ask(me.wishes, { as: account })).value.items).toMatchObject([{ id: told.id, mine: true }]);
    expect((await world.ask(me.get, { as: account })).value).toMatchObject({ helped: 1, area: { slug: 'east' } });
    expect((await world.verb('fulfil', told.id, people.helper, { note: '好了' })).status).toBe(200);
    expect((await world.verb('confirm', told.id, account, { rating: 5 })).value.status).toBe('confirmed');
    // What the registered one was told before they had a phone is there to be read now.
    expect((await noticesOf(account)).map(({ type, about }) => ({ type, about }))).toEqual([
      { type: 'wish.fulfilled', about: null },
      { type: 'member.merged', about: expect.any(String) },
      { type: 'wish.confirmed', about: null },
      { type: 'wish.claimed', about: null },
      { type: 'wish.published', about: null },
    ]);
    expect((await world.ask(members.get, { as: people.worker, id: registered })).code).toBe('member.unknown');
    await clean();
  });

  it('are one for both accounts, with the tokens that they have', async () => {
    const [one, other] = [await someone('甲的旧号'), await someone('甲的新号')];
    const token = await world.token(one);
    await merge(one.id, other.id);
    expect(await (await world.send('/me', { token })).json()).toMatchObject({ id: other.id });
    expect((await world.ask(members.get, { as: people.worker, id: other.id })).value.accounts).toBe(2);
  });

  it('show no more than the more discreet of the two agreed to: no worker’s act makes public what was kept private', async () => {
    const [old, now] = [await someone('公孙先生'), await someone('公孙先生')];
    const { value: before } = await world.ask(me.consents, { as: old, body: { helper: true, ranking: 'masked' } });
    expect(before.helper).toBe(true);
    await world.ask(me.consents, { as: now, body: { wishAuthor: true, helper: true, ranking: 'full' } });
    const wished = await published(old);
    await merge(old.id, now.id);
    expect((await world.ask(me.get, { as: now })).value.consents).toEqual({
      wishAuthor: false,
      helper: true,
      photos: false,
      star: false,
      ranking: 'masked',
    });
    expect((await publicly(wished)).wisher.name).toBe('一位邻居');
  });

  it('keep the record of what was done under the old id, and show it as the person who is left', async () => {
    const [old, now] = [await someone('慕容复'), await someone('慕容博')];
    const [wished, helped] = [await published(old), await published(people.wisher)];
    await world.verb('claim', helped, old);
    expect((await publicly(wished)).wisher.name).toBe('一位邻居');
    await merge(old.id, now.id);
    await world.ask(me.consents, { as: now, body: { wishAuthor: true, helper: true } });
    const { items } = (await world.ask(wishes.timeline, { id: helped })).value;
    expect(items.at(-1)).toMatchObject({ type: 'wish.claimed', by: '慕容**' });
    const event = await world.db
      .selectFrom('event')
      .select('actor_id')
      .where('wish_id', '=', helped)
      .where('type', '=', 'wish.claimed')
      .executeTakeFirstOrThrow();
    expect(event.actor_id).toBe(old.id);
    expect((await publicly(wished)).wisher.name).toBe('慕容**');
    expect((await publicly(helped)).claims).toMatchObject([{ name: '慕容**' }]);
  });

  it('show what the one that is left agreed to, and open pages hear of it', async () => {
    const [shown, shy] = [await someone('司马光'), await someone('司马迁')];
    await world.ask(me.consents, { as: shown, body: { wishAuthor: true } });
    const id = await published(shown);
    expect((await publicly(id)).wisher.name).toBe('司马**');
    await merge(shown.id, shy.id);
    expect((await publicly(id)).wisher.name).toBe('一位邻居');
    const told = await world.db
      .selectFrom('event')
      .select(['type', 'visibility', 'data'])
      .where('type', '=', 'consent.changed')
      .where('actor_id', '=', shy.id)
      .execute();
    expect(told).toEqual([{ type: 'consent.changed', visibility: 'public', data: { surface: 'wishAuthor', value: 'false' } }]);
  });

  it('have one claim where each had one: what was done counts before what was promised, else the older', async () => {
    const [one, other] = [await someone('双份甲'), await someone('双份乙')];
    const [promised, half, full] = [
      await published(people.wisher, { claimersWanted: 2 }),
      await published(people.wisher, { claimersWanted: 3 }),
      await published(people.wisher, { claimersWanted: 2 }),
    ];
    for (const id of [promised, half, full]) await world.verb('claim', id, one);
    world.advance(1000);
    for (const id of [promised, half, full]) await world.verb('claim', id, other);
    await world.verb('fulfil', half, other, { note: '我做了' });
    for (const as of [one, other]) await world.verb('fulfil', full, as, { note: '做完了' });
    expect((await seen(full)).status).toBe('fulfilled');

    await merge(one.id, other.id);
    expect(await seen(promised)).toMatchObject({ status: 'open', claimersHeld: 1, claims: [{ state: 'active' }] });
    expect(await seen(half)).toMatchObject({ status: 'open', claimersHeld: 1, claims: [{ state: 'done', note: '我做了' }] });
    expect(await seen(full)).toMatchObject({ status: 'open', claimersHeld: 1, claims: [{ state: 'done' }] });
    const kept = await world.db
      .selectFrom('claim')
      .select(['created_at', 'member_id'])
      .where('wish_id', '=', promised)
      .where('state', '=', 'active')
      .execute();
    expect(kept).toEqual([{ member_id: other.id, created_at: new Date(world.now().getTime() - 1000) }]);
    const released = (await noticesOf(people.wisher)).filter(({ type }) => type === 'wish.released');
    expect(released.map(({ wish }) => wish?.id).sort()).toEqual([promised, half, full].sort());
    expect((await world.ask(wishes.timeline, { id: promised })).value.items.at(-1)).toMatchObject({
      type: 'wish.released',
      by: '一位热心邻居',
      onBehalf: true,
    });
    await clean();
  });

  it('leave a wish that is over as it ended, and count the one helper that it had', async () => {
    const [one, other] = [await someone('两次甲'), await someone('两次乙')];
    const ends: ['confirm' | 'close' | 'withdraw', Person, unknown][] = [
      ['confirm', people.wisher, { rating: 4 }],
      ['close', people.worker, { note: '看过' }],
      ['withdraw', people.wisher, {}],
    ];
    const ids: string[] = [];
    for (const [verb, as, body] of ends) {
      const id = await published(people.wisher, { claimersWanted: verb === 'withdraw' ? 3 : 2 });
      for (const helper of [one, other]) {
        await world.verb('claim', id, helper);
        await world.verb('fulfil', id, helper, { note: '好' });
      }
      expect((await world.verb(verb, id, as, body)).status).toBe(200);
      ids.push(id);
    }
    await merge(one.id, other.id);
    const after = await Promise.all(ids.map((id) => seen(id)));
    expect(after.map(({ status, claimersWanted, claimersHeld }) => ({ status, claimersWanted, claimersHeld }))).toEqual([
      { status: 'confirmed', claimersWanted: 1, claimersHeld: 1 },
      { status: 'closed', claimersWanted: 1, claimersHeld: 1 },
      { status: 'withdrawn', claimersWanted: 3, claimersHeld: 1 },
    ]);
    expect((await world.ask(me.get, { as: other })).value.helped).toBe(2);
    await clean();
  });

  it('have no claim on a wish that turns out to be their own, nor credit for one that was fulfilled', async () => {
    const [wishing, helping] = [await someone('许愿的号'), await someone('帮忙的号', { orgs: ['branch'] })];
    const [active, done, past, asBranch, back] = [
      await published(wishing),
      await published(wishing),
      await published(wishing),
      await published(wishing),
      await published(helping),
    ];
    for (const id of [active, done, past]) await world.verb('claim', id, helping);
    await world.verb('claim', asBranch, helping, { as: 'branch' });
    await world.verb('claim', back, wishing);
    for (const id of [done, past]) await world.verb('fulfil', id, helping, { note: '好' });
    await world.verb('confirm', past, wishing, { rating: 5 });
    expect((await world.ask(me.get, { as: helping })).value.helped).toBe(1);

    await merge(helping.id, wishing.id);
    for (const id of [active, done, asBranch, back])
      expect(await seen(id)).toMatchObject({ status: 'open', claimersHeld: 0, claims: [] });
    expect(await seen(past)).toMatchObject({ status: 'confirmed', claimersHeld: 1 });
    expect((await world.ask(me.get, { as: wishing })).value.helped).toBe(0);
    expect((await world.verb('claim', active, helping)).code).toBe('wish.own');
    await clean();
  });

  it('stay one through a chain: whoever was merged first leads to whoever is left last', async () => {
    const [first, second, third] = [await someone('链一'), await someone('链二'), await someone('尉迟敬德')];
    const id = await published(people.wisher);
    await world.verb('claim', id, first);
    await merge(first.id, second.id);
    await merge(second.id, third.id);
    await world.ask(me.consents, { as: third, body: { helper: true } });
    expect((await world.ask(wishes.timeline, { id })).value.items.at(-1)).toMatchObject({ by: '尉迟**' });
    const rows = await world.db
      .selectFrom('member')
      .select(['id', 'merged_into'])
      .where('id', 'in', [first.id, second.id])
      .execute();
    expect(rows.map((row) => row.merged_into)).toEqual([third.id, third.id]);
    expect((await world.ask(me.get, { as: first })).value.id).toBe(third.id);
  });
});
