import type { Account, Leaderboard, Me, PointEntry, Ranked, Standing } from '@five-micro/sdk';
import { fakeNow } from '../../shared/testing/fake-client.ts';

const month = { from: '2026-10-31T16:00:00.000Z', to: '2026-11-30T16:00:00.000Z' };

let made = 0;

export const makeRanked = (rank: number, name: string, points: number, more: Partial<Ranked> = {}): Ranked => ({
  rank,
  name,
  points,
  delta: 0,
  deeds: { wishes: 0, hours: 0 },
  ...more,
});

/** Eight neighbours; two share the fifth place. */
export const eight: Ranked[] = [
  makeRanked(1, '陈**', 214, { deeds: { wishes: 12, hours: 0 } }),
  makeRanked(2, '王**', 186, { deeds: { wishes: 0, hours: 26 } }),
  makeRanked(3, '李**', 171, { deeds: { wishes: 5, hours: 22 } }),
  makeRanked(4, '赵**', 158, { delta: 3, deeds: { wishes: 6, hours: 0 } }),
  makeRanked(5, '古丽**', 149, { deeds: { wishes: 0, hours: 21 } }),
  makeRanked(5, '欧阳**', 149, { delta: 1, deeds: { wishes: 3, hours: 18 } }),
  makeRanked(7, '刘**', 137, { delta: -2, deeds: { wishes: 0, hours: 24.5 } }),
  makeRanked(8, '孙**', 120, { delta: null, deeds: { wishes: 4, hours: 0 } }),
];

export const branches: Ranked[] = [
  makeRanked(1, '怡康第二党支部', 640, { perHead: 53.3, organisation: 'branch-2', deeds: { wishes: 31, hours: 44 }, delta: 1 }),
  makeRanked(2, '暖灯邻里互助社', 512, { perHead: 64, organisation: 'lamp', deeds: { wishes: 40, hours: 20 }, delta: -1 }),
  makeRanked(3, '银杏志愿服务队', 300, { perHead: 30, organisation: 'ginkgo', deeds: { wishes: 0, hours: 60 } }),
  makeRanked(4, '南苑农商行', 90, { perHead: 18, organisation: 'bank', deeds: { wishes: 9, hours: 0 }, delta: null }),
];

export const makeBoard = (more: Partial<Leaderboard> = {}): Leaderboard => ({
  period: month,
  asOf: fakeNow.toISOString(),
  total: 3210,
  population: 46,
  items: eight,
  nextCursor: 'next',
  ...more,
});

export const makeStanding = (more: Partial<Standing> = {}): Standing => ({
  period: month,
  asOf: fakeNow.toISOString(),
  rank: 17,
  points: 76,
  delta: 4,
  deeds: { wishes: 4, hours: 6 },
  next: { rank: 16, points: 88 },
  population: 46,
  listed: true,
  ...more,
});

export const makeEntry = (more: Partial<PointEntry> = {}): PointEntry => ({
  id: String(++made),
  rule: 'wish-helped',
  amount: 10,
  at: '2026-11-22T06:00:00.000Z',
  recordedAt: '2026-11-22T06:00:00.000Z',
  area: 'yikang',
  areaName: '怡康社区',
  about: { kind: 'wish', id: 'w', title: '楼道的灯管坏了' },
  minutes: null,
  organisation: null,
  reverses: null,
  reversed: false,
  reason: null,
  by: null,
  can: [],
  ...more,
});

/** Every kind of entry; one of them put right later. */
export const entries: PointEntry[] = [
  makeEntry(),
  makeEntry({
    rule: 'action-hour',
    at: '2026-11-21T03:00:00.000Z',
    about: { kind: 'action', id: 'a', title: '给独居老人送热饺子' },
    minutes: 120,
    organisation: '怡康第二党支部',
  }),
  makeEntry({
    rule: 'action-hour',
    amount: -5,
    at: '2026-11-14T12:00:00.000Z',
    recordedAt: '2026-11-16T02:00:00.000Z',
    about: { kind: 'action', id: 'b', title: '夜间巡逻' },
    minutes: -90,
    reverses: '7',
    reason: '多记了 1 小时',
    by: '小吴',
  }),
  makeEntry({ rule: 'vote', amount: 1, at: '2026-11-15T02:00:00.000Z', about: null }),
  makeEntry({
    id: '7',
    rule: 'action-hour',
    amount: 5,
    at: '2026-11-14T12:00:00.000Z',
    about: { kind: 'action', id: 'b', title: '夜间巡逻' },
    minutes: 90,
    reversed: true,
    reason: '多记了 1 小时',
    by: '小吴',
  }),
  makeEntry({
    rule: 'wish-published',
    amount: 0,
    at: '2026-11-13T02:00:00.000Z',
    about: { kind: 'wish', id: 'x', title: '借个梯子' },
  }),
  makeEntry({
    rule: 'report-in',
    amount: 5,
    at: '2026-11-13T02:00:00.000Z',
    about: { kind: 'area', id: null, title: '怡康社区' },
  }),
];

export const makeAccount = (more: Partial<Account> = {}): Account => ({
  period: month,
  points: 76,
  byRule: { 'wish-helped': 40, 'action-hour': 30, vote: 1, 'report-in': 5 },
  items: entries,
  nextCursor: null,
  ...more,
});

export const someone: Me = {
  id: 'me',
  name: '张小满',
  maskedName: '张**',
  area: { slug: 'yikang', name: '怡康社区' },
  reportedInAt: null,
  branch: null,
  waitingReportIn: null,
  roles: [],
  organisations: [],
  consents: { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'masked' },
  helped: 4,
  unseenNotices: 0,
};
