import type { Comment, CommentCase, FiveMicro, FiveMicroError, Project } from '@five-micro/sdk';
import { fakeList, fakeNow, makeArea, pageOf } from '../../../shared/testing/fake-client.ts';
import { hours } from '../../testing/data.ts';
import { openTab } from '../../testing/tabs.ts';

let made = 0;
const newId = (): string => `01990000-0000-7000-8000-0000000e${String(++made).padStart(4, '0')}`;

export const makeProject = (more: Partial<Project> = {}): Project => ({
  id: newId(),
  area: 'yikang',
  areaName: '怡康社区',
  title: '楼门口修一条慢坡道',
  story: '带扶手，轮椅和婴儿车都好走。',
  place: '8–13 幢',
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
  screening: [],
  can: ['list', 'decline', 'merge'],
  createdAt: hours(80),
  updatedAt: hours(80),
  ...more,
});

/** With a phone number in its story. */
export const numbered = (): Project =>
  makeProject({
    title: '楼道换成声控亮灯',
    story: '有事打 13912342046。',
    screening: [{ part: 'story', hits: [{ start: 4, end: 15, kind: 'phone', reason: null }], proposed: '有事打 139****2046。' }],
  });

export const underWay = (more: Partial<Project> = {}): Project =>
  makeProject({
    title: '给单车棚装充电桩',
    status: 'under-way',
    owner: '物业办赵师傅',
    budget: 5_000_000,
    dueOn: '2026-12-18',
    percent: 40,
    milestones: [
      { id: newId(), title: '线路进棚', words: null, on: '2026-11-16', percent: 40, reached: true, photos: [] },
      { id: newId(), title: '装好 12 个桩', words: null, on: '2026-12-10', percent: 90, reached: false, photos: [] },
    ],
    comments: 1,
    can: ['milestones', 'comments', 'done'],
    ...more,
  });

export const makeComment = (more: Partial<Comment> = {}): Comment => ({
  id: newId(),
  author: { name: '高**' },
  words: '线槽露在外面，孩子够得着。',
  at: hours(20),
  mine: false,
  supporters: 2,
  supported: false,
  correction: null,
  withheld: null,
  screening: null,
  can: ['corrections', 'hide'],
  ...more,
});

export const makeCase = (more: Partial<Comment> = {}): CommentCase => ({
  project: { id: newId(), title: '给单车棚装充电桩', areaName: '怡康社区' },
  comment: makeComment({
    words: '装好叫我，13912342046。',
    withheld: 'held',
    screening: {
      part: 'comment',
      hits: [{ start: 5, end: 16, kind: 'phone', reason: null }],
      proposed: '装好叫我，139****2046。',
    },
    can: ['show', 'hide'],
    ...more,
  }),
  proposed: '装好叫我，139****2046。',
  reports: [],
  since: hours(30),
});

export interface Asked {
  verb: string;
  id: string;
  body: unknown;
  key: string | undefined;
}

interface SetUp {
  all?: Project[];
  comments?: Comment[];
  queue?: CommentCase[];
  fails?: FiveMicroError[];
  width?: number;
  mode?: string;
}

/** The tab with projects that are where the acts have brought them, as the server's would be. */
export async function openProjects({ all = [], comments = [], queue = [], fails = [], width = 1000, mode = '' }: SetUp = {}) {
  const known = { projects: [...all], comments: [...comments], queue: [...queue] };
  const asked: Asked[] = [];
  const step =
    (verb: string, change: (project: Project, body: never) => Partial<Project>) =>
    async (id: string, body: never, options?: { idempotencyKey?: string | undefined }): Promise<Project> => {
      asked.push({ verb, id, body, key: options?.idempotencyKey });
      const error = fails.shift();
      if (error) throw error;
      const before = known.projects.find((one) => one.id === id) ?? makeProject();
      const now = { ...before, ...change(before, body), updatedAt: fakeNow.toISOString() };
      known.projects = known.projects.map((one) => (one.id === id ? now : one));
      return now;
    };
  const onComment =
    (verb: string, change: Partial<Comment>) =>
    async (id: string, body: { comment: string }): Promise<Comment> => {
      asked.push({ verb, id, body, key: undefined });
      const error = fails.shift();
      if (error) throw error;
      const now = { ...makeComment(), ...known.comments.find((one) => one.id === body.comment), ...change };
      known.comments = known.comments.map((one) => (one.id === body.comment ? now : one));
      known.queue = known.queue.filter((one) => one.comment.id !== body.comment);
      return now;
    };
  const projects: Partial<FiveMicro['projects']> = {
    list: ({ status = '' } = {}) =>
      fakeList(() => pageOf(known.projects.filter((one) => status.split(',').includes(one.status)))),
    get: async (id) => known.projects.find((one) => one.id === id) ?? makeProject(),
    comments: () => fakeList(() => pageOf(known.comments)),
    queue: ({ state = 'waiting' } = {}) =>
      fakeList(() => pageOf(known.queue.filter(({ comment }) => (comment.withheld === 'hidden') === (state === 'hidden')))),
    enlist: step('enlist', () => ({ status: 'listed', can: ['merge'] })),
    decline: step('decline', () => ({ status: 'declined', can: [] })),
    merge: step('merge', () => ({ status: 'merged', can: [] })),
    start: step('start', () => ({ status: 'under-way', can: ['milestones', 'comments', 'done'] })),
    milestones: step('milestones', () => ({})),
    hidePart: step('hidePart', () => ({})),
    done: step('done', () => ({ status: 'done', can: [] })),
    correct: onComment('correct', {}),
    answer: onComment('answer', {}),
    accept: onComment('accept', {}),
    overrule: onComment('overrule', {}),
    hide: onComment('hide', { withheld: 'hidden' }),
    show: onComment('show', { withheld: null }),
  };
  const place = makeArea({ can: ['desk', 'post-project'] });
  const tab = await openTab({
    tab: 'projects',
    width,
    mode,
    answers: {
      areas: { get: async () => ({ ...place, settings: { ...place.settings, features: ['wishes', 'projects', 'stars'] } }) },
      projects,
      wishes: { list: () => fakeList(() => pageOf([])) },
    },
  });
  return { ...tab, known, asked, told: () => tab.text('.told'), words: () => tab.text('.case .wish') };
}
