import type { RoundOption } from '@five-micro/contract';
import { subtree } from '../areas/statements.ts';
import { forStrangers } from '../moderation/mask.ts';
import type { OptionSource } from '../rounds/sources.ts';
import { photoUrl } from '../uploads/links.ts';
import { projectPhotos } from '../uploads/project-photos.ts';
import { tell } from './deed.ts';
import { changeProject, concernedBy, lockProjects, projectRecords, type ProjectRecord } from './statements.ts';

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
    return held
      .filter(({ status }) => status === 'listed')
      .map((project) => ({ id: project.id, cost: Number(project.cost), title: wordsOf(project).title }));
  },

  async show(context, db, ids) {
    if (ids.length === 0) return new Map();
    const rows = await projectRecords(db).where('project.id', 'in', ids).execute();
    const photos = await projectPhotos(db, { projects: ids });
    const shown = rows.map(async (project): Promise<[string, RoundOption]> => {
      const own = photos.filter((photo) => photo.project_id === project.id && photo.approved_at !== null);
      const pictures = own.map(async ({ id, width, height }) => ({
        id,
        width,
        height,
        public: true,
        url: await photoUrl(context, id, true),
      }));
      return [project.id, { ...wordsOf(project), photos: await Promise.all(pictures) }];
    });
    return new Map(await Promise.all(shown));
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

const wordsOf = (project: ProjectRecord): Omit<RoundOption, 'photos'> => ({
  id: project.id,
  title: forStrangers(project.title ?? ''),
  words: forStrangers(project.story ?? ''),
  cost: Number(project.cost),
  place: forStrangers(project.place ?? ''),
  starTitle: null,
});
