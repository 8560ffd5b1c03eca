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
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import { type RoundReads, roundReadsOf } from './round-reads.ts';
import type { Options, Transport } from './transport.ts';

/** Rounds of voting, on projects and on stars. What the caller may do with a round stands in its `can`. */
export interface Rounds extends RoundReads {
  /**
   * A draft.
   * @example
   * await client.rounds.post({
   *   title: '2027 年微实事',
   *   of: 'projects',
   *   options: [id, other],
   *   opensAt: '2026-12-01T00:00:00+08:00',
   *   closesAt: '2026-12-31T18:00:00+08:00',
   *   ballot: { type: 'approval', min: 1, max: 3 },
   *   rule: 'equal-shares',
   *   completion: 'add1',
   *   budget: 50_000_000,
   * });
   */
  post(body: NewRound, at?: Placed, options?: Options): Promise<Round>;
  /**
   * One option with its whole story: what is known of a nominee before one chooses.
   * @example
   * const { story } = await client.rounds.option(id, other);
   */
  option(id: string, option: string, options?: Options): Promise<OptionTold>;
  /**
   * While it is a draft; what is not named stays.
   * @example
   * await client.rounds.edit(id, { live: true });
   */
  edit(id: string, body: RoundEdit, options?: Options): Promise<Round>;
  /**
   * Freezes all that is voted on and by which rule.
   * @example
   * const { openingDigest } = await client.rounds.open(id);
   */
  open(id: string, options?: Options): Promise<Round>;
  /**
   * Does away with a draft: from then on it is not there.
   * @example
   * await client.rounds.discard(id);
   */
  discard(id: string, options?: Options): Promise<{ discardedAt: string }>;
  /**
   * Before its time with a reason that is published.
   * @example
   * await client.rounds.close(id, { reason: '停电，改到下周。' });
   */
  close(id: string, body?: CloseRound, options?: Options): Promise<Round>;
  /**
   * Casts one's ballot, or changes it. Always with a `revision` above the one that stands, so that a late repeat never overwrites.
   * @throws `ballot.superseded`, `round.closed`, `round.not-yet`, `round.not-eligible`
   * @example
   * const { mine } = await client.rounds.get(id);
   * const { receipt } = await client.rounds.cast(id, { choices: [other], revision: (mine?.revision ?? 0) + 1 });
   */
  cast(id: string, body: Ballot & { revision: number }, options?: Options): Promise<Receipt>;
  /**
   * What one has chosen, until the close.
   * @throws `ballot.none`; after the close `ballot.gone`
   * @example
   * const { choices } = await client.rounds.myBallot(id);
   */
  myBallot(id: string, options?: Options): Promise<MyBallot>;
  /**
   * The turnout; after the close who won and why.
   * @example
   * const { outcome } = await client.rounds.results(id);
   */
  results(id: string, options?: Options): Promise<RoundResults>;
  /**
   * After the close: all of them, in random order.
   * @example
   * for await (const { choices } of client.rounds.ballots(id, { limit: 100 })) console.log(choices);
   */
  ballots(id: string, query?: PageQuery, options?: Options): List<PublishedBallot>;
  /**
   * Whether a ballot under this code is counted.
   * @example
   * const { state } = await client.rounds.receipt(id, '7K2M-94QP-XB3D-WT5H');
   */
  receipt(id: string, code: string, options?: Options): Promise<ReceiptCheck>;
  /**
   * For workers: those on paper, on their way.
   * @example
   * const { items } = await client.rounds.paperBallots(id);
   */
  paperBallots(id: string, query?: PageQuery, options?: Options): List<PaperBallot>;
  /**
   * By one worker; another confirms it.
   * @example
   * const paper = await client.rounds.enterPaper(id, { member, choices: [other] });
   */
  enterPaper(id: string, body: NewPaperBallot, options?: Options): Promise<PaperBallot>;
  /**
   * By another worker than the one who entered it.
   * @example
   * await client.rounds.confirmPaper(id, ballot);
   */
  confirmPaper(id: string, ballot: string, options?: Options): Promise<PaperBallot>;
  /**
   * By whoever entered it, before it is confirmed.
   * @example
   * await client.rounds.withdrawPaper(id, ballot);
   */
  withdrawPaper(id: string, ballot: string, options?: Options): Promise<PaperBallot>;
}

/** @internal */
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

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const roundsIn = (client: Connection): Rounds =>
  hasRounds(client) ? client.rounds : roundsOf(client[transportKey], client.area);
