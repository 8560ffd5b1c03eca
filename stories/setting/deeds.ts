import type { Action, Area, Hours, MyAction, MySignUp } from '@five-micro/contract';

const day = 86_400_000;
/** So many days from now at this hour in Nanjing. */
const at = (days: number, hour: number) => {
  const midnight = Math.floor((Date.now() + 28_800_000) / day) * day - 28_800_000;
  return new Date(midnight + days * day + hour * 3_600_000).toISOString();
};
let made = 0;

export const actionLike = (different: Partial<Action> = {}): Action => ({
  id: `01990000-0000-7000-8000-0000000${String(30_000 + ++made)}`,
  area: 'yikang',
  areaName: '怡康社区',
  title: '磨剪刀、修雨伞、换拉链，手艺人摆一上午摊',
  story: '',
  category: 'home',
  status: 'open',
  startsAt: at(3, 9),
  endsAt: at(3, 11.5),
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
  can: [],
  reason: null,
  checkInFrom: at(3, 8.5),
  calendarUrl: 'https://example.test/api/v1/actions/1/calendar.ics',
  createdAt: at(-5, 9),
  updatedAt: at(-4, 9),
  ...different,
});

const mine = (action: Partial<Action>, signUp: Partial<MySignUp> = {}): MyAction => ({
  action: actionLike(action),
  signUp: { state: 'signed-up', checkedInAt: null, checkedOutAt: null, minutes: null, ...signUp },
});

/** One with a place, one on the waiting list, one that was cancelled, and one that was. */
export const myActions: MyAction[] = [
  mine({ title: '给独居老人送一顿热饺子', startsAt: at(1, 14.5), endsAt: at(1, 16.5), place: '老年食堂', can: ['check-in'] }),
  mine(
    { title: '防骗小课堂：陌生来电怎么接', startsAt: at(4, 14), endsAt: at(4, 15.5), place: '党群活动室' },
    { state: 'waiting', position: 2 },
  ),
  mine({
    title: '冬至前给楼道装感应灯',
    startsAt: at(9, 14),
    endsAt: at(9, 16),
    place: '12 幢',
    status: 'cancelled',
    reason: '有大雨',
  }),
  mine(
    { title: '夜间巡逻', startsAt: at(-9, 20), endsAt: at(-9, 22), place: '南门', status: 'finished' },
    { state: 'attended', minutes: 120 },
  ),
];

export const hoursLike = (different: Partial<Hours> = {}): Hours => ({
  minutes: 390,
  actions: 3,
  items: [],
  nextCursor: null,
  links: { page: 'https://example.test/api/v1/records/1', csv: 'https://example.test/api/v1/records/1.csv' },
  ...different,
});

/** 怡康社区 with actions and points switched on and pages of the portal for them. */
export const areaLike = (different: Partial<Area> = {}): Area => ({
  slug: 'yikang',
  name: '怡康社区',
  level: 'community',
  path: [
    { slug: 'jianye', name: '建邺区' },
    { slug: 'nanyuan', name: '南苑街道' },
    { slug: 'yikang', name: '怡康社区' },
  ],
  settings: {
    features: ['wishes', 'actions', 'points'],
    theme: 'neutral',
    links: { action: '/actions.html?action={id}', actions: '/actions.html', leaderboard: '/points.html' },
    wishCategories: [{ code: 'other', name: '其他' }],
    actionCategories: [{ code: 'home', name: '便民' }],
    points: { 'report-in': 5, 'wish-published': 1, 'wish-helped': 10, 'action-hour': 5, vote: 1 },
    leaseDays: 7,
    contact: null,
  },
  can: ['post-wish', 'report-in'],
  ...different,
});
