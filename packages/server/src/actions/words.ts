import type { ActionPart, Language } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import type { Caller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import { caseOf, readsAll, type Reader, stranger } from '../moderation/reading.ts';
import { type CaseRow, casesAbout } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { isInsider } from './lifecycle.ts';

/** Whose eyes the words of one action are for, and what was decided about them. */
export interface Reading {
  language: Language;
  reader: Reader;
  cases: readonly CaseRow[];
}

/** Whoever holds an action reads what was written, like its worker: it was said in their organisation's name. */
export function readerTo(caller: Caller, relations: ReadonlySet<Relation>): Reader {
  const inside = isInsider(relations);
  return { memberId: caller.kind === 'member' ? caller.id : null, inside, looksAfter: inside };
}

/** `photos` may be another's of its series too: what was decided of them holds for all. */
export const casesOn = (cases: readonly CaseRow[], { id, photos }: { id: string; photos: readonly string[] }): CaseRow[] =>
  cases.filter(({ action_id: action, upload_id: upload }) =>
    upload === null ? action === id : action !== null && photos.includes(upload),
  );

/** Words as they are read, or why they are not. */
export function readAs(
  { reader, cases }: Reading,
  part: ActionPart,
  text: string,
): { words: string } | { withheld: 'held' | 'hidden' } {
  const found = caseOf(cases, part);
  if (readsAll(reader, found)) return { words: text };
  if (found?.state === 'hidden') return { withheld: 'hidden' };
  // Masked until a worker has looked, where that can be: whoever comes has to know where to.
  if (found?.state === 'held' && found.wording === null) return { withheld: 'held' };
  return { words: found?.wording ?? text };
}

/** A text that has to say something: where its words are withheld it says that. */
export function wordsOf(reading: Reading, part: ActionPart, text: string): string {
  const found = text === '' ? { words: '' } : readAs(reading, part, text);
  return 'words' in found ? found.words : messages[reading.language].words[found.withheld];
}

export const wordsOrNull = (reading: Reading, part: ActionPart, text: string | null): string | null =>
  text === null ? null : wordsOf(reading, part, text);

/** The words of some actions as everybody reads them, where they are repeated: in records, calendars and archives. */
export async function readByAll(
  db: Db,
  language: Language,
  ids: readonly string[],
): Promise<(id: string, part: ActionPart, text: string) => string> {
  const cases = await casesAbout(db, 'action_id', ids);
  return (id, part, text) => {
    const own = cases.filter((found) => found.action_id === id);
    return wordsOf({ language, reader: stranger, cases: own }, part, text);
  };
}
