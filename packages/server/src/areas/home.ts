import type { MemberCaller } from '../identity/caller.ts';
import { relationsToArea } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { areaById, type AreaRow, placeOf } from './statements.ts';

/**
 * Where something belongs that somebody begins on the page of an area: there, if they live or work there; else, on a
 * page of the street or the district, in their own community below it, whose workers know them.
 */
export async function homeWithin(db: Db, caller: MemberCaller, area: AreaRow): Promise<AreaRow> {
  const relations = relationsToArea(caller, placeOf(area));
  if (relations.has('local') || relations.has('worker') || caller.areaId === null) return area;
  return areaById(db, caller.areaId);
}
