import type { Me, Nomination, Outcome, Round, RoundOption, Star } from '@five-micro/sdk';
import { makeArea } from '../../shared/testing/fake-client.ts';

let made = 0;
const newId = (): string => `01990000-0000-7000-8000-${String(++made).padStart(12, '0')}`;

export const titles = [
  { code: 'service', name: '服务之星', note: '为邻居跑腿的热心人' },
  { code: 'post', name: '岗位之星' },
];
const base = makeArea();
export const area = makeArea({ settings: { ...base.settings, starTitles: titles }, can: ['nominate'] });

export const makeStar = (more: Partial<Star> = {}): Star => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: { code: 'service', name: '服务之星' },
  period: '2026',
  name: '王**',
  nameAs: 'masked',
  initial: '王',
  portrait: null,
  sentence: '每天七点，给三位老人量血压。',
  story: '第一段。\n第二段。',
  quotes: [{ words: '连门口的垫子也抖了抖。', by: '李**' }],
  record: { wishes: 52, hours: 136.5 },
  round: null,
  awardedAt: '2026-10-01T02:00:00.000Z',
  mine: false,
  can: [],
  ...more,
});

export const makeOption = (index: number, more: Partial<RoundOption> = {}): RoundOption => ({
  id: `option-${String(index).padStart(3, '0')}`,
  title: `候选${index}`,
  words: index % 2 ? '送奶路上，顺手带走楼道的垃圾。' : '退休以后，教了四百节书法课。',
  cost: null,
  place: index % 3 ? '怡康社区' : '双和社区',
  starTitle: index % 2 ? 'service' : 'post',
  photos: [],
  ...more,
});

export const makeContest = (more: Partial<Round> = {}): Round => ({
  id: 'round-1',
  area: 'yikang',
  areaName: '怡康社区',
  title: '谁是今年的星光',
  of: 'stars',
  status: 'open',
  opensAt: '2026-11-20T01:00:00.000Z',
  closesAt: '2026-12-20T10:00:00.000Z',
  closedAt: null,
  reason: null,
  ballot: { type: 'approval', min: 1, max: 3 },
  rule: 'most-votes',
  completion: 'none',
  winners: 2,
  budget: null,
  live: false,
  tie: 'words',
  cutOff: '2026-12-20T10:00:00.000Z',
  electorate: 1000,
  openingDigest: 'a',
  closingDigest: null,
  turnout: { ballots: 128, paper: 3 },
  options: Array.from({ length: 30 }, (_, index) => makeOption(index)),
  mine: { voted: false, revision: 0, eligible: true },
  can: ['ballot'],
  createdAt: '2026-11-19T01:00:00.000Z',
  updatedAt: '2026-11-20T01:00:00.000Z',
  ...more,
});

export const makeOutcome = (round: Round): Outcome => ({
  rule: 'most-votes',
  completion: 'none',
  winners: round.options.slice(0, 2).map(({ id }) => id),
  spent: 0,
  budget: null,
  options: round.options.map(({ id }, index) => ({
    id,
    votes: Math.max(0, 40 - 4 * Math.min(index, index === 2 ? 1 : index)),
    won: index < 2,
    why: index < 2 ? 'won' : index === 2 ? 'tie' : 'beyond-winners',
    turn: index < 2 ? index + 1 : null,
    left: null,
  })),
});

export const makeNomination = (more: Partial<Nomination> = {}): Nomination => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: { code: 'post', name: '岗位之星' },
  period: '2026',
  status: 'asked',
  name: '周国强',
  sentence: '孩子的车从来不收钱。',
  story: '',
  portrait: null,
  asked: true,
  mine: false,
  aboutMe: true,
  reason: null,
  won: null,
  can: ['consent', 'decline'],
  createdAt: '2026-11-20T01:00:00.000Z',
  updatedAt: '2026-11-20T01:00:00.000Z',
  ...more,
});

// Only what the elements read of it.
export const me = (id = 'm1'): Me => ({ id, name: '周国强', maskedName: '周**', consents: {} }) as unknown as Me;
