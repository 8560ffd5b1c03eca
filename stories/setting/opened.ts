import type { Claim, Photo, TimelineEntry, Wish } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';
import { inState, reads } from './seen.ts';
import { wishLike } from './wishes.ts';

const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const drawing = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${colour}"/><path d="M0 420 240 300 420 420 620 250 800 400V600H0z" fill="#fff6"/></svg>`,
  )}`;

let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(10_000 + ++made)}`;

export const photoLike = (different: Partial<Photo> = {}): Photo => ({
  id: newId(),
  url: drawing('#c9b99a'),
  width: 800,
  height: 600,
  public: true,
  ...different,
});

export const claimLike = (different: Partial<Claim> = {}): Claim => ({
  id: newId(),
  name: '陈**',
  state: 'active',
  dueAt: at(90),
  mine: false,
  photos: [],
  ...different,
});

export const stepLike = (type: string, hoursAgo: number, different: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: String(++made),
  type,
  at: at(-hoursAgo),
  by: null,
  onBehalf: false,
  words: null,
  dueAt: null,
  ...different,
});

/** A wish with a story, as it lies open. */
export const openedWish = (different: Partial<Wish> = {}): Wish =>
  wishLike({
    title: '三楼走道的灯坏了一周，晚上回家要摸黑，想请人换根灯管。',
    story: '我今年七十八，住四楼。三楼走道的灯一闭眼就灭，后来干脆不亮了。\n灯管我买好了，放在家里，就差一位够得着的邻居。',
    kind: 'service',
    category: 'repair',
    place: '12 幢',
    wantedBy: at(160),
    wisher: { name: '李**' },
    forWhom: { relation: 'self', name: '李**' },
    photos: [photoLike(), photoLike({ url: drawing('#a9bfc9') })],
    can: ['claim', 'report'],
    ...different,
  });

export const firstSteps = [stepLike('wish.submitted', 30, { by: '李**' }), stepLike('wish.published', 29)];

/** That one wish, whatever is asked about it; every act is answered with `after`. */
export function asWish(wish: Wish, after: Partial<Wish> = {}, steps: TimelineEntry[] = firstSteps): Override[] {
  let now = wish;
  const changed = () => {
    now = { ...wish, ...after, updatedAt: new Date().toISOString() };
    return now;
  };
  const { get, timeline, fulfil, confirm, report, hide, show } = contract.wishes;
  return [
    respond(get, () => now),
    respond(timeline, { items: steps, nextCursor: null }),
    ...[fulfil, confirm, report, hide, show].map((verb) => respond(verb, changed)),
  ];
}

/** A wish that an organisation helped with, and the wisher's thank-you. */
export const helpedByBranch = claimLike({
  name: '怡康第二党支部',
  organisation: 'yikang-branch-2',
  state: 'done',
  note: '换好了，亮堂。',
});
export const thanked = {
  status: 'confirmed',
  claims: [{ ...helpedByBranch, photos: [photoLike()] }],
  confirmation: { rating: 5, thanks: '晚上回来看得清台阶了，谢谢你们。', at: new Date().toISOString() },
} satisfies Partial<Wish>;

interface Root {
  canvasElement: HTMLElement;
}
/** The detail has what it asked for. */
export const isReady = async ({ canvasElement }: Root): Promise<void> => {
  await inState(canvasElement, 'fm-wish-detail', 'ready');
};
/** It says all of these. */
export const says =
  (...words: (string | RegExp)[]) =>
  async ({ canvasElement }: Root): Promise<void> => {
    await isReady({ canvasElement });
    for (const each of words) await reads(canvasElement, each);
  };
