import { contract } from '@five-micro/contract';
import { holds, includes, same, there } from '../finding.ts';
import type { Kit, Person } from '../kit.ts';
import { scenarios } from '../scenario.ts';
import { allPages, fulfilledWish } from './parts.ts';

const { wishes, me, points } = contract;

const amount = (kit: Kit, rule: string): number =>
  there(`an amount for ${rule} in the area’s settings`, kit.settings.points?.[rule], kit.settings.points);

/** Somebody who helped with so many wishes, each confirmed by its own wisher. */
async function helperOf(kit: Kit, count: number, more: Partial<Person> = {}): Promise<Person> {
  const helper = kit.person(more);
  for (let times = 0; times < count; times += 1) {
    const wisher = kit.person();
    const { id } = await fulfilledWish(kit, { wisher, helper, worker: kit.worker() });
    await kit.done(wishes.confirm, { as: wisher, id, body: { rating: 5 } });
  }
  return helper;
}

const account = async (kit: Kit, as: Person) => await kit.done(me.points, { as });

/** One ledger that only grows. Amounts are the area's, as its settings say them. */
export const pointScenarios = scenarios('points', ['wishes', 'points'], {
  earned: {
    says: 'Points for help come when the wish is confirmed, once, and say what they are for.',
    rules: ['points', 'me.points', 'wishes.confirm'],
    async run(kit) {
      const [wisher, helper] = [kit.person(), kit.person()];
      const { id } = await fulfilledWish(kit, { wisher, helper, worker: kit.worker() });
      same('points before it is confirmed', (await account(kit, helper)).points, 0);
      const key = kit.unique();
      for (const _time of ['once', 'twice']) {
        await kit.done(wishes.confirm, { as: wisher, id, key, body: { rating: 5 } });
      }
      const { points: total, items } = await account(kit, helper);
      same('points', total, amount(kit, 'wish-helped'));
      same(
        'entries',
        items.map((one) => [one.rule, one.amount, one.about?.id]),
        [['wish-helped', amount(kit, 'wish-helped'), id]],
      );
    },
  },
  published: {
    says: 'The wisher’s own point comes when the wish is published.',
    rules: ['points', 'me.points', 'wishes.publish'],
    async run(kit) {
      const [wisher, worker] = [kit.person(), kit.worker()];
      const body = { title: '想要一盏台灯', kind: 'item' as const };
      const { id } = await kit.done(wishes.post, { as: wisher, body });
      same('points of a submitted wish', (await account(kit, wisher)).points, 0);
      await kit.done(wishes.publish, { as: worker, id });
      const { points: total, byRule } = await account(kit, wisher);
      same('points', [total, byRule['wish-published']], [amount(kit, 'wish-published'), amount(kit, 'wish-published')]);
    },
  },
  reversed: {
    says: 'A mistake is undone by an entry of its own, once, by a worker, never for themself.',
    rules: ['points', 'points.reverse', 'points.reversed', 'member.self', 'auth.forbidden'],
    async run(kit) {
      const [worker, helper] = [kit.worker(), await helperOf(kit, 1)];
      const { id } = there('an entry', (await account(kit, helper)).items[0]);
      const body = { reason: '记重了' };
      (await kit.ask(points.reverse, { as: helper, id, body })).refused('auth.forbidden', 'member.self');
      (await kit.ask(points.reverse, { as: worker, id: '999999999999', body })).refused('points.unknown');
      const entry = await kit.done(points.reverse, { as: worker, id, body });
      same('the entry that was taken back', [entry.id, entry.reversed, entry.reason], [id, true, body.reason]);
      (await kit.ask(points.reverse, { as: worker, id, body })).refused('points.reversed');
      const { points: total, items } = await account(kit, helper);
      same('points', total, 0);
      const amounts = items.map((one) => [one.amount, one.reverses]);
      same('entries, the newest first', amounts, [
        [-amount(kit, 'wish-helped'), id],
        [amount(kit, 'wish-helped'), null],
      ]);
    },
  },
  ranks: {
    says: 'A board shows who agreed to it, equal points share a rank (1, 1, 3), and everyone has a rank of their own.',
    rules: ['points', 'points.leaderboard', 'points.standing', 'me.consents'],
    alone: true,
    async run(kit) {
      const people: [number, 'off' | 'masked' | 'full', string][] = [
        [2, 'masked', '欧阳春梅'],
        [2, 'full', '孙行者'],
        [1, 'masked', '钱多多'],
        [2, 'off', '夏侯惇惇'],
      ];
      const members: Person[] = [];
      for (const [count, ranking, name] of people) {
        const as = await helperOf(kit, count, { name });
        await kit.done(me.consents, { as, body: { ranking } });
        members.push(as);
      }
      await kit.within(60, async () => {
        const standings = await Promise.all(
          members.map(async (as) => await kit.done(points.standing, { as, query: { period: 'month' } })),
        );
        const [one, two, three, hidden] = standings.map(({ rank }) => rank);
        const first = there('a rank', one);
        same('ranks of two with equal points', [two, hidden], [first, first]);
        holds('a lower rank for fewer points', there('a rank', three) >= first + 2, three);
        same(
          'who is listed',
          standings.map(({ listed }) => listed),
          [true, true, true, false],
        );
      });
      const board = (await allPages((query) => kit.done(points.leaderboard, { query: { period: 'month', ...query } }))).flat();
      const names = board.map(({ name }) => name);
      includes('names on the board', names, '欧阳**', '孙行者');
      for (const name of ['欧阳春梅', '夏侯']) holds(`a board without ${name}`, !names.some((one) => one.includes(name)), names);
      const byPoints = board.map((one) => 1 + board.filter((other) => other.points > one.points).length);
      same(
        'ranks on the board',
        board.map(({ rank }) => rank),
        byPoints,
      );
    },
  },
  private: {
    says: 'Where somebody’s points come from is read by them and by their workers alone.',
    rules: ['points', 'points.ofMember', 'auth.forbidden', 'auth.required'],
    async run(kit) {
      const as = await helperOf(kit, 1);
      const { id } = await kit.done(me.get, { as });
      (await kit.ask(points.ofMember, { id })).refused('auth.required');
      (await kit.ask(points.ofMember, { as: kit.person(), id })).refused('auth.forbidden', 'member.unknown');
      same('points for a worker', (await kit.done(points.ofMember, { as: kit.worker(), id })).points, amount(kit, 'wish-helped'));
      (await kit.ask(points.standing)).refused('auth.required');
    },
  },
});
