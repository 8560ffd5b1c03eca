import type { Comment, Milestone, Outcome, Project, Round, RoundOption, RoundResults } from '@five-micro/sdk';
import { fakeNow } from '../../shared/testing/fake-client.ts';

export const from = (hours: number): string => new Date(fakeNow.getTime() + hours * 3_600_000).toISOString();

const option = (id: string, title: string, yuan: number, more: Partial<RoundOption> = {}): RoundOption => ({
  id,
  title,
  words: `${title}，邻居们说了很久。`,
  cost: yuan * 100,
  place: '8–13 幢',
  starTitle: null,
  photos: [],
  ...more,
});

export const options: RoundOption[] = [
  option('slope', '楼门口修一条慢坡道', 96_000),
  option('lamps', '楼道换成声控亮灯', 63_000),
  option('benches', '香樟树下添八张长椅', 32_000),
  option('awnings', '单元门加装雨棚', 80_000),
];

/** Open for another fourteen days, three of four may be chosen. */
export const makeRound = (more: Partial<Round> = {}): Round => ({
  id: 'round-1',
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
  options,
  mine: { voted: false, revision: 0, eligible: true },
  can: ['ballot'],
  createdAt: from(-100),
  updatedAt: from(-48),
  ...more,
});

export const closed = (more: Partial<Round> = {}): Round =>
  makeRound({
    id: 'round-0',
    title: '今年办哪几件',
    status: 'closed',
    opensAt: from(-900),
    closesAt: from(-600),
    closedAt: from(-600),
    turnout: { ballots: 1846, paper: 213 },
    mine: { voted: true, revision: 1, eligible: true },
    can: [],
    closingDigest: 'b'.repeat(64),
    ...more,
  });

type Fared = Outcome['options'][number];
const fared = (id: string, votes: number, why: Fared['why'], more: Partial<Fared> = {}): Fared => ({
  id,
  votes,
  won: why === 'won',
  why,
  turn: null,
  left: null,
  ...more,
});

export const outcome: Outcome = {
  rule: 'most-votes',
  completion: 'none',
  winners: ['slope', 'benches'],
  spent: 12_800_000,
  budget: 13_000_000,
  options: [
    fared('slope', 1204, 'won', { turn: 1 }),
    fared('lamps', 795, 'too-dear', { left: 3_400_000 }),
    fared('benches', 627, 'won', { turn: 2 }),
    fared('awnings', 0, 'no-votes'),
  ],
};

export const shares: Outcome = {
  ...outcome,
  rule: 'equal-shares',
  winners: ['lamps', 'benches'],
  options: [
    fared('slope', 1204, 'shares-spent', { left: 120_000 }),
    fared('lamps', 795, 'won', { turn: 1, paid: [{ amount: 7924.53, voters: 795 }] }),
    fared('benches', 627, 'won', {
      turn: 2,
      paid: [
        { amount: 5200, voters: 600 },
        { amount: 800.5, voters: 27 },
      ],
    }),
    fared('awnings', 0, 'no-votes'),
  ],
};

export const makeResults = (more: Partial<RoundResults> = {}): RoundResults => ({
  status: 'closed',
  asOf: fakeNow.toISOString(),
  turnout: { ballots: 1846, paper: 213, electorate: 4200 },
  votes: null,
  outcome,
  otherwise: shares,
  ...more,
});

const milestone = (title: string, on: string, percent: number | null, reached: boolean): Milestone => ({
  id: title,
  title,
  words: null,
  on,
  percent,
  reached,
  photos: [],
});

/** Under way: two steps are reached, one comes next. */
export const makeProject = (more: Partial<Project> = {}): Project => ({
  id: 'pavement',
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
  dueOn: '2026-12-18',
  percent: 60,
  milestones: [
    milestone('量尺寸，定下用透水砖', '2026-10-12', 10, true),
    milestone('北段 120 米铺好，可以走了', '2026-11-16', 60, true),
    milestone('南段铺好', '2026-12-10', 90, false),
    milestone('居民一起验收', '2026-12-18', null, false),
  ],
  comments: 2,
  openCorrections: 1,
  rating: null,
  ratings: 0,
  myRating: null,
  round: { id: 'round-0', title: '今年办哪几件', votes: 627 },
  mergedInto: null,
  reason: null,
  closing: null,
  can: ['comments'],
  createdAt: from(-2000),
  updatedAt: from(-20),
  ...more,
});

export const makeComment = (more: Partial<Comment> = {}): Comment => ({
  id: 'comment-1',
  author: { name: '赵**' },
  words: '7 号门口的井盖高出一截，轮椅会卡住。',
  at: from(-30),
  mine: false,
  supporters: 4,
  supported: false,
  correction: null,
  can: ['corrections', 'report'],
  ...more,
});
