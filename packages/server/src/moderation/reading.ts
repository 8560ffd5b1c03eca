import type { SaidPart } from '@five-micro/contract';
import type { Caller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import { forStrangers } from './mask.ts';
import { type CaseRow, sameKey } from './statements.ts';

/** Who reads: somebody at all, someone concerned, or whoever looks after the area. */
export interface Reader {
  memberId: string | null;
  inside: boolean;
  looksAfter: boolean;
}

export const readerOf = (caller: Caller, relations: ReadonlySet<Relation>, inside: boolean): Reader => ({
  memberId: caller.kind === 'member' ? caller.id : null,
  inside,
  looksAfter: relations.has('worker') || relations.has('officer'),
});

/** What was decided about a text, and whose it is. */
export type Decided = Pick<CaseRow, 'writer_id' | 'wording'> & { state: CaseRow['state'] | null };

/** Words as one reader gets them, or why they do not. */
export type Read = { words: string } | { withheld: 'held' | 'hidden' };

/** Writers and those who look after the area read what was written, whatever was decided about it. */
export const readsAll = (reader: Reader, found: Pick<CaseRow, 'writer_id'> | undefined): boolean =>
  reader.looksAfter || (reader.memberId !== null && found?.writer_id === reader.memberId);

/**
 * A text in front of one reader. Held: those concerned read it, strangers do not. Hidden: nobody does but its writer
 * and the workers. Otherwise the wording that a worker gave it, or itself; numbers in it are masked for strangers in
 * any case.
 */
export function read(written: string, reader: Reader, found: Decided | undefined): Read {
  if (readsAll(reader, found)) return { words: written };
  if (found?.state === 'hidden') return { withheld: 'hidden' };
  if (found?.state === 'held' && !reader.inside) return { withheld: 'held' };
  const words = found?.state === 'held' ? written : (found?.wording ?? written);
  return { words: reader.inside ? words : forStrangers(words) };
}

/** A picture in front of one reader; `open` where it is public. One that was hidden is left to whoever brought it and to the workers. */
export const seesPhoto = (photo: { hidden_at: Date | null; owner_id: string }, reader: Reader, open: boolean): boolean =>
  photo.hidden_at === null ? open || reader.inside : reader.looksAfter || photo.owner_id === reader.memberId;

const wishers: readonly SaidPart[] = ['title', 'story', 'place'];

/** Who wrote a part: the wisher's words are also those of whoever wrote them down for them. */
export const writersOf = (part: SaidPart, writerId: string, { acting_id }: { acting_id: string | null }): string[] =>
  acting_id !== null && wishers.includes(part) ? [writerId, acting_id] : [writerId];

/** Everyone who passes. */
export const stranger: Reader = { memberId: null, inside: false, looksAfter: false };
/** What a thing can be found by. */
export function publicWords(written: string | null, found: CaseRow | undefined): string {
  const shown = read(written ?? '', stranger, found);
  return 'words' in shown ? shown.words : '';
}

export const caseOf = (
  cases: readonly CaseRow[],
  part: SaidPart,
  claimId: string | null = null,
  uploadId: string | null = null,
  milestoneId: string | null = null,
): CaseRow | undefined => cases.find((found) => sameKey(found, { part, claimId, uploadId, milestoneId }));
