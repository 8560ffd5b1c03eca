import type { Notice } from '@five-micro/contract';
import type { EventData } from '../db/schema.ts';
import { forStrangers } from '../moderation/mask.ts';
import { casesAbout } from '../moderation/statements.ts';
import { relationsIn } from './lifecycle.ts';
import type { Db } from '../ports.ts';
import { projectRecords } from './statements.ts';
import type { Asking } from './view.ts';
import { type Reading, readingOf, titleOf, wordsOf } from './words.ts';

export interface NamedProject {
  shown: NonNullable<Notice['project']>;
  /** What its reader may read of it. */
  reading: Reading;
}

/**
 * Projects as a notice names them. Whoever is told of one has seen it: it was theirs, or they said something about it
 * while it was listed.
 */
export async function projectsNamed(asking: Asking, db: Db, ids: readonly string[]): Promise<Map<string, NamedProject>> {
  if (ids.length === 0) return new Map();
  const rows = await projectRecords(db)
    .where('project.id', 'in', [...new Set(ids)])
    .execute();
  const cases = await casesAbout(db, 'project_id', ids);
  return new Map(
    rows.map((project): [string, NamedProject] => {
      const reading = readingOf(asking, project, relationsIn(asking.caller, project), cases);
      const { id, status } = project;
      return [id, { shown: { id, title: titleOf(reading, project), status }, reading }];
    }),
  );
}

/** Said to whoever it concerns, and to nobody else. */
const toThemAlone: readonly string[] = [
  'project.declined',
  'project.comment-hidden',
  'project.comment-shown',
  'project.part-hidden',
  'project.part-shown',
];

interface Step {
  type: string;
  words: string | null;
  data: EventData;
}

/** Words that stand on the project too: what is decided about those holds here. */
export function wordsWith({ type, words, data }: Step, reading: Reading): string | null {
  if (words === null) return null;
  if (type === 'project.reported') return wordsOf(reading, 'step', words, data.milestone ?? null);
  if (type === 'project.done') return wordsOf(reading, 'closing', words);
  return reading.reader.inside ? words : forStrangers(words);
}

/** What was said with a step, to somebody who is told of it: what everyone reads of a project, as they read it there. */
export const wordsTold = (row: Step, project: NamedProject | undefined): string | null =>
  row.words === null || project === undefined || toThemAlone.includes(row.type) ? row.words : wordsWith(row, project.reading);
