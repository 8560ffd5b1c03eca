import { contract } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaBySlug } from '../areas/statements.ts';
import { visitor } from '../identity/caller.ts';
import { resolveCaller } from '../identity/resolve.ts';
import { factOf, hears } from '../live/hearing.ts';
import { eventsAfter } from '../live/statements.ts';
import { databases } from '../testing/databases.ts';
import type { Person } from '../testing/people.ts';
import { projectsIn } from '../testing/projects.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { me, projects: table } = contract;
const { held, hidden } = messages['zh-CN'].words;

// On the embedded database alone: what others have open on a shared server holds the stream of facts back.
describe.each(databases.slice(0, 1))('what is said about a project on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let projects: ReturnType<typeof projectsIn>;
  let id: string;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    projects = projectsIn(world, { proposer: people.wisher, worker: people.worker });
    id = await projects.bringTo('under-way');
  }, 120_000);
  afterAll(() => world.stop());

  const queue = async (query: Record<string, string> = {}, as = people.worker) =>
    (await world.ask(table.queue, { as, query: { limit: '100', ...query } })).value.items;
  const one = async (comment: string, as?: Person) => (await projects.said(id, as)).find((said) => said.id === comment);
  const noticesOf = async (as: Person) =>
    (await world.ask(me.notices, { as, query: { limit: '100' } })).value.items.filter(({ project }) => project?.id === id);

  /** The facts about the project that someone hears who listens to the community. */
  async function heard(as: Person | undefined): Promise<string[]> {
    const area = await areaBySlug(world.db, 'east');
    const caller = as ? (await resolveCaller(world.ports, `Bearer ${await world.token(as)}`)).caller : visitor;
    const events = await eventsAfter(world.db, { xid: '0', id: '0' }, 2000);
    const facts = events.flatMap((event) => (area && hears(caller, area, event) ? [factOf(event)] : []));
    return facts.filter((fact) => fact.id === id).map(({ type }) => type);
  }

  it('names its writer as they agreed, and the community where a worker speaks for it', async () => {
    const said = await projects.say(id, people.neighbour, '什么时候能走？');
    expect(said).toMatchObject({ author: { name: '钱**' }, mine: true, words: '什么时候能走？' });
    expect((await one(said.id))?.author.name).toBe('一位邻居');
    expect((await one(said.id, people.worker))?.author.name).toBe('钱**');
    await world.ask(me.consents, { as: people.neighbour, body: { wishAuthor: true } });
    expect((await one(said.id))?.author.name).toBe('钱**');
    await world.ask(me.consents, { as: people.neighbour, body: { wishAuthor: false } });
    expect((await one(said.id))?.author.name).toBe('一位邻居');
    const official = await projects.say(id, people.worker, '这个周末');
    expect((await one(official.id))?.author.name).toBe('east');
    expect((await projects.get(id)).comments).toBe(2);
    expect((await noticesOf(people.wisher)).map(({ type }) => type)).toContain('project.commented');
  });

  it('waits for a worker where a number is in it, with a masked wording proposed', async () => {
    const words = '打我电话 13812348000 说一声';
    const said = (await projects.on('comment', id, people.neighbour, { words })).value;
    expect(said).toMatchObject({ words, withheld: 'held' });
    expect(await one(said.id)).toMatchObject({ words: held, can: [] });
    expect(await one(said.id)).not.toHaveProperty('withheld');
    expect(await one(said.id, people.wisher)).toMatchObject({ words: held, can: [] });
    expect((await noticesOf(people.neighbour))[0]?.type).toBe('project.comment-held');
    expect(await queue()).toMatchObject([
      {
        project: { id },
        comment: { id: said.id, words, withheld: 'held', screening: { part: 'comment', hits: [{ kind: 'phone' }] } },
        proposed: '打我电话 138****8000 说一声',
        reports: [],
      },
    ]);
    expect((await queue({}, people.officer))[0]?.comment).not.toHaveProperty('screening');
    // Nobody acts on what they cannot read.
    expect((await projects.on('correct', id, people.wisher, { comment: said.id })).code).toBe('project.no-comment');
    const report = { comment: said.id, reason: 'rude' };
    expect((await projects.on('report', id, people.wisher, report)).code).toBe('project.no-comment');
    expect((await heard(undefined)).at(-1)).not.toBe('project.comment-held');
    expect((await heard(people.neighbour)).at(-1)).toBe('project.comment-held');

    const wording = '打我电话 138****8000 说一声';
    await projects.on('show', id, people.worker, { comment: said.id, wording, reason: '号码先遮住了' });
    expect(await one(said.id)).toMatchObject({ words: wording });
    expect(await one(said.id, people.neighbour)).toMatchObject({ words, withheld: null });
    expect((await noticesOf(people.neighbour))[0]).toMatchObject({ type: 'project.comment-shown', words: '号码先遮住了' });
    expect((await noticesOf(people.wisher))[0]).toMatchObject({ type: 'project.comment-shown' });
    expect(await queue()).toEqual([]);
    expect((await heard(undefined)).at(-1)).toBe('project.comment-shown');
  });

  it('shows no number to strangers where a worker let the words stand', async () => {
    const said = await projects.say(id, people.neighbour, '打 13812348000');
    await projects.on('show', id, people.worker, { comment: said.id });
    expect((await one(said.id))?.words).toBe('打 138****8000');
  });

  it('is reported once by each neighbour, hidden for a reason that its writer is told, and shown again', async () => {
    const said = await projects.say(id, people.neighbour, '施工队都是骗子');
    const report = (as: Person, words?: string) =>
      projects.on('report', id, as, { comment: said.id, reason: 'rude', ...(words !== undefined && { words }) });
    expect((await report(people.wisher, '骂人了')).status).toBe(200);
    expect((await report(people.wisher, '再说一遍')).status).toBe(200);
    expect((await report(people.helper)).status).toBe(200);
    // Reported is not hidden.
    expect((await one(said.id))?.words).toBe('施工队都是骗子');
    expect(await one(said.id, people.neighbour)).not.toHaveProperty('withheld');
    const [waiting] = await queue();
    expect(waiting?.reports.map(({ reason, words }) => [reason, words])).toEqual(
      expect.arrayContaining([
        ['rude', '骂人了'],
        ['rude', null],
      ]),
    );
    expect(waiting?.reports).toHaveLength(2);
    expect((await projects.on('hide', id, people.neighbour, { comment: said.id, reason: '不' })).code).toBe('auth.forbidden');
    const taken = (await projects.on('hide', id, people.worker, { comment: said.id, reason: '请好好说' })).value;
    expect(taken).toMatchObject({ withheld: 'hidden', words: '施工队都是骗子', can: expect.arrayContaining(['show']) });
    expect(await one(said.id)).toMatchObject({ words: hidden, can: [] });
    expect(await one(said.id, people.neighbour)).toMatchObject({ words: '施工队都是骗子', withheld: 'hidden' });
    expect((await noticesOf(people.neighbour))[0]).toMatchObject({ type: 'project.comment-hidden', words: '请好好说' });
    expect(await queue()).toEqual([]);
    expect((await queue({ state: 'hidden' })).map(({ comment }) => comment.id)).toEqual([said.id]);
    await projects.on('show', id, people.worker, { comment: said.id });
    expect((await one(said.id))?.words).toBe('施工队都是骗子');
    // What a worker let stand waits again when another one reports it.
    await report(people.branch);
    expect((await queue()).map(({ comment }) => comment.id)).toEqual([said.id]);
  });

  it('of a worker’s own is shown by another', async () => {
    const said = await projects.say(id, people.worker, '值班电话 13812348000');
    expect((await projects.on('show', id, people.worker, { comment: said.id })).code).toBe('member.self');
    const other = world.person('worker-2', { name: '吴社工', roles: ['worker'] });
    expect((await projects.on('show', id, other, { comment: said.id })).status).toBe(200);
  });

  it('is read page by page, the oldest first', async () => {
    const all = (await projects.said(id)).map((said) => said.id);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '2', ...(cursor !== undefined && { cursor }) };
      const { items, nextCursor } = (await world.ask(table.comments, { id, query })).value;
      pages.push(...items.map((said) => said.id));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(pages).toEqual(all);
    expect((await world.ask(table.comments, { id, query: { cursor: 'nonsense' } })).code).toBe('request.invalid');
    expect((await world.ask(table.queue, { as: people.worker, query: { cursor: 'nonsense' } })).code).toBe('request.invalid');
  });

  it('is written anew on every page when its writer changes their mind about their name', async () => {
    const far = world.person('moved-on', { name: '端木搬家' });
    await projects.say(id, far, '我搬走了，也说一句');
    await world.db
      .updateTable('member')
      .set({ area_id: null })
      .where('id', '=', await world.memberId(far))
      .execute();
    await world.ask(me.consents, { as: { ...far, area: 'west' }, body: { wishAuthor: true } });
    const east = await areaBySlug(world.db, 'east');
    const told = await world.db
      .selectFrom('event')
      .select('area_id')
      .where('type', '=', 'consent.changed')
      .where('actor_id', '=', await world.memberId(far))
      .execute();
    expect(told.map(({ area_id: area }) => area)).toContain(east?.id);
  });

  it('shows no number in a notice that it shows nobody on the page', async () => {
    const title = '量好了，找 13812348000';
    await projects.verb('milestones', id, people.worker, { title, on: '2026-11-20', reached: true });
    expect((await noticesOf(people.neighbour))[0]).toMatchObject({ type: 'project.reported', words: '量好了，找 138****8000' });
    const { items } = (await world.ask(table.timeline, { id })).value;
    expect(items.at(-1)).toMatchObject({ words: '量好了，找 138****8000' });
  });

  it('is heard of by everyone only once its project is listed', async () => {
    const { id: fresh } = await projects.propose();
    id = fresh;
    expect(await heard(undefined)).toEqual([]);
    expect(await heard(people.neighbour)).toEqual([]);
    expect(await heard(people.wisher)).toEqual(['project.proposed']);
    expect(await heard(people.worker)).toEqual(['project.proposed']);
    await projects.verb('enlist', fresh, people.worker);
    expect(await heard(undefined)).toEqual(['project.listed']);
    expect(world.failures).toEqual([]);
  });
});
