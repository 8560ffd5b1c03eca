import type { Milestone, Photo, Project } from '@five-micro/contract';
import { watchWordsOf } from '../areas/settings.ts';
import { areaById, nameOf } from '../areas/statements.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import type { Relation } from '../identity/permissions.ts';
import { withheldOf } from '../moderation/deciding.ts';
import { strangersRead } from '../moderation/mask.ts';
import { seesPhoto } from '../moderation/reading.ts';
import { screeningOf } from '../moderation/screening.ts';
import { type CaseRow, casesAbout } from '../moderation/statements.ts';
import type { WatchWord } from '../moderation/watch-words.ts';
import type { Db } from '../ports.ts';
import { photoUrl } from '../uploads/links.ts';
import { projectPhotos, type ProjectPhotoRow } from '../uploads/project-photos.ts';
import { type MilestoneRow, milestonesOf, ratingsBy } from './building-statements.ts';
import { canOf, isInsider, isPublic, isVisible, relationsIn } from './lifecycle.ts';
import { lostIn, type ProjectRecord, roundsOf } from './statements.ts';
import { type Reading, readingOf, titleOf, wordsOf, wordsOrNull } from './words.ts';

export type Asking = Pick<Context, 'ports' | 'caller' | 'language' | 'at' | 'apiUrl'>;

/** What belongs to some projects, read once for all. */
interface Around {
  asking: Asking;
  people: People;
  photos: readonly ProjectPhotoRow[];
  milestones: readonly MilestoneRow[];
  rounds: Awaited<ReturnType<typeof roundsOf>>;
  lost: Awaited<ReturnType<typeof lostIn>>;
  cases: readonly CaseRow[];
  ratings: ReadonlyMap<string, number>;
  /** Of the areas whose proposals the caller reads before others do. */
  lists: ReadonlyMap<number, readonly WatchWord[]>;
}

/** From so many on an average says nothing about one of them. */
const fewestRatings = 5;

/** Projects as the caller may see them. */
export async function showProjects(asking: Asking, db: Db, projects: readonly ProjectRecord[]): Promise<Project[]> {
  if (projects.length === 0) return [];
  const ids = projects.map(({ id }) => id);
  const milestones = await milestonesOf(db, ids);
  const { caller } = asking;
  const own = caller.kind === 'member' ? await ratingsBy(db, ids, caller.id) : [];
  const lists = new Map<number, readonly WatchWord[]>();
  const reading = projects.filter((project) => readsFirst(project, relationsIn(caller, project)));
  for (const id of new Set(reading.map((project) => project.area_id)))
    lists.set(id, await watchWordsOf(db, await areaById(db, id)));
  const known: Around = {
    asking,
    people: await loadPeople(
      db,
      projects.map((project) => project.proposer_id),
    ),
    photos: await projectPhotos(db, { projects: ids, milestones: milestones.map(({ id }) => id) }),
    milestones,
    rounds: await roundsOf(db, projects),
    lost: await lostIn(db, projects),
    cases: await casesAbout(db, 'project_id', ids),
    ratings: new Map(own.map(({ project_id: id, rating }) => [id, rating])),
    lists,
  };
  return Promise.all(projects.map((project) => showProject(known, project)));
}

/** One project where it may be seen. @throws {Refusal} `project.unknown` */
export async function showVisible(asking: Asking, db: Db, project: ProjectRecord | undefined): Promise<Project> {
  if (!project || !isVisible(project, relationsIn(asking.caller, project))) throw new Refusal('project.unknown');
  const [shown] = await showProjects(asking, db, [project]);
  if (!shown) throw new Refusal('project.unknown');
  return shown;
}

const readsFirst = ({ status }: ProjectRecord, relations: ReadonlySet<Relation>): boolean =>
  (status === 'proposed' || status === 'declined') && relations.has('worker');

