import * as z from 'zod/mini';
import { id, pageOf, type PageQuery, time } from './common.ts';
import { asking } from './endpoint.ts';
import type * as ask from './requests/rounds.ts';
import { option, round, roundReads } from './round-reads.ts';
import { completions, paperBallotState, reasonsWhy, roundRules, roundStatus } from './vocabulary-more.ts';

export { option, round, type Round, type RoundOption, roundReads } from './round-reads.ts';

/** One option with all that is told of it, as somebody reads it who wants to know more before they choose. */
export const optionTold = z.object({
  ...option.shape,
  /** The nominee’s whole story, as long as they agree to be shown. Empty for a project, all of which stands in `words`. */
  story: z.string(),
});
export type OptionTold = z.infer<typeof optionTold>;

/** What the server promises about a ballot; whoever has it can look it up among those counted. */
export const receipt = z.object({
  /** Sixteen characters in groups of four (80 bits, Crockford's base 32): the same however often one changes. */
  receipt: z.string(),
  /** ES256 over the round and the code, in base64url; the public key stands in the round's record. */
  signature: z.string(),
  revision: z.number(),
});
export type Receipt = z.infer<typeof receipt>;

/** One's own ballot, until the round closes. */
export const myBallot = z.object({ choices: z.array(id), revision: z.number() });
export type MyBallot = z.infer<typeof myBallot>;

/** How one option fared, and why. */
const optionResult = z.object({
  id,
  votes: z.number(),
  won: z.boolean(),
  /**
   * `won`; `beyond-winners`: there were enough winners; `too-dear`: what was left of the budget was less than it costs;
   * `shares-spent`: its supporters’ shares together were less than it costs; `no-votes`; `tie`: it lost the draw.
   */
  why: z.enum(reasonsWhy),
  /** In which turn it won, from 1. */
  turn: z.nullable(z.number()),
  /**
   * In fen, what was left for it: of the budget when its turn came; of equal shares, where it lost, what those who voted for
   * it have left together at the end, with up to two decimals.
   */
  left: z.nullable(z.number()),
  /** Of equal shares: what those who voted for it paid, most first; amounts in fen with up to two decimals. */
  paid: z.optional(z.array(z.object({ amount: z.number(), voters: z.number() }))),
});

/** What a rule makes of the ballots. */
export const outcome = z.object({
  rule: z.enum(roundRules),
  completion: z.enum(completions),
  /** In the order in which they won. */
  winners: z.array(id),
  /** In fen. */
  spent: z.number(),
  budget: z.nullable(z.number()),
  /** All options, those with the most votes first. */
  options: z.array(optionResult),
});
export type Outcome = z.infer<typeof outcome>;

/** Before the close turnout alone, unless the round is live; then also the votes in steps of five ballots. */
export const results = z.object({
  status: z.enum(roundStatus),
  asOf: time,
  turnout: z.object({ ballots: z.number(), paper: z.number(), electorate: z.nullable(z.number()) }),
  /** Votes by option while it is open and live; null otherwise, and below five ballots. */
  votes: z.nullable(z.array(z.object({ id, votes: z.number() }))),
  /** After the close. */
  outcome: z.nullable(outcome),
  /** After the close: what the other rule would have given from the same ballots. Null where it does not apply. */
  otherwise: z.nullable(outcome),
});
export type RoundResults = z.infer<typeof results>;

/** A ballot as it was published: in random order, by nobody. */
export const publishedBallot = z.object({ position: z.number(), choices: z.array(id) });
export type PublishedBallot = z.infer<typeof publishedBallot>;

/** Whether a ballot under this code is among those counted (`counted`), or among those taken so far (`recorded`). */
export const receiptCheck = z.object({
  state: z.enum(['recorded', 'counted']),
  /** How many ballots were counted in all. */
  ballots: z.nullable(z.number()),
  /** SHA-256 of the code as it stands in the published list, in hexadecimal. */
  hash: z.string(),
});
export type ReceiptCheck = z.infer<typeof receiptCheck>;

/** A paper ballot on its way: one worker enters it, another confirms it. Its choices are gone once it is confirmed. */
export const paperBallot = z.object({
  id,
  state: z.enum(paperBallotState),
  /** The voter's name, whole: the two workers compare it with the paper. */
  voter: z.string(),
  member: id,
  /** Until it is confirmed. */
  choices: z.nullable(z.array(id)),
  enteredAt: time,
  /** True for whoever entered it: somebody else confirms. */
  mine: z.boolean(),
  /** `confirm`, `withdraw`. */
  can: z.array(z.string()),
});
export type PaperBallot = z.infer<typeof paperBallot>;

/**
 * No lines of the endpoint table's shape: what was frozen at the opening, byte for byte as its digest is of it; after the
 * close the whole record for recounting offline as JSON, and as text in Pabulib's format.
 */
export const roundPaths = {
  opening: '/rounds/{id}/opening.json',
  record: '/rounds/{id}/record.json',
  pb: '/rounds/{id}/export.pb',
} as const;

export const rounds = {
  list: roundReads.list,
  post: asking<undefined, ask.NewRound>()('POST', '/areas/{area}/rounds', round, 201),
  get: roundReads.get,
  option: asking()('GET', '/rounds/{id}/options/{option}', optionTold),
  /** A draft alone can be changed. */
  edit: asking<undefined, ask.RoundEdit>()('POST', '/rounds/{id}/edit', round),
  open: asking()('POST', '/rounds/{id}/open', round),
  /** A draft alone: there is nothing left to be shown of it. */
  discard: asking()('POST', '/rounds/{id}/discard', z.object({ discardedAt: time })),
  close: asking<undefined, ask.CloseRound>()('POST', '/rounds/{id}/close', round),
  cast: asking<undefined, ask.Ballot>()('PUT', '/rounds/{id}/ballot', receipt),
  myBallot: asking()('GET', '/rounds/{id}/ballot', myBallot),
  results: asking()('GET', '/rounds/{id}/results', results),
  ballots: asking<PageQuery>()('GET', '/rounds/{id}/ballots', pageOf(publishedBallot)),
  receipt: asking()('GET', '/rounds/{id}/receipts/{code}', receiptCheck),
  paperBallots: asking<PageQuery>()('GET', '/rounds/{id}/paper-ballots', pageOf(paperBallot)),
  enterPaper: asking<undefined, ask.NewPaperBallot>()('POST', '/rounds/{id}/paper-ballots', paperBallot, 201),
  confirmPaper: asking()('POST', '/rounds/{id}/paper-ballots/{ballot}/confirm', paperBallot),
  withdrawPaper: asking()('POST', '/rounds/{id}/paper-ballots/{ballot}/withdraw', paperBallot),
};
