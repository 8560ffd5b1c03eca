import { contract } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { tracesOf } from '../testing/traces.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { areas, me, wishes, uploads } = contract;
vi.setConfig({ testTimeout: 60_000 });

const { erased } = messages['zh-CN'].words;

describe.each(databases)('erasure on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const erase = (as: Person) => world.ask(me.erase, { as });
  const published = async (as: Person, more = {}) => {
    const { id } = await world.post(as, more);
    expect((await world.verb('publish', id, people.worker)).status).toBe(200);
    return id;
  };
  const claimed = async (as: Person, id: string, body = {}) => {
    expect((await world.verb('claim', id, as, body)).status).toBe(200);
    return id;
  };
  const wish = async (id: string, as: Person = people.worker) => (await world.ask(wishes.get, { id, as })).value;
  const steps = async (id: string) => (await world.ask(wishes.timeline, { id, as: people.worker })).value.items;
  const told = async (as: Person) =>
    (await world.ask(me.notices, { as })).value.items.map(({ type, wish: about }) => `${type} ${about?.id ?? ''}`);
  const clean = async () => expect((await checkDatabase(world.db)).differences).toEqual([]);
  const picture = async (as: Person, words: string) =>
    (await world.ask(uploads.post, { as, body: new TextEncoder().encode(`P ${words}`) })).value.id;

  it('outlasts a portal whose clock is ahead: its tokens from before are no new member', async () => {
    const as = world.person('early', { name: '早来的' });
    await world.memberId(as);
    world.advance(20_000);
    const token = await world.token(as);
    world.advance(-20_000);
    expect((await erase(as)).status).toBe(200);
    world.advance(30_000);
    const refused: unknown = await (await world.send('/me', { token })).json();
    expect(refused).toMatchObject({ code: 'token.revoked' });
  });

  it('takes along why a worker hid what they said for an organisation', async () => {
    const as = world.person('for-branch', { name: '东方不败者', orgs: ['branch'] });
    const id = await published(people.wisher);
    await claimed(as, id, { as: 'branch' });
    const done = (await world.verb('fulfil', id, as, { note: '我是谁不重要' })).value;
    const claim = done.claims[0]?.id;
    await world.verb('hide', id, people.worker, { part: 'note', claim, reason: '东方不败者写了自己的名字' });
    await erase(as);
    expect(JSON.stringify(await steps(id))).not.toContain('东方不败者');
    await clean();
  });

  it('leaves no name, number, word, picture or account of a person anywhere, and all sums as they were', async () => {
    const mark = 'onlyheresaid';
    const sub = 'sub-4711';
    const as = world.person(sub, { name: '司马光远', orgs: ['branch'] });
    const contact = { name: '司马光远', phone: '13977776666', address: mark };
    const said = { story: `${mark}，请找司马光远`, contact, forWhom: { relation: 'self' as const } };

    await world.ask(me.consents, { as, body: { wishAuthor: true, helper: true, photos: true } });
    await world.ask(areas.reportIn, { as, area: 'east' });
    await world.ask(areas.reportIn, { as, area: 'west' });
    const own = {
      submitted: (await world.post(as, { ...said, photos: [await picture(as, mark)] })).id,
      declined: (await world.post(as, said)).id,
      open: await published(as, said),
      claimed: await claimed(people.helper, await published(as, said)),
      fulfilled: await claimed(people.helper, await published(as, said)),
      confirmed: await claimed(people.helper, await published(as, said)),
    };
    await world.verb('decline', own.declined, people.worker, { reason: `司马光远，${mark}请写清楚` });
    const photos = [await picture(people.helper, mark)];
    await world.verb('fulfil', own.fulfilled, people.helper, { note: `送到司马光远家 ${mark}`, photos });
    await world.verb('fulfil', own.confirmed, people.helper, { note: `送到了 ${mark}` });
    await world.verb('confirm', own.confirmed, as, { rating: 5, thanks: `谢谢 ${mark}` });

    const helping = await claimed(as, await published(people.wisher));
    const helped = await claimed(as, await published(people.wisher));
    await world.verb('fulfil', helped, as, { note: `司马光远办好了 ${mark}`, photos: [await picture(as, mark)] });
    const forBranch = await claimed(as, await published(people.wisher), { as: 'branch' });
    const note = (await wish(helped)).claims[0]?.id;
    await world.verb('hide', helped, people.worker, { part: 'note', claim: note, reason: `写了司马光远 ${mark}` });
    const reported = await published(people.neighbour);
    await world.verb('report', reported, as, { part: 'title', reason: 'other', words: mark }, { key: 'a-key' });
    await picture(as, mark);

    const texts = ['司马光远', '13977776666', mark, sub];
    expect(await tracesOf(world.db, world.ports.secrets, texts)).toEqual(
      expect.arrayContaining(['wish_words.story', 'wish_contact.sealed', 'blob.data', 'identity.sub', 'idempotency.sub']),
    );
    const id = await world.memberId(as);
    const timelines = await Promise.all([own.confirmed, helped].map(async (one) => (await steps(one)).map(({ type }) => type)));
    const sums = (await world.ask(wishes.summary)).value;
    await clean();

    const reply = await erase(as);
    expect(reply.value).toEqual({ erasedAt: world.now().toISOString() });
    expect(world.failures).toEqual([]);
    expect(await tracesOf(world.db, world.ports.secrets, texts)).toEqual([]);
    await clean();

    // What was under way ended as if they had ended it themself; what had ended stays as it ended.
    const statuses = await Promise.all(Object.values(own).map(async (one) => (await wish(one)).status));
    expect(statuses).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'withdrawn', 'fulfilled', 'confirmed']);
    expect(await wish(helping)).toMatchObject({ status: 'open', claimersHeld: 0, claims: [] });
    expect(await wish(helped)).toMatchObject({ status: 'fulfilled', claims: [{ state: 'done', photos: [] }] });
    expect((await wish(helped)).claims[0]).not.toHaveProperty('note');
    expect(await wish(forBranch)).toMatchObject({ status: 'claimed', claims: [{ name: '东社区党支部', state: 'active' }] });
    const after = (await world.ask(wishes.summary)).value;
    expect({ helped: after.helped, inProgress: after.inProgress }).toEqual({
      helped: sums.helped,
      inProgress: sums.inProgress - 2,
    });
    expect(await Promise.all([own.confirmed, helped].map(async (one) => (await steps(one)).map(({ type }) => type)))).toEqual(
      timelines,
    );

    // Those concerned hear of it.
    expect(await told(people.helper)).toContain(`wish.withdrawn ${own.claimed}`);
    expect(await told(people.wisher)).toContain(`wish.released ${helping}`);

    // Their own wishes are not listed, but still there under their ids.
    const listed = (await world.ask(wishes.list, { query: { limit: '100' } })).value.items.map((one) => one.id);
    expect(listed).not.toContain(own.confirmed);
    expect(listed).toContain(helped);
    expect(await wish(own.confirmed, people.neighbour)).toMatchObject({
      erased: true,
      title: erased,
      story: '',
      wisher: { name: '一位邻居' },
      confirmation: { rating: 5, thanks: null },
    });

    // The pseudonym stays, and only that.
    const row = await world.db.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ erased_at: world.now(), not_before: world.now() });
    const waiting = await world.db
      .selectFrom('report_in')
      .select('state')
      .where('member_id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
    expect(waiting).toEqual([]);
    const stands = await world.db.selectFrom('representative').select('withdrawn_at').where('member_id', '=', id).execute();
    expect(stands.map((one) => one.withdrawn_at)).toEqual([world.now()]);
  });

  it('ends the tokens from before; whoever comes back with a later one is somebody new', async () => {
    const as = world.person('comes-back', { name: '令狐回来' });
    await world.post(as);
    const earlier = await world.token(as);
    const id = await world.memberId(as);
    await erase(as);
    const asked = [
      world.ask(me.get, { token: earlier }),
      world.ask(me.erase, { token: earlier }),
      world.ask(me.wishes, { token: earlier }),
    ];
    for (const { code } of await Promise.all<{ code: string | undefined }>(asked)) expect(code).toBe('token.revoked');
    // Clocks may differ by a minute: what is dated later than that is new.
    world.advance(62_000);
    expect((await world.ask(me.get, { token: earlier })).code).toBe('token.revoked');
    const again = (await world.ask(me.get, { as })).value;
    expect(again).toMatchObject({ name: '令狐回来', helped: 0, unseenNotices: 0, consents: { wishAuthor: false } });
    expect(again.id).not.toBe(id);
    expect((await world.ask(me.wishes, { as })).value.items).toEqual([]);
    // And may go again.
    expect((await erase(as)).status).toBe(200);
    expect((await world.ask(me.get, { token: earlier })).code).toBe('token.revoked');
  });

  it('is done once, however often it is asked for at once', async () => {
    const as = world.person('twice', { name: '南宫两次' });
    await world.memberId(as);
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => world.ask(me.erase, { as, key: n < 10 ? 'one' : `${n}` })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.flatMap(({ code }) => code ?? []))).toEqual(new Set(['token.revoked']));
    const events = await world.db.selectFrom('event').select('id').where('type', '=', 'member.erased').execute();
    const members = await world.db.selectFrom('member').select('id').where('erased_at', 'is not', null).execute();
    expect(events).toHaveLength(members.length);
  });

  it('of a wisher leaves what was fulfilled to a worker’s visit, whose word then stands alone', async () => {
    const as = world.person('half-way', { name: '皇甫半路' });
    const id = await claimed(people.helper, await published(as));
    await world.verb('fulfil', id, people.helper, { note: '办好了' });
    await erase(as);
    const fulfilled = async (reader?: Person) =>
      (await world.ask(wishes.list, { as: reader, query: { status: 'fulfilled', limit: '100' } })).value.items.map(
        (one) => one.id,
      );
    expect(await fulfilled(people.worker)).toContain(id);
    expect(await fulfilled(people.neighbour)).not.toContain(id);
    expect((await world.verb('close', id, people.worker, { note: '上门看过，灯亮了' })).value.status).toBe('closed');
    expect(await wish(id, people.neighbour)).toMatchObject({
      erased: true,
      title: erased,
      closing: { note: '上门看过，灯亮了' },
    });
    const closed = (await world.ask(wishes.list, { query: { status: 'closed', limit: '100' } })).value.items;
    expect(closed.map((one) => one.id)).not.toContain(id);
    expect((await world.ask(me.get, { as: people.helper })).value.helped).toBeGreaterThan(0);
    await clean();
  });

  it('of a helper gives nobody a new lease when the wisher says not yet', async () => {
    const as = world.person('gone', { name: '尉迟走了' });
    const id = await published(people.wisher, { claimersWanted: 2 });
    for (const helper of [as, people.neighbour]) {
      await claimed(helper, id);
      await world.verb('fulfil', id, helper, { note: '办好了' });
    }
    await erase(as);
    expect((await world.verb('reopen', id, people.wisher, { reason: '还没亮' })).value).toMatchObject({
      status: 'open',
      claimersHeld: 1,
      claims: [{ state: 'active' }],
    });
    expect((await steps(id)).slice(-2).map(({ type, by }) => `${type} ${by ?? ''}`)).toEqual([
      'wish.reopened 欧阳**',
      'wish.released 一位热心邻居',
    ]);
    await clean();
  });

  it('of a representative leaves the organisation its claim, which a colleague carries on', async () => {
    const as = world.person('branch-3', { name: '长孙代表', orgs: ['branch'] });
    const id = await claimed(as, await published(people.wisher), { as: 'branch' });
    const done = await claimed(as, await published(people.wisher), { as: 'branch' });
    await world.verb('fulfil', done, people.branchToo, { note: '支部办好了' });
    await erase(as);
    expect((await wish(done, people.wisher)).claims[0]).toMatchObject({ name: '东社区党支部', note: '支部办好了' });
    expect((await world.verb('fulfil', id, people.branchToo, { note: '我们接着办' })).value.status).toBe('fulfilled');
    expect((await world.verb('reopen', id, people.wisher, { reason: '再来' })).value).toMatchObject({
      status: 'claimed',
      claims: [{ state: 'active' }],
    });
    await clean();
  });

  it('of a worker takes their own words, and leaves those that they wrote down for others', async () => {
    const as = world.person('old-worker', { name: '宇文社工', roles: ['worker'] });
    const memberId = await world.register(as, { name: '慕容奶奶', phone: '13911112222' });
    const { id } = await world.post(as, {
      onBehalfOf: { memberId },
      title: '想要一副老花镜',
      photos: [await picture(as, 'glasses')],
    });
    await world.verb('publish', id, as);
    await claimed(people.helper, id);
    await world.verb('fulfil', id, people.helper, { note: '办好了' });
    await world.verb('close', id, as, { note: '宇文社工上门看过' });
    const declined = (await world.post(people.neighbour)).id;
    await world.verb('decline', declined, as, { reason: '宇文社工说不行' });
    const declinedTwice = (await world.post(people.neighbour)).id;
    await world.verb('decline', declinedTwice, as, { reason: '宇文社工说不行' });
    await world.verb('edit', declinedTwice, people.neighbour, { story: '再说一遍' });
    await world.verb('decline', declinedTwice, people.worker, { reason: '还是再想想' });

    await erase(as);
    expect(await tracesOf(world.db, world.ports.secrets, ['宇文社工', 'old-worker'])).toEqual([]);
    expect(await tracesOf(world.db, world.ports.secrets, ['慕容奶奶'])).toContain('member_profile.name');
    const shown = await wish(id);
    expect(shown).toMatchObject({ title: '想要一副老花镜', status: 'closed', closing: { note: '' }, photos: [{}] });
    expect(shown).not.toHaveProperty('erased');
    expect((await wish(declinedTwice)).reason).toBe('还是再想想');
    expect((await wish(declined)).reason).toBe(null);
    await clean();
  });

  it('takes with it everything of an identity that was merged', async () => {
    const as = world.person('merged', { name: '淳于合一' });
    const into = await world.memberId(as);
    const from = await world.register(people.worker, { name: '淳于老号', phone: '13922223333' });
    const { id } = await world.post(people.worker, { onBehalfOf: { memberId: from }, title: '淳于老号要一把伞' });
    // What was said for an organisation hangs on nothing but the id of its time.
    const second = world.person('merged-too', { name: '淳于另号', orgs: ['branch'] });
    const helped = await claimed(second, await published(people.wisher), { as: 'branch' });
    await world.verb('fulfil', helped, second, { note: '淳于代表支部办好了' });
    for (const id of [from, await world.memberId(second)])
      expect((await world.ask(contract.members.merge, { as: people.worker, id, body: { into } })).status).toBe(200);
    await erase(as);
    expect(await tracesOf(world.db, world.ports.secrets, ['淳于', '13922223333', 'merged-too'])).toEqual([]);
    expect((await world.ask(me.get, { token: await world.token(second) })).code).toBe('token.revoked');
    expect((await wish(id)).status).toBe('withdrawn');
    await clean();
  });

  it('asks for a token', async () => {
    expect((await world.ask(me.erase, {})).code).toBe('auth.required');
    await bringTo(world, 'confirmed');
    await clean();
    expect(world.failures).toEqual([]);
  });
});
