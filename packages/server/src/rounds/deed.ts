import type { RoundEvent, RoundOf } from '@five-micro/contract';
import { recordEvent, type Told } from '../db/events.ts';
import { signedIn } from '../http/asked.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import type { Db } from '../ports.ts';
import { projectOptions } from '../projects/options.ts';
import { nominationOptions } from '../stars/options.ts';
import { permit, type RoundEndpoint } from './lifecycle.ts';
import type { Hand, OptionSource } from './sources.ts';
import { factsOf, lockRound, type RoundRecord, type RoundRow } from './statements.ts';

export const sources: Record<RoundOf, OptionSource> = { projects: projectOptions, stars: nominationOptions };

/** One step of a round's way, under way: the round is held, and the caller may take the step. */
export interface Deed extends Hand {
  caller: MemberCaller;
  actorId: string;
  round: RoundRecord;
}

/** Holds the round that the path names and asks the table. */
export async function approach(context: Context, db: Db, endpoint: RoundEndpoint): Promise<Deed> {
  const caller = signedIn(context);
  const round = await lockRound(db, context.params['id'] ?? '');
  if (!round) throw new Refusal('round.unknown');
  permit(endpoint, caller, round);
  return { ports: context.ports, db, at: context.at, caller, actorId: caller.id, round };
}

/** Writes down what was done to a round. */
export async function tell({ db, at, actorId }: Hand, type: RoundEvent, now: RoundNow, told: Told = {}): Promise<void> {
  await recordEvent(db, {
    type,
    area: { id: now.area_id, root_id: now.root_id },
    at,
    roundId: now.id,
    actorId,
    ...told,
    data: { ...factsOf(now), ...told.data },
  });
}
type RoundNow = Pick<RoundRow, 'id' | 'area_id' | 'root_id' | 'status' | 'kind'>;
