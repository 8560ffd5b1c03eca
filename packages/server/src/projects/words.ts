import type { Language, ProjectPart } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import type { Caller } from '../identity/caller.ts';
import type { Relation } from '../identity/permissions.ts';
import { caseOf, read, type Reader, readerOf, stranger } from '../moderation/reading.ts';
import type { CaseRow } from '../moderation/statements.ts';
import { isInsider } from './lifecycle.ts';
import type { ProjectRecord } from './statements.ts';

/** Whose eyes the words of one project are for, and what was decided about them. */
export interface Reading {
  language: Language;
  reader: Reader;
  cases: readonly CaseRow[];
}

export const readingOf = (
  { caller, language }: { caller: Caller; language: Language },
  project: Pick<ProjectRecord, 'id'>,
  relations: ReadonlySet<Relation>,
  cases: readonly CaseRow[],
): Reading => ({
  language,
  reader: readerOf(caller, relations, isInsider(relations)),
  cases: cases.filter((found) => found.project_id === project.id),
});

/** As everybody reads it. */
export const publicReading = (language: Language, cases: readonly CaseRow[]): Reading => ({ language, reader: stranger, cases });

/** A text that has to say something: where its words are withheld it says that. */
export function wordsOf(reading: Reading, part: ProjectPart, text: string, milestoneId: string | null = null): string {
  const found = read(text, reading.reader, caseOf(reading.cases, part, null, null, milestoneId));
  return 'words' in found ? found.words : messages[reading.language].words[found.withheld];
}

export const wordsOrNull = (
  reading: Reading,
  part: ProjectPart,
  text: string | null,
  milestoneId: string | null = null,
): string | null => (text === null ? null : wordsOf(reading, part, text, milestoneId));

/** What a project is called, also where its proposer has erased themself. */
export const titleOf = (reading: Reading, { title }: Pick<ProjectRecord, 'title'>): string =>
  title === null ? messages[reading.language].words.erased : wordsOf(reading, 'title', title);
