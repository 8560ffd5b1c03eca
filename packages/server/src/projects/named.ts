import type { Notice } from '@five-micro/contract';
import { forStrangers } from '../moderation/mask.ts';
import { isInsider, relationsIn } from './lifecycle.ts';
import type { Db } from '../ports.ts';
import { projectRecords } from './statements.ts';
import { type Asking, titleFor } from './view.ts';

type Named = NonNullable<Notice['project']>;

/**
 * Projects as a notice names them. Whoever is told of one has seen it: it was theirs, or they said something about it
 * while it was listed.
 */
export async function projectsNamed(asking: Asking, db: Db, ids: readonly string[]): Promise<Map<string, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await projectRecords(db)
    .where('project.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((project): [string, Named] => {
      const title = titleFor(asking, project, isInsider(relationsIn(asking.caller, project)));
      return [project.id, { id: project.id, title, status: project.status }];
    }),
  );
}

/** Said to whoever it concerns, and to nobody else. */
const toThemAlone: readonly string[] = ['project.declined', 'project.comment-hidden', 'project.comment-shown'];

/** What was said with a step, to somebody who is told of it: what everyone reads of a project, as everyone reads it. */
export const wordsTold = (row: { type: string; words: string | null; project_id: string | null }): string | null =>
  row.words === null || row.project_id === null || toThemAlone.includes(row.type) ? row.words : forStrangers(row.words);
