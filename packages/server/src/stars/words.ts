import type { Language, StarPart } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import type { Caller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import { caseOf, read, type Reader } from '../moderation/reading.ts';
import type { CaseRow } from '../moderation/statements.ts';

/** Whose eyes the words about one person are for, and what was decided about them. */
export interface Reading {
  language: Language;
  reader: Reader;
  cases: readonly CaseRow[];
}

const concerned: readonly Relation[] = ['nominator', 'nominee', 'honoured', 'worker'];
/** They read what was written, whatever was decided about it: it is about them, or theirs to decide. */
const all: readonly Relation[] = ['nominee', 'honoured', 'worker'];

export function readerTo(caller: Caller, relations: ReadonlySet<Relation>): Reader {
  const isOne = (some: readonly Relation[]) => some.some((relation) => relations.has(relation));
  return { memberId: caller.kind === 'member' ? caller.id : null, inside: isOne(concerned), looksAfter: isOne(all) };
}

export const casesOn = (cases: readonly CaseRow[], nominationId: string) =>
  cases.filter((found) => found.nomination_id === nominationId);

/** A text that has to say something: where its words are withheld it says that. */
export function wordsOf({ reader, cases, language }: Reading, part: StarPart, text: string): string {
  const found = text === '' ? { words: '' } : read(text, reader, caseOf(cases, part));
  return 'words' in found ? found.words : messages[language].words[found.withheld];
}

/** Whether a part is there for its reader at all. */
export const isShown = ({ reader, cases }: Reading, part: StarPart): boolean => 'words' in read('', reader, caseOf(cases, part));
