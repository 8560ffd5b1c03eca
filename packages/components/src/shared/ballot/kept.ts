import type { Receipt, Round } from '@five-micro/sdk';
import { forgetDraft, type Keeper, readDraft, saveDraft } from '../draft.ts';

/**
 * What this device keeps of a ballot, by round and voter: what was chosen, until it is cast or the round is over; and then
 * the receipt, which does not tell what was chosen. On a shared computer the next one finds neither: what a visitor
 * chose goes with the tab, and a voter may say that their receipt is not to stay.
 */
export interface KeptReceipt extends Receipt {
  /** When it came, and how many were chosen. */
  readonly at: string;
  readonly chosen: number;
}

/** A receipt is kept for so long after the close: until a round a year later is over, too. */
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

/** Whose ballot, in which round of which server. */
export interface BallotPlace {
  readonly apiUrl: string;
  readonly round: string;
  /** A member's id; `visitor` until someone is signed in. */
  readonly who: string;
  readonly closesAt: string;
}

const keyOf = (what: 'ballot' | 'receipt', { apiUrl, round, who }: BallotPlace): string => `${what}:${apiUrl}:${round}:${who}`;

/** A portal that signs people in on a page of its own comes back in the same tab. */
const keeperOf = ({ who }: BallotPlace): Keeper => (who === 'visitor' ? 'tab' : 'device');

/** Until when this device keeps the receipt. */
export const receiptUntil = ({ closesAt }: Pick<Round, 'closesAt'>): Date => new Date(new Date(closesAt).getTime() + receiptLife);

export const keptChoices = (place: BallotPlace, now: Date): string[] =>
  readDraft(keyOf('ballot', place), choicesIn, now, keeperOf(place))?.value ?? [];

export function keepChoices(place: BallotPlace, choices: readonly string[], now: Date): void {
  const key = keyOf('ballot', place);
  const keeper = keeperOf(place);
  if (choices.length) saveDraft(key, choices, now, { until: new Date(place.closesAt), keeper });
  else forgetDraft(key, keeper);
}

export const keptReceipt = (place: BallotPlace, now: Date): KeptReceipt | undefined =>
  readDraft(keyOf('receipt', place), receiptIn, now)?.value;

export const keepReceipt = (place: BallotPlace, receipt: KeptReceipt, now: Date): boolean =>
  saveDraft(keyOf('receipt', place), receipt, now, { until: receiptUntil(place) });

export const forgetReceipt = (place: BallotPlace): void => forgetDraft(keyOf('receipt', place));
