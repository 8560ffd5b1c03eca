import { type Area, contract, type Nomination, type Star } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';
import { residents, residentsAre } from './desk.ts';
import { photo, starLike, titles, toolbox } from './stars.ts';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(80_000 + ++made)}`;

const story = '下雨天也在楼下支着棚子，鞋底开了他一敲就好。有事打 13912342046。';
const at = story.indexOf('13912342046');

/** Whom a neighbour has nominated, with a phone number in the story. */
export const nominationLike = (different: Partial<Nomination> = {}): Nomination => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: titles[0] ?? { code: 'service', name: '服务之星' },
  period: '2026',
  status: 'proposed',
  name: '修鞋的王师傅',
  sentence: '十年来给邻居修鞋，不收老人的钱。',
  story,
  portrait: null,
  asked: true,
  mine: false,
  aboutMe: false,
  member: null,
  screening: [
    {
      part: 'story',
      hits: [{ start: at, end: at + 11, kind: 'phone', reason: null }],
      proposed: story.replace('13912342046', '139****2046'),
    },
  ],
  reason: null,
  won: null,
  can: ['edit', 'ask', 'decline'],
  createdAt: ago(80),
  updatedAt: ago(80),
  ...different,
});

const plain = (different: Partial<Nomination>): Nomination =>
  nominationLike({ story: '谁家有事，她都记在小本子上。', screening: [], ...different });

export const nominated: Nomination[] = [
  nominationLike(),
  plain({ name: '古丽大姐', sentence: '楼里三十户，她记得每一家的忌口。', createdAt: ago(6) }),
  plain({ name: '𠮷田惠子', status: 'asked', can: ['consent', 'decline'] }),
  plain({ name: '欧阳某某', status: 'asked', can: ['decline'] }),
  plain({ name: '陈**', status: 'consented', portrait: photo(2), can: ['decline'] }),
  plain({ name: '曾**', status: 'consented', won: true, can: ['decline'] }),
  plain({ name: '单**', status: 'voting', can: [] }),
  plain({ name: '仇**', status: 'declined', reason: '这一期已经有人提名过 TA 了。', can: [] }),
];

const hanging: Star[] = [
  { ...toolbox, can: ['edit', 'take-down'] },
  starLike({ name: '周国强', nameAs: 'full', initial: '周', can: ['edit', 'take-down'] }),
  starLike({ name: '仇**', initial: '仇', portrait: { ...photo(3), public: false }, can: ['edit', 'take-down'] }),
];

/** The community as a worker's desk sees it, with stars switched on. */
const withStars: Override = respond(contract.areas.get, {
  slug: 'yikang',
  name: '怡康社区',
  level: 'community',
  path: [{ slug: 'yikang', name: '怡康社区' }],
  settings: {
    features: ['wishes', 'projects', 'stars'],
    theme: 'neutral',
    links: {},
    wishCategories: [],
    actionCategories: [],
    starTitles: titles,
    leaseDays: 7,
    contact: null,
  },
  can: ['desk', 'nominate', 'post-round'],
} satisfies Area);

const idIn = ({ url }: Request) => new URL(url).pathname.split('/').at(-2) ?? '';

/** Nominations in each story's own corner of the mock, which go where an act brings them. */
export function nominationsAre(all: Nomination[] = nominated, stars: Star[] = hanging): Override[] {
  const corners = new Map<string, Nomination[]>();
  const corner = ({ url }: Request) => url.split('/api/v1')[0] ?? '';
  const of = (request: Request) => corners.get(corner(request)) ?? all;
  const became = (different: Partial<Nomination>) => (request: Request) => {
    const now = { ...plain({}), ...of(request).find(({ id }) => id === idIn(request)), ...different };
    corners.set(
      corner(request),
      of(request).map((one) => (one.id === now.id ? now : one)),
    );
    return now;
  };
  return [
    withStars,
    residentsAre(residents),
    respond(contract.stars.nominations, (request) => {
      const status = new URL(request.url).searchParams.get('status')?.split(',') ?? [];
      return { items: of(request).filter((one) => status.includes(one.status)), nextCursor: null };
    }),
    respond(contract.stars.list, { items: stars, nextCursor: null }),
    respond(contract.stars.editNomination, became({})),
    respond(contract.stars.ask, became({ status: 'asked', can: ['decline'] })),
    respond(contract.stars.consent, became({ status: 'consented', can: ['decline'] })),
    respond(contract.stars.decline, became({ status: 'declined', can: [] })),
    respond(contract.stars.award, toolbox),
    respond(contract.stars.nominate, plain({})),
    respond(contract.stars.edit, toolbox),
    respond(contract.stars.takeDown, (request) => ({ id: idIn(request), takenDownAt: ago(0) })),
  ];
}
