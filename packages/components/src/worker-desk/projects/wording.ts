import type { Hit, ListProject, Project } from '@five-micro/sdk';
import { countGraphemes, storyLength, titleLength } from '../../wish-wall/wish-form-values.ts';
import { fenOf, yuanOf } from '../forms/yuan.ts';
import type { ProjectWords } from './words/index.ts';

/** As many characters as each part may have. */
const most = { title: titleLength, story: storyLength, place: 60 } as const;
type Part = keyof typeof most;
const parts: readonly Part[] = ['title', 'story', 'place'];

const partOf = ({ screening }: Project, part: Part) => screening?.find((one) => one.part === part);

/** What the server found in one part. */
export const hitsIn = (project: Project, part: Part): readonly Hit[] => partOf(project, part)?.hits ?? [];

/** What the server found in all parts. */
export const hitsOf = (project: Project): Hit[] => parts.flatMap((part) => hitsIn(project, part));

/** As it would be listed before anything is typed: as it was written, with what was found masked. */
export function proposed(project: Project): Record<Part | 'cost', string> {
  const of = (part: Part) =>
    partOf(project, part)?.hits.length ? (partOf(project, part)?.proposed ?? project[part]) : project[part];
  return { title: of('title'), story: of('story'), place: of('place'), cost: yuanOf(project.cost) };
}

type Text = (name: string) => string;

export function wordingProblems(text: Text, { errors }: ProjectWords): Record<string, string | undefined> {
  const of = (part: Part) => {
    const length = countGraphemes(text(part));
    return length < 2 ? errors.short : length > most[part] ? errors.long(most[part]) : undefined;
  };
  return {
    title: of('title'),
    story: of('story'),
    place: of('place'),
    cost: fenOf(text('cost')) === undefined ? errors.cost : undefined,
  };
}

/** What `list` is told: only what differs from what was written, and which version of it the worker has read. */
export function listBody(project: Project, text: Text): ListProject {
  const cost = fenOf(text('cost'));
  return {
    ...(text('title') !== project.title && { title: text('title') }),
    ...(text('story') !== project.story && { story: text('story') }),
    ...(text('place') !== project.place && { place: text('place') }),
    ...(cost !== undefined && cost !== project.cost && { cost }),
    seen: project.updatedAt,
  };
}
