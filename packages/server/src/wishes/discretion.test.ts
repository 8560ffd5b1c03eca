import { contract } from '@five-micro/contract';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checkDatabase } from '../check.ts';
import { oneDatabase } from '../testing/databases.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { wishes, me, areas } = contract;
vi.setConfig({ testTimeout: 60_000 });

describe.each(oneDatabase)('what others see on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
  }, 120_000);
  afterAll(() => world.stop());

  const secrets = ['欧阳春梅', '孙行者', '周社工', '春梅', '行者', '13812348000', '025-84001234', '3-201', '刘奶奶'];

  /** Every public answer about the community and one wish, as a visitor and as a neighbour get them. */
  async function publicAnswers(id: string): Promise<string[]> {
    const answers: string[] = [];
    for (const as of [undefined, people.neighbour, people.stranger]) {
      for (const area of ['east', 'south', 'here']) {
        answers.push((await world.ask(wishes.list, { as, area })).text, (await world.ask(wishes.summary, { as, area })).text);
        answers.push((await world.ask(areas.get, { as, area })).text, (await world.ask(areas.organisations, { as, area })).text);
      }
      answers.push((await world.ask(wishes.list, { as, query: { order: 'due' } })).text);
      answers.push((await world.ask(wishes.get, { as, id })).text, (await world.ask(wishes.timeline, { as, id })).text);
      answers.push((await world.ask(wishes.contact, { as, id })).text, (await world.verb('claim', id, as)).text);
    }
    return answers;
  }

  async function expectDiscreet(id: string): Promise<void> {
    for (const answer of await publicAnswers(id)) for (const secret of secrets) expect(answer).not.toContain(secret);
  }

  it('is never a full name, a number or an address, before and after help and thanks', async () => {
    const { wisher, helper, worker } = people;
    await world.ask(me.consents, { as: wisher, body: { wishAuthor: true } });
    const { id } = await world.post(wisher, {
      story: '请打 138 1234 8000 或 025-84001234 找我',
      forWhom: { relation: 'neighbour', name: '刘奶奶' },
      contact: { name: '欧阳春梅', phone: '13812348000', address: '3-201' },
    });
    await world.verb('publish', id, worker);
    await world.verb('claim', id, helper);
    await expectDiscreet(id);
    await world.verb('fulfil', id, helper, { note: '有事打 13812348000' });
    await world.verb('reopen', id, wisher, { reason: '找不到人，13812348000' });
    await expectDiscreet(id);
    await world.verb('fulfil', id, helper, { note: '送到了' });
    await world.verb('confirm', id, wisher, { rating: 5, thanks: '谢谢，我的号码是13812348000' });
    await expectDiscreet(id);
    await world.verb('show', id, worker, { part: 'thanks' });
    await expectDiscreet(id);
    const shown = (await world.ask(wishes.get, { id })).value;
    expect(shown).toMatchObject({
      wisher: { name: '欧阳**' },
      forWhom: { relation: 'neighbour', name: '刘**' },
      story: '请打 138****8000 或 025****1234 找我',
      confirmation: { thanks: '谢谢，我的号码是138****8000' },
    });
    expect(shown).not.toHaveProperty('original');
    expect(shown).not.toHaveProperty('reason');
  });

  it('follows each person’s consent at once, and masks for workers in any case', async () => {
    const { wisher, helper, worker, neighbour } = people;
    const id = await bringTo(world, 'claimed');
    const names = async (as = neighbour) => {
      const wish = (await world.ask(wishes.get, { id, as })).value;
      const entries = (await world.ask(wishes.timeline, { id, as })).value.items.map((entry) => entry.by);
      return [wish.wisher.name, wish.claims[0]?.name, entries[0], entries.at(-1)];
    };
    await world.ask(me.consents, { as: wisher, body: { wishAuthor: false } });
    expect(await names()).toEqual(['一位邻居', '一位热心邻居', '一位邻居', '一位热心邻居']);
    expect(await names(worker)).toEqual(['欧阳**', '孙**', '欧阳**', '孙**']);
    expect(await names(wisher)).toEqual(['欧阳**', '一位热心邻居', '欧阳**', '一位热心邻居']);
    await world.ask(me.consents, { as: wisher, body: { wishAuthor: true } });
    await world.ask(me.consents, { as: helper, body: { helper: true } });
    expect(await names()).toEqual(['欧阳**', '孙**', '欧阳**', '孙**']);
    expect((await world.verb('claim', id, neighbour)).problem.params).toEqual({ name: '孙**' });
    await world.ask(me.consents, { as: helper, body: { helper: false } });
    expect((await names())[1]).toBe('一位热心邻居');
    expect((await world.ask(wishes.get, { id, as: neighbour, language: 'en' })).value.claims[0]?.name).toBe('A kind neighbour');
  });

  it('of a contact is told to workers: who looked, each time', async () => {
    const { wisher, helper, worker, neighbour } = people;
    const id = await bringTo(world, 'claimed');
    expect((await world.ask(wishes.contact, { id })).code).toBe('auth.required');
    expect((await world.ask(wishes.contact, { id, as: neighbour })).code).toBe('auth.forbidden');
    await world.ask(wishes.contact, { id, as: helper });
    await world.ask(wishes.contact, { id, as: helper });
    const looks = async (as: typeof worker) =>
      (await world.ask(wishes.timeline, { id, as })).value.items
        .filter((entry) => entry.type === 'wish.contact-viewed')
        .map((entry) => entry.by);
    expect(await looks(worker)).toEqual(['孙**', '孙**']);
    expect(await looks(wisher)).toEqual([]);
    expect(await looks(helper)).toEqual([]);
    const bare = await world.post(wisher);
    expect(bare.can).not.toContain('contact');
    expect((await world.ask(wishes.contact, { id: bare.id, as: wisher })).code).toBe('wish.no-contact');
  });

  it('of an unpublished wish is nothing at all', async () => {
    const { neighbour, officer, stranger, wisher, worker } = people;
    for (const status of ['submitted', 'declined', 'withdrawn', 'merged'] as const) {
      const id = await bringTo(world, status);
      for (const as of [undefined, neighbour, stranger]) {
        expect((await world.ask(wishes.get, { id, as })).code).toBe('wish.unknown');
        expect((await world.ask(wishes.timeline, { id, as })).code).toBe('wish.unknown');
        expect((await world.ask(wishes.list, { as })).text).not.toContain(id);
      }
      for (const as of [wisher, worker, officer]) expect((await world.ask(wishes.get, { id, as })).value.status).toBe(status);
    }
  });

  it('stays countable when everything that was said and everyone who said it is erased', async () => {
    const id = await bringTo(world, 'confirmed');
    const before = (await world.ask(wishes.summary, { area: 'here' })).value;
    const steps = (await world.ask(wishes.timeline, { id })).value.items.map((entry) => entry.type);
    const wisher = await world.memberId(people.wisher);
    await sql`delete from event_words where wish_id in (select id from wish where wisher_id = ${wisher}::uuid)`.execute(world.db);
    await sql`delete from wish_words where wish_id in (select id from wish where wisher_id = ${wisher}::uuid)`.execute(world.db);
    await sql`delete from wish_contact`.execute(world.db);
    await sql`delete from claim_words`.execute(world.db);
    await sql`delete from upload where owner_id = ${wisher}::uuid`.execute(world.db);
    for (const table of ['member_profile', 'consent', 'identity']) {
      await sql`delete from ${sql.table(table)} where member_id = ${wisher}::uuid`.execute(world.db);
    }
    expect((await world.ask(wishes.summary, { area: 'here' })).value).toEqual(before);
    expect((await world.ask(wishes.timeline, { id })).value.items.map((entry) => entry.type)).toEqual(steps);
    expect((await world.ask(wishes.get, { id, as: people.worker })).value).toMatchObject({
      wisher: { name: '一位邻居' },
      title: '',
    });
    expect((await world.ask(wishes.list)).status).toBe(200);
    expect((await checkDatabase(world.db)).differences).toEqual([]);
    expect(world.failures).toEqual([]);
  });
});
