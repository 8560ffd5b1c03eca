import type { RoundOf, RoundStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import type { Db } from '../ports.ts';
import { badCursor, decodeCursor } from '../http/cursor.ts';
import { type Place, placeOfParts } from '../wishes/lists.ts';
import { roundRecords } from './statements.ts';

export interface Wanted {
  area: AreaRow;
  of: RoundOf | undefined;
  statuses: readonly RoundStatus[];
  /** Areas above this one whose drafts are for the caller to see, as those of the subtree are. */
  draftsAbove: readonly number[];
  after: (Place & { rank: number }) | undefined;
  limit: number;
}

/**
 * Rounds of a subtree and of the areas above it. First those that are open and in which whoever lives here votes, then what
 * else is open, or a district's own round would be lost among those of its communities; then the rest. In each the last to
 * open comes first.
 */
export function listRounds(db: Db, { area, of, statuses, draftsAbove, after, limit }: Wanted) {
  const rank = sql<number>`case when round.status <> 'open' then 2
    when round.area_id = any (${sql.val(area.path)}::integer[]) then 0 else 1 end`;
  let query = roundRecords(db)
    .where('round.root_id', '=', area.root_id)
    .where((is) => {
      const below = is('round.area_id', 'in', subtree(db, area.id));
      const above = is('round.area_id', 'in', area.path);
      const seen = is('round.status', '<>', 'draft');
      const drafts = draftsAbove.length === 0 ? [] : [is('round.area_id', 'in', draftsAbove)];
      return is.or([below, is.and([above, is.or([seen, ...drafts])])]);
    })
    .where('round.status', 'in', statuses)
    .select(rank.as('rank'))
    .orderBy(rank)
    .orderBy('round.opens_at', 'desc')
    .orderBy('round.id', 'desc')
    .limit(limit);
  if (of !== undefined) query = query.where('round.kind', '=', of);
  if (after)
    query = query.where(
      sql<boolean>`(${rank}, ${after.key}::timestamptz, ${after.id}::uuid) > (${after.rank}::integer, round.opens_at, round.id)`,
    );
  return query.execute();
}

/** @throws {Refusal} where it is not a cursor of this list */
export function roundAfter(cursor: string | undefined): Wanted['after'] {
  if (cursor === undefined) return undefined;
  const [rank = '', ...place] = decodeCursor(cursor, 3);
  if (!/^[012]$/.test(rank)) throw badCursor();
  return { rank: Number(rank), ...placeOfParts(place) };
}
