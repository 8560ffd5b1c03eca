import { type Comment, type CommentCase, contract, type Project } from '@five-micro/contract';
import { type Override, respond } from '@five-micro/mock-api';
import { photoLike } from './opened.ts';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let made = 0;
const newId = () => `01990000-0000-7000-8000-0000000${String(60_000 + ++made)}`;

const story = '有事打 13912342046，或者来 9 幢 301 找我。轮椅和婴儿车都好走，先修 6 个门洞。';
const on = (text: string, words: string, kind: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  kind,
  reason: null,
});

/** A proposal with a phone number and a door in its story. */
export const proposalLike = (different: Partial<Project> = {}): Project => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: '楼门口修一条慢坡道，带扶手',
  story,
  place: '8–13 幢门口',
  cost: 9_600_000,
  status: 'proposed',
  proposer: { name: '孙**' },
  mine: false,
  photos: [],
  owner: null,
  budget: null,
  dueOn: null,
  percent: 0,
  milestones: [],
  comments: 0,
  openCorrections: 0,
  rating: null,
  ratings: 0,
  myRating: null,
  round: null,
  mergedInto: null,
  reason: null,
  original: null,
  closing: null,
  screening: [
    {
      part: 'story',
      hits: [on(story, '13912342046', 'phone'), on(story, '9 幢 301', 'address')],
      proposed: '有事打 139****2046，或者来（门牌不公开）找我。轮椅和婴儿车都好走，先修 6 个门洞。',
    },
  ],
  can: ['edit', 'list', 'decline', 'merge'],
  createdAt: ago(80),
  updatedAt: ago(80),
  ...different,
});

const plain = (different: Partial<Project>): Project =>
  proposalLike({ story: '邻居们提了好几年了。', screening: [], ...different });

export const listedLike = plain({ title: '楼门口的坡道修一修', status: 'listed', can: ['merge'], cost: 8_000_000 });
export const chosenLike = plain({
  title: '楼道换成声控亮灯',
  place: '全小区 42 个楼道',
  status: 'selected',
  cost: 6_300_000,
  round: { id: newId(), title: '明年的钱，先办哪几件', votes: 214 },
  can: ['start', 'comments'],
});
export const building = plain({
  title: '给 3 号单车棚装充电桩',
  place: '3 号车棚',
  status: 'under-way',
  owner: '社区物业办 赵师傅',
  budget: 5_200_000,
  dueOn: dayIn(18),
  percent: 40,
  round: { id: newId(), title: '今年的钱，先办哪几件', votes: 188 },
  milestones: [
    {
      id: newId(),
      title: '线路进棚',
      words: '电力公司来接好了，电表单独装。',
      on: dayIn(-12),
      percent: 40,
      reached: true,
      photos: [photoLike()],
    },
    { id: newId(), title: '装好 12 个桩', words: null, on: dayIn(5), percent: 90, reached: false, photos: [] },
  ],
  comments: 3,
  openCorrections: 1,
  photos: [photoLike()],
  can: ['milestones', 'comments'],
});
const finished = plain({
  title: '小花园加两张长椅',
  status: 'done',
  owner: '社区物业办',
  budget: 900_000,
  closing: '两张带靠背的长椅，老人坐得住。',
  rating: 4.6,
  ratings: 31,
  percent: 100,
  can: [],
});
const declined = plain({
  title: '小区里开一家超市',
  status: 'declined',
  reason: '这件事有专门的渠道办，我们已经转过去了。',
  can: [],
});

export const allProjects: Project[] = [
  proposalLike(),
  plain({ title: '给 𠮷田家门口的路口装一面转角镜', proposer: { name: '古丽**' }, createdAt: ago(5) }),
  listedLike,
  chosenLike,
  building,
  finished,
  declined,
];

const remark = (different: Partial<Comment>): Comment => ({
  id: newId(),
  author: { name: '高**' },
  words: '盼了好久，装好了第一个去充。',
  at: ago(30),
  mine: false,
  supporters: 0,
  supported: false,
  correction: null,
  withheld: null,
  screening: null,
  can: ['corrections', 'hide'],
  ...different,
});

export const remarks: Comment[] = [
  remark({}),
  remark({
    words: '线槽露在外面，孩子伸手就够得着，不安全。',
    author: { name: '董**' },
    at: ago(60),
    supporters: 6,
    correction: { state: 'open', owner: '社区物业办 赵师傅', dueAt: ago(4), raisedAt: ago(50), answer: null, reason: null },
    can: ['corrections', 'answer', 'overrule', 'hide'],
  }),
  remark({
    words: '夜里装到十点，吵得睡不着。',
    author: { name: '周**' },
    at: ago(90),
    correction: {
      state: 'answered',
      owner: '社区物业办',
      dueAt: ago(-40),
      raisedAt: ago(80),
      answer: { words: '以后六点收工，已经和师傅说好了。', photos: [], at: ago(20) },
      reason: null,
    },
    can: ['accept', 'overrule'],
  }),
];

const heldWords = '装好了叫我一声，13912342046。';
const queue: CommentCase[] = [
  {
    project: { id: newId(), title: '给 3 号单车棚装充电桩', areaName: '怡康社区' },
    comment: remark({
      words: heldWords,
      withheld: 'held',
      screening: { part: 'comment', hits: [on(heldWords, '13912342046', 'phone')], proposed: '装好了叫我一声，139****2046。' },
      can: ['show', 'hide'],
    }),
    proposed: '装好了叫我一声，139****2046。',
    reports: [],
    since: ago(30),
  },
  {
    project: { id: newId(), title: '楼道换成声控亮灯', areaName: '怡康社区' },
    comment: remark({ words: '听说钱早就定好给谁了，投票走个过场。', withheld: 'reported', can: ['show', 'hide'] }),
    proposed: null,
    reports: [{ reason: 'untrue', words: '票数都公开，可以自己数。', at: ago(3) }],
    since: ago(4),
  },
];

const idIn = ({ url }: Request) => new URL(url).pathname.split('/').at(-2) ?? '';

/** Projects in each story's own corner of the mock, which go where an act brings them. */
export function projectsAre(all: Project[] = allProjects, comments: Comment[] = remarks): Override[] {
  const corners = new Map<string, Project[]>();
  const corner = ({ url }: Request) => url.split('/api/v1')[0] ?? '';
  const of = (request: Request) => corners.get(corner(request)) ?? all;
  const became = (different: Partial<Project>) => (request: Request) => {
    const now = { ...plain({}), ...of(request).find(({ id }) => id === idIn(request)), ...different };
    corners.set(
      corner(request),
      of(request).map((one) => (one.id === now.id ? now : one)),
    );
    return now;
  };
  return [
    respond(contract.projects.list, (request) => {
      const status = new URL(request.url).searchParams.get('status')?.split(',') ?? [];
      return { items: of(request).filter((one) => status.includes(one.status)), nextCursor: null };
    }),
    respond(contract.projects.comments, { items: comments, nextCursor: null }),
    respond(contract.projects.queue, (request) => {
      const shelved = new URL(request.url).searchParams.get('state') === 'hidden';
      return { items: shelved ? [] : queue, nextCursor: null };
    }),
    respond(contract.projects.enlist, became({ status: 'listed', can: ['merge'] })),
    respond(contract.projects.decline, became({ status: 'declined', can: [] })),
    respond(contract.projects.merge, became({ status: 'merged', can: [] })),
    respond(contract.projects.start, became({ status: 'under-way', can: ['milestones', 'comments', 'done'] })),
    respond(contract.projects.done, became({ status: 'done', can: [] })),
  ];
}
