import type { AreaRow } from '../areas/statements.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { Refusal } from './problem.ts';
import type { Context } from './route.ts';

/** The member who asks, where the table lets nobody else through. */
export function signedIn(context: Pick<Context, 'caller'>): MemberCaller {
  if (context.caller.kind === 'visitor') throw new Refusal('auth.required');
  return context.caller;
}

/** The area of a path below `/areas/{area}`. */
export function areaOf(context: Pick<Context, 'area'>): AreaRow {
  if (!context.area) throw new Refusal('area.unknown', { params: { area: '' } });
  return context.area;
}
