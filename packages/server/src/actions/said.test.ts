import { contract, type ModerationCase } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { reportsKept } from '../rights/kept-statements.ts';
import { actionsIn } from '../testing/actions.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { cast, createWorld, days, type World } from '../testing/world.ts';

const { actions: table, moderation, me, points } = contract;
const { hidden } = messages['zh-CN'].words;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('what is said in public of actions on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let colleague: Person;
  let actions: ReturnType<typeof actionsIn>;
  let dayNumber = 0;
  const freeDay = () => new Date(world.now().getTime() + days(++dayNumber)).toISOString();
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    colleague = world.person('worker-2', { name: '吴社工', roles: ['resident', 'worker'] });
    actions = actionsIn(world, people.worker);
  }, 120_000);
  afterAll(async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    await world.stop();
  });

  const say = (verb: 'report' | 'hide' | 'show', id: string, as: Person | undefined, body: object) =>
    world.ask(table[`${verb}Part`], { as, id, body });
  const waiting = async (id: string, query: Record<string, string> = {}, as = people.worker): Promise<ModerationCase[]> =>
    (await world.ask(moderation.list, { as, query: { limit: '100', ...query } })).value.items.filter(
      (one) => one.action?.id === id,
    );
  const notices = async (as: Person, id: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(({ action }) => action?.id === id);
  const picture = async (as: Person) => (await world.ask(contract.uploads.post, { as, body: new Uint8Array([80, 7]) })).value.id;
  const text = async (path: string) => (await world.send(path, {})).text();
  const branchs = async (more: Record<string, unknown> = {}) => {
    const { id } = await actions.draft({ startsAt: freeDay(), host: 'branch', ...more }, { as: people.branch });
    await world.ask(table.open, { as: people.worker, id });
    return id;
  };

  it('what is reported stays until a worker hides it; then it is in no list, calendar, record, notice or archive', async () => {
    const { worker, neighbour, branch, branchToo } = people;
    const title = '去王老三家扫落叶';
    const id = await branchs({
      title,
      place: '王老三家门口',
      bring: '王老三的扫把',
      forWhom: '王老三的邻居',
      story: '王老三说的',
    });
    const report = { part: 'title', reason: 'private', words: '写了人家名字' };
    expect((await say('report', id, undefined, report)).code).toBe('auth.required');
    expect((await say('report', id, people.stranger, report)).code).toBe('auth.forbidden');
    expect((await say('report', id, neighbour, { ...report, part: 'reason' })).code).toBe('action.no-part');
    await say('report', id, neighbour, report);
    await say('report', id, neighbour, { ...report, reason: 'rude' });
    expect(await actions.get(id)).toMatchObject({ title });
    expect(await actions.get(id)).not.toHaveProperty('withheld');
    const [found] = await waiting(id);
    expect(found).toMatchObject({
      ...{ wish: null, project: null, action: { id, title, status: 'open', areaName: 'east' }, part: 'title', state: 'reported' },
      ...{ words: title, can: ['show', 'hide'], writer: { name: '郑**' } },
      reports: [{ reason: 'private', words: '写了人家名字' }],
    });
    expect((await waiting(id, {}, people.officer))[0]?.can).toEqual([]);

    const hide = { part: 'title', reason: '请不要写人家的名字' };
    expect((await say('hide', id, neighbour, hide)).code).toBe('auth.forbidden');
    expect((await say('hide', id, worker, { ...hide, seen: { words: '别的字' } })).code).toBe('action.state');
    await actions.signUp(id, neighbour);
    const sequence = () => world.db.selectFrom('action').select('sequence').where('id', '=', id).executeTakeFirstOrThrow();
    const before = (await sequence()).sequence;
    const done = (await say('hide', id, worker, { ...hide, seen: { words: title, state: 'reported' } })).value;
    expect(done).toMatchObject({ title, withheld: [{ part: 'title', of: null, state: 'hidden' }] });
    await say('hide', id, colleague, hide);
    // Calendars take it over.
    expect((await sequence()).sequence).toBe(before + 1);
    for (const part of ['story', 'place', 'bring', 'for-whom']) await say('hide', id, worker, { ...hide, part });
    // Whoever holds it reads what was written; whoever wrote it is told why, once for each.
    for (const as of [branch, branchToo]) expect(await actions.get(id, as)).toMatchObject({ title, place: '王老三家门口' });
    const told = (await notices(branch, id)).filter(({ type }) => type === 'action.part-hidden');
    expect(told).toHaveLength(5);
    expect(told[0]).toMatchObject({ words: hide.reason, action: { id, title } });
    expect((await notices(branchToo, id)).map(({ type }) => type)).not.toContain('action.part-hidden');

    const other = await actions.open({ startsAt: (await actions.get(id)).startsAt });
    const clash = await actions.signUp(other.id, neighbour);
    expect(clash.problem).toMatchObject({ code: 'action.overlap', params: { id, title: hidden } });
    await actions.begin(id);
    await world.ask(table.attendance, {
      ...{ as: branch, id, body: { items: [{ member: await world.memberId(neighbour), state: 'attended', minutes: 60 }] } },
    });
    await world.ask(table.finish, { as: branch, id });

    expect(await actions.get(id)).toMatchObject({ title: hidden, story: hidden, place: hidden, bring: hidden, forWhom: hidden });
    const links = (await world.ask(me.hours, { as: neighbour })).value.links;
    const seen = await Promise.all([
      world.ask(table.get, { id }),
      world.ask(table.get, { id, as: neighbour }),
      world.ask(table.list, { query: { limit: '100', status: 'open,closed,finished' } }),
      world.ask(table.ofOrganisation, { slug: 'branch' }),
      world.ask(me.actions, { as: neighbour }),
      world.ask(me.hours, { as: neighbour }),
      world.ask(me.points, { as: neighbour }),
      world.ask(points.ofMember, { as: worker, id: await world.memberId(neighbour) }),
      world.ask(me.notices, { as: neighbour, query: { limit: '100' } }),
    ]);
    for (const { text: answer } of seen) expect(answer).not.toContain('王老三');
    expect(seen[6].text).toContain(hidden);
    const files = await Promise.all([
      text(`/actions/${id}/calendar.ics`),
      text('/areas/east/actions.ics'),
      text(links.page),
      text(links.csv),
      (await world.send('/me/export', { as: neighbour })).text(),
    ]);
    for (const file of files) expect(file).not.toContain('王老三');
    expect(files[0]).toContain(hidden);

    // Open pages hear of what is hidden, and workers alone of what is reported.
    const events = await world.db.selectFrom('event').select(['type', 'visibility']).where('action_id', '=', id).execute();
    expect(events).toContainEqual({ type: 'action.part-reported', visibility: 'workers' });
    expect(events).toContainEqual({ type: 'action.part-hidden', visibility: 'public' });
    expect(await reportsKept(world.db, [await world.memberId(neighbour)])).toMatchObject([{ action: id, part: 'title' }]);
    await say('show', id, colleague, { part: 'title', wording: '一起扫落叶' });
    expect(await actions.get(id)).toMatchObject({ title: '一起扫落叶' });
    expect((await waiting(id, { state: 'hidden' })).map(({ part }) => part)).not.toContain('title');
  });

  it('why it was called off is put away where it is told too, and nobody lets their own words through', async () => {
    const { worker, neighbour } = people;
    const { id } = await actions.open({ startsAt: freeDay() });
    await actions.signUp(id, neighbour);
    await world.ask(table.cancel, { as: worker, id, body: { reason: '老赵又喝多了' } });
    await say('report', id, neighbour, { part: 'reason', reason: 'rude' });
    expect((await waiting(id))[0]).toMatchObject({ part: 'reason', words: '老赵又喝多了', can: ['hide'] });
    expect((await say('show', id, worker, { part: 'reason' })).code).toBe('member.self');
    await say('hide', id, colleague, { part: 'reason', reason: '不说别人' });
    expect((await notices(neighbour, id)).map(({ type, words }) => [type, words])).toContainEqual(['action.cancelled', hidden]);
    expect(await text(`/actions/${id}/calendar.ics`)).not.toContain('老赵');
    expect((await notices(worker, id)).map(({ type, words }) => [type, words])).toContainEqual([
      'action.part-hidden',
      '不说别人',
    ]);
    // Too long for what it stands for.
    const long = { part: 'reason', wording: '长'.repeat(201) };
    expect((await say('show', id, colleague, long)).problem.fields).toMatchObject([{ path: 'wording', code: 'too-long' }]);
  });

  it('a picture that a weekly series shares is put away in all of them, and is one case whichever week it was seen in', async () => {
    const { worker, neighbour } = people;
    const photo = await picture(worker);
    const first = await actions.draft({ startsAt: freeDay(), photos: [photo], repeat: { every: 'week', times: 2 } });
    const { series_id: series } = await world.db
      .selectFrom('action')
      .select('series_id')
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    const rows = await world.db.selectFrom('action').select('id').where('series_id', '=', series).orderBy('starts_at').execute();
    const second = rows[1]?.id ?? '';
    await world.ask(table.open, { as: worker, id: first.id, body: { following: true } });
    const part = { part: 'photo', photo };
    expect((await say('report', second, neighbour, { part: 'photo', reason: 'private' })).problem.fields).toMatchObject([
      { path: 'photo', code: 'required' },
    ]);
    // Of each week some at the same moment.
    const crowd = Array.from({ length: 8 }, (_, index) => world.person(`passer-${index}`));
    for (const person of crowd) await world.memberId(person);
    await Promise.all(crowd.map((as, index) => say('report', index % 2 ? first.id : second, as, { ...part, reason: 'private' })));
    const found = [...(await waiting(first.id)), ...(await waiting(second))];
    expect(found).toMatchObject([{ part: 'photo', words: null, photo: { id: photo } }]);
    expect(found[0]?.reports).toHaveLength(8);
    await say('hide', first.id, colleague, { ...part, reason: '拍到了孩子' });
    for (const id of [first.id, second]) {
      expect((await actions.get(id)).photos).toEqual([]);
      expect((await actions.get(id, worker)).photos).toMatchObject([{ id: photo, public: false }]);
      expect((await actions.get(id, worker)).withheld).toEqual([{ part: 'photo', of: photo, state: 'hidden' }]);
      expect((await say('report', id, neighbour, { ...part, reason: 'other' })).code).toBe('action.no-part');
    }
    expect((await world.send(`/uploads/${photo}`, {})).status).toBe(404);
    await say('show', second, colleague, part);
    expect((await actions.get(first.id)).photos).toMatchObject([{ id: photo, public: true }]);
    expect([...(await waiting(first.id, { state: 'hidden' })), ...(await waiting(second, { state: 'hidden' }))]).toEqual([]);
  });

  it('a draft that was called off is nobody’s to report, and a text that is not there is no part', async () => {
    const { branch } = people;
    const { id } = await actions.draft({ startsAt: freeDay(), host: 'branch' }, { as: branch });
    expect((await say('report', id, branch, { part: 'title', reason: 'rude' })).code).toBe('action.state');
    expect((await say('report', id, people.neighbour, { part: 'title', reason: 'rude' })).code).toBe('action.unknown');
    await world.ask(table.cancel, { as: branch, id, body: { reason: '不办了' } });
    expect((await say('report', id, branch, { part: 'title', reason: 'rude' })).code).toBe('action.state');
    expect((await actions.get(id, branch)).can).not.toContain('report');
    const up = await branchs();
    for (const part of ['bring', 'for-whom', 'reason'])
      expect((await say('report', up, people.neighbour, { part, reason: 'rude' })).code).toBe('action.no-part');
    expect((await actions.get(up)).can).toContain('report');
    expect((await actions.get(up, people.worker)).can).toEqual(expect.arrayContaining(['report', 'hide', 'show']));
    expect((await actions.get(up, branch)).can).not.toContain('hide');
  });

  it('fifty who report and a worker who hides at the same moment: one case, and the writer is told once', async () => {
    const id = await branchs();
    const crowd = Array.from({ length: 25 }, (_, index) => world.person(`crowd-${index}`));
    for (const person of crowd) await world.memberId(person);
    const hides = [people.worker, colleague].map((as) => say('hide', id, as, { part: 'story', reason: '不是真的' }));
    const reports = [...crowd, ...crowd].map((as) => say('report', id, as, { part: 'story', reason: 'untrue' }));
    const codes = (await Promise.all([...hides, ...reports])).map((reply) => reply.code ?? reply.status);
    expect(new Set(codes).size).toBeLessThanOrEqual(2);
    for (const code of codes) expect([200, 'action.no-part']).toContain(code);
    const cases = await world.db.selectFrom('moderation_case').select('state').where('action_id', '=', id).execute();
    expect(cases).toEqual([{ state: 'hidden' }]);
    expect((await notices(people.branch, id)).filter(({ type }) => type === 'action.part-hidden')).toHaveLength(1);
  });

  it('whoever leaves takes along why their words were hidden; the words stay away', async () => {
    const { worker, neighbour } = people;
    const rep = world.person('branch-9', { name: '褚委员', orgs: ['branch'] });
    const { id } = await actions.draft({ startsAt: freeDay(), host: 'branch', story: '老褚说的' }, { as: rep });
    await world.ask(table.open, { as: worker, id });
    await say('hide', id, worker, { part: 'story', reason: '老褚别乱说' });
    const words = () =>
      world.db
        .selectFrom('event_words')
        .innerJoin('event', 'event.id', 'event_words.event_id')
        .select('words')
        .where('event.action_id', '=', id)
        .execute();
    expect(await words()).toEqual([{ words: '老褚别乱说' }]);
    await world.ask(me.erase, { as: rep });
    expect(await words()).toEqual([]);
    expect((await actions.get(id)).story).toBe(hidden);
    expect((await actions.get(id, neighbour)).story).toBe(hidden);
  });

  it('what its organisation says later is looked at: a number in it is masked until a worker has, an address may stand', async () => {
    const { worker, branch, branchToo, neighbour } = people;
    const id = await branchs();
    await actions.signUp(id, neighbour);
    await world.ask(table.edit, { as: branch, id, body: { place: '12幢301室' } });
    expect((await actions.get(id)).place).toBe('12幢301室');
    await world.ask(table.edit, { as: branchToo, id, body: { place: '活动室，找不到打 13812348000', places: 3 } });
    for (const as of [undefined, neighbour])
      expect(await actions.get(id, as)).toMatchObject({ place: '活动室，找不到打 138****8000', places: 3 });
    expect(await text('/areas/east/actions.ics')).not.toContain('13812348000');
    expect(await actions.get(id, branch)).toMatchObject({ withheld: [{ part: 'place', of: null, state: 'held' }] });
    expect((await notices(branchToo, id)).map(({ type }) => type)).toEqual(['action.part-held']);
    const [found] = await waiting(id);
    expect(found).toMatchObject({
      ...{ part: 'place', state: 'held', words: '活动室，找不到打 13812348000', proposed: '活动室，找不到打 138****8000' },
      ...{ writer: { name: '冯**' }, can: ['show', 'hide'] },
    });
    // A worker's word needs no other; what the branch says in the place of hidden words waits without a number too.
    await world.ask(table.edit, { as: worker, id, body: { place: '大厅，打 13812348000' } });
    expect(await waiting(id)).toEqual([]);
    expect((await actions.get(id)).place).toBe('大厅，打 13812348000');
    await say('hide', id, colleague, { part: 'place', reason: '不写号码' });
    await world.ask(table.edit, { as: branch, id, body: { place: '二楼' } });
    expect((await actions.get(id, neighbour)).place).toBe(messages['zh-CN'].words.held);
    await say('show', id, colleague, { part: 'place' });
    expect((await actions.get(id, neighbour)).place).toBe('二楼');

    await world.ask(table.cancel, { as: branch, id, body: { reason: '下雨，问 13812348000' } });
    expect((await actions.get(id, neighbour)).reason).toBe('下雨，问 138****8000');
    const told = (await notices(neighbour, id)).find(({ type }) => type === 'action.cancelled');
    expect(told?.words).toBe('下雨，问 138****8000');
    expect((await waiting(id)).map(({ part, state }) => [part, state])).toEqual([['reason', 'held']]);
  });

  it('its organisation takes back by no edit what a worker has decided, nor what neighbours have reported', async () => {
    const { worker, branch, branchToo, neighbour } = people;
    const id = await branchs({ place: '王老三家' });
    const edit = (place: string, as = branch) => world.ask(table.edit, { as, id, body: { place } });
    const seen = async () => (await actions.get(id, neighbour)).place;
    // Whoever names words that stand there already has not written them.
    await edit('王老三家', branchToo);
    await say('report', id, neighbour, { part: 'place', reason: 'private' });
    const [found] = await waiting(id);
    expect(found?.writer.name).toBe('郑**');
    for (const place of ['王老三家门口', '打 13812348000', '王老三家']) await edit(place);
    expect(await waiting(id)).toMatchObject([{ state: 'reported', words: '王老三家', reports: [{ reason: 'private' }] }]);
    await say('hide', id, worker, { part: 'place', reason: '不写谁家' });
    for (const place of ['王老三家，打 13812348000', '二楼', '王老三家']) {
      await edit(place);
      expect([place, await seen()]).toEqual([place, messages['zh-CN'].words.held]);
    }
    await say('show', id, worker, { part: 'place', wording: '活动室' });
    expect(await seen()).toBe('活动室');
    await edit('王老三家里');
    expect(await seen()).toBe(messages['zh-CN'].words.held);
    expect((await waiting(id)).map(({ state }) => state)).toEqual(['held']);
  });

  it('of a series that is opened at once, a later place that nobody read is looked at as well', async () => {
    const { branch, worker } = people;
    const repeat = { every: 'week', times: 2 };
    const first = await actions.draft({ startsAt: freeDay(), host: 'branch', repeat }, { as: branch });
    const later = await world.db
      .selectFrom('action')
      .select('id')
      .where('series_index', '=', 2)
      .where('series_id', '=', first.series?.id ?? '')
      .executeTakeFirstOrThrow();
    await world.ask(table.edit, { as: branch, id: later.id, body: { place: '打 13812348000 问' } });
    await world.ask(table.open, { as: worker, id: first.id, body: { following: true } });
    expect((await actions.get(later.id)).place).toBe('打 138****8000 问');
    expect((await waiting(later.id)).map(({ part, writer }) => [part, writer.name])).toEqual([['place', '郑**']]);
  });
});
