import { closingFormat, openingFormat, type RoundRecord } from './record.ts';

/** What is no record at all, in a few words. Whether a record holds is `verifyRecord()`'s to say. */
export class RecordError extends Error {
  override name = 'RecordError';
}

/**
 * A record out of a file that anybody may have written.
 * @throws {RecordError} where something is missing or of another kind
 */
export function readRecord(text: string): RoundRecord {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RecordError('This is no JSON.');
  }
  demand(isRecord(value), 'This is not the record of a round.');
  const { opening, closing, outcome } = value;
  demand(isRecord(opening) && opening['format'] === openingFormat, `"opening" is not of the format "${openingFormat}".`);
  demand(isRecord(closing) && closing['format'] === closingFormat, `"closing" is not of the format "${closingFormat}".`);
  demand(isText(value['openingDigest']) && isText(value['closingDigest']), 'A digest is missing.');
  demand(isList(opening['options'], isOption), '"opening.options" are not options.');
  demand(isDistinct(opening['options']), '"opening.options" have one of them twice.');
  demand(
    isTerms(opening) && isText(opening['round']) && isText(opening['tie']) && isRecord(opening['publicKey']),
    '"opening" is not whole.',
  );
  demand(
    isRecord(closing['counts']) && isList(closing['winners'], isText) && isCount(closing['paper']),
    '"closing" is not whole.',
  );
  demand(
    isList(value['ballots'], (one) => isList(one, isText)),
    '"ballots" are not lists of ids.',
  );
  demand(isList(value['receipts'], isText), '"receipts" are not texts.');
  demand(value['title'] === undefined || isText(value['title']), '"title" is no text.');
  demand(isRecord(value['titles']) && Object.values(value['titles']).every(isText), '"titles" are not texts.');
  demand(value['withheld'] === undefined || isList(value['withheld'], isText), '"withheld" are not ids.');
  demand(isOutcome(isRecord(outcome) && outcome['outcome']), '"outcome" is not one.');
  demand(isRecord(outcome) && (outcome['otherwise'] === null || isOutcome(outcome['otherwise'])), '"otherwise" is no outcome.');
  // Looked through above, part by part.
  return value as unknown as RoundRecord;
}

function demand(holds: boolean, words: string): asserts holds {
  if (!holds) throw new RecordError(words);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isDistinct = (options: unknown): boolean =>
  Array.isArray(options) && new Set(options.map((one: { id: string }) => one.id)).size === options.length;
const isOption = (one: unknown): boolean =>
  isRecord(one) &&
  isText(one['id']) &&
  (one['cost'] === null || isCount(one['cost'])) &&
  (one['title'] === undefined || isText(one['title']));
/** By which rule it is counted: a rule that is not known here cannot be tried. */
const isTerms = ({ rule, completion, winners, budget, ballot }: Record<string, unknown>): boolean =>
  (rule === 'most-votes' || rule === 'equal-shares') &&
  (completion === 'none' || completion === 'add1') &&
  [winners, budget].every((one) => one === null || isCount(one)) &&
  isRecord(ballot) &&
  (ballot['type'] === 'approval' || ballot['type'] === 'budget') &&
  [ballot['min'], ballot['max']].every((one) => one === undefined || isCount(one));
const isList = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is);
const isOutcome = (value: unknown): boolean =>
  isRecord(value) &&
  isList(value['winners'], isText) &&
  isList(value['options'], (one) => isRecord(one) && isText(one['id']) && isCount(one['votes']));
