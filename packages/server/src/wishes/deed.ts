import { recordEvent, type Told as AnyTold } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import type { Db } from '../ports.ts';
import { isHeld, permit, type WishEndpoint } from './lifecycle.ts';
import {
  claimsOn,
  type ClaimRecord,
  endClaims,
  changeWish,
  factsOf,
  lockWish,
  type WishRecord,
  type WishRow,
} from './statements.ts';

/** One step of a wish's way, under way: the wish is locked, and the caller may take the step. */
export interface Deed {
  context: Context;
  db: Db;
  caller: MemberCaller;
  at: Date;
  wish: WishRecord;
  claims: ClaimRecord[];
}

/** Locks the wish that the path names and asks the table. `anyState` leaves its state to the act. */
export async function approach(
  context: Context,
  db: Db,
  endpoint: WishEndpoint,
  how: { anyState?: boolean } = {},
): Promise<Deed> {
  const wish = await lockWish(db, context.params['id'] ?? '');
  if (!wish) throw new Refusal('wish.unknown');
  const claims = await claimsOn(db, [wish.id]);
  permit(endpoint, context.caller, wish, claims, how);
  return { context, db, caller: signedIn(context), at: context.at, wish, claims };
}

export const heldClaims = (deed: Deed): ClaimRecord[] => deed.claims.filter(isHeld);

/** Everyone with an active or done claim. */
export const helpersOf = (deed: Deed): string[] => heldClaims(deed).map((claim) => claim.member_id);

export interface Told extends Omit<AnyTold, 'onBehalfOf' | 'words'> {
  claimId?: string;
  words?: string | undefined;
}

/** Writes down what the caller did. Who acts for the wisher is kept beside them. */
export async function tell({ db, at, caller, wish }: Deed, type: string, now: WishRow, told: Told = {}): Promise<void> {
  const forWisher = caller.id !== wish.wisher_id && caller.id === wish.acting_id && onBehalf.includes(type);
  await recordEvent(db, {
    type,
    area: { id: wish.area_id, root_id: wish.root_id },
    at,
    wishId: wish.id,
    actorId: caller.id,
    ...(forWisher && { onBehalfOf: wish.wisher_id }),
    ...told,
    words: told.words ?? null,
    data: { ...factsOf(now), ...told.data },
  });
}

/** Steps that are the wisher's own, so that a worker takes them only for the wisher. */
const onBehalf: readonly string[] = ['wish.submitted', 'wish.edited', 'wish.withdrawn'];

/**
 * Writes down that leases have ended. A lapse is a fact of its own, told by the sweeper and before any claim, never
 * guessed from a date. The wish is locked by the caller. Answers the wish afterwards where one had ended.
 */
export async function lapseOverdue(db: Db, wish: WishRow, at: Date): Promise<WishRow | undefined> {
  const lapsed = await endClaims(db, { wishId: wish.id, dueBy: at }, 'lapsed', at);
  if (lapsed.length === 0) return undefined;
  const now = await changeWish(db, wish.id, { status: 'open', held: wish.held - lapsed.length, updated_at: at });
  for (const claim of lapsed) {
    await recordEvent(db, {
      type: 'wish.lapsed',
      area: { id: wish.area_id, root_id: wish.root_id },
      at,
      wishId: wish.id,
      claimId: claim.id,
      organisationId: claim.organisation_id,
      data: factsOf(now),
      notify: [wish.wisher_id, claim.member_id],
    });
  }
  return now;
}
