import { contract } from '@five-micro/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { oneDatabase } from '../testing/databases.ts';
import { listen } from '../testing/listening.ts';
import type { Person } from '../testing/people.ts';
import { bringTo } from '../testing/stages.ts';
import { cast, createWorld, type World } from '../testing/world.ts';

const { wishes, me, organisations, moderation } = contract;
vi.setConfig({ testTimeout: 120_000 });

/** What no stranger may read anywhere, in whatever answer. */
const secrets = ['13812348000', '１３８', '-1234-', '12348', '一二三四', '坏邻居', '倒垃圾', '别再来'];
const number = '１３８-1234-8000';

describe.each(oneDatabase)('what was held or hidden, on $name', ({ open }) => {
  let world: World;
  let people: ReturnType<typeof cast>;
  let former: Person;
  beforeAll(async () => {
    world = await createWorld(open);
    people = cast(world);
    former = world.person('former', { name: '褚前任' });
  }, 120_000);
  afterAll(() => world.stop());

  /** Every answer that someone who has nothing to do with the wish can get about it. */
  async function strangersRead(id: string): Promise<string> {
    const answers: string[] = [];
    for (const as of [undefined, people.neighbour, people.stranger, former]) {
      for (const area of ['east', 'south', 'here']) {
        answers.push((await world.ask(wishes.list, { as, area, query: { limit: '100' } })).text);
        answers.push((await world.ask(wishes.summary, { as, area })).text);
        answers.push((await world.ask(moderation.list, { as, area })).text);
      }
      answers.push((await world.ask(wishes.get, { as, id })).text, (await world.ask(wishes.timeline, { as, id })).text);
      answers.push((await world.ask(organisations.wishes, { as, slug: 'branch' })).text);
      answers.push((await world.verb('report', id, as, { part: 'title', reason: 'rude' })).text);
      if (as) {
        answers.push((await world.ask(me.notices, { as, query: { limit: '100' } })).text);
        answers.push((await world.ask(me.claims, { as })).text, (await world.ask(me.wishes, { as })).text);
      }
    }
    return answers.join('\n');
  }

  async function expectDiscreet(id: string): Promise<void> {
    const read = await strangersRead(id);
    expect(secrets.filter((secret) => read.includes(secret))).toEqual([]);
    for (const q of [...secrets, '13812348000 坏邻居'])
      expect((await world.ask(wishes.list, { as: people.neighbour, query: { q } })).text).not.toContain(id);
  }

  it('is in no answer that a stranger gets, whatever part it is of', async () => {
    const { wisher, helper, worker, branch } = people;
    const stream = listen(await world.send('/areas/east/live', {}));
    await stream.begun();
    const { id } = await world.post(wisher, {
      title: `别再来，${number}`,
      story: `坏邻居，${number}`,
      place: `倒垃圾，${number}`,
      claimersWanted: 2,
    });
    await world.verb('publish', id, worker);
    await world.verb('claim', id, former);
    for (const part of ['title', 'story', 'place']) await world.verb('hide', id, worker, { part, reason: `坏邻居 ${number}` });
    await world.verb('release', id, former);
    await expectDiscreet(id);
    await world.verb('claim', id, helper);
    await world.verb('claim', id, branch, { as: 'branch' });
    await world.verb('fulfil', id, helper, { note: `坏邻居，${number}` });
    await world.verb('fulfil', id, branch, { note: '坏邻居，一三八一二三四八〇〇〇' });
    await expectDiscreet(id);
    const { claims } = (await world.ask(wishes.get, { id, as: worker })).value;
    for (const { id: claim } of claims) await world.verb('hide', id, worker, { part: 'note', claim, reason: '倒垃圾' });
    await expectDiscreet(id);
    for (const { id: claim } of claims)
      await world.verb('show', id, worker, { part: 'note', claim, wording: `谢谢，${number}`, reason: '倒垃圾' });
    await expectDiscreet(id);
    await world.verb('reopen', id, wisher, { reason: `坏邻居，${number}` });
    await world.verb('fulfil', id, helper, { note: '好了' });
    await world.verb('fulfil', id, branch, { note: '好了' });
    await expectDiscreet(id);
    await world.verb('confirm', id, wisher, { rating: 1, thanks: `坏邻居，${number}` });
    await expectDiscreet(id);
    const types = new Set<string>();
    while (!types.has('wish.confirmed')) {
      const heard = await stream.next();
      types.add(heard?.fact.type ?? 'wish.confirmed');
      expect(Object.keys(heard?.fact ?? {})).toEqual(['type', 'id', 'area']);
    }
    expect(types).toContain('wish.hidden');
    expect(types).toContain('wish.shown');
    for (const kept of ['wish.held', 'wish.reported', 'wish.submitted']) expect(types).not.toContain(kept);
    await stream.leave();
  });

  it('is no more in the closing note of a wish than in its thanks', async () => {
    const id = await bringTo(world, 'fulfilled');
    await world.verb('close', id, people.worker, { note: `坏邻居，${number}` });
    await expectDiscreet(id);
    await world.verb('hide', id, people.officer, { part: 'closing', reason: '不' });
    await world.verb('hide', id, people.worker, { part: 'closing', reason: '不' });
    await expectDiscreet(id);
  });
});
