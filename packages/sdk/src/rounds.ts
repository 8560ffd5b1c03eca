import {
  type Ballot,
  type CloseRound,
  type MyBallot,
  type NewPaperBallot,
  type NewRound,
  type OptionTold,
  type PageQuery,
  type PaperBallot,
  type PublishedBallot,
  type Receipt,
  type ReceiptCheck,
  type Round,
  type RoundEdit,
  type RoundResults,
  rounds as table,
} from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type FiveMicroCore, transportKey } from './core.ts';
import type { List } from './page.ts';
import { type RoundReads, roundReadsOf } from './round-reads.ts';
import type { Options, Transport } from './transport.ts';

/** Rounds of voting, on projects and on stars. What the caller may do with a round stands in its `can`. */
export interface Rounds extends RoundReads {
  /** A draft. */
  post(body: NewRound, at?: Placed, options?: Options): Promise<Round>;
  /** One option with its whole story: what is known of a nominee before one chooses. */
  option(id: string, option: string, options?: Options): Promise<OptionTold>;
  edit(id: string, body: RoundEdit, options?: Options): Promise<Round>;
  /** Freezes all that is voted on and by which rule. */
  open(id: string, options?: Options): Promise<Round>;
  /** Does away with a draft: from then on it is not there. */
  discard(id: string, options?: Options): Promise<{ discardedAt: string }>;
  /** Before its time with a reason that is published. */
  close(id: string, body?: CloseRound, options?: Options): Promise<Round>;
  /**
   * Casts one's ballot, or changes it. Always with a `revision` above the one that stands, so that a late repeat never overwrites.
   * @throws `ballot.superseded`, `round.closed`, `round.not-yet`, `round.not-eligible`
   */
  cast(id: string, body: Ballot & { revision: number }, options?: Options): Promise<Receipt>;
  /** @throws `ballot.none`; after the close `ballot.gone` */
  myBallot(id: string, options?: Options): Promise<MyBallot>;
  results(id: string, options?: Options): Promise<RoundResults>;
  /** After the close: all of them, in random order. */
  ballots(id: string, query?: PageQuery, options?: Options): List<PublishedBallot>;
  /** Whether a ballot under this code is counted. */
  receipt(id: string, code: string, options?: Options): Promise<ReceiptCheck>;
  paperBallots(id: string, query?: PageQuery, options?: Options): List<PaperBallot>;
  enterPaper(id: string, body: NewPaperBallot, options?: Options): Promise<PaperBallot>;
  confirmPaper(id: string, ballot: string, options?: Options): Promise<PaperBallot>;
  withdrawPaper(id: string, ballot: string, options?: Options): Promise<PaperBallot>;
}

export const roundsOf = (transport: Transport, home: string | undefined): Rounds => {
  const { call, list } = transport;
  return {
    ...roundReadsOf(transport, home),
    post: (body, { area = home } = {}, options) => call(table.post, { path: { area }, body, options }),
    option: (id, option, options) => call(table.option, { path: { id, option }, options }),
    edit: (id, body, options) => call(table.edit, { path: { id }, body, options }),
    open: (id, options) => call(table.open, { path: { id }, options }),
    discard: (id, options) => call(table.discard, { path: { id }, options }),
    close: (id, body, options) => call(table.close, { path: { id }, body, options }),
    cast: (id, body, options) => call(table.cast, { path: { id }, body, options }),
    myBallot: (id, options) => call(table.myBallot, { path: { id }, options }),
    results: (id, options) => call(table.results, { path: { id }, options }),
    ballots: (id, query, options) => list(table.ballots, { path: { id }, query, options }),
    receipt: (id, code, options) => call(table.receipt, { path: { id, code }, options }),
    paperBallots: (id, query, options) => list(table.paperBallots, { path: { id }, query, options }),
    enterPaper: (id, body, options) => call(table.enterPaper, { path: { id }, body, options }),
    confirmPaper: (id, ballot, options) => call(table.confirmPaper, { path: { id, ballot }, options }),
    withdrawPaper: (id, ballot, options) => call(table.withdrawPaper, { path: { id, ballot }, options }),
  };
};

const hasRounds = (client: object): client is { rounds: Rounds } => 'rounds' in client;

/** This feature over a client's session and requests, for whoever does not want to carry the whole client. */
export const roundsIn = (client: FiveMicroCore): Rounds =>
  hasRounds(client) ? client.rounds : roundsOf(client[transportKey], client.area);
