import {
  type FiveMicro,
  FiveMicroError,
  type Member,
  type PaperBallot,
  type Project,
  type Round,
  type RoundResults,
} from '@five-micro/sdk';
import { fakeList, fakeNow, makeArea, pageOf } from '../../../shared/testing/fake-client.ts';
import { hours, makeMember } from '../../testing/data.ts';
import { openTab } from '../../testing/tabs.ts';

let made = 0;
const newId = (): string => `01990000-0000-7000-8000-0000000f${String(++made).padStart(4, '0')}`;

const option = (title: string, cost: number): Round['options'][number] => ({
  id: newId(),
  title,
  words: '',
  cost,
  place: '全小区',
  starTitle: null,
  photos: [],
});

export const lamps = option('楼道换成声控亮灯', 6_300_000);
export const slope = option('楼门口修一条慢坡道', 9_600_000);
export const bench = option('小花园加两张长椅', 900_000);

export const makeRound = (more: Partial<Round> = {}): Round => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: '明年的钱，先办哪几件',
  of: 'projects',
  status: 'open',
  opensAt: hours(24),
  closesAt: hours(-96),
  closedAt: null,
  reason: null,
  ballot: { type: 'approval', min: 1, max: 2 },
  rule: 'most-votes',
  completion: 'none',
  winners: null,
  budget: 10_000_000,
  live: false,
  tie: '怡康 2026',
  cutOff: hours(-96),
  electorate: 1200,
  openingDigest: 'ab'.repeat(32),
  closingDigest: null,
  turnout: { ballots: 128, paper: 3 },
  options: [lamps, slope, bench],
  mine: null,
  can: ['close', 'paper-ballots'],
  createdAt: hours(48),
  updatedAt: hours(24),
  ...more,
});

export const draftLike = (more: Partial<Round> = {}): Round =>
  makeRound({
    status: 'draft',
    opensAt: hours(-24),
    tie: null,
    electorate: null,
    openingDigest: null,
    turnout: { ballots: 0, paper: 0 },
    can: ['edit', 'open'],
    ...more,
  });

export const makePaper = (more: Partial<PaperBallot> = {}): PaperBallot => ({
  id: newId(),
  state: 'entered',
  voter: '曾桂兰',
  member: newId(),
  choices: [lamps.id, bench.id],
  enteredAt: hours(1),
  mine: false,
  can: ['confirm', 'withdraw'],
  ...more,
});

const turnoutOnly: RoundResults = {
  status: 'open',
  asOf: hours(0),
  turnout: { ballots: 128, paper: 3, electorate: 1200 },
  votes: null,
  outcome: null,
  otherwise: null,
};

const fared = (id: string, votes: number, why: 'won' | 'too-dear') => ({
  id,
  votes,
  won: why === 'won',
  why,
  turn: null,
  left: null,
});
export const counted: RoundResults = {
  ...turnoutOnly,
  status: 'closed',
  outcome: {
    rule: 'most-votes',
    completion: 'none',
    winners: [lamps.id, bench.id],
    spent: 7_200_000,
    budget: 10_000_000,
    options: [fared(lamps.id, 90, 'won'), fared(slope.id, 88, 'too-dear'), fared(bench.id, 20, 'won')],
  },
  otherwise: {
    rule: 'equal-shares',
    completion: 'add1',
    winners: [slope.id],
    spent: 9_600_000,
    budget: 10_000_000,
    options: [],
  },
};

interface SetUp {
  all?: Round[];
  papers?: PaperBallot[];
  results?: RoundResults;
  members?: Member[];
  listed?: Project[];
  fails?: FiveMicroError[];
  width?: number;
  mode?: string;
}

/** The tab with rounds that are where the acts have brought them, as the server's would be. */
export async function openRounds({
  all = [],
  papers = [],
  results = turnoutOnly,
  members = [makeMember({ name: '曾桂兰' })],
  listed = [],
  fails = [],
  width = 1000,
  mode = '',
}: SetUp = {}) {
  const known = { rounds: [...all], papers: [...papers], listedFails: 0 };
  const asked: { verb: string; id: string; body: unknown }[] = [];
  const find = (id: string) => known.rounds.find((one) => one.id === id) ?? makeRound();
  const note = (verb: string, id: string, body: unknown) => {
    asked.push({ verb, id, body });
    const error = fails.shift();
    if (error) throw error;
  };
  const keep = (round: Round): Round => {
    const now = { ...round, updatedAt: fakeNow.toISOString() };
    known.rounds = [now, ...known.rounds.filter(({ id }) => id !== now.id)];
    return now;
  };
  const paper = (id: string, change: Partial<PaperBallot>): PaperBallot => {
    const now = { ...makePaper({ id }), ...known.papers.find((one) => one.id === id), ...change };
    known.papers = known.papers.map((one) => (one.id === id ? now : one));
    return now;
  };
  const rounds: Partial<FiveMicro['rounds']> = {
    // As the server's: a list comes without options.
    list: ({ status = '' } = {}) =>
      fakeList(() =>
        pageOf(known.rounds.filter((one) => status.split(',').includes(one.status)).map((one) => ({ ...one, options: [] }))),
      ),
    get: async (id) => find(id),
    results: async () => results,
    post: async (body) => {
      note('post', '', body);
      return keep(draftLike({ title: body.title }));
    },
    edit: async (id, body) => {
      note('edit', id, body);
      return keep({ ...find(id), title: body.title ?? '' });
    },
    open: async (id) => {
      note('open', id, undefined);
      return keep({ ...find(id), status: 'open', can: ['close'] });
    },
    discard: async (id) => {
      note('discard', id, undefined);
      known.rounds = known.rounds.filter((one) => one.id !== id);
      return { discardedAt: fakeNow.toISOString() };
    },
    close: async (id, body) => {
      note('close', id, body);
      return keep({ ...find(id), status: 'closed', can: [] });
    },
    paperBallots: () => fakeList(() => pageOf(known.papers)),
    enterPaper: async (id, body) => {
      note('enterPaper', id, body);
      const entered = makePaper({ mine: true, can: ['withdraw'] });
      known.papers.push(entered);
      return entered;
    },
    confirmPaper: async (_id, ballot) => {
      note('confirmPaper', ballot, undefined);
      return paper(ballot, { state: 'confirmed', choices: null, can: [] });
    },
    withdrawPaper: async (_id, ballot) => {
      note('withdrawPaper', ballot, undefined);
      return paper(ballot, { state: 'withdrawn', choices: null, can: [] });
    },
  };
  const place = makeArea({ can: ['desk', 'post-round'] });
  const tab = await openTab({
    tab: 'rounds',
    width,
    mode,
    answers: {
      areas: { get: async () => ({ ...place, settings: { ...place.settings, features: ['wishes', 'projects', 'stars'] } }) },
      rounds,
      projects: {
        list: ({ status = '' } = {}) =>
          fakeList(() => {
            if (status !== 'listed') return pageOf([]);
            if (known.listedFails-- > 0) throw new FiveMicroError('server.failed', { message: '没有办成', status: 500 });
            return pageOf(listed);
          }),
      },
      members: { list: () => fakeList(() => pageOf(members)) },
      wishes: { list: () => fakeList(() => pageOf([])) },
    },
  });
  return { ...tab, known, asked, told: () => tab.text('.told'), words: () => tab.text('.case .wish') };
}
