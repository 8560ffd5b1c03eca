import { signedIn } from '../http/asked.ts';
import { badCursor, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import type { Routes } from '../http/route.ts';
import { claimsBy, placeAfter, wishesById, wishesOf } from './lists.ts';
import { noticesOf, seeNotices, unseenNotices } from './timeline.ts';
import { showWishes } from './view.ts';

type Mine = 'me.wishes' | 'me.claims' | 'me.notices' | 'me.noticesSeen';

/** Ids of events are bigint, which is why they stay text. */
export function eventAfter(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [id = ''] = decodeCursor(cursor, 1);
  if (!/^\d{1,18}$/.test(id)) throw badCursor();
  return id;
}

export const mineRoutes: Pick<Routes<'me'>, Mine> = {
  'me.wishes': {
    async read(call, db) {
      const size = pageSize(call.query.limit);
      const rows = await wishesOf(db, signedIn(call).id, placeAfter(call.query.cursor), size + 1);
      const { nextCursor } = pageOf(
        rows,
        size,
        ({ id }) => id,
        (row) => [row.created_at.toISOString(), row.id],
      );
      return { items: await showWishes(call, db, rows.slice(0, size)), nextCursor };
    },
  },
  'me.claims': {
    async read(call, db) {
      const caller = signedIn(call);
      const size = pageSize(call.query.limit);
      const organisations = caller.organisations.map((organisation) => organisation.id);
      const rows = await claimsBy(db, caller.id, organisations, placeAfter(call.query.cursor), size + 1);
      const page = pageOf(
        rows,
        size,
        (row) => row,
        (row) => [row.created_at.toISOString(), row.id],
      );
      const ids = [...new Set(page.items.map((row) => row.wish_id))];
      const wishes = ids.length === 0 ? [] : await showWishes(call, db, await wishesById(db, ids));
      const items = page.items.flatMap((row) => {
        const wish = wishes.find((one) => one.id === row.wish_id);
        return wish
          ? [{ id: row.id, state: row.state, dueAt: row.due_at.toISOString(), createdAt: row.created_at.toISOString(), wish }]
          : [];
      });
      return { items, nextCursor: page.nextCursor };
    },
  },
  'me.notices': {
    async read(call, db) {
      const size = pageSize(call.query.limit);
      const notices = await noticesOf(call, db, signedIn(call).id, { before: eventAfter(call.query.cursor), limit: size + 1 });
      return pageOf(
        notices,
        size,
        (notice) => notice,
        (notice) => [notice.id],
      );
    },
  },
  'me.noticesSeen': {
    async act(call, db) {
      const { id } = signedIn(call);
      await seeNotices(db, id, call.body.upTo, call.at);
      return id;
    },
    answer: async (_context, db, memberId) => ({ unseen: await unseenNotices(db, memberId) }),
  },
};
