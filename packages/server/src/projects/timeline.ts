import { type ProjectEvent, type ProjectStep } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import { loadPeople } from '../identity/consents.ts';
import { casesAbout } from '../moderation/statements.ts';
import type { Db } from '../ports.ts';
import { isInsider, relationsIn } from './lifecycle.ts';
import { wordsWith } from './named.ts';
import type { ProjectRecord } from './statements.ts';
import type { Asking } from './view.ts';
import { readingOf } from './words.ts';

/** What is said about a project, and by how many, stands with the comments; what it was rated, with the project. */
const elsewhere: readonly ProjectEvent[] = [
  'project.commented',
  'project.comment-supported',
  'project.comment-held',
  'project.comment-reported',
  'project.comment-hidden',
  'project.comment-shown',
  'project.rated',
  'project.part-reported',
  'project.part-hidden',
  'project.part-shown',
];

/** The proposer's own steps. Those of the community, of neighbours who ask for something, and of the clock have no name. */
const voices: readonly string[] = ['project.proposed', 'project.withdrawn'];

/** A project's way so far, oldest first: a part of the event table, so it cannot differ from what happened. */
export async function timelineOf(
  asking: Asking,
  db: Db,
  project: ProjectRecord,
  page: { after: string; limit: number },
): Promise<ProjectStep[]> {
  const { caller, language } = asking;
  const relations = relationsIn(caller, project);
  const inside = isInsider(relations);
  const looksAfter = relations.has('worker') || relations.has('officer');
  const rows = await db
    .selectFrom('event')
    .leftJoin('event_words', 'event_words.event_id', 'event.id')
    .select(['event.id', 'event.type', 'event.at', 'event.visibility', 'event.data', 'event_words.words'])
    .where('event.project_id', '=', project.id)
    .where('event.visibility', 'in', looksAfter ? ['public', 'parties', 'workers'] : inside ? ['public', 'parties'] : ['public'])
    .where('event.type', 'not in', elsewhere)
    .where('event.id', '>', page.after)
    .orderBy('event.id')
    .limit(page.limit)
    .execute();
  const people = await loadPeople(db, [project.proposer_id]);
  const proposer = inside ? people.masked(project.proposer_id, language) : people.author(project.proposer_id, language);
  const area = { slug: project.area_slug, name: nameOf({ name: project.area_name, name_en: project.area_name_en }, language) };
  const reading = readingOf(asking, project, relations, await casesAbout(db, 'project_id', [project.id]));
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    at: row.at.toISOString(),
    by: voices.includes(row.type) ? proposer : null,
    words: wordsWith(row, reading),
    area,
  }));
}
