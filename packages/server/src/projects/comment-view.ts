import type { Comment, CommentCase, Correction } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById, nameOf } from '../areas/statements.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import type { Relation } from '../identity/permissions.ts';
import { detect } from '../moderation/detect.ts';
import { forStrangers, mask } from '../moderation/mask.ts';
import { read, readerOf } from '../moderation/reading.ts';
import { screeningOf } from '../moderation/screening.ts';
import type { WatchWord } from '../moderation/watch-words.ts';
import type { Db } from '../ports.ts';
import { projectPhotos, type ProjectPhotoRow } from '../uploads/project-photos.ts';
import { commentIn, type CommentRecord, reportsOn, supportedBy } from './comment-statements.ts';
import { canOnComment, relationsToSaid } from './lifecycle.ts';
import { projectById, type ProjectRecord, projectRecords } from './statements.ts';
import { type Asking, showPhotos } from './view.ts';

/** What belongs to some comments, read once for all. */
interface Around {
  asking: Asking;
  projects: Map<string, ProjectRecord>;
  people: People;
  photos: readonly ProjectPhotoRow[];
  supported: ReadonlySet<string>;
  lists: Map<number, readonly WatchWord[]>;
}

async function around(asking: Asking, db: Db, rows: readonly CommentRecord[]): Promise<Around> {
  const ids = rows.map(({ id }) => id);
  const projectIds = [...new Set(rows.map((row) => row.project_id))];
  const found = projectIds.length === 0 ? [] : await projectRecords(db).where('project.id', 'in', projectIds).execute();
  const people = await loadPeople(
    db,
    rows.map((row) => row.writer_id),
  );
  const { caller } = asking;
  const supported = caller.kind === 'member' ? await supportedBy(db, ids, caller.id) : new Set<string>();
  const lists = new Map<number, readonly WatchWord[]>();
  const held = rows.filter(({ state }) => state === 'held' || state === 'reported');
  for (const id of new Set(held.map((row) => row.area_id))) lists.set(id, await watchWordsOf(db, await areaById(db, id)));
  const photos = await projectPhotos(db, { comments: ids });
  return { asking, projects: new Map(found.map((project) => [project.id, project])), people, photos, supported, lists };
}

/** Comments as the caller may see them. */
export async function showComments(asking: Asking, db: Db, rows: readonly CommentRecord[]): Promise<Comment[]> {
  const known = await around(asking, db, rows);
  const shown = await Promise.all(rows.map((row) => showComment(known, row)));
  return shown.flatMap((one) => one ?? []);
}

/** One that the caller has just acted on: `subject` names it and its project. */
export async function showSaid(asking: Asking, db: Db, projectId: string, commentId: string): Promise<Comment | undefined> {
  const [row, project] = [await commentIn(db, projectId, commentId), await projectById(db, projectId)];
  return row && project ? (await showComments(asking, db, [row]))[0] : undefined;
}

async function showComment(known: Around, row: CommentRecord): Promise<Comment | undefined> {
  const { asking, people, supported } = known;
  const { caller, language } = asking;
  const project = known.projects.get(row.project_id);
  if (!project) return undefined;
  const relations = relationsToSaid(caller, project, row, supported.has(row.id));
  const looksAfter = relations.has('worker') || relations.has('officer');
  const withheld = row.state === 'held' || row.state === 'reported' || row.state === 'hidden' ? row.state : null;
  const writes = relations.has('writer');
  return {
    id: row.id,
    author: { name: authorOf(row, project, { people, language, masked: looksAfter || writes }) },
    words: wordsFor(asking, row, relations),
    at: row.created_at.toISOString(),
    mine: writes,
    supporters: row.supporters,
    supported: supported.has(row.id),
    correction: await correctionOf(known, row, relations),
    can: canOnComment(caller, project, row, { relations, supported: supported.has(row.id) }),
    ...((looksAfter || (writes && withheld !== 'reported')) && { withheld }),
    ...(relations.has('worker') && { screening: screeningFor(known, row) }),
  };
}

function authorOf(
  row: CommentRecord,
  project: ProjectRecord,
  { people, language, masked }: { people: People; language: Asking['language']; masked: boolean },
): string {
  if (row.official) return nameOf({ name: project.area_name, name_en: project.area_name_en }, language);
  return masked ? people.masked(row.writer_id, language) : people.author(row.writer_id, language);
}

/** What the writer wrote to them and the workers; to others what was decided about it. */
function wordsFor({ caller, language }: Asking, row: CommentRecord, relations: ReadonlySet<Relation>): string {
  if (row.words === null) return messages[language].words.erased;
  const found = read(row.words, readerOf(caller, relations, false), row);
  return 'words' in found ? found.words : messages[language].words[found.withheld];
}

function screeningFor({ lists }: Around, row: CommentRecord) {
  const watchWords = lists.get(row.area_id);
  return watchWords === undefined ? null : (screeningOf({ comment: row.words }, watchWords)[0] ?? null);
}

async function correctionOf(
  { asking, photos }: Around,
  row: CommentRecord,
  relations: ReadonlySet<Relation>,
): Promise<Correction | null> {
  const looksAfter = relations.has('worker') || relations.has('officer');
  if (row.correction_state === null || row.due_at === null || row.raised_at === null) return null;
  // Numbers in it are masked for strangers, as in everything that is said in public.
  const said = (words: string | null) => (words === null || looksAfter ? words : forStrangers(words));
  return {
    state: row.correction_state,
    owner: said(row.owner),
    dueAt: row.due_at.toISOString(),
    raisedAt: row.raised_at.toISOString(),
    answer:
      row.answered_at !== null && row.answer !== null
        ? {
            words: said(row.answer) ?? '',
            photos: await showPhotos(
              asking,
              photos.filter((photo) => photo.comment_id === row.id),
              { reading: { reader: readerOf(asking.caller, relations, looksAfter) }, open: true },
            ),
            at: row.answered_at.toISOString(),
          }
        : null,
    reason: said(row.reason),
  };
}

/** Comments as a worker of their area reads them when they decide. */
export async function showCases(asking: Asking, db: Db, rows: readonly CommentRecord[]): Promise<CommentCase[]> {
  const known = await around(asking, db, rows);
  const reports = await reportsOn(
    db,
    rows.map(({ id }) => id),
  );
  const cases = rows.map(async (row): Promise<CommentCase[]> => {
    const project = known.projects.get(row.project_id);
    const comment = await showComment(known, row);
    if (!project || !comment || row.since === null) return [];
    const hits = detect(row.words ?? '', { watchWords: known.lists.get(row.area_id) ?? [] });
    return [
      {
        project: {
          id: project.id,
          // A worker reads what was written, whatever was decided about it.
          title: project.title ?? messages[asking.language].words.erased,
          areaName: nameOf({ name: project.area_name, name_en: project.area_name_en }, asking.language),
        },
        comment,
        proposed: hits.length === 0 ? null : mask(row.words ?? '', hits),
        reports: reports
          .filter((report) => report.comment_id === row.id)
          .map(({ reason, words, created_at: at }) => ({ reason, words, at: at.toISOString() })),
        since: row.since.toISOString(),
      },
    ];
  });
  return (await Promise.all(cases)).flat();
}
