/** A closed round's record: what is in it, and how it is counted again. For the server, the command line and a page. */
export { canonical, digestOf, hashOf } from './canonical.ts';
export { limitsOf, type Outcome, type OptionResult, type Outcomes, outcomesOf, type Terms, type Why } from './outcome.ts';
export {
  type Closing,
  closingFormat,
  frozenTitles,
  isCode,
  type Opening,
  openingFormat,
  receiptName,
  receiptText,
  type RoundRecord,
  sortedChoices,
} from './record.ts';
export { readRecord, RecordError } from './read.ts';
export { type Check, checks, type Finding, type Slip, verifyRecord } from './verify.ts';
