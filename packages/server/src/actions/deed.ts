import type { ActionEvent } from '@five-micro/contract';
import { type Hand as AnyHand, recordEvent, type Told } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import type { Db, Ports } from '../ports.ts';
import { type ActionEndpoint, permit } from './lifecycle.ts';
import { signUpOf, type SignUpRow } from './sign-up-statements.ts';
import { type ActionRecord, type ActionRow, factsOf, lockAction } from './statements.ts';

export interface Hand extends AnyHand {
  ports: Pick<Ports, 'clock' | 'random'>;
}

/** One step of an action's way, under way: the action is locked, and the caller may take the step. */
export interface Deed extends Hand {
  caller: MemberCaller;
  actorId: string;
  action: ActionRecord;
  /** The caller's own sign-up. */
  own: SignUpRow | undefined;
  relations: ReadonlySet<Relation>;
}

/** Locks the action that the path names and asks the table. */
export async function approach(context: Context, db: Db, endpoint: ActionEndpoint): Promise<Deed> {
  const caller = signedIn(context);
  const action = await lockAction(db, context.params['id'] ?? '');
  if (!action) throw new Refusal('action.unknown');
  const own = await signUpOf(db, action.id, caller.id);
  const relations = permit(endpoint, caller, action, own);
  return { ports: context.ports, db, at: context.at, caller, actorId: caller.id, action, own, relations };
}

/** Writes down what was done to an action. */
export async function tell({ db, at, actorId }: Hand, type: ActionEvent, now: ActionRow, told: Told = {}): Promise<void> {
  await recordEvent(db, {
    type,
    area: { id: now.area_id, root_id: now.root_id },
    at,
    actionId: now.id,
    actorId,
    ...told,
    data: { ...factsOf(now), ...told.data },
  });
}
