import type { Notice } from '@five-micro/contract';
import type { Db } from '../ports.ts';

type Named = NonNullable<Notice['action']>;

/**
 * Actions as a notice names them, by their ids. Whoever is told of one has seen it: they came or waited, wrote it, or
 * look after it.
 */
export async function actionsNamed(db: Db, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('action')
    .innerJoin('action_words', 'action_words.action_id', 'action.id')
    .select(['action.id', 'action_words.title', 'action.starts_at', 'action.status'])
    .where('action.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, title, starts_at: startsAt, status }) => [id, { id, title, startsAt: startsAt.toISOString(), status }]),
  );
}
