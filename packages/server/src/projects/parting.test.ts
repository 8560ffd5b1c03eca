import { contract, exportPath } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDatabase } from '../check.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { tracesOf } from '../testing/traces.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, members, projects: table, uploads } = contract;
const { erased, hidden } = messages['zh-CN'].words;

describe.each(databases)('what is kept of a person about projects, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let projects: ReturnType<typeof projectsIn>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
  }, 120_000);
  afterAll(() => world.stop());

  const picture = async (as: Person, words: string) =>
    (await world.ask(uploads.post, { as, body: new TextEncoder().encode(`P ${words}`) })).value.id;
  const clean = async () => {
    expect((await checkDatabase(world.db, world.now())).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  };
  const on = projectsIn;

  it('is given to them, in their own words', async () => {
    const as = world.person('exporter', { name: '百里打包' });
    const mine = on(world, { proposer: as, worker: people.worker });
    const photo = await picture(as, 'mine');
    const { id } = await mine.propose({ story: '找我，电话 13955556666', photos: [photo] });
    await mine.verb('enlist', id, people.worker, { story: '坡道' });
    await mine.voted(id, 'opened');
    await mine.voted(id, 'won');
    await mine.verb('start', id, people.worker, { owner: '科', budget: 1 });
    const said = await mine.say(id, as, '我的电话 13955556666');
    const other = await mine.say(id, people.neighbour, '井盖高了');
    await mine.on('correct', id, as, { comment: other.id });
    await mine.on('report', id, as, { comment: other.id, reason: 'other', words: '看不懂' });
    const rated = await projects.bringTo('done');
    await projects.verb('rate', rated, as, { rating: 4 });
    const response = await world.send(exportPath, { as });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(JSON.parse(strFromU8(files['projects.json'] ?? new Uint8Array()))).toMatchObject({
      proposals: [{ id, title: '楼门口修一条慢坡道', story: '找我，电话 13955556666', status: 'under-way', pictures: [photo] }],
      comments: [{ id: said.id, project: id, words: '我的电话 13955556666', state: 'held' }],
      supported: [{ project: id, comment: other.id }],
      ratings: [{ project: rated, rating: 4 }],
      reports: [{ project: id, comment: other.id, reason: 'other', words: '看不懂' }],
    });
    expect(Object.keys(files)).toContain(`pictures/${photo}.webp`);
  });

  it('is erased, but for what has become the community’s; sums stay', async () => {
    const mark = 'onlyheresaid';
    const as = world.person('eraser-of-projects', { name: '司马光远' });
    const mine = on(world, { proposer: as, worker: people.worker });
    const proposed = (await mine.propose({ title: `修路${mark}`, story: mark, place: mark, photos: [await picture(as, mark)] }))
      .id;
    const declined = (await mine.propose({ story: mark })).id;
    await mine.verb('decline', declined, people.worker, { reason: `司马光远，${mark}请写清楚` });
    const taken = (await mine.propose({ story: mark })).id;
    await mine.verb('enlist', taken, people.worker);
    await mine.verb('withdraw', taken, as);
    const photo = await picture(as, mark);
    const listed = (await mine.propose({ title: '添八张长椅', story: `${mark} 我腿不好`, photos: [photo] })).id;
    await mine.verb('enlist', listed, people.worker, { story: '买菜回来歇歇脚' });

    const id = await projects.bringTo('under-way');
    const said = await projects.say(id, as, `井盖高了 ${mark}`);
    await projects.on('hide', id, people.worker, { comment: said.id, reason: `司马光远写了 ${mark}` });
    await projects.on('show', id, people.worker, { comment: said.id, wording: `井盖高了 ${mark}`, reason: mark });
    await projects.on('report', id, people.neighbour, { comment: said.id, reason: 'rude', words: `说的是 ${mark}` });
    await projects.on('correct', id, people.worker, { comment: said.id });
    const other = await projects.say(id, people.neighbour, '灯不亮');
    await projects.on('correct', id, as, { comment: other.id });
    await projects.on('report', id, as, { comment: other.id, reason: 'other', words: mark });
    const rated = await projects.bringTo('done');
    await projects.verb('rate', rated, as, { rating: 4 });

    const texts = ['司马光远', mark];
    expect(await tracesOf(world.db, world.ports.secrets, texts)).toEqual(
      expect.arrayContaining([
        'project_words.title',
        'project_words.original_story',
        'project_comment_words.words',
        'project_comment_words.wording',
        'comment_report_words.words',
        'event_words.words',
        'blob.data',
      ]),
    );
    await clean();
    expect((await world.ask(me.erase, { as })).status).toBe(200);
    expect(await tracesOf(world.db, world.ports.secrets, texts)).toEqual([]);
    await clean();

    const statuses = await Promise.all(
      [proposed, declined, taken, listed].map(async (one) => (await projects.get(one, people.worker)).status),
    );
    expect(statuses).toEqual(['withdrawn', 'withdrawn', 'withdrawn', 'listed']);
    expect((await projects.get(proposed, people.worker)).title).toBe(erased);
    const all = (await world.ask(table.list, { as: people.worker, query: { status: 'withdrawn', limit: '100' } })).value.items;
    expect(all.map((one) => one.id)).not.toContain(proposed);
    expect(await projects.get(listed)).toMatchObject({
      title: '添八张长椅',
      story: '买菜回来歇歇脚',
      photos: [],
      proposer: { name: '一位邻居' },
    });
    const [gone, there] = await projects.said(id);
    // What has to be put right has to be put right, whoever asked for it.
    expect(gone).toMatchObject({ words: erased, author: { name: '一位邻居' }, correction: { state: 'open' }, can: [] });
    expect(there).toMatchObject({ words: '灯不亮', supporters: 1 });
    expect(await projects.get(rated)).toMatchObject({ ratings: 1 });
    const queue = (await world.ask(table.queue, { as: people.worker })).value.items;
    expect(queue.map(({ comment }) => comment.id)).not.toContain(said.id);
    await projects.on('answer', id, people.worker, { comment: said.id, words: '垫平了' });
    const overruled = await projects.on('overrule', id, people.officer, { comment: said.id, reason: '已经垫平' });
    expect(overruled.value.correction?.state).toBe('overruled');
    expect((await projects.get(id)).openCorrections).toBe(0);
  });

  it('of a worker leaves what they wrote for the community, and what they wrote down for others', async () => {
    const as = world.person('old-worker', { name: '宇文社工', roles: ['resident', 'worker'] });
    const memberId = await world.register(as, { name: '慕容奶奶' });
    const theirs = await projects.propose({ onBehalfOf: { memberId }, photos: [await picture(as, 'slope')] }, as);
    const id = await projects.bringTo('under-way');
    const photos = [await picture(as, 'step')];
    await projects.verb('milestones', id, as, { title: '量尺寸', on: '2026-11-20', reached: true, photos });
    const declined = (await projects.propose()).id;
    await projects.verb('decline', declined, as, { reason: '宇文社工说不行' });
    const said = await projects.say(id, people.neighbour, '乱讲一句');
    await projects.on('hide', id, as, { comment: said.id, reason: '宇文社工收起来了' });
    await world.ask(me.erase, { as });
    expect(await tracesOf(world.db, world.ports.secrets, ['宇文社工'])).toEqual([]);
    expect((await projects.said(id))[0]?.words).toBe(hidden);
    expect(await projects.get(id)).toMatchObject({ milestones: [{ title: '量尺寸', photos: [{}] }] });
    expect(await projects.get(theirs.id, people.worker)).toMatchObject({ status: 'proposed', photos: [{}] });
    await clean();
  });

  it('follows when two identities of one person become one, and counts once', async () => {
    const [one, other] = [world.person('merged-1', { name: '淳于合一' }), world.person('merged-2', { name: '淳于合一' })];
    const [from, into] = [await world.memberId(one), await world.memberId(other)];
    const mine = on(world, { proposer: one, worker: people.worker });
    const { id: proposed } = await mine.propose();
    const id = await projects.bringTo('under-way');
    const said = await projects.say(id, one, '路灯太暗');
    const comment = (await projects.say(id, people.neighbour)).id;
    for (const as of [one, other, people.wisher]) await projects.on('correct', id, as, { comment });
    for (const as of [one, other]) await projects.on('report', id, as, { comment, reason: 'rude', words: as.sub });
    const rated = await projects.bringTo('done');
    await projects.verb('rate', rated, other, { rating: 2 });
    await projects.verb('rate', rated, one, { rating: 5 });
    expect((await projects.get(rated)).ratings).toBe(2);
    expect((await world.ask(members.merge, { as: people.worker, id: from, body: { into } })).status).toBe(200);
    expect(await projects.get(proposed, other)).toMatchObject({ mine: true });
    const lines = await projects.said(id, other);
    expect(lines.find((line) => line.id === said.id)).toMatchObject({ mine: true });
    // It is a correction still: what has been raised is not lowered.
    expect(lines.find((line) => line.id === comment)).toMatchObject({
      supporters: 2,
      supported: true,
      correction: { state: 'open' },
    });
    // The later word counts.
    expect(await projects.get(rated, other)).toMatchObject({ ratings: 1, myRating: 5 });
    await clean();
    // No column of a project's tables names the one that is gone.
    const { rows } = await sql<{ table: string; column: string }>`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = current_schema() and data_type = 'uuid' and (table_name ~ '^(project|milestone|correction|comment_)')`.execute(
      world.db,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { table: name, column } of rows) {
      const of = await sql`select 1 from ${sql.table(name)} where ${sql.ref(column)} = ${from}`.execute(world.db);
      expect(of.rows, `${name}.${column}`).toEqual([]);
    }
  });
});
