import type { Fact } from '@five-micro/contract';
import type { AreaRow } from '../areas/statements.ts';
import type { Caller } from '../identity/caller.ts';
import { relationsToArea } from '../identity/permissions.ts';
import type { LiveEvent } from './statements.ts';

/** Public on a timeline once the wish is, but until then nobody's business but its parties' and the workers'. */
const beforePublication: readonly string[] = ['wish.submitted', 'project.proposed'];

/** A look is written down, but it changes nothing: whoever looks again at each fact would never stop. */
const looks: readonly string[] = ['action.list-viewed', 'round.papers-viewed'];

/** Who votes when is no worker's business either: only whom it concerns hears of it. */
const theirsAlone: readonly string[] = ['round.voted'];

/**
 * Whether a listener of an area hears of an event: public ones of the subtree; a member besides these what concerns
 * them, their own wishes or the actions that they hold, wherever it is; a worker everything of the areas they look after.
 */
export function hears(caller: Caller, area: AreaRow, event: LiveEvent): boolean {
  if (event.root_id !== area.root_id || looks.includes(event.type)) return false;
  const here = event.area_path.includes(area.id);
  if (here && event.visibility === 'public' && !beforePublication.includes(event.type)) return true;
  if (caller.kind === 'visitor' || caller.rootId !== event.root_id) return false;
  const relations = relationsToArea(caller, { id: event.area_id, rootId: event.root_id, path: event.area_path });
  const looksAfter = relations.has('worker') || relations.has('officer');
  if (here && looksAfter && !theirsAlone.includes(event.type)) return true;
  if (event.visibility === 'workers') return false;
  if (caller.organisations.some(({ id }) => id === event.host_id)) return true;
  const ofProject = [event.proposer_id, event.project_acting_id];
  return [event.wisher_id, event.acting_id, event.author_id, event.actor_id, ...ofProject, ...event.concerned].includes(
    caller.id,
  );
}

export function factOf(event: LiveEvent): Fact {
  const id = event.wish_id ?? event.action_id ?? event.project_id ?? event.nomination_id ?? event.round_id;
  return { type: event.type, ...(id !== null && { id }), area: event.area_slug };
}
