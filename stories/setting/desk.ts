import type { Member, ModerationCase, Organisation, ReportInCheck } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';
import { photoLike } from './opened.ts';
import { wishLike } from './wishes.ts';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const yikang = { slug: 'yikang', name: '怡康社区' };
let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(20_000 + ++made)}`;

/** A hit on these words of a text. */
const on = (text: string, words: string, kind: string, reason: string | null = null) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  kind,
  reason,
});

const noteWords = '血糖仪送到了，王阿姨会用了。以后有事打 13912342046，或者来 12 幢 402 找我。';
const thanksWords = '多亏了小陈，他比物业强一百倍，物业都是骗子。';

/** A helper's words with a phone number and a door: held until a worker has looked. */
export const saidLike = (different: Partial<ModerationCase> = {}): ModerationCase => ({
  id: newId(),
  wish: { id: newId(), title: '想要一台血糖仪，每天在家量一量', status: 'fulfilled', areaName: '怡康社区' },
  claim: newId(),
  part: 'note',
  state: 'held',
  words: noteWords,
  photo: null,
  hits: [on(noteWords, '13912342046', 'phone'), on(noteWords, '12 幢 402', 'address')],
  proposed: '血糖仪送到了，王阿姨会用了。以后有事打 139****2046，或者来（门牌不公开）找我。',
  reports: [],
  writer: { name: '陈**' },
  since: ago(50),
  can: ['show', 'hide'],
  ...different,
});

export const reportedThanks = saidLike({
  part: 'thanks',
  claim: null,
  state: 'reported',
  words: thanksWords,
  hits: [on(thanksWords, '骗子', 'word', '骂人的话，容易吵起来。')],
  proposed: '多亏了小陈，他比物业强一百倍，物业都是**。',
  writer: { name: '李**' },
  since: ago(5),
  reports: [
    { reason: 'rude', words: null, at: ago(5) },
    { reason: 'untrue', words: '物业第二天就来修了，别冤枉人。', at: ago(2) },
  ],
});

const elsewhere = { wish: null, claim: null, state: 'reported', proposed: null } as const;
export const reportedTitle = saidLike({
  ...elsewhere,
  hits: [],
  project: { id: newId(), title: '王老三家门口的坑', status: 'voting', areaName: '怡康社区' },
  part: 'title',
  words: '王老三家门口的坑',
  reports: [{ reason: 'private', words: '写了人家的名字', at: ago(3) }],
});
export const reportedStory = saidLike({
  ...elsewhere,
  hits: [],
  nomination: { id: newId(), title: '岗位之星', name: '周**', status: 'voting', areaName: '怡康社区' },
  part: 'story',
  words: '下雨天帮大家把车推进棚里，从来不收孩子的钱。',
  reports: [{ reason: 'untrue', words: null, at: ago(3) }],
});

export const reportedBring = saidLike({
  ...elsewhere,
  hits: [],
  action: { id: newId(), title: '周末一起包饺子', status: 'open', areaName: '怡康社区' },
  part: 'bring',
  words: '每人带五百块押金，当面交给老周。',
  reports: [{ reason: 'untrue', words: '社区的活动不收钱', at: ago(2) }],
});

export const waitingPhoto = saidLike({
  part: 'photo',
  words: null,
  hits: [],
  proposed: null,
  since: ago(1),
  photo: photoLike({ public: false }),
});

/** What is left of a queue, in each story's own corner of the mock. */
function leftOf<T>(all: readonly T[]) {
  const corners = new Map<string, readonly T[]>();
  const corner = ({ url }: Request) => url.split('/api/v1')[0] ?? '';
  return {
    of: (request: Request): T[] => [...(corners.get(corner(request)) ?? all)],
    without: (request: Request, gone: (one: T) => boolean) => {
      corners.set(
        corner(request),
        (corners.get(corner(request)) ?? all).filter((one) => !gone(one)),
      );
    },
  };
}
/** `…/wishes/{id}/show` */
const idIn = ({ url }: Request) => new URL(url).pathname.split('/').at(-2) ?? '';

/** A queue that loses what is decided, as the server's does. */
export function saidQueue(all: ModerationCase[]): Override[] {
  const left = leftOf(all);
  const decide = (request: Request) => {
    left.without(request, (one) => one.wish?.id === idIn(request));
    return wishLike({ id: idIn(request) });
  };
  return [
    respond(contract.moderation.list, (request) => {
      const hidden = new URL(request.url).searchParams.get('state') === 'hidden';
      return { items: left.of(request).filter((one) => (one.state === 'hidden') === hidden), nextCursor: null };
    }),
    respond(contract.wishes.show, decide),
    respond(contract.wishes.hide, decide),
  ];
}

export const checkLike = (different: Partial<ReportInCheck> = {}): ReportInCheck => ({
  id: newId(),
  area: yikang,
  organisation: null,
  state: 'waiting',
  at: ago(30),
  member: { id: newId(), name: '仇**' },
  from: { slug: 'xinglong', name: '兴隆社区' },
  can: ['accept', 'decline'],
  ...different,
});

/** Those that wait, and what is answered when one is decided. */
export function checkQueue(checks: ReportInCheck[]): Override[] {
  const left = leftOf(checks);
  const decide = (state: ReportInCheck['state']) => (request: Request) => {
    const decided = checks.find((one) => one.id === idIn(request));
    left.without(request, (one) => one === decided);
    return checkLike({ ...decided, state, can: [] });
  };
  return [
    respond(contract.reportIns.list, (request) => ({ items: left.of(request), nextCursor: null })),
    respond(contract.reportIns.accept, decide('done')),
    respond(contract.reportIns.decline, decide('declined')),
  ];
}

export const residentLike = (different: Partial<Member> = {}): Member => ({
  id: newId(),
  name: '曾桂兰',
  phone: '139****2046',
  area: yikang,
  branch: null,
  registeredByWorker: false,
  accounts: 1,
  createdAt: ago(900),
  can: ['post-wish', 'merge', 'revoke'],
  ...different,
});

/** In the order of their surnames' readings; one of them twice, and names that are rare. */
export const residents: Member[] = [
  residentLike({ name: '古丽·阿不都热合曼', branch: { slug: 'yikang-branch-1', name: '怡康第一党支部' } }),
  residentLike({ name: '𠮷田惠子' }),
  residentLike({ name: '欧阳某某', area: null }),
  residentLike({ name: '仇英', phone: '138****1188' }),
  residentLike({ name: '单小平' }),
  residentLike({ phone: null, accounts: 0, registeredByWorker: true, createdAt: ago(9000) }),
  residentLike(),
];

export const residentsAre = (people: Member[]): Override =>
  respond(contract.members.list, (request) => {
    const q = new URL(request.url).searchParams.get('q') ?? '';
    return { items: people.filter(({ name }) => name.includes(q)), nextCursor: null };
  });

const branch = (slug: string, name: string, parent: string | null, kind: Organisation['kind'] = 'party'): Organisation => ({
  slug,
  name,
  kind,
  area: 'yikang',
  parent,
});

export const branches: Organisation[] = [
  branch('yikang-party', '怡康社区党总支', null),
  branch('yikang-branch-1', '怡康第一党支部', 'yikang-party'),
  branch('yikang-branch-2', '怡康第二党支部', 'yikang-party'),
  branch('yikang-group-1', '第一党小组', 'yikang-branch-2'),
  branch('ginkgo', '银杏志愿服务队', null, 'social'),
  branch('nanyuan-bank', '南苑农商行', null, 'partner'),
];
