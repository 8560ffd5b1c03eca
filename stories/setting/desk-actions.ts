import { type Action, type Area, contract, type SignUp } from '@five-micro/contract';
import { type Override, problemOf, respond } from '@five-micro/mock-api';
import { photoLike } from './opened.ts';

const minutes = (count: number) => new Date(Date.now() + count * 60_000).toISOString();
const day = 1440;
let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(40_000 + ++made)}`;

/** An action of next week with places left, as its organiser sees it. */
export const keptAction = (different: Partial<Action> = {}): Action => {
  const id = newId();
  return {
    id,
    area: 'yikang',
    areaName: '怡康社区',
    title: '磨剪刀、修雨伞、换拉链，手艺人摆一上午摊',
    story: '三位老师傅把家伙都带来，等的时候可以喝碗茶。',
    category: 'home',
    status: 'open',
    startsAt: minutes(5 * day),
    endsAt: minutes(5 * day + 150),
    place: '怡康公园东门',
    host: { slug: null, name: '怡康社区' },
    places: 12,
    taken: 3,
    waiting: 0,
    minimumAge: null,
    bring: '要磨要修的东西',
    forWhom: null,
    photos: [],
    series: null,
    mine: null,
    can: ['edit', 'cancel', 'sign-ups'],
    reason: null,
    checkInFrom: minutes(5 * day - 30),
    calendarUrl: `/api/v1/actions/${id}/calendar.ics`,
    createdAt: minutes(-3 * day),
    updatedAt: minutes(-2 * day),
    ...different,
  };
};

const dumplings = keptAction({
  title: '给独居老人送一顿热饺子',
  story: '早上一起包饺子，中午送到十二户独居老人家里。会包的包，不会包的送，路都不远。',
  category: 'care',
  status: 'closed',
  startsAt: minutes(-40),
  endsAt: minutes(80),
  checkInFrom: minutes(-70),
  place: '怡康街 8 号，老年食堂',
  places: 20,
  taken: 7,
  waiting: 2,
  photos: [photoLike(), photoLike()],
  can: ['check-in-code', 'finish', 'cancel', 'sign-ups', 'attendance'],
});

const weekly = { id: newId(), of: 4 };
const cancelled = keptAction({
  title: '春联义写',
  category: 'culture',
  status: 'cancelled',
  startsAt: minutes(-4 * day),
  endsAt: minutes(-4 * day + 120),
  reason: '那天天气不好，为了大家安全，先不办了。',
  can: [],
});
export const keptActions: Action[] = [
  dumplings,
  keptAction({ series: { ...weekly, index: 2 }, taken: 12, waiting: 3 }),
  keptAction({
    title: '晚饭后一起走一圈',
    category: 'culture',
    host: { slug: 'ginkgo', name: '银杏志愿服务队' },
    places: 6,
    taken: 5,
  }),
  keptAction({
    title: '旧衣服换盆花',
    status: 'draft',
    taken: 0,
    series: { ...weekly, index: 1 },
    can: ['open', 'edit', 'cancel'],
  }),
  cancelled,
];

const person = (different: Partial<SignUp>): SignUp => ({
  member: newId(),
  name: '周桂芳',
  organisation: null,
  onBehalf: false,
  signedUpAt: minutes(-2 * day),
  state: 'signed-up',
  checkedInAt: null,
  checkedOutAt: null,
  minutes: null,
  ...different,
});

/** Some came, some not yet, two wait; names of every kind. */
const signedUp: SignUp[] = [
  person({ state: 'attended', checkedInAt: minutes(0) }),
  person({ name: '古丽·阿不都热合曼', state: 'attended', checkedInAt: minutes(-12) }),
  person({ name: '𠮷田惠子', state: 'attended', checkedInAt: minutes(-19), organisation: '怡康第一党支部' }),
  person({ name: '曾桂兰', onBehalf: true }),
  person({ name: '欧阳某某' }),
  person({ name: '单小平', state: 'absent' }),
  person({ name: '陈建国' }),
  person({ name: '仇英', state: 'waiting', position: 1 }),
  person({ name: '李建华', state: 'waiting', position: 2 }),
];

/** What the list asks for; acts answer with what they would have made of it. */
export function actionsAre(all: Action[], people: SignUp[] = signedUp): Override[] {
  const idIn = ({ url }: Request) => new URL(url).pathname.split('/').at(-2) ?? '';
  const became = (different: Partial<Action>) => (request: Request) => ({
    ...keptAction(),
    ...all.find(({ id }) => id === idIn(request)),
    ...different,
  });
  return [
    respond(contract.actions.list, (request) => {
      const status = new URL(request.url).searchParams.get('status')?.split(',') ?? [];
      return { items: all.filter((one) => status.includes(one.status)), nextCursor: null };
    }),
    respond(contract.actions.signUps, { items: people, nextCursor: null }),
    respond(contract.actions.open, became({ status: 'open', can: ['edit', 'cancel', 'sign-ups'] })),
    respond(contract.actions.finish, became({ status: 'finished', can: ['sign-ups', 'attendance'] })),
    respond(contract.actions.cancel, became({ status: 'cancelled', can: [] })),
    respond(contract.actions.post, became({ status: 'draft', can: ['open', 'edit', 'cancel'] })),
    codeIs('/actions.html?code=482913'),
  ];
}

/** A code that has most of its half minute before it, or another number of seconds. */
export const codeIs = (link: string | null, seconds = 18): Override =>
  respond(contract.actions.checkInCode, () => ({
    code: '482913',
    validUntil: new Date(Date.now() + seconds * 1000).toISOString(),
    link: link && new URL(link, location.origin).href,
  }));

/** Ticks that the server takes. */
export const ticksTaken: Override = respond(contract.actions.attendance, async (request) => {
  const { items }: { items: { member: string; state: SignUp['state'] }[] } = await request.json();
  return {
    items: items.map(({ member, state }) => ({ ...person({}), ...signedUp.find((one) => one.member === member), state })),
  };
});
export const ticksRefused: Override = respond(contract.actions.attendance, problemOf('action.state'));

/** The community as a worker's, or a representative's, desk sees it. */
export const areaFor = (can: string[]): Override =>
  respond(contract.areas.get, {
    slug: 'yikang',
    name: '怡康社区',
    level: 'community',
    path: [{ slug: 'yikang', name: '怡康社区' }],
    settings: {
      features: ['wishes', 'actions'],
      theme: 'neutral',
      links: {},
      wishCategories: [],
      actionCategories: [
        { code: 'law', name: '法治宣传' },
        { code: 'health', name: '医疗健康' },
        { code: 'home', name: '家政服务' },
        { code: 'care', name: '扶老护幼' },
        { code: 'culture', name: '文化体育' },
      ],
      leaseDays: 7,
      contact: null,
    },
    can,
  } satisfies Area);
