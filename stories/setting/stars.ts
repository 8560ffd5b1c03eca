import type { Nomination, Outcome, Photo, Round, RoundOption, RoundResults, Star } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { type Override, problemOf, respond } from '@five-micro/mock-api';
import { atHour } from './action-like.ts';
import { portrait } from './portraits.ts';

let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(60_000 + ++made)}`;

export const titles = [
  { code: 'service', name: '服务之星' },
  { code: 'post', name: '岗位之星' },
  { code: 'expert', name: '五微能手' },
];
const named = (code: string) => titles.find((title) => title.code === code) ?? { code, name: code };

export const photo = (face: number): Photo => ({ id: newId(), url: portrait(face), width: 400, height: 500, public: true });

export const starLike = (different: Partial<Star> = {}): Star => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: named('service'),
  period: '2026',
  name: '王**',
  nameAs: 'masked',
  initial: '王',
  portrait: null,
  sentence: '每天七点，给三位老人量血压。',
  story: '',
  quotes: [],
  record: { wishes: 12, hours: 26 },
  round: null,
  awardedAt: atHour(-40, 10),
  mine: false,
  can: [],
  ...different,
});

export const toolbox = starLike({
  title: named('expert'),
  name: '陈**',
  initial: '陈',
  portrait: photo(4),
  sentence: '一只工具箱，五十二个心愿。',
  story:
    '他在地铁上班，轮休的日子不固定。他把工具箱放在门口，哪天休息，就翻一翻心愿墙，看有没有换灯管、修水龙头、装扶手的活。\n最难的一次是给十三幢装雨棚，老房子墙皮松，他跑了三趟建材市场。“钉牢了，下雨我才睡得着。”',
  quotes: [{ words: '他走的时候把碎渣都扫干净了，连门口的垫子也抖了抖。', by: '李**，三楼走道的灯' }],
  record: { wishes: 52, hours: 136 },
  round: { id: newId(), title: '谁是今年的星光' },
});

/** Eight neighbours, some with portraits, some with rare names. */
export const eightStars: Star[] = [
  starLike({
    title: named('post'),
    name: '周国强',
    nameAs: 'full',
    initial: '周',
    portrait: photo(0),
    sentence: '骑了十一年邮车，认得每一扇门。',
  }),
  starLike({ portrait: photo(1) }),
  starLike({ title: named('expert'), name: '李**', initial: '李', portrait: photo(2), sentence: '退休以后，教了四百节书法课。' }),
  starLike({ name: '古丽**', initial: '古', portrait: photo(3), sentence: '要翻译要填表，都先找她。' }),
  toolbox,
  starLike({ name: '𠮷田**', initial: '𠮷', sentence: '八十岁，还在给晚归的人留灯。', period: '2025' }),
  starLike({
    title: named('post'),
    name: '欧阳**',
    initial: '欧',
    portrait: photo(6),
    sentence: '菜场门口，那杆公平秤的主人。',
    period: '2025-Q4',
  }),
  starLike({ name: '刘**', initial: '刘', sentence: '四点半课堂里，最有耐心的阿姨。', period: '2025-Q3' }),
];

const surnames = Array.from('王马孙周何赵李刘陈林吴徐朱胡郭高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程');
const places = ['怡康社区', '双和社区', '万达社区', '虹苑社区', '兆园社区', '吉庆社区', '南苑新村'];
const deeds = [
  '每天七点，给三位老人量血压。',
  '送奶路上，顺手带走楼道的垃圾。',
  '菜场门口，那杆公平秤的主人。',
  '骑了十一年邮车，认得每一扇门。',
  '要翻译要填表，都先找她。',
  '会修收音机，修好了还陪着听一段。',
  '八十岁，还在给晚归的人留灯。',
  '退休以后，教了四百节书法课。',
  '四点半课堂里，最有耐心的阿姨。',
  '谁家老人走丢，他第一个骑车去找。',
  '一只工具箱，五十二个心愿。',
  '值夜班的药店，多亮一盏门灯。',
];
const codes = ['service', 'post', 'expert'];

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
};

export const optionLike = (index: number): RoundOption => ({
  id: `01990000-0000-7000-8000-0000009${String(10_000 + index)}`,
  title: `${at(surnames, index * 7)}**`,
  words: at(deeds, index),
  cost: null,
  place: at(places, index * 3),
  starTitle: at(codes, index),
  photos: index % 3 === 2 ? [] : [photo(index)],
});

const candidateStory =
  '楼里的老人都有 TA 的电话。哪家的灯坏了、药快吃完了，先打给 TA。\n问 TA 为什么，TA 说顺手。顺了十一年的手，谁家几点吃药，TA 比自己家的钟还清楚。';

/** 210 candidates, as a district has. */
export const candidates: RoundOption[] = Array.from({ length: 210 }, (_, index) => optionLike(index));

export const contestLike = (different: Partial<Round> = {}): Round => ({
  id: '01990000-0000-7000-8000-000000099001',
  area: 'jianye',
  areaName: '建邺区',
  title: '谁是今年的星光',
  of: 'stars',
  status: 'open',
  opensAt: atHour(-6, 9),
  closesAt: atHour(27, 18),
  closedAt: null,
  reason: null,
  ballot: { type: 'approval', min: 1, max: 3 },
  rule: 'most-votes',
  completion: 'none',
  winners: 6,
  budget: null,
  live: false,
  tie: '2026 建邺星光',
  cutOff: atHour(27, 18),
  electorate: 9600,
  openingDigest: 'a'.repeat(64),
  closingDigest: null,
  turnout: { ballots: 1128, paper: 43 },
  options: candidates,
  mine: { voted: false, revision: 0, eligible: true },
  can: ['ballot'],
  createdAt: atHour(-9, 9),
  updatedAt: atHour(-6, 9),
  ...different,
});

export const closedContest = contestLike({
  id: '01990000-0000-7000-8000-000000099002',
  title: '去年的星光',
  status: 'closed',
  opensAt: atHour(-300, 9),
  closesAt: atHour(-280, 18),
  closedAt: atHour(-280, 18),
  turnout: { ballots: 1846, paper: 213 },
  mine: { voted: true, revision: 1, eligible: true },
  can: [],
});

const votesFor = (index: number): number => Math.max(0, 412 - index * 9 - (index % 4) * 3);

export const outcomeLike = (round: Round): Outcome => ({
  rule: 'most-votes',
  completion: 'none',
  winners: round.options.slice(0, 6).map(({ id }) => id),
  spent: 0,
  budget: null,
  options: round.options.map(({ id }, index) => ({
    id,
    votes: index === 6 ? votesFor(5) : votesFor(index),
    won: index < 6,
    why: index < 6 ? 'won' : index === 6 ? 'tie' : votesFor(index) ? 'beyond-winners' : 'no-votes',
    turn: index < 6 ? index + 1 : null,
    left: null,
  })),
});

export const resultsLike = (round: Round): RoundResults => ({
  status: round.status,
  asOf: new Date().toISOString(),
  turnout: { ...round.turnout, electorate: round.electorate },
  votes: null,
  outcome: round.status === 'closed' ? outcomeLike(round) : null,
  otherwise: null,
});

export const nominationLike = (different: Partial<Nomination> = {}): Nomination => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: named('post'),
  period: '2026',
  status: 'asked',
  name: '张小满',
  sentence: '孩子的车从来不收钱，下雨天还帮大家把车推进棚里。',
  story: '',
  portrait: null,
  asked: true,
  mine: false,
  aboutMe: true,
  reason: null,
  won: null,
  can: ['consent', 'decline'],
  createdAt: atHour(-3, 9),
  updatedAt: atHour(-2, 9),
  ...different,
});

interface Shown {
  stars?: Star[];
  open?: Round[];
  closed?: Round[];
  nominations?: Nomination[];
  nextCursor?: string | null;
}

/** A gallery of these, with the contests and nominations around it. */
export const starsAre = ({
  stars = eightStars,
  open = [],
  closed = [],
  nominations = [],
  nextCursor = null,
}: Shown = {}): Override[] => {
  const rounds = [...open, ...closed];
  const idOf = (url: string, from = -1) => new URL(url).pathname.split('/').at(from);
  return [
    respond(contract.stars.list, ({ url }) => {
      const query = new URL(url).searchParams;
      const [title, period] = [query.get('title'), query.get('period')];
      const items = stars.filter((one) => (!title || one.title.code === title) && (!period || one.period === period));
      const contests = open.map((round) => ({ ...round, options: [] }));
      return { items, nextCursor: query.get('cursor') ? null : nextCursor, ...(query.has('contests') && { contests }) };
    }),
    respond(contract.stars.periods, {
      items: [...new Set(stars.map(({ period }) => period))].map((period) => ({
        period,
        stars: stars.filter((one) => one.period === period).length,
      })),
    }),
    respond(contract.stars.get, ({ url }) => stars.find(({ id }) => id === idOf(url)) ?? problemOf('star.unknown')),
    respond(contract.rounds.list, ({ url }) => {
      const status = new URL(url).searchParams.get('status');
      return { items: (status === 'closed' ? closed : open).map((round) => ({ ...round, options: [] })), nextCursor: null };
    }),
    respond(contract.rounds.get, ({ url }) => rounds.find(({ id }) => id === idOf(url)) ?? problemOf('round.unknown')),
    respond(contract.rounds.option, ({ url }) => {
      const option = rounds.find(({ id }) => id === idOf(url, -3))?.options.find(({ id }) => id === idOf(url));
      return option ? { ...option, story: candidateStory } : problemOf('round.unknown');
    }),
    respond(contract.rounds.results, ({ url }) => {
      const round = rounds.find(({ id }) => id === idOf(url, -2));
      return round ? resultsLike(round) : problemOf('round.unknown');
    }),
    respond(contract.rounds.cast, { receipt: '7QK4-M2XD-9RTH-3WBF', signature: 'c2lnbmF0dXJl'.repeat(7), revision: 1 }),
    respond(contract.rounds.myBallot, { choices: candidates.slice(0, 2).map(({ id }) => id), revision: 1 }),
    respond(contract.rounds.receipt, { state: 'counted', ballots: 1846, hash: 'b'.repeat(64) }),
    respond(contract.me.nominations, { items: nominations, nextCursor: null }),
    respond(
      contract.stars.nomination,
      ({ url }) => nominations.find(({ id }) => id === idOf(url)) ?? problemOf('nomination.unknown'),
    ),
  ];
};
