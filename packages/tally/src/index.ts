export { ballotFault, type BallotFault, type BallotLimits } from './ballot.ts';
export { drawn, undrawn } from './draw.ts';
export type { Ballot, Election, Option } from './election.ts';
export {
  equalShares,
  type EqualSharesOutcome,
  type EqualSharesRule,
  type Loser,
  type Payment,
  type Winner,
} from './equal-shares.ts';
export { TallyError, type TallyErrorCode } from './errors.ts';
export { compare, type Fraction, toNumber } from './fraction.ts';
export { mostVotes, type MostVotesOutcome, type MostVotesRule, type Standing } from './most-votes.ts';
export { writeDecimal } from './pabulib/decimal.ts';
export { PabulibError, type PabulibErrorCode } from './pabulib/error.ts';
export type { PbFile, PbTable } from './pabulib/file.ts';
export { type PbElection, readPabulib } from './pabulib/read.ts';
export { type PbContents, pabulibFile, writePabulib } from './pabulib/write.ts';
