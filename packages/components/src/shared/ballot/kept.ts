import type { Receipt } from '@five-micro/sdk';
import { forgetDraft, readDraft, saveDraft } from '../draft.ts';

/**
 * What this device keeps of a ballot, by round and voter: what was chosen, until it is cast and only until then; and then
 * the receipt, which does not tell what was chosen. On a shared computer the next one finds neither.
 */
export interface KeptReceipt extends Receipt {
  /** When it came, and how many were chosen. */
  readonly at: string;
  readonly chosen: number;
}

/** Long after a round anyone may still look whether their ballot was counted. */
const receiptLife = 400 * 24 * 3_600_000;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const choicesIn = (raw: unknown): string[] | undefined =>
  Array.isArray(raw) && raw.every((one): one is string => typeof one === 'string') ? raw : undefined;

function receiptIn(raw: unknown): KeptReceipt | undefined {
  if (!isRecord(raw)) return undefined;
  const { receipt, signature, revision, at, chosen } = raw;
  return typeof receipt === 'string' &&
    typeof signature === 'string' &&
    typeof revision === 'number' &&
    typeof at === 'string' &&
    typeof chosen === 'number'
    ? { receipt, signature, revision, at, chosen }
    : undefined;
}

/** Whose ballot, in which round of which server. `visitor` until someone is signed in. */
export interface BallotPlace {
  readonly apiUrl: string;
  readonly round: string;
  readonly who: string;
}

const keyOf = (what: 'ballot' | 'receipt', { apiUrl, round, who }: BallotPlace): string => `${what}:${apiUrl}:${round}:${who}`;

export const keptChoices = (place: BallotPlace, life?: number): string[] =>
  readDraft(keyOf('ballot', place), choicesIn, new Date(), life)?.value ?? [];

/** So long someone may take to sign in on a page of its own. Later it may be anybody who comes. */
const signInTakes = 30 * 60_000;

/** What was chosen just now by nobody in particular goes along with who has signed in since. */
export function takeChoices(place: BallotPlace): string[] {
  const own = keptChoices(place);
  const nobody = { ...place, who: 'visitor' };
  const left = own.length ? [] : keptChoices(nobody, signInTakes);
  if (!left.length) return own;
  keepChoices(nobody, []);
  keepChoices(place, left);
  return left;
}

export function keepChoices(place: BallotPlace, choices: readonly string[]): void {
  if (choices.length) saveDraft(keyOf('ballot', place), choices);
  else forgetDraft(keyOf('ballot', place));
}

export const keptReceipt = (place: BallotPlace): KeptReceipt | undefined =>
  readDraft(keyOf('receipt', place), receiptIn, new Date(), receiptLife)?.value;

export const keepReceipt = (place: BallotPlace, receipt: KeptReceipt): boolean => saveDraft(keyOf('receipt', place), receipt);
