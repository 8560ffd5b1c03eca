import { canonical, type Plain } from './canonical.ts';
import type { Outcomes, Terms } from './outcome.ts';

export const openingFormat = 'five-micro round opening 1';
export const closingFormat = 'five-micro round closing 1';

/** What is frozen when a round opens. Its digest is published before the first ballot. It names nobody: see `frozenTitles()`. */
export type Opening = Terms & {
  readonly format: typeof openingFormat;
  readonly round: string;
  readonly of: 'projects' | 'stars';
  readonly opensAt: string;
  readonly closesAt: string;
  readonly live: boolean;
  readonly cutOff: string;
  readonly electorate: number | null;
  /** Of the pair that receipts are signed with: ECDSA over P-256 with SHA-256. */
  readonly publicKey: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
};

/** What was counted when it closed. */
export type Closing = {
  readonly format: typeof closingFormat;
  readonly round: string;
  /** The digest of the opening. */
  readonly opening: string;
  readonly closedAt: string;
  readonly ballots: number;
  /** Those on paper among them. */
  readonly paper: number;
  /** Votes by option. */
  readonly counts: { readonly [id: string]: number };
  /** In the order in which they won. */
  readonly winners: readonly string[];
  /** Digests of the list of ballots and of the list of receipts. */
  readonly ballotsDigest: string;
  readonly receiptsDigest: string;
};

/** Everything that anyone needs to count a closed round again: `record.json`. */
export interface RoundRecord {
  /** What the round is called, to be read; no digest covers it. Records that were kept from earlier versions have none. */
  readonly title?: string;
  readonly opening: Opening;
  readonly openingDigest: string;
  readonly closing: Closing;
  readonly closingDigest: string;
  /** In random order. */
  readonly ballots: readonly (readonly string[])[];
  /** Hashes of the codes on receipts, in ascending order: nothing leads from one to a ballot. */
  readonly receipts: readonly string[];
  readonly outcome: Outcomes;
  /** Titles by option, to be read: those of projects as they were frozen, those of people as they agree to be named now. */
  readonly titles: { readonly [id: string]: string };
  /**
   * Options whose frozen titles are read no more as they were frozen: a worker has put them away, or in other words. The
   * digest of the opening stays what it was, and nobody can recompute it from here: see `Check`.
   */
  readonly withheld?: readonly string[];
}

/** What the options were called when they were frozen, where that is under the digest. */
export const frozenTitles = ({ options }: Pick<Opening, 'options'>): Record<string, string> =>
  Object.fromEntries(options.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title]])));

/** A ballot as it is kept and published: the order says nothing, so there is but one. */
export const sortedChoices = (ids: readonly string[]): string[] => [...ids].sort();

/** What a receipt's signature is over. */
export const receiptText = (round: string, code: string): string =>
  canonical({ format: 'five-micro receipt 1', round, code: plainCode(code) } satisfies Plain);

/** What stands for a receipt in the published list is the hash of this. */
export const receiptName = (round: string, code: string): string => `five-micro receipt ${round} ${plainCode(code)}`;

/** A code as somebody has copied it: without its groups, and with the letters that are read for digits as those. */
export const plainCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** Sixteen characters of Crockford's base 32. */
export const isCode = (code: string): boolean => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(plainCode(code));
