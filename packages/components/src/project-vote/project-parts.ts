import { type FiveMicroCore, type Photo, type Project, type ProjectPart, projectsIn } from '@five-micro/sdk';
import type { PublicPart, PublicThing } from '../wish-wall/wish-parts.ts';
import type { DetailWords } from './words/detail.ts';

interface OfProject {
  part: ProjectPart;
  label: string;
  words: string;
  milestone?: string;
}

/** What stands before everyone of a project, and how a worker is told about it. */
export function projectThing(project: Project, words: DetailWords, client: FiveMicroCore): PublicThing {
  const { title, story, place, closing, milestones, photos, withheld = [] } = project;
  const stateOf = (part: string, of: string | null) => withheld.find((one) => one.part === part && one.of === of)?.state;
  const addresses = new Map<string, { part: ProjectPart; milestone?: string; photo?: string }>();
  const text = ({ part, label, words: said, milestone }: OfProject): PublicPart[] => {
    if (!said) return [];
    const key = [part, milestone].filter(Boolean).join(' ');
    addresses.set(key, { part, ...(milestone && { milestone }) });
    return [
      { key, part, label, claim: undefined, photo: undefined, index: 0, words: said, state: stateOf(part, milestone ?? null) },
    ];
  };
  let index = 0;
  const picture = (photo: Photo): PublicPart[] => {
    const state = stateOf('photo', photo.id);
    if (!photo.public && !state) return [];
    index += 1;
    addresses.set(photo.id, { part: 'photo', photo: photo.id });
    return [{ key: photo.id, part: 'photo', claim: undefined, photo, index, words: '', state }];
  };
  const parts = [
    ...text({ part: 'title', label: words.parts.title, words: title }),
    ...text({ part: 'story', label: words.parts.story, words: story }),
    ...text({ part: 'place', label: words.parts.place, words: place }),
    ...photos.flatMap(picture),
    ...milestones.flatMap((step) => [
      ...text({ part: 'step', label: words.parts.step, words: step.title, milestone: step.id }),
      ...text({ part: 'update', label: words.parts.update(step.title), words: step.words ?? '', milestone: step.id }),
      ...step.photos.flatMap(picture),
    ]),
    ...text({ part: 'closing', label: words.parts.closing, words: closing ?? '' }),
  ];
  return {
    // Whoever proposed it says so where they take it back.
    can: project.can
      .filter((verb) => verb !== 'report-part' || !project.mine)
      .flatMap((verb) => /^(report|hide|show)-part$/.exec(verb)?.[1] ?? []),
    parts,
    send(verb, { key }, { reason = '', words: more, wording, seen }, options) {
      const address = addresses.get(key) ?? { part: 'title' as const };
      const projects = projectsIn(client);
      const { id } = project;
      if (verb === 'report')
        return projects.reportPart(id, { ...address, reason: reason as 'other', ...(more && { words: more }) }, options);
      if (verb === 'hide') return projects.hidePart(id, { ...address, reason, ...(seen && { seen }) }, options);
      return projects.showPart(id, { ...address, ...(wording && { wording }), ...(seen && { seen }) }, options);
    },
  };
}
