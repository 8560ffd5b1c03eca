import type { Hit, Wish } from '@five-micro/sdk';

/** The words of a wish that go on the wall. */
export interface Draft {
  title: string;
  story: string;
  place: string;
}
export const draftParts = ['title', 'story', 'place'] as const;

const partOf = (wish: Wish, part: string) => wish.screening?.find((one) => one.part === part);

/** What the server found in one part. */
export const hitsIn = (wish: Wish, part: keyof Draft): readonly Hit[] => partOf(wish, part)?.hits ?? [];

/** What it found in all of them. */
export const foundIn = (wish: Wish): readonly Hit[] => draftParts.flatMap((part) => hitsIn(wish, part));

export const written = ({ title, story, place }: Wish): Draft => ({ title, story, place: place ?? '' });

/** The wording proposed to a worker: as it was written, with what the server found masked. */
export function proposal(wish: Wish): Draft {
  const own = written(wish);
  const of = (part: keyof Draft) => (hitsIn(wish, part).length ? (partOf(wish, part)?.proposed ?? own[part]) : own[part]);
  return { title: of('title'), story: of('story'), place: of('place') };
}

/** What was found still stands in these words. */
export const stillThere = (wish: Wish, draft: Draft): boolean =>
  draftParts.some((part) =>
    hitsIn(wish, part).some(({ start, end }) => draft[part].includes(written(wish)[part].slice(start, end))),
  );

/** What `publish` is told: only what differs from what was written, and which version of it the worker has read. */
export function publishBody(wish: Wish, draft: Draft | null, category: string) {
  const own = written(wish);
  const { title, story, place } = draft ?? proposal(wish);
  return {
    ...(title.trim() !== own.title && { title: title.trim() }),
    ...(story.trim() !== own.story && { story: story.trim() }),
    ...(place.trim() !== own.place && { place: place.trim() || null }),
    ...(category !== wish.category && { category }),
    seen: wish.updatedAt,
  };
}
