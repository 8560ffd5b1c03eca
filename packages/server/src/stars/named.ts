import type { Notice } from '@five-micro/contract';
import type { Db } from '../ports.ts';
import { isVisible, relationsIn } from './lifecycle.ts';
import { hangingOf, nominationRecords } from './statements.ts';
import { type Asking, showNominations } from './view.ts';

type Named = NonNullable<Notice['nomination']>;

/** Nominations as a notice names them, by their honour, where whoever is told may see them. */
export async function nominationsNamed(asking: Asking, db: Db, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await nominationRecords(db)
    .where('nomination.id', 'in', [...new Set(ids)])
    .execute();
  const seen = rows.filter((nomination) => isVisible(relationsIn(asking.caller, nomination)));
  const shown = await showNominations(asking, db, seen);
  const stars = await hangingOf(
    db,
    seen.map(({ id }) => id),
  );
  return new Map(
    shown.map(({ id, title, status }, index) => {
      const round = seen[index]?.round_id ?? null;
      return [id, { id, title: title.name, status, star: stars.get(id) ?? null, round }];
    }),
  );
}
