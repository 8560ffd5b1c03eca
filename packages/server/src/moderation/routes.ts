import type { ModerationCase, ModerationState } from '@five-micro/contract';
import { areaOf } from '../http/asked.ts';
import { badCursor, cursorTime, decodeCursor, pageOf, pageSize } from '../http/cursor.ts';
import type { Call, Routes } from '../http/route.ts';
import { isUuid } from '../ids.ts';
import type { Db } from '../ports.ts';
import { queueOf } from './queue-statements.ts';
import { showCases } from './view.ts';

export const moderationRoutes: Routes<'moderation'> = { 'moderation.list': { read: list } };

const states: Record<'waiting' | 'hidden', readonly ModerationState[]> = { waiting: ['held', 'reported'], hidden: ['hidden'] };

async function list(call: Call<'moderation.list'>, db: Db): Promise<{ items: ModerationCase[]; nextCursor: string | null }> {
  const { state = 'waiting', cursor, limit } = call.query;
  const size = pageSize(limit);
  const rows = await queueOf(db, areaOf(call).id, { states: states[state], after: caseAfter(cursor), limit: size + 1 });
  const page = pageOf(
    rows,
    size,
    (row) => row,
    (row) => [row.since.toISOString(), row.id],
  );
  return { items: await showCases(call, db, page.items), nextCursor: page.nextCursor };
}

function caseAfter(cursor: string | undefined): { since: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [since = '', id = ''] = decodeCursor(cursor, 2);
  if (!isUuid(id)) throw badCursor();
  return { since: cursorTime(since), id };
}
