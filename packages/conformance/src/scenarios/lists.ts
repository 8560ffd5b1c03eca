import { contract } from '@five-micro/contract';
import { same } from '../finding.ts';
import { scenarios } from '../scenario.ts';
import { allPages, openWish, submittedWish } from './parts.ts';

const { wishes, me } = contract;

/** `{ items, nextCursor }`, whatever is listed. One's own wishes stand in for all lists. */
export const lists = scenarios('lists', ['wishes'], {
  pages: {
    says: 'Page after page every item comes exactly once, and the last page says that it is the last.',
    rules: ['lists', 'me.wishes'],
    async run(kit) {
      const as = kit.person();
      const made: string[] = [];
      for (let count = 0; count < 5; count += 1) made.push((await submittedWish(kit, as)).id);
      const pages = await allPages(async (query) => await kit.done(me.wishes, { as, query }), 2);
      same(
        'items on each page',
        pages.map((page) => page.length),
        [2, 2, 1],
      );
      same(
        'items of all pages, the newest first',
        pages.flat().map(({ id }) => id),
        made.reverse(),
      );
    },
  },
  'new-ones-meanwhile': {
    says: 'What is added while someone turns pages neither repeats nor hides an item.',
    rules: ['lists', 'me.wishes'],
    async run(kit) {
      const as = kit.person();
      const made: string[] = [];
      for (let count = 0; count < 4; count += 1) made.push((await submittedWish(kit, as)).id);
      const first = await kit.done(me.wishes, { as, query: { limit: 2 } });
      await submittedWish(kit, as);
      const query = { limit: 100, cursor: first.nextCursor ?? '' };
      const rest = await kit.done(me.wishes, { as, query });
      same(
        'both pages',
        [...first.items, ...rest.items].map(({ id }) => id),
        made.reverse(),
      );
      same('next cursor of the last page', rest.nextCursor, null);
    },
  },
  limit: {
    says: 'A limit is 1–100; anything else is refused rather than guessed at.',
    rules: ['lists', 'me.wishes', 'request.invalid'],
    async run(kit) {
      const as = kit.person();
      for (const limit of [0, 101, 'many', 1.5]) {
        const { fields = [] } = (await kit.ask(me.wishes, { as, query: { limit } })).refused('request.invalid');
        same(`the field of limit=${limit}`, fields[0]?.path, 'limit');
      }
    },
  },
  cursor: {
    says: 'A cursor that is none of the server’s is refused.',
    rules: ['lists', 'me.wishes', 'request.invalid'],
    async run(kit) {
      const reply = await kit.ask(me.wishes, { as: kit.person(), query: { cursor: 'nonsense' } });
      same('the field', reply.refused('request.invalid').fields?.[0]?.path, 'cursor');
    },
  },
  filters: {
    says: 'Filters take lists with commas; one that the contract does not have is refused by its name.',
    rules: ['lists', 'wishes.list', 'request.invalid'],
    async run(kit) {
      const [wisher, worker] = [kit.person(), kit.worker()];
      const open = await openWish(kit, wisher, worker);
      const claimed = await openWish(kit, wisher, worker, { kind: 'service' });
      await kit.done(wishes.claim, { as: kit.person(), id: claimed.id });
      const found = async (query: Record<string, string>) => {
        const { items } = await kit.done(wishes.list, { query: { limit: 100, ...query } });
        return [open.id, claimed.id].map((id) => items.some((wish) => wish.id === id));
      };
      same('open and claimed in status=open', await found({ status: 'open' }), [true, false]);
      same('open and claimed in status=open,claimed', await found({ status: 'open,claimed' }), [true, true]);
      same('item and service in kind=service', await found({ kind: 'service' }), [false, true]);
      for (const query of [{ status: 'wonderful' }, { colour: 'red' }])
        (await kit.ask(wishes.list, { query })).refused('request.invalid');
    },
  },
  search: {
    says: 'A search finds a part of the title, Chinese words of two characters among them.',
    rules: ['lists', 'wishes.list'],
    async run(kit) {
      const word = kit.unique();
      const [wisher, worker] = [kit.person(), kit.worker()];
      const { id } = await openWish(kit, wisher, worker, { title: `修一修${word}灯管` });
      await openWish(kit, wisher, worker, { title: `想学拉${word}二胡` });
      const found = async (q: string) => (await kit.done(wishes.list, { query: { q } })).items.map((wish) => wish.id);
      same('wishes found', await found(`${word}灯管`), [id]);
      same('whether the two characters find it', (await found('灯管')).includes(id), true);
    },
  },
});
