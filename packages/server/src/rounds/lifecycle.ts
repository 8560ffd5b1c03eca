import { type EndpointName, publicRoundStatus, type RoundStatus, type RoundVerb } from '@five-micro/contract';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { judge, permissions, type Relation, relationsToArea, roundCan, type Rule } from '../identity/permissions.ts';

/** A round as far as its way through the states is concerned. `now` is the database's clock, which alone decides. */
export interface RoundFacts {
  status: RoundStatus;
  root_id: number;
  area_id: number;
  area_path: number[];
  opens_at: Date;
  closes_at: Date;
  now: Date;
}

export const relationsIn = (caller: Caller, round: RoundFacts): Set<Relation> =>
  relationsToArea(caller, { id: round.area_id, rootId: round.root_id, path: round.area_path });

/** A draft is there for those who look after the area. */
export const isVisible = ({ status }: Pick<RoundFacts, 'status'>, relations: ReadonlySet<Relation>): boolean =>
  publicRoundStatus.includes(status) || relations.has('worker') || relations.has('officer');

export type RoundEndpoint = Extract<EndpointName, `rounds.${string}`>;

/**
 * Lets through or refuses, in this order: what may not be seen is not there, then the table, then the state.
 * @throws {Refusal}
 */
export function permit(endpoint: RoundEndpoint, caller: Caller, round: RoundFacts): ReadonlySet<Relation> {
  const relations = relationsIn(caller, round);
  if (!isVisible(round, relations)) throw new Refusal('round.unknown');
  const rule: Rule = permissions[endpoint];
  const verdict = judge(rule, relations, round.status);
  if (verdict === 'allowed') return relations;
  if (verdict === 'wrong-state') throw new Refusal('round.state');
  if (verdict === 'sign-in') throw caller.kind === 'visitor' ? new Refusal('auth.required') : forbidden(rule);
  throw verdict.forbidden === 'auth.forbidden' ? forbidden(rule) : new Refusal(verdict.forbidden);
}

/** Ballots are taken: it is open, and its time is now. */
export const takesBallots = ({
  status,
  opens_at,
  closes_at,
  now,
}: Pick<RoundFacts, 'status' | 'opens_at' | 'closes_at' | 'now'>) => status === 'open' && opens_at <= now && now <= closes_at;

/** Its time is over, and nobody has written it down yet. */
export const isDue = ({ status, closes_at, now }: Pick<RoundFacts, 'status' | 'closes_at' | 'now'>): boolean =>
  status === 'open' && closes_at < now;

/** The one that a page shows first: it takes ballots (the one that ends first), or will next, or was the last to end. */
export function currentOf<R extends Pick<RoundFacts, 'status' | 'opens_at' | 'closes_at' | 'now'>>(
  rounds: readonly R[],
): R | undefined {
  const first = (among: (round: R) => boolean, by: 'opens_at' | 'closes_at') =>
    rounds.filter(among).sort((a, b) => a[by].getTime() - b[by].getTime());
  const isOpen = ({ status }: R) => status === 'open';
  return (
    first((round) => isOpen(round) && round.opens_at <= round.now, 'closes_at')[0] ??
    first(isOpen, 'opens_at')[0] ??
    first(({ status }) => status === 'closed', 'closes_at').pop()
  );
}

/** Why no ballot is taken. */
export function refusalOfBallots({ status, opens_at, now }: Pick<RoundFacts, 'status' | 'opens_at' | 'now'>): Refusal {
  if (status === 'draft') return new Refusal('round.state');
  return new Refusal(status === 'open' && now < opens_at ? 'round.not-yet' : 'round.closed');
}

/** What the clock and the electorate make of the table's answer. */
const sensible: Record<RoundVerb, (round: RoundFacts, eligible: boolean) => boolean> = {
  edit: () => true,
  open: ({ closes_at, now }) => now < closes_at,
  discard: () => true,
  close: () => true,
  ballot: (round, eligible) => eligible && takesBallots(round),
  'paper-ballots': takesBallots,
};

/** What the caller may do now; `eligible` of a visitor, who is shown what a resident could try. */
export function canOf(caller: Caller, round: RoundFacts, eligible: boolean): RoundVerb[] {
  const relations = relationsIn(caller, round);
  if (caller.kind === 'member' && !relations.has('member')) return [];
  return roundCan(relations, round.status).filter((verb) => sensible[verb](round, eligible));
}
