import type { Fact } from '@five-micro/contract';
import type { AreaRow } from '../areas/statements.ts';
import type { Caller } from '../identity/caller.ts';
import { relationsToArea } from '../identity/permissions.ts';
import type { LiveEvent } from './statements.ts';

/** Public on a timeline once the wish is, but until then nobody's business but its parties' and the workers'. */
const beforePublication: readonly string[] = ['wish.submitted'];

/**
 * Whether a listener of an area hears of an event: public ones of the subtree; a member besides these what concerns
 * them or their own wishes, wherever it is; a worker everything of the areas they look after.
 */
export function hears(caller: Caller, area: AreaRow, event: LiveEvent): boolean {
  if (event.root_id !== area.root_id) return false;
  const here = event.area_path.includes(area.id);
  if (here && event.visibility === 'public' && !beforePublication.includes(event.type)) return true;
  if (caller.kind === 'visitor' || caller.rootId !== event.root_id) return false;
  const relations = relationsToArea(caller, { id: event.area_id, rootId: event.root_id, path: event.area_path });
  if (here && (relations.has('worker') || relations.has('officer'))) return true;
  if (event.visibility === 'workers') return false;
  return [event.wisher_id, event.acting_id, event.actor_id, ...event.concerned].includes(caller.id);
}

export const factOf = (event: LiveEvent): Fact => ({
  type: event.type,
  ...(event.wish_id !== null && { id: event.wish_id }),
  area: event.area_slug,
});