async function showProject(known: Around, project: ProjectRecord): Promise<Project> {
  const { asking, people } = known;
  const { caller, language } = asking;
  const relations = relationsIn(caller, project);
  const inside = isInsider(relations);
  const masked = ['proposer', 'author', 'worker'].some((relation) => relations.has(relation as Relation));
  const reading = readingOf(asking, project, relations, known.cases);
  const withheld = inside ? withheldOf(reading.cases) : [];
  const round = known.rounds.get(project.round_id ?? '');
  return {
    id: project.id,
    area: project.area_slug,
    areaName: nameOf({ name: project.area_name, name_en: project.area_name_en }, language),
    title: titleOf(reading, project),
    story: wordsOf(reading, 'story', project.story ?? ''),
    place: wordsOf(reading, 'place', project.place ?? ''),
    cost: Number(project.cost),
    status: project.status,
    proposer: { name: masked ? people.masked(project.proposer_id, language) : people.author(project.proposer_id, language) },
    mine: relations.has('proposer'),
    photos: await showPhotos(
      asking,
      known.photos.filter((photo) => photo.project_id === project.id),
      { reading, open: isPublic(project.status) },
    ),
    owner: inside ? project.owner : strangersRead(project.owner),
    budget: project.budget === null ? null : Number(project.budget),
    dueOn: project.due_on,
    percent: project.percent,
    milestones: await Promise.all(
      known.milestones.filter((one) => one.project_id === project.id).map((one) => showMilestone(known, one, reading)),
    ),
    comments: project.comments,
    openCorrections: project.open_corrections,
    rating: project.ratings < fewestRatings ? null : Math.round((project.rating_sum * 10) / project.ratings) / 10,
    ratings: project.ratings,
    myRating: known.ratings.get(project.id) ?? null,
    round:
      round && project.round_id !== null
        ? { id: project.round_id, title: round.title, votes: project.votes, ...known.lost.get(project.id) }
        : null,
    mergedInto: project.merged_into,
    reason: inside ? project.reason : null,
    closing: wordsOrNull(reading, 'closing', project.closing),
    can: canOf(caller, project, relations),
    createdAt: project.created_at.toISOString(),
    updatedAt: project.updated_at.toISOString(),
    ...(inside && { original: originalOf(project) }),
    ...(withheld.length > 0 && { withheld }),
    ...(readsFirst(project, relations) && { screening: screened(known, project) }),
  };
}

const originalOf = ({ original_title: title, original_story: story, original_place: place }: ProjectRecord) =>
  title === null ? null : { title, story: story ?? '', place: place ?? '' };

const screened = ({ lists }: Around, { title, story, place, area_id }: ProjectRecord) =>
  screeningOf({ title, story, place }, lists.get(area_id) ?? []);

async function showMilestone({ asking, photos }: Around, row: MilestoneRow, reading: Reading): Promise<Milestone> {
  return {
    id: row.id,
    title: wordsOf(reading, 'step', row.title, row.id),
    words: wordsOrNull(reading, 'update', row.words, row.id),
    on: row.on_day,
    percent: row.percent,
    reached: row.reached_at !== null,
    photos: await showPhotos(
      asking,
      photos.filter((photo) => photo.milestone_id === row.id),
      { reading, open: true },
    ),
  };
}

/** Pictures that a worker has looked at are for everyone while what they belong to is; the others for those concerned, and what was hidden for whoever brought it and the workers. */
export async function showPhotos(
  asking: Asking,
  photos: readonly ProjectPhotoRow[],
  { reading: { reader }, open }: { reading: Pick<Reading, 'reader'>; open: boolean },
): Promise<Photo[]> {
  const shown = photos.map((photo) => ({ ...photo, public: open && photo.approved_at !== null && photo.hidden_at === null }));
  return Promise.all(
    shown
      .filter((photo) => seesPhoto(photo, reader, photo.public))
      .map(async ({ id, width, height, public: everyone, hidden_at: hiddenAt }) => ({
        id,
        width,
        height,
        public: everyone,
        url: await photoUrl(asking, id, everyone, hiddenAt),
      })),
  );
}
