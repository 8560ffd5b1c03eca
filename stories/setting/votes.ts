import type { Comment, Outcome, Page, Project, Receipt, Round, RoundOption, RoundResults } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';
import { inState, reads } from './seen.ts';

const from = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const uuid = (number: number) => `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const dayFrom = (days: number) => from(days * 24).slice(0, 10);

const option = (number: number, title: string, words: string, yuan: number, place: string): RoundOption => ({
  id: uuid(number),
  title,
  words,
  cost: yuan * 100,
  place,
  starTitle: null,
  photos: [],
});

/** Six things that 怡康 may do next year. */
export const offered: RoundOption[] = [
  option(1, '楼门口修一条慢坡道', '带扶手，轮椅和婴儿车都好走，先修 6 个门洞。', 96_000, '8–13 幢'),
  option(2, '楼道换成声控亮灯', '全小区 42 个楼道，换亮一点、省电的灯。', 63_000, '全小区'),
  option(3, '香樟树下添八张长椅', '买菜回来歇歇脚，旁边装一盏不刺眼的灯。', 32_000, '中心小路'),
  option(4, '单元门加装雨棚', '下雨天开门不淋雨，16 个老单元先装。', 80_000, '1–7 幢'),
  option(5, '活动室改成四点半课堂', '放学没人接的孩子有地方写作业，志愿者轮流陪。', 75_000, '党群活动室'),
  option(6, '车棚后面做个小花园', '清掉堆的杂物，种上花，留出晒太阳的地方。', 54_000, '3 号车棚'),
];

export const roundLike = (different: Partial<Round> = {}): Round => ({
  id: uuid(100),
  area: 'yikang',
  areaName: '怡康社区',
  title: '明年先办哪几件',
  of: 'projects',
  status: 'open',
  opensAt: from(-48),
  closesAt: from(14 * 24 + 1),
  closedAt: null,
  reason: null,
  ballot: { type: 'approval', min: 1, max: 3 },
  rule: 'most-votes',
  completion: 'none',
  winners: null,
  budget: 30_000_000,
  live: false,
  tie: '怡康 2026 年冬至',
  cutOff: from(14 * 24 + 1),
  electorate: 4200,
  openingDigest: 'a'.repeat(64),
  closingDigest: null,
  turnout: { ballots: 1128, paper: 12 },
  options: offered,
  mine: { voted: false, revision: 0, eligible: true },
  can: ['ballot'],
  createdAt: from(-100),
  updatedAt: from(-48),
  ...different,
});

export const closedLike = (different: Partial<Round> = {}): Round =>
  roundLike({
    id: uuid(99),
    title: '今年办哪几件',
    status: 'closed',
    opensAt: from(-9000),
    closesAt: from(-8700),
    closedAt: from(-8700),
    turnout: { ballots: 1846, paper: 213 },
    mine: { voted: true, revision: 1, eligible: true },
    can: [],
    closingDigest: 'b'.repeat(64),
    ...different,
  });

type Fared = Outcome['options'][number];
const fared = (number: number, votes: number, why: Fared['why'], different: Partial<Fared> = {}): Fared => ({
  id: uuid(number),
  votes,
  won: why === 'won',
  why,
  turn: null,
  left: null,
  ...different,
});

export const mostVotes: Outcome = {
  rule: 'most-votes',
  completion: 'none',
  winners: [1, 2, 4, 6].map(uuid),
  spent: 29_300_000,
  budget: 30_000_000,
  options: [
    fared(1, 1204, 'won', { turn: 1 }),
    fared(2, 968, 'won', { turn: 2 }),
    fared(4, 795, 'won', { turn: 3 }),
    fared(5, 627, 'too-dear', { left: 6_100_000 }),
    fared(6, 391, 'won', { turn: 4 }),
    fared(3, 290, 'too-dear', { left: 700_000 }),
  ],
};

export const equalShares: Outcome = {
  rule: 'equal-shares',
  completion: 'add1',
  winners: [2, 3, 1, 6].map(uuid),
  spent: 24_500_000,
  budget: 30_000_000,
  options: [
    fared(1, 1204, 'won', { turn: 3, paid: [{ amount: 7973.42, voters: 1204 }] }),
    fared(2, 968, 'won', { turn: 1, paid: [{ amount: 6508.26, voters: 968 }] }),
    fared(4, 795, 'shares-spent', { left: 4_210_000 }),
    fared(5, 627, 'shares-spent', { left: 3_870_000 }),
    fared(6, 391, 'won', {
      turn: 4,
      paid: [
        { amount: 16_200, voters: 200 },
        { amount: 11_309.42, voters: 191 },
      ],
    }),
    fared(3, 290, 'won', { turn: 2, paid: [{ amount: 11_034.48, voters: 290 }] }),
  ],
};

export const resultsLike = (different: Partial<RoundResults> = {}): RoundResults => ({
  status: 'closed',
  asOf: from(0),
  turnout: { ballots: 1846, paper: 213, electorate: 4200 },
  votes: null,
  outcome: mostVotes,
  otherwise: equalShares,
  ...different,
});

export const projectLike = (different: Partial<Project> = {}): Project => ({
  id: uuid(200),
  area: 'yikang',
  areaName: '怡康社区',
  title: '怡康街人行道补平',
  story: '下雨天积水，轮椅过不去。',
  place: '怡康街',
  cost: 6_200_000,
  status: 'under-way',
  proposer: { name: '一位邻居' },
  mine: false,
  photos: [],
  owner: '陈工，南苑街道城管科',
  budget: 6_200_000,
  dueOn: dayFrom(25),
  percent: 60,
  milestones: [
    { id: uuid(1), title: '量尺寸，定下用透水砖', words: null, on: dayFrom(-42), percent: 10, reached: true, photos: [] },
    { id: uuid(2), title: '北段 120 米铺好，可以走了', words: null, on: dayFrom(-7), percent: 60, reached: true, photos: [] },
    {
      id: uuid(3),
      title: '南段铺好',
      words: '施工时间 8:30–17:30，出门请走对面',
      on: dayFrom(17),
      percent: 90,
      reached: false,
      photos: [],
    },
    {
      id: uuid(4),
      title: '居民一起验收',
      words: '有人提出要改的，改好才算完',
      on: dayFrom(25),
      percent: null,
      reached: false,
      photos: [],
    },
  ],
  comments: 2,
  openCorrections: 1,
  rating: null,
  ratings: 0,
  myRating: null,
  round: { id: uuid(99), title: '今年办哪几件', votes: 627 },
  mergedInto: null,
  reason: null,
  closing: null,
  can: ['comments'],
  createdAt: from(-2000),
  updatedAt: from(-20),
  ...different,
});

export const built: Project[] = [
  projectLike(),
  projectLike({
    id: uuid(201),
    title: '老年食堂添一部送餐电梯',
    status: 'done',
    percent: 100,
    openCorrections: 0,
    rating: 4.6,
    ratings: 31,
    milestones: [],
    closing: '十一月二十日起，二楼也能热热地吃上饭。',
    can: ['comments', 'rate'],
  }),
  projectLike({
    id: uuid(202),
    title: '增设 24 个电动车充电位',
    status: 'selected',
    percent: 0,
    openCorrections: 0,
    owner: null,
    budget: null,
    dueOn: null,
    milestones: [],
  }),
];

export const proposed: Project[] = [
  projectLike({
    id: uuid(210),
    title: '楼顶修一个晾被子的平台',
    place: '5 幢楼顶',
    cost: 4_500_000,
    status: 'listed',
    round: null,
    percent: 0,
    milestones: [],
    openCorrections: 0,
  }),
  projectLike({
    id: uuid(211),
    title: '小广场放一个换书的木箱',
    place: '小广场',
    cost: 380_000,
    status: 'proposed',
    mine: true,
    round: null,
    percent: 0,
    milestones: [],
    openCorrections: 0,
    can: ['edit', 'withdraw'],
  }),
];

export const commentLike = (different: Partial<Comment> = {}): Comment => ({
  id: uuid(300),
  author: { name: '赵**' },
  words: '7 号门口的井盖高出一截，轮椅会卡住。',
  at: from(-30),
  mine: false,
  supporters: 4,
  supported: false,
  correction: null,
  can: ['corrections', 'report'],
  ...different,
});

export const comments: Comment[] = [
  commentLike({ id: uuid(301), words: '北段走过了，平。', author: { name: '古丽**' }, supporters: 0 }),
  commentLike({
    correction: {
      state: 'answered',
      owner: '施工队',
      dueAt: from(60),
      raisedAt: from(-28),
      answer: { words: '看到了，周三重新垫平。', photos: [], at: from(-4) },
      reason: null,
    },
    can: ['accept', 'report'],
  }),
  commentLike({ id: uuid(302), words: '砖缝太宽，拐杖会卡。', author: { name: '欧阳**' }, supporters: 2 }),
];

const pageOf = <T>(items: T[]): Page<T> => ({ items, nextCursor: null });

export const receipt: Receipt = { receipt: '7QK4-M2XD-9RTH-3WBF', signature: 'c2lnbmVk', revision: 1 };

/** The rounds of the area, what was chosen before, and what is proposed. */
export function aVote(
  rounds: readonly Round[] = [roundLike(), closedLike()],
  { results = resultsLike(), projects = [...built, ...proposed] }: { results?: RoundResults; projects?: Project[] } = {},
): Override[] {
  const idIn = (request: Request, of: string) => new URL(request.url).pathname.split(`/${of}/`)[1]?.split('/')[0] ?? '';
  return [
    respond(contract.rounds.list, pageOf(rounds.map((round) => ({ ...round, options: [] })))),
    ...(rounds.length
      ? [respond(contract.rounds.get, (request) => rounds.find(({ id }) => id === idIn(request, 'rounds')) ?? roundLike())]
      : []),
    respond(contract.rounds.results, results),
    respond(contract.rounds.cast, receipt),
    respond(contract.rounds.myBallot, { choices: [uuid(1), uuid(3)], revision: 1 }),
    respond(contract.projects.list, (request) => {
      const wanted = new URL(request.url).searchParams.get('status') ?? '';
      return pageOf(projects.filter(({ status }) => wanted.split(',').includes(status)));
    }),
    respond(contract.projects.get, (request) => projects.find(({ id }) => id === idIn(request, 'projects')) ?? projectLike()),
    respond(contract.projects.comments, pageOf(comments)),
  ];
}

/** The element has what it asked for. */
export const isReady = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  await inState(canvasElement, 'fm-project-vote', 'ready');
};
export const says =
  (...words: (string | RegExp)[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    await isReady({ canvasElement });
    for (const each of words) await reads(canvasElement, each);
  };
