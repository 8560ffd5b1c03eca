import type { Wish } from '@five-micro/contract';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
let made = 0;

/** A wish as the server would answer it, for what the sample community does not have. */
export const wishLike = (different: Partial<Wish> = {}): Wish => ({
  id: `01990000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
  area: 'yikang',
  areaName: '怡康社区',
  title: '想借一把梯子，把阳台的灯换一换',
  story: '',
  kind: 'item',
  category: 'other',
  status: 'open',
  wisher: { name: '王**' },
  forWhom: { relation: 'self', name: '王**' },
  place: null,
  wantedBy: null,
  claimersWanted: 1,
  claimersHeld: 0,
  claims: [],
  photos: [],
  confirmation: null,
  closing: null,
  onBehalf: false,
  mine: false,
  can: ['claim'],
  createdAt: ago(5),
  publishedAt: ago(3),
  updatedAt: ago(3),
  ...different,
});
