import { contract, type PaperBallot, type Round, type RoundResults } from '@five-micro/contract';
import { type Override, problemOf, respond } from '@five-micro/mock-api';
import { allProjects, listedLike } from './desk-projects.ts';

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(70_000 + ++made)}`;

const option = (title: string, place: string, cost: number): Round['options'][number] => ({
  id: newId(),
  title,
  words: '',
  cost,
  place,
  starTitle: null,
  photos: [],
});
const lamps = option('楼道换成声控亮灯', '全小区 42 个楼道', 6_300_000);
const slope = option('楼门口修一条慢坡道，带扶手', '8–13 幢', 9_600_000);
const bench = option('小花园加两张带靠背的长椅', '小花园', 900_000);

export const roundLike = (different: Partial<Round> = {}): Round => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: '明年的钱，先办哪几件',
  of: 'projects',
  status: 'open',
  opensAt: inHours(-48),
  closesAt: inHours(96),
  closedAt: null,
  reason: null,
  ballot: { type: 'approval', min: 1, max: 2 },
  rule: 'equal-shares',
  completion: 'add1',
  winners: null,
  budget: 10_000_000,
  live: false,
  tie: '怡康社区 2026 年第二轮',
  cutOff: inHours(96),
  electorate: 1286,
  openingDigest: '9f2c41d07be35a86'.repeat(4),
  closingDigest: null,
  turnout: { ballots: 214, paper: 9 },
  options: [lamps, slope, bench],
  mine: { voted: false, revision: 0, eligible: false },
  can: ['close', 'paper-ballots'],
  createdAt: inHours(-90),
  updatedAt: inHours(-48),
  ...different,
});

export const draftRound = roundLike({
  title: '楼门口的事，哪一件先来',
  status: 'draft',
  opensAt: inHours(30),
  rule: 'most-votes',
  completion: 'none',
  tie: null,
  electorate: null,
  openingDigest: null,
  turnout: { ballots: 0, paper: 0 },
  can: ['edit', 'open', 'discard'],
});
export const closedRound = roundLike({
  title: '今年的钱，先办哪几件',
  status: 'closed',
  closesAt: inHours(-2),
  closedAt: inHours(-30),
  reason: '其中一件已经由街道办了，这一轮提前结束。',
  closingDigest: '41b7e0c22d95fa18'.repeat(4),
  can: [],
});

const paper = (different: Partial<PaperBallot>): PaperBallot => ({
  id: newId(),
  state: 'entered',
  voter: '曾桂兰',
  member: newId(),
  choices: [lamps.id, bench.id],
  enteredAt: inHours(-1),
  mine: false,
  can: ['confirm', 'withdraw'],
  ...different,
});
export const papers: PaperBallot[] = [
  paper({}),
  paper({ voter: '古丽·阿不都热合曼', mine: true, can: ['withdraw'] }),
  paper({ voter: '𠮷田惠子', state: 'confirmed', choices: null, can: [] }),
];

const open: RoundResults = {
  status: 'open',
  asOf: inHours(0),
  turnout: { ballots: 214, paper: 9, electorate: 1286 },
  votes: null,
  outcome: null,
  otherwise: null,
};
const fared = (id: string, votes: number, why: 'won' | 'shares-spent') => ({
  id,
  votes,
  won: why === 'won',
  why,
  turn: null,
  left: null,
});
const closed: RoundResults = {
  ...open,
  status: 'closed',
  outcome: {
    rule: 'equal-shares',
    completion: 'add1',
    winners: [lamps.id, bench.id],
    spent: 7_200_000,
    budget: 10_000_000,
    options: [fared(lamps.id, 131, 'won'), fared(slope.id, 117, 'shares-spent'), fared(bench.id, 44, 'won')],
  },
  otherwise: {
    rule: 'most-votes',
    completion: 'none',
    winners: [lamps.id, bench.id],
    spent: 7_200_000,
    budget: 10_000_000,
    options: [],
  },
};

const idIn = ({ url }: Request) => new URL(url).pathname.split('/').at(-2) ?? '';

/** Rounds as the worker's lists and pages have them; acts answer with what they would have made of one. */
export function roundsAre(all: Round[] = [roundLike(), draftRound, closedRound]): Override[] {
  const named = (request: Request) => all.find(({ id }) => request.url.includes(id)) ?? roundLike();
  const became = (different: Partial<Round>) => (request: Request) => ({
    ...roundLike(),
    ...all.find(({ id }) => id === idIn(request)),
    ...different,
  });
  return [
    respond(contract.rounds.list, (request) => {
      const status = new URL(request.url).searchParams.get('status')?.split(',') ?? [];
      return {
        items: all.filter((one) => status.includes(one.status)).map((one) => ({ ...one, options: [] })),
        nextCursor: null,
      };
    }),
    respond(contract.rounds.get, named),
    respond(contract.rounds.results, (request) => (named(request).status === 'closed' ? closed : open)),
    respond(contract.rounds.paperBallots, { items: papers, nextCursor: null }),
    respond(contract.rounds.confirmPaper, problemOf('paper-ballot.voted')),
    respond(contract.rounds.open, became({ status: 'open', can: ['close'] })),
    respond(contract.rounds.close, became({ status: 'closed', can: [] })),
    respond(contract.rounds.discard, { discardedAt: new Date().toISOString() }),
    respond(contract.rounds.post, draftRound),
    respond(contract.projects.list, (request) => {
      const listed = new URL(request.url).searchParams.get('status') === 'listed';
      return { items: listed ? [listedLike, ...allProjects.slice(1, 2)] : [], nextCursor: null };
    }),
  ];
}

/** More on the list than are seen at a glance. */
export const manyListed: Override = respond(contract.projects.list, {
  items: Array.from({ length: 24 }, (_, at) => ({
    ...listedLike,
    id: newId(),
    title: ['单元门加装雨棚', '小广场换一盏亮灯', '车棚后面做个小花园', '菜场门口铺防滑砖'][at % 4] ?? '',
    place: `${at + 1} 幢`,
    cost: 300_000 * (at + 1),
  })),
  nextCursor: null,
});
