import type { Account, Leaderboard, PointEntry, Ranked, Standing } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
/** Asia/Shanghai is eight hours ahead all year. */
const month = () => {
  const at = new Date(Date.now() + 28_800_000);
  const first = (ahead: number) =>
    new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + ahead, 1) - 28_800_000).toISOString();
  return { from: first(0), to: first(1) };
};

const line = (rank: number, name: string, points: number, different: Partial<Ranked> = {}): Ranked => ({
  rank,
  name,
  points,
  delta: 0,
  deeds: { wishes: 0, hours: 0 },
  ...different,
});

/** Twelve neighbours; two share the fifth place, and some names are rare. */
export const neighbours: Ranked[] = [
  line(1, '陈**', 214, { deeds: { wishes: 12, hours: 0 } }),
  line(2, '王**', 186, { deeds: { wishes: 0, hours: 26 }, delta: 1 }),
  line(3, '李**', 171, { deeds: { wishes: 5, hours: 22 }, delta: -1 }),
  line(4, '赵**', 158, { deeds: { wishes: 6, hours: 0 }, delta: 3 }),
  line(5, '古丽**', 149, { deeds: { wishes: 0, hours: 21 } }),
  line(5, '欧阳**', 149, { deeds: { wishes: 3, hours: 18 }, delta: 1 }),
  line(7, '刘**', 137, { deeds: { wishes: 0, hours: 24.5 }, delta: -2 }),
  line(8, '孙晓云', 120, { deeds: { wishes: 4, hours: 0 }, delta: null }),
  line(9, '𠮷田**', 110, { deeds: { wishes: 0, hours: 9 }, delta: -1 }),
  line(10, '曾**', 105, { deeds: { wishes: 1, hours: 3 } }),
  line(11, '仇**', 96, { deeds: { wishes: 2, hours: 6 }, delta: 1 }),
  line(12, '单**', 90, { deeds: { wishes: 3, hours: 9 }, delta: 2 }),
];

export const longNamed: Ranked[] = ['古丽·阿不都热依木和欧阳家的邻居们互助社', '𠮷田**', '欧阳**', '古丽·阿不都热依木'].map(
  (name, at) => line(at + 1, name, 12_345 - at, { deeds: { wishes: 128, hours: 999.5 }, delta: at }),
);

export const organisations: Ranked[] = [
  line(1, '怡康第二党支部', 640, { organisation: 'yikang-branch-2', perHead: 53.3, deeds: { wishes: 31, hours: 44 }, delta: 1 }),
  line(2, '暖灯邻里互助社', 512, { organisation: 'lamp', perHead: 64, deeds: { wishes: 40, hours: 20 }, delta: -1 }),
  line(3, '银杏志愿服务队', 300, { organisation: 'ginkgo', perHead: 30, deeds: { wishes: 0, hours: 60 } }),
  line(4, '南苑农商行', 90, { organisation: 'nanyuan-bank', perHead: 18, deeds: { wishes: 9, hours: 0 }, delta: null }),
];

export const boardLike = (different: Partial<Leaderboard> = {}): Leaderboard => ({
  period: month(),
  asOf: new Date().toISOString(),
  total: 3210,
  population: 46,
  items: neighbours,
  nextCursor: 'next',
  ...different,
});

export const standingLike = (different: Partial<Standing> = {}): Standing => ({
  period: month(),
  asOf: new Date().toISOString(),
  rank: 17,
  points: 76,
  delta: 4,
  deeds: { wishes: 4, hours: 6 },
  next: { rank: 16, points: 88 },
  population: 46,
  listed: true,
  ...different,
});

let made = 0;

export const entryLike = (different: Partial<PointEntry> = {}): PointEntry => ({
  id: String(9000 - ++made),
  rule: 'wish-helped',
  amount: 10,
  at: ago(30 * made),
  recordedAt: ago(30 * made),
  area: 'yikang',
  areaName: '怡康社区',
  about: { kind: 'wish', id: null, title: '楼道的灯管坏了' },
  minutes: null,
  organisation: null,
  reverses: null,
  reversed: false,
  reason: null,
  by: null,
  can: [],
  ...different,
});

const dumplings = { kind: 'action', id: null, title: '给独居老人送热饺子' } as const;
const patrol = { kind: 'action', id: null, title: '夜间巡逻' } as const;

/** Why it was taken back is told with both entries. */
const takenBack = { rule: 'action-hour', about: patrol, reason: '多记了 1 小时', by: '小吴' } as const;

/** Each kind of entry; one of them was put right, one met the day's limit. */
export const entries: PointEntry[] = [
  entryLike(),
  entryLike({ rule: 'action-hour', about: dumplings, minutes: 120, organisation: '怡康第二党支部' }),
  entryLike({ ...takenBack, amount: -5, minutes: -60, reverses: '1' }),
  entryLike({ ...takenBack, amount: 5, minutes: 60, reversed: true }),
  entryLike({ rule: 'vote', amount: 1, about: null }),
  entryLike({ rule: 'wish-published', amount: 0, about: { kind: 'wish', id: null, title: '借个梯子' } }),
  entryLike({ rule: 'report-in', amount: 5, about: { kind: 'area', id: null, title: '怡康社区' } }),
];

export const accountLike = (different: Partial<Account> = {}): Account => ({
  period: month(),
  points: 76,
  byRule: { 'wish-helped': 40, 'action-hour': 30, vote: 1, 'report-in': 5 },
  items: entries,
  nextCursor: null,
  ...different,
});

/** What is answered page by page, to as many as are asked for. */
const pageOf = (items: readonly Ranked[], request: Request): Partial<Leaderboard> => {
  const asked = new URL(request.url).searchParams;
  const from = asked.has('cursor') ? Number(asked.get('cursor')) : 0;
  const to = from + Number(asked.get('limit') ?? 20);
  return { items: items.slice(from, to), nextCursor: to < items.length ? String(to) : null };
};

/** A month with people and organisations on it, and someone who stands further down. */
export const aBoard = (standing: Partial<Standing> = {}, items: readonly Ranked[] = neighbours): Override[] => [
  respond(contract.points.leaderboard, (request) =>
    new URL(request.url).searchParams.get('of') === 'organisations'
      ? boardLike({ population: organisations.length, ...pageOf(organisations, request) })
      : boardLike(pageOf(items, request)),
  ),
  respond(contract.points.standing, standingLike(standing)),
  respond(contract.me.points, accountLike()),
];
