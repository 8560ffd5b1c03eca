import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../testing/databases.ts';
import { listen } from '../testing/listening.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { members, me, areas, organisations } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('what two identities bring along on $name', ({ open }) => {
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
  const published = async (as: Person): Promise<string> => {
    const { id } = await world.post(as);
    await world.verb('publish', id, people.worker);
    return id;
  };
  const noticesOf = async (as: Person) => (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items;

  it('are kept together: their pictures, reports of texts, roles in organisations and branch', async () => {
    const [old, now] = [await someone('证件甲', { orgs: ['club'] }), await someone('证件乙')];
    const picture = (await world.ask(contract.uploads.post, { as: old, body: new Uint8Array([80, 1]) })).value.id;
    const texts = [await published(people.wisher), await published(people.wisher)];
    const report = (as: Person, id = '', words = '') => world.verb('report', id, as, { part: 'title', reason: 'rude', words });
    await report(old, texts[0], '旧号说的');
    await report(old, texts[1], '旧号说的');
    await report(now, texts[1], '新号说的');
    await world.ask(organisations.setRepresentatives, { as: people.worker, slug: 'branch', body: { members: [old.id] } });
    await world.ask(areas.reportIn, { as: { ...old, roles: ['party-member'] }, body: { organisation: 'branch' } });
    await world.ask(areas.reportIn, { as: old, area: 'west' });
    world.advance(1000);
    const later = (await world.ask(areas.reportIn, { as: now, area: 'south' })).value;

    await merge(old.id, now.id);
    const { value } = await world.ask(me.get, { as: now });
    expect(value).toMatchObject({
      branch: { slug: 'branch' },
      waitingReportIn: { id: later.id },
      organisations: [{ slug: 'branch' }],
    });
    const said = await world.db.selectFrom('moderation_report_words').select(['member_id', 'words']).orderBy('words').execute();
    expect(said).toEqual([
      { member_id: now.id, words: '新号说的' },
      { member_id: now.id, words: '旧号说的' },
    ]);
    const reported = await world.db.selectFrom('moderation_report').select('case_id').where('member_id', '=', now.id).execute();
    expect(reported).toHaveLength(2);
    expect(await world.db.selectFrom('moderation_report').select('case_id').where('member_id', '=', old.id).execute()).toEqual(
      [],
    );
    const posted = await world.post(now, { photos: [picture] });
    expect(posted.photos).toMatchObject([{ id: picture }]);
    await world.ask(organisations.setRepresentatives, { as: people.worker, slug: 'branch', body: { members: [] } });
  });

  it('hold the word of a worker who withdrew one of them from an organisation, whichever of them stays', async () => {
    for (const stays of ['withdrawn', 'other']) {
      const withdrawn = await someone('被撤的号', { orgs: ['club'] });
      await world.ask(organisations.setRepresentatives, { as: people.worker, slug: 'club', body: { members: [] } });
      // The portal says it of the other one only later.
      const other = await someone('另一个号', { orgs: ['club'] });
      expect((await world.ask(me.get, { as: other })).value.organisations).toMatchObject([{ slug: 'club' }]);
      if (stays === 'other') await merge(withdrawn.id, other.id);
      else await merge(other.id, withdrawn.id);
      for (const as of [withdrawn, other]) expect((await world.ask(me.get, { as })).value.organisations).toEqual([]);
    }
  });

  it('cannot undo a revocation by being merged into an identity without one', async () => {
    const [lost, kept] = [await someone('丢的手机'), await someone('新的手机')];
    const stolen = await world.token(lost);
    world.advance(1000);
    await world.ask(members.revoke, { as: people.worker, id: lost.id });
    world.advance(1000);
    await merge(lost.id, kept.id);
    expect(await (await world.send('/me', { token: stolen })).json()).toMatchObject({ code: 'token.revoked' });
    // A token is as good as before once it cannot be from before, clocks' difference included.
    world.advance(61_000);
    expect((await world.ask(me.get, { as: lost })).value.id).toBe(kept.id);
  });

  it('have one stream: that of the one who goes ends within a heartbeat, and what was theirs is heard by the other', async () => {
    const [going, staying] = [await someone('流一'), await someone('流二')];
    const { id } = await world.post(going);
    const [old, kept] = [
      listen(await world.send('/areas/west/live', { as: going })),
      listen(await world.send('/areas/west/live', { as: staying })),
    ];
    await Promise.all([old.begun(), kept.begun()]);
    world.advance(1000);
    await merge(going.id, staying.id);
    await world.verb('decline', id, people.worker, { reason: '请写清楚' });
    expect(await kept.types(2)).toEqual(['member.merged', 'wish.declined']);
    world.advance(20_500);
    expect(await old.ended()).toBe(true);
    await kept.leave();
  });

  it('are refused where they are not two known members that this worker looks after', async () => {
    const [one, other] = [await someone('查无此人'), await someone('查有此人')];
    const gone = await someone('已经合掉');
    await merge(gone.id, other.id);
    const [west, far] = [await someone('西边的人', { area: 'west' }), await world.memberId(people.stranger)];
    const nobody = '0190a1b2-0000-7000-8000-000000000001';
    for (const id of [nobody, gone.id, west.id, far]) {
      expect((await merge(id, other.id)).code).toBe('member.unknown');
      expect((await merge(one.id, id)).code).toBe('member.merge-target');
    }
    expect((await merge(one.id, one.id)).code).toBe('member.merge-target');
    expect((await merge(one.id, 'nobody')).code).toBe('request.invalid');
    const self = await world.memberId(people.worker);
    for (const [id, into] of [
      [self, one.id],
      [one.id, self],
    ] as const)
      expect((await merge(id, into)).code).toBe('member.self');
    for (const as of [people.neighbour, people.officer]) expect((await merge(one.id, other.id, as)).code).toBe('auth.forbidden');
    const row = await world.db.selectFrom('member').select('merged_into').where('id', '=', one.id).executeTakeFirstOrThrow();
    expect(row.merged_into).toBeNull();
  });

  it('are merged once under one key, however often it is sent', async () => {
    const [one, other] = [await someone('一次甲'), await someone('一次乙')];
    const send = () => world.ask(members.merge, { as: people.worker, id: one.id, body: { into: other.id }, key: 'merge-once' });
    const replies = await Promise.all(Array.from({ length: 10 }, send));
    expect(replies.map((reply) => reply.value.id)).toEqual(Array.from({ length: 10 }, () => other.id));
    const told = (await noticesOf(other)).filter(({ type }) => type === 'member.merged');
    expect(told).toHaveLength(1);
    expect(world.failures).toEqual([]);
  });
});
