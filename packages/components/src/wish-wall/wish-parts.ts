import type { Hide, Photo, SaidPart, Wish, WishPart } from '@five-micro/sdk';
import type { WorkOptions } from '../shared/controllers/act.ts';

/** One who speaks in a wish: `wish` and `thanks` are the wisher's, `closing` a worker's, anything else a claim's id. */
export type Speech = string;

/** One text or picture that stands before everyone, or would if it were not withheld. */
export interface PublicPart {
  /** Tells it from the others of the same wish. */
  key: string;
  part: SaidPart;
  /** What it is called, where it is no part of a wish. */
  label?: string;
  claim: string | undefined;
  photo: Photo | undefined;
  /** Which of the speaker's pictures, from 1. */
  index: number;
  /** What it says; nothing for a picture. */
  words: string;
  state: string | undefined;
}

/** Something that is no wish and has texts and pictures before everyone: a project, a star, somebody who is voted on. */
export interface PublicThing {
  /** `report`, `hide`, `show`. */
  can: readonly string[];
  parts: readonly PublicPart[];
  send(verb: SaidVerb, part: PublicPart, said: Said, options: WorkOptions): PromiseLike<unknown>;
}

export type SaidVerb = 'report' | 'hide' | 'show';

/** What is said with it: why, or in which words it shall stand there. */
export interface Said {
  reason?: string;
  words?: string;
  wording?: string;
  seen?: Hide['seen'];
}

/** Why strangers do not see it now: `held`, `hidden`; `reported` is seen, and waits for a worker. */
export const withheldState = (wish: Wish, part: WishPart, claim?: string): string | undefined =>
  wish.withheld?.find((entry) => entry.part === part && (entry.claim ?? undefined) === claim)?.state;

/** What someone says in public with a wish. */
export function partsOf(wish: Wish, speech: Speech): PublicPart[] {
  const claim = wish.claims.find(({ id }) => id === speech);
  const text = (part: WishPart, words: string | null | undefined): PublicPart[] =>
    words
      ? [{ key: part, part, claim: claim?.id, photo: undefined, index: 0, words, state: withheldState(wish, part, claim?.id) }]
      : [];
  const pictures = (photos: readonly Photo[]): PublicPart[] => {
    const state = withheldState(wish, 'photo', claim?.id);
    return photos.flatMap((photo, i) =>
      // What waits for its owner's consent is nobody's business yet.
      photo.public || state
        ? [
            {
              key: photo.id,
              part: 'photo',
              claim: claim?.id,
              photo,
              index: i + 1,
              words: '',
              state: photo.public ? undefined : state,
            },
          ]
        : [],
    );
  };
  switch (speech) {
    case 'wish':
      return [...text('title', wish.title), ...text('story', wish.story), ...text('place', wish.place), ...pictures(wish.photos)];
    case 'thanks':
      return text('thanks', wish.confirmation?.thanks);
    case 'closing':
      return text('closing', wish.closing?.note);
    default:
      return claim ? [...text('note', claim.note), ...pictures(claim.photos)] : [];
  }
}

/** True where the one who looks said it themself. */
export const isOwn = (wish: Wish, speech: Speech): boolean =>
  speech === 'wish' || speech === 'thanks' ? wish.mine : (wish.claims.find(({ id }) => id === speech)?.mine ?? false);

/** What may be said of it: a worker decides, anyone else tells a worker. Nothing of what one wrote oneself. */
export function speechAct(wish: Wish, speech: Speech): 'moderate' | 'report' | undefined {
  if (wish.erased || partsOf(wish, speech).length === 0) return undefined;
  if (wish.can.includes('hide') || wish.can.includes('show')) return 'moderate';
  return wish.can.includes('report') && !isOwn(wish, speech) ? 'report' : undefined;
}

/** What the server is told: a note needs its claim, a picture its id. */
export const addressOf = ({ part, claim, photo }: PublicPart) => ({
  // A thing that is no wish says for itself what its parts are.
  part: part as WishPart,
  ...(photo ? { photo: photo.id } : claim && { claim }),
});
