import type { RoundOption } from '@five-micro/contract';
import { subtree } from '../areas/statements.ts';
import { caseOf } from '../moderation/reading.ts';
import { casesAbout, type CaseRow } from '../moderation/statements.ts';
import type { OptionSource } from '../rounds/sources.ts';
import { photoUrl } from '../uploads/links.ts';
import { projectPhotos } from '../uploads/project-photos.ts';
import { tell } from './deed.ts';
import { changeProject, concernedBy, lockProjects, projectRecords, type ProjectRecord } from './statements.ts';
import { publicReading, type Reading, wordsOf } from './words.ts';

/** Projects as rounds offer them. */
export const projectOptions: OptionSource = {
  async candidates(db, rootId, area, ids) {
    if (ids.length === 0) return [];
    const within = subtree(db, area.id);
    const free = await db
      .selectFrom('project')
      .select('id')
      .where('id', 'in', ids)
      .where('root_id', '=', rootId)
      .where('area_id', 'in', within)
      .orderBy('id')
      .execute();
    const held = await lockProjects(
      db,
      free.map(({ id }) => id),
    );
    const cases = await casesAbout(db, 'project_id', ids);
    return (
      held
        // Nobody votes on what they cannot read: a title that a worker has put away stands in no round.
        .filter(({ id, status }) => status === 'listed' && caseOf(of(cases, id), 'title')?.state !== 'hidden')
        .map((project) => {
          const reading = publicReading('zh-CN', of(cases, project.id));
          return { id: project.id, cost: Number(project.cost), title: wordsOf(reading, 'title', project.title ?? '') };
        })
    );
  },

  async show(context, db, ids) {
    if (ids.length === 0) return new Map();
    const rows = await projectRecords(db).where('project.id', 'in', ids).execute();
    const photos = await projectPhotos(db, { projects: ids });
    const cases = await casesAbout(db, 'project_id', ids);
    const shown = rows.map(async (project): Promise<[string, RoundOption]> => {
      const own = photos.filter(
        (photo) => photo.project_id === project.id && photo.approved_at !== null && photo.hidden_at === null,
      );
      const pictures = own.map(async ({ id, width, height }) => ({
        id,
        width,
        height,
        public: true,
        url: await photoUrl(context, id, true),
      }));
      const reading = publicReading(context.language, of(cases, project.id));
      return [project.id, { ...shownAs(project, reading), photos: await Promise.all(pictures) }];
    });
    return new Map(await Promise.all(shown));
  },

  async frozen({ language }, db, titles) {
    const cases = await casesAbout(db, 'project_id', Object.keys(titles));
    return Object.fromEntries(
      Object.entries(titles).map(([id, title]) => {
        const found = caseOf(of(cases, id), 'title');
        const decided = found !== undefined && (found.state !== 'shown' || found.wording !== null);
        return [id, decided ? wordsOf(publicReading(language, [found]), 'title', title) : title];
      }),
    );
  },

  // All of it stands on its card.
  story: async () => '',

  async opened(hand, round, ids) {
    for (const { id } of await lockProjects(hand.db, ids)) {
      const now = await changeProject(hand.db, id, { status: 'voting', round_id: round.id, votes: null, updated_at: hand.at });
      await tell(hand, 'project.voting', now, { notify: await concernedBy(hand.db, id) });
    }
  },

  async closed(hand, _round, outcome) {
    const results = new Map(outcome.map((result) => [result.id, result]));
    for (const { id } of await lockProjects(hand.db, [...results.keys()])) {
      const { won = false, votes = 0 } = results.get(id) ?? {};
      const status = won ? 'selected' : 'not-selected';
      const now = await changeProject(hand.db, id, { status, votes, updated_at: hand.at });
      await tell(hand, `project.${status}`, now, { notify: await concernedBy(hand.db, id) });
    }
  },
};

const of = (cases: readonly CaseRow[], id: string) => cases.filter((found) => found.project_id === id);

const shownAs = (project: ProjectRecord, reading: Reading): Omit<RoundOption, 'photos'> => ({
  id: project.id,
  title: wordsOf(reading, 'title', project.title ?? ''),
  words: wordsOf(reading, 'story', project.story ?? ''),
  cost: Number(project.cost),
  place: wordsOf(reading, 'place', project.place ?? ''),
  starTitle: null,
  told: false,
});
