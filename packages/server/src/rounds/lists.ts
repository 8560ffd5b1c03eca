import type { RoundOf, RoundStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { roundRecords } from './statements.ts';

export interface Wanted {
  area: AreaRow;
  of: RoundOf | undefined;
  statuses: readonly RoundStatus[];
  after: Place | undefined;
  limit: number;
}

/** Rounds of a subtree and of the areas above it, the last to open first: whoever lives here votes in all of them. */
export function listRounds(db: Db, { area, of, statuses, after, limit }: Wanted) {
  let query = roundRecords(db)
    .where('round.root_id', '=', area.root_id)
    .where((is) => is.or([is('round.area_id', 'in', subtree(db, area.id)), is('round.area_id', 'in', area.path)]))
    .where('round.status', 'in', statuses)
    .orderBy('round.opens_at', 'desc')
    .orderBy('round.id', 'desc')
    .limit(limit);
  if (of !== undefined) query = query.where('round.kind', '=', of);
  if (after) query = query.where(sql<boolean>`(round.opens_at, round.id) < (${after.key}::timestamptz, ${after.id}::uuid)`);
  return query.execute();
}
