import { contract, type ModerationCase } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { readRecord, verifyRecord } from '@five-micro/tally/record';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { reportsKept } from '../rights/kept-statements.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { roundsIn } from '../testing/rounds.ts';
import { starsIn } from '../testing/stars.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { projects: table, stars: starTable, rounds: roundTable, moderation, me } = contract;
const { hidden } = messages['zh-CN'].words;
vi.setConfig({ testTimeout: 60_000 });

describe.each(databases)('what is said in public of projects and stars on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let colleague: Person;
  let projects: ReturnType<typeof projectsIn>;
  let stars: ReturnType<typeof starsIn>;
  let rounds: ReturnType<typeof roundsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    colleague = world.person('worker-2', { name: '吴社工', roles: ['resident', 'worker'] });
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
    stars = starsIn(world, { nominator: people.neighbour, nominee: people.wisher, worker: people.worker });
    rounds = roundsIn(world, people.worker);
  }, 120_000);
  afterAll(async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
    await world.stop();
  });

  type Verb = 'report' | 'hide' | 'show';
  const onProject = (verb: Verb, id: string, as: Person | undefined, body: object) =>
    world.ask(table[`${verb}Part`], { as, id, body });
  const onStar = (verb: Verb, id: string, as: Person | undefined, body: object) => world.ask(starTable[verb], { as, id, body });
  const onNominee = async (verb: Verb, id: string, as: Person | undefined, body: object) =>
    verb === 'report'
      ? world.ask(starTable.reportNomination, { as, id, body })
      : world.ask(verb === 'hide' ? starTable.hideNomination : starTable.showNomination, { as, id, body });
  const queue = async (query: Record<string, string> = {}, as = people.worker): Promise<ModerationCase[]> =>
    (await world.ask(moderation.list, { as, query: { limit: '100', ...query } })).value.items;
  const waiting = async (id: string, query: Record<string, string> = {}, as?: Person) =>
    (await queue(query, as)).filter((one) => (one.project ?? one.nomination)?.id === id);
  const notices = async (as: Person, type: string) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter((one) => one.type === type);
  const text = async (path: string) => (await world.send(path, {})).text();
  const picture = async (as: Person) => (await world.ask(contract.uploads.post, { as, body: new Uint8Array([80, 7]) })).value.id;

  it('a reported title stays until a worker hides it; then it is on no page, in no round and in no record', async () => {
    const { worker, neighbour, wisher, branch } = people;
    const title = '王老三家门口的坑';
    const { id } = await projects.propose({ title });
    await projects.verb('enlist', id, worker);
    const [other = ''] = await rounds.projects([20_000]);
    const round = await rounds.open([id, other]);
    const frozen = await text(`/rounds/${round.id}/opening.json`);
    expect(frozen).toContain(title);
    const report = { part: 'title', reason: 'private', words: '写了人家名字' };
    expect((await onProject('report', id, undefined, report)).code).toBe('auth.required');
    expect((await onProject('report', id, people.stranger, report)).code).toBe('auth.forbidden');
    expect((await onProject('report', id, neighbour, { ...report, part: 'closing' })).code).toBe('project.no-part');
    await onProject('report', id, neighbour, report);
    await onProject('report', id, neighbour, { ...report, reason: 'rude' });
    world.advance(1000);
    await onProject('report', id, branch, { part: 'title', reason: 'other' });
    expect((await projects.get(id)).title).toBe(title);
    expect(await projects.get(id)).not.toHaveProperty('withheld');
    const [found] = await waiting(id);
    expect(found).toMatchObject({
      ...{ wish: null, nomination: null, project: { id, title, status: 'voting' }, part: 'title', state: 'reported' },
      ...{ words: title, can: ['show', 'hide'], writer: { name: '欧阳**' } },
    });
    expect(found?.reports.map(({ reason, words }) => [reason, words])).toEqual([
      ['private', '写了人家名字'],
      ['other', null],
    ]);
    expect((await waiting(id, {}, people.officer))[0]?.can).toEqual([]);
    const hide = { part: 'title', reason: '请不要写人家的名字' };
    expect((await onProject('hide', id, neighbour, hide)).code).toBe('auth.forbidden');
    const late = { ...hide, seen: { words: '别的字' } };
    expect((await onProject('hide', id, worker, late)).code).toBe('project.state');
    const done = (await onProject('hide', id, worker, { ...hide, seen: { words: title, state: 'reported' } })).value;
    expect(done).toMatchObject({ title, withheld: [{ part: 'title', of: null, state: 'hidden' }] });
    await onProject('hide', id, colleague, hide);
    // Its writer reads it, and is told why, once.
    expect((await projects.get(id, wisher)).title).toBe(title);
    expect(await notices(wisher, 'project.part-hidden')).toMatchObject([{ words: hide.reason, project: { id, title } }]);
    await rounds.cast(round.id, { as: neighbour }, [id]);
    await rounds.close(round.id);
    const seen = await Promise.all([
      world.ask(table.get, { id }),
      world.ask(table.get, { id, as: neighbour }),
      world.ask(table.list, { query: { limit: '100' } }),
      world.ask(table.timeline, { id }),
      world.ask(roundTable.get, { id: round.id }),
      world.ask(roundTable.option, { id: round.id, option: id }),
      world.ask(roundTable.results, { id: round.id }),
      world.ask(me.notices, { as: neighbour, query: { limit: '100' } }),
    ]);
    for (const { value } of seen) expect(JSON.stringify(value)).not.toContain('王老三');
    const files = ['opening.json', 'record.json', 'export.pb'].map((name) => text(`/rounds/${round.id}/${name}`));
    for (const file of await Promise.all(files)) expect(file).not.toContain('王老三');
    expect((await rounds.get(round.id)).options.map((one) => one.title)).toEqual([hidden, '第1个项目']);
    // The digest stays; that it cannot be recomputed is said, and the rest holds.
    const record = readRecord(await rounds.record(round.id));
    expect(record).toMatchObject({ withheld: [id], openingDigest: round.openingDigest, titles: { [id]: hidden } });
    const findings = await verifyRecord(record);
    expect(findings.filter(({ holds }) => holds !== true)).toEqual([{ check: 'withheld', holds: null, detail: id }]);
    expect(JSON.parse(await text(`/rounds/${round.id}/opening.json`))).toMatchObject({ withheld: [id] });
    // Open pages hear of what is hidden, and workers alone of what is reported.
    const events = world.db.selectFrom('event').select(['type', 'visibility']).where('project_id', '=', id).execute();
    for (const [step, visibility] of [
      ['reported', 'workers'],
      ['hidden', 'public'],
    ])
      expect(await events).toContainEqual({ type: `project.part-${step}`, visibility });
    // Shown again: the bytes are those that were frozen.
    await onProject('show', id, colleague, { part: 'title' });
    expect(await text(`/rounds/${round.id}/opening.json`)).toBe(frozen);
    expect((await verifyRecord(readRecord(await rounds.record(round.id)))).every(({ holds }) => holds)).toBe(true);
    expect(await waiting(id, { state: 'hidden' })).toEqual([]);
  });

  it('a wording stands for a title everywhere, in a round that froze the other one too', async () => {
    const { worker } = people;
    const { id } = await projects.propose({ title: '打 13812348000 找我修路' });
    await projects.verb('enlist', id, worker);
    const [other = ''] = await rounds.projects([20_000]);
    const { id: round } = await rounds.open([id, other]);
    await onProject('report', id, people.neighbour, { part: 'title', reason: 'private' });
    const [found] = await waiting(id);
    expect(found).toMatchObject({ hits: [{ kind: 'phone' }], proposed: '打 138****8000 找我修路' });
    expect((await onProject('show', id, worker, { part: 'title', wording: '长'.repeat(61) })).code).toBe('request.invalid');
    await onProject('show', id, worker, { part: 'title', wording: '门口那段路修一修' });
    expect((await projects.get(id)).title).toBe('门口那段路修一修');
    expect((await rounds.get(round)).options[0]?.title).toBe('门口那段路修一修');
    expect(await text(`/rounds/${round}/opening.json`)).not.toContain('找我修路');
    expect((await projects.get(id, people.wisher)).title).toContain('找我修路');
  });

  it('what is put away is not voted on, and what a worker lists in other words stands for it', async () => {
    const id = await projects.bringTo('not-selected', { title: '骂人的题目', story: '骂人的话' });
    const [other = ''] = await rounds.projects([20_000]);
    await projects.verb('enlist', id, people.worker);
    const { id: draft } = await rounds.draft([id, other]);
    await onProject('hide', id, people.worker, { part: 'title', reason: '请好好说' });
    const refused = await world.ask(roundTable.open, { as: people.worker, id: draft });
    expect(refused.problem.fields).toEqual([expect.objectContaining({ path: 'options.0', code: 'not-an-option' })]);
    await onProject('hide', id, people.worker, { part: 'story', reason: '请好好说' });
    expect(await projects.get(id)).toMatchObject({ title: hidden, story: hidden });
    const again = await projects.bringTo('not-selected', { title: '骂人的题目' });
    await onProject('hide', again, people.worker, { part: 'title', reason: '请好好说' });
    await projects.verb('enlist', again, people.worker, { title: '门口的坡道' });
    expect((await projects.get(again)).title).toBe('门口的坡道');
    expect(await waiting(again, { state: 'hidden' })).toEqual([]);
  });

  it('steps, their words, what is said at the end and every picture are hidden each by itself, on the timeline and in notices too', async () => {
    const { worker, neighbour, wisher } = people;
    const proposed = await picture(wisher);
    const id = await projects.bringTo('under-way', { photos: [proposed] });
    const built = await picture(worker);
    const step = { title: '找刘工量的尺寸', words: '刘工手艺差', on: '2026-11-20', reached: true, photos: [built] };
    const { milestones } = (await projects.verb('milestones', id, worker, step)).value;
    const milestone = milestones[0]?.id ?? '';
    expect((await onProject('report', id, neighbour, { part: 'update', reason: 'rude' })).problem.fields).toMatchObject([
      { path: 'milestone', code: 'required' },
    ]);
    for (const part of ['step', 'update']) await onProject('report', id, neighbour, { part, milestone, reason: 'rude' });
    for (const photo of [proposed, built]) await onProject('report', id, neighbour, { part: 'photo', photo, reason: 'private' });
    expect((await waiting(id)).map(({ part, milestone: of, photo }) => [part, of, photo?.id])).toEqual(
      expect.arrayContaining([
        ['step', milestone, undefined],
        ['update', milestone, undefined],
        ['photo', null, proposed],
        ['photo', null, built],
      ]),
    );
    // Nobody lets their own words through.
    expect((await waiting(id)).find(({ part }) => part === 'step')?.can).toEqual(['hide']);
    expect((await onProject('show', id, worker, { part: 'step', milestone })).code).toBe('member.self');

    for (const part of ['step', 'update']) await onProject('hide', id, colleague, { part, milestone, reason: '说到人家了' });
    for (const photo of [proposed, built]) await onProject('hide', id, colleague, { part: 'photo', photo, reason: '拍到人家了' });
    const shown = await projects.get(id);
    expect(shown.milestones).toMatchObject([{ title: hidden, words: hidden, photos: [] }]);
    expect(shown.photos).toEqual([]);
    for (const photo of [proposed, built]) expect((await world.send(`/uploads/${photo}`, {})).status).toBe(404);
    expect((await projects.get(id, wisher)).photos.map((photo) => photo.public)).toEqual([false]);
    expect((await projects.get(id, wisher)).milestones[0]?.photos).toEqual([]);
    const reported = await notices(wisher, 'project.reported');
    expect(reported.find((one) => one.project?.id === id)?.words).toBe(hidden);
    const steps = (await world.ask(table.timeline, { id })).value.items;
    expect(steps.find(({ type }) => type === 'project.reported')?.words).toBe(hidden);
    expect(steps.map(({ type }) => type)).not.toContain('project.part-hidden');
    expect((await notices(worker, 'project.part-hidden')).length).toBeGreaterThan(0);

    await projects.verb('done', id, worker, { note: '多亏了刘工' });
    await onProject('hide', id, colleague, { part: 'closing', reason: '说到人家了' });
    expect((await projects.get(id)).closing).toBe(hidden);
    const last = (await world.ask(table.timeline, { id })).value.items.at(-1);
    expect(last).toMatchObject({ type: 'project.done', words: hidden });
  });

  it('words and portrait of a nominee are reported by whoever votes, and gone from the ballot, the wall and the search', async () => {
    const { worker, neighbour, wisher, branch } = people;
    const portrait = await picture(wisher);
    const id = await stars.bringTo('asked', { period: '1901', story: '他跟楼下吵过架' });
    expect((await onNominee('report', id, branch, { part: 'story', reason: 'untrue' })).code).toBe('nomination.unknown');
    await stars.verb('consent', id, wisher, { name: 'full', portrait });
    expect((await onNominee('report', id, branch, { part: 'story', reason: 'untrue' })).code).toBe('nomination.unknown');
    const nominee = people.branchToo;
    const second = await starsIn(world, { nominator: neighbour, nominee, worker }).bringTo('consented', { period: '1901' });
    const terms = { of: 'stars', title: '岗位之星', winners: 1, ballot: { type: 'approval', min: 1, max: 1 } };
    const round = await rounds.open([id, second], terms);
    const answer = await onNominee('report', id, branch, { part: 'story', reason: 'untrue' });
    expect(answer.value).toEqual({ id, reportedAt: world.now().toISOString() });
    world.advance(1000);
    await onNominee('report', id, branch, { part: 'portrait', reason: 'private' });
    expect((await onNominee('report', id, branch, { part: 'quotes', reason: 'untrue' })).code).toBe('star.no-part');
    expect(await waiting(id)).toMatchObject([
      {
        wish: null,
        project: null,
        nomination: { id, title: '岗位之星', status: 'voting' },
        part: 'story',
        words: '他跟楼下吵过架',
      },
      { part: 'portrait', words: null, photo: { id: portrait, public: true } },
    ]);
    await onNominee('hide', id, worker, { part: 'story', reason: '不是真的' });
    await onNominee('hide', id, worker, { part: 'portrait', reason: '后面有别人' });
    const option = (await world.ask(roundTable.option, { id: round.id, option: id })).value;
    expect(option).toMatchObject({ story: hidden, photos: [] });
    expect((await world.send(`/uploads/${portrait}`, {})).status).toBe(404);
    // Whoever wrote it and whoever it is about are told.
    for (const as of [neighbour, wisher])
      expect((await notices(as, 'star.part-hidden')).map(({ words }) => words)).toContain('不是真的');
    expect(await world.ask(starTable.nomination, { id, as: neighbour })).toMatchObject({
      value: { story: '他跟楼下吵过架', withheld: expect.arrayContaining([{ part: 'story', of: null, state: 'hidden' }]) },
    });

    await rounds.cast(round.id, { as: neighbour }, [id]);
    await rounds.close(round.id);
    const star = await stars.award(id);
    // A notice leads to the thing itself.
    expect((await notices(wisher, 'star.awarded'))[0]?.nomination).toMatchObject({ id, star: star.id, round: round.id });
    const read = (await stars.get(star.id)).value;
    expect(read).toMatchObject({ story: hidden, portrait: null });
    expect(read).not.toHaveProperty('withheld');
    expect(await stars.list(undefined, { q: '吵过架' })).toEqual([]);
    expect((await stars.list(branch)).find((one) => one.id === star.id)?.story).toBe(hidden);
    expect((await stars.get(star.id, wisher)).value).toMatchObject({
      story: '他跟楼下吵过架',
      withheld: expect.arrayContaining([expect.objectContaining({ part: 'story', state: 'hidden' })]),
    });
    // Other words, to which its owner nods, stand for the old ones also where they were voted on.
    await world.ask(starTable.edit, { as: worker, id: star.id, body: { story: '他修好了八幢的灯' } });
    expect((await stars.get(star.id)).value.story).toBe(hidden);
    const key = (await stars.get(star.id, wisher)).value.waiting?.key;
    await world.ask(starTable.edit, { as: wisher, id: star.id, body: { nod: { key, show: true } } });
    expect((await stars.get(star.id)).value.story).toBe('他修好了八幢的灯');
    expect((await world.ask(roundTable.option, { id: round.id, option: id })).value.story).toBe('他修好了八幢的灯');
  });

  it('words beside a star and what neighbours said of its owner are reported and hidden, and shown in a wording', async () => {
    const { worker, neighbour, wisher } = people;
    const star = await stars.star({ period: '1902' });
    const quotes = [{ words: '打 13812348000 都叫得应', by: '张三' }];
    await world.ask(starTable.edit, { as: worker, id: star.id, body: { quotes } });
    const key = (await stars.get(star.id, wisher)).value.waiting?.key;
    await world.ask(starTable.edit, { as: wisher, id: star.id, body: { nod: { key, show: true } } });
    expect((await stars.get(star.id)).value.can).toEqual(['report']);
    expect((await stars.get(star.id, wisher)).value.can).not.toContain('report');
    for (const part of ['sentence', 'quotes']) {
      world.advance(1000);
      expect((await onStar('report', star.id, neighbour, { part, reason: 'other' })).status).toBe(200);
    }
    expect((await onStar('report', star.id, undefined, { part: 'story', reason: 'other' })).code).toBe('auth.required');
    const cases = (await queue()).filter((one) => one.nomination && one.reports.some(({ reason }) => reason === 'other'));
    expect(cases.map(({ part, words, writer }) => [part, words, writer.name])).toEqual([
      ['sentence', '孩子的车从来不收钱', '钱**'],
      ['quotes', '打 13812348000 都叫得应——张三', '周**'],
    ]);
    const wording = { part: 'quotes', wording: '随叫随到' };
    expect((await onStar('show', star.id, colleague, wording)).problem.fields).toMatchObject([{ code: 'unknown-field' }]);
    await onStar('hide', star.id, colleague, { part: 'quotes', reason: '有电话' });
    await onStar('show', star.id, colleague, { part: 'sentence', wording: '修车不收孩子的钱' });
    expect((await stars.get(star.id)).value).toMatchObject({ sentence: '修车不收孩子的钱', quotes: [] });
    expect((await stars.list()).find((one) => one.id === star.id)?.sentence).toBe('修车不收孩子的钱');
    await onStar('show', star.id, colleague, { part: 'quotes' });
    expect((await stars.get(star.id)).value.quotes).toEqual([{ words: '打 138****8000 都叫得应', by: '张三' }]);
  });

  it('goes with whoever it was said of, and is in the export of whoever reported', async () => {
    const { worker, neighbour } = people;
    const leaving = world.person('leaving', { name: '孟要走' });
    const own = starsIn(world, { nominator: neighbour, nominee: leaving, worker });
    const star = await own.star({ period: '1903', story: '孟要走的故事' });
    await onStar('report', star.id, neighbour, { part: 'story', reason: 'untrue', words: '我说不对' });
    await onStar('hide', star.id, worker, { part: 'story', reason: '孟要走说不是' });
    const id = await projects.bringTo('listed');
    await onProject('report', id, leaving, { part: 'story', reason: 'rude', words: '孟要走说的' });
    const reported = await reportsKept(world.db, [await world.memberId(leaving)]);
    expect(reported).toMatchObject([{ wish: null, project: id, part: 'story', reason: 'rude', words: '孟要走说的' }]);
    await world.ask(me.erase, { as: leaving });
    const tables = ['event_words', 'moderation_report_words'] as const;
    const left = await Promise.all(tables.map((one) => world.db.selectFrom(one).select('words').execute()));
    expect(JSON.stringify(left)).not.toContain('孟要走');
    // That somebody reported stays; what they wrote with it is gone.
    expect((await waiting(id))[0]?.reports).toMatchObject([{ reason: 'rude', words: null }]);
  });
});
