import type { Action, Area, Claim, MySignUp, SignUp, Wish, WishSummary } from '@five-micro/sdk';

/** The moment at which fake things are dated: 2026-11-23, a Monday, 10:32 in Nanjing. */
export const fakeNow = new Date('2026-11-23T02:32:00.000Z');

const before = (hours: number): string => new Date(fakeNow.getTime() - hours * 3_600_000).toISOString();

let made = 0;
const newId = (): string => `01990000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

/** A claim that is held, due in five days. */
export const makeClaim = (overrides: Partial<Claim> = {}): Claim => ({
  id: newId(),
  name: '陈**',
  state: 'active',
  dueAt: before(-120),
  mine: false,
  photos: [],
  ...overrides,
});

/** An open wish of someone who agreed to be named. */
export const makeWish = (overrides: Partial<Wish> = {}): Wish => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: '三楼走道的灯坏了一周，晚上回家要摸黑，想请人换根灯管。',
  story: '',
  kind: 'service',
  category: 'repair',
  status: 'open',
  wisher: { name: '李**' },
  forWhom: { relation: 'self', name: '李**' },
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
  createdAt: before(3),
  publishedAt: before(2),
  updatedAt: before(2),
  ...overrides,
});

export const makeArea = (overrides: Partial<Area> = {}): Area => ({
  slug: 'yikang',
  name: '怡康社区',
  level: 'community',
  path: [
    { slug: 'jianye', name: '建邺区' },
    { slug: 'nanyuan', name: '南苑街道' },
    { slug: 'yikang', name: '怡康社区' },
  ],
  settings: {
    features: ['wishes'],
    theme: 'neutral',
    links: {},
    wishCategories: [
      { code: 'repair', name: '修修补补' },
      { code: 'elderly', name: '为老服务' },
      { code: 'other', name: '其他' },
    ],
    actionCategories: [],
    leaseDays: 7,
    contact: '怡康街 8 号一楼大厅，025-5550 0000',
  },
  can: ['post-wish', 'report-in'],
  ...overrides,
});

/** An open action on Saturday morning, with places left. */
export const makeAction = (overrides: Partial<Action> = {}): Action => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: '磨剪刀、修雨伞、换拉链，手艺人摆一上午摊',
  story: '',
  category: 'home',
  status: 'open',
  startsAt: '2026-11-28T01:00:00.000Z',
  endsAt: '2026-11-28T03:30:00.000Z',
  place: '怡康公园东门',
  host: { slug: null, name: '怡康社区' },
  places: 12,
  taken: 3,
  waiting: 0,
  minimumAge: null,
  bring: null,
  forWhom: null,
  photos: [],
  series: null,
  mine: null,
  can: ['sign-up'],
  reason: null,
  checkInFrom: '2026-11-28T00:30:00.000Z',
  calendarUrl: 'https://example.test/api/v1/actions/1/calendar.ics',
  createdAt: before(48),
  updatedAt: before(24),
  ...overrides,
});

/** A sign-up that has a place. */
export const makeMySignUp = (overrides: Partial<MySignUp> = {}): MySignUp => ({
  state: 'signed-up',
  checkedInAt: null,
  checkedOutAt: null,
  minutes: null,
  ...overrides,
});

export const makeSignUp = (overrides: Partial<SignUp> = {}): SignUp => ({
  member: newId(),
  name: '周桂芳',
  organisation: null,
  onBehalf: false,
  signedUpAt: before(20),
  ...makeMySignUp(),
  ...overrides,
});

export const makeSummary = (overrides: Partial<WishSummary> = {}): WishSummary => ({
  open: 23,
  inProgress: 14,
  helped: 1286,
  byKind: { item: 9, service: 8, company: 6 },
  byCategory: { repair: 8, elderly: 15 },
  ...overrides,
});
