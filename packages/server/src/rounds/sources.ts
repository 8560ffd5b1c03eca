import type { RoundOf, RoundOption } from '@five-micro/contract';
import type { Hand as AnyHand } from '../db/events.ts';
import type { Context } from '../http/route.ts';
import type { Db, Ports } from '../ports.ts';

/**
 * The seam between rounds and what is voted on. A round knows of its options no more than their ids and costs; whoever
 * has them answers the rest. They import nothing of rounds but these types.
 */
export interface OptionSource {
  /**
   * Those of some ids that may stand in a round of this area and what lies below it, held until the transaction ends:
   * listed projects, nominations whose nominees agreed. What is not answered may not.
   */
  candidates(db: Db, rootId: number, area: { id: number }, ids: readonly string[]): Promise<OptionFacts[]>;
  /** As the round's answer shows them. Those that are gone for good are not in it. */
  show(context: Asking, db: Db, ids: readonly string[]): Promise<Map<string, RoundOption>>;
  /**
   * Titles that a round has frozen, as anybody may read them today: a worker can have put one away, or given it another
   * wording, since.
   */
  frozen(context: Pick<Asking, 'language'>, db: Db, titles: Readonly<Record<string, string>>): Promise<Record<string, string>>;
  /** All that is told of one beyond what `show` says of it, as anybody may read it; empty where there is no more. */
  story(context: Pick<Asking, 'language'>, db: Db, id: string): Promise<string>;
  /** The round has opened: from now on they are voted on. Called in its transaction, while the round is held. */
  opened(hand: Hand, round: RoundNamed, ids: readonly string[]): Promise<void>;
  /** The round has closed, likewise. */
  closed(hand: Hand, round: RoundNamed, outcome: readonly OptionOutcome[]): Promise<void>;
}

export interface OptionFacts {
  id: string;
  /** In fen; null for people. */
  cost: number | null;
  /** As anybody may read it, to be frozen under the digest; null for people, whose names go with their consent. */
  title: string | null;
}

export interface OptionOutcome {
  id: string;
  won: boolean;
  votes: number;
}

export type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

export interface Hand extends AnyHand {
  ports: Pick<Ports, 'clock' | 'random' | 'tally'>;
}

/** A round as far as its options know it. */
export interface RoundNamed {
  id: string;
  root_id: number;
  area_id: number;
  kind: RoundOf;
}
