import type { Action, MySignUp } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';

let made = 0;
const day = 86_400_000;
const shanghai = 28_800_000;

/** So many days from today at some hour in Shanghai, which has no summer time. */
export const atHour = (days: number, hour: number): string => {
  const midnight = Math.floor((Date.now() + shanghai) / day) * day - shanghai;
  return new Date(midnight + days * day + hour * 3_600_000).toISOString();
};

export const signUpLike = (different: Partial<MySignUp> = {}): MySignUp => ({
  state: 'signed-up',
  checkedInAt: null,
  checkedOutAt: null,
  minutes: null,
  ...different,
});

/** An action as the server would answer it, tomorrow morning. */
export const actionLike = (different: Partial<Action> = {}): Action => ({
  id: `01990000-0000-7000-8000-0000000${String(40_000 + ++made)}`,
  area: 'yikang',
  areaName: '怡康社区',
  title: '磨剪刀、修雨伞、换拉链，手艺人摆一上午摊',
  story: '东门的几位老师傅凑了一桌：剪刀、菜刀、雨伞、拉链都能修。\n要几位邻居帮着登记、递工具，顺便学两手。',
  category: 'home',
  status: 'open',
  startsAt: atHour(1, 9),
  endsAt: atHour(1, 11.5),
  place: '怡康公园东门',
  host: { slug: null, name: '怡康社区' },
  places: 12,
  taken: 3,
  waiting: 0,
  minimumAge: null,
  bring: '要修的东西',
  forWhom: '谁都可以',
  photos: [],
  series: null,
  mine: null,
  can: ['sign-up'],
  reason: null,
  checkInFrom: atHour(1, 8.5),
  calendarUrl: '/api/v1/actions/1/calendar.ics',
  createdAt: atHour(-5, 9),
  updatedAt: atHour(-2, 9),
  ...different,
});

const today = { startsAt: atHour(0, 0), endsAt: atHour(0, 23.9), checkInFrom: atHour(0, 0) };

/** One of each sort, the soonest first. */
export const actions = {
  checkIn: actionLike({
    ...today,
    title: '给独居老人送一顿热饺子',
    category: 'care',
    status: 'closed',
    place: '怡康街 8 号，老年食堂',
    mine: signUpLike(),
    can: ['check-in'],
  }),
  mine: actionLike({ title: '量血压、测血糖，医生坐堂半天', category: 'health', mine: signUpLike(), can: ['sign-off'] }),
  open: actionLike(),
  full: actionLike({ title: '防骗小课堂：陌生来电怎么接', category: 'law', places: 30, taken: 30, waiting: 2 }),
  waiting: actionLike({
    title: '合唱队排练，缺几位男声',
    category: 'culture',
    places: 10,
    taken: 10,
    waiting: 4,
    mine: signUpLike({ state: 'waiting', position: 2 }),
    can: ['sign-off'],
  }),
  grown: actionLike({ title: '晚饭后一起走一圈', category: 'patrol', places: 6, taken: 5, minimumAge: 16 }),
  cancelled: actionLike({ title: '旧衣服分拣', category: 'relief', status: 'cancelled', can: [], reason: '下大雨，改到下周。' }),
};

/** A list of these, each to be opened, with the days on which they begin. */
export const actionsAre = (...all: Action[]): Override[] => [
  respond(contract.actions.list, { items: all, nextCursor: null }),
  respond(contract.actions.days, {
    items: [...new Set(all.map(({ startsAt }) => startsAt))].map((at) => ({
      day: new Date(Date.parse(at) + shanghai).toISOString().slice(0, 10),
      actions: all.filter(({ startsAt }) => startsAt === at).length,
    })),
  }),
  respond(contract.actions.get, ({ url }) => {
    const id = new URL(url).pathname.split('/').at(-1);
    return all.find((one) => one.id === id) ?? actions.open;
  }),
];
