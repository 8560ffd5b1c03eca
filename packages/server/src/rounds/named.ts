import type { Notice } from '@five-micro/contract';
import type { Context } from '../http/route.ts';
import type { Db } from '../ports.ts';
import { isVisible, relationsIn } from './lifecycle.ts';
import { roundRecords } from './statements.ts';

type Named = NonNullable<Notice['round']>;

/** Rounds as a notice names them, where whoever is told may see them. */
export async function roundsNamed(
  { caller }: Pick<Context, 'caller'>,
  db: Db,
  ids: readonly string[],
): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await roundRecords(db)
    .where('round.id', 'in', [...new Set(ids)])
    .execute();
  const seen = rows.filter((round) => isVisible(round, relationsIn(caller, round)));
  return new Map(seen.map(({ id, title, kind, status }) => [id, { id, title, of: kind, status }]));
}
