import type { EndpointName, ProjectStatus } from '@five-micro/contract';
import { projectsIn } from './projects.ts';
import {
  atHome,
  everyone,
  type FeatureLine,
  locals,
  outsiders,
  type Ready,
  type Role,
  someone,
  type Stage,
  workers,
} from './walk.ts';

/** The proposer's, written down by the author; an outsider's comment on it, which the author has made a correction. */
const on = (stage: Stage) => {
  const { world } = stage;
  const own = projectsIn(world, { proposer: someone(stage, 'author'), worker: someone(stage, 'worker') });
  return {
    ...own,
    async bringTo(status: Exclude<ProjectStatus, 'merged'>): Promise<string> {
      return own.bringTo(status, { onBehalfOf: { memberId: await world.memberId(someone(stage, 'wisher')) } });
    },
  };
};

const at =
  (status: Exclude<ProjectStatus, 'merged'>, body?: unknown) =>
  async (stage: Stage): Promise<Ready> => ({ id: await on(stage).bringTo(status), ...(body !== undefined && { body }) });

/** Something that the neighbour has said about a project that is built, brought further where it is said how. */
const said =
  (more: object = {}, ...steps: ('correction' | 'answered' | 'hidden')[]) =>
  async (stage: Stage): Promise<Ready> => {
    const projects = on(stage);
    const id = await projects.bringTo('under-way');
    const { id: comment } = await projects.say(id, someone(stage, 'neighbour'));
    const answering = stage.world.person('answering-worker', { name: '答复的社工', roles: ['worker'] });
    if (steps.includes('correction')) await projects.on('correct', id, someone(stage, 'author'), { comment });
    if (steps.includes('answered')) await projects.on('answer', id, answering, { comment, words: '垫平了' });
    if (steps.includes('hidden')) await projects.on('hide', id, answering, { comment, reason: '先收起来' });
    return { id, body: { comment, ...more } };
  };

const insiders: Role[] = ['wisher', ...workers, 'officer'];
const strangers: Role[] = ['visitor', ...outsiders];

export const projectLines: Record<Extract<EndpointName, `projects.${string}`>, FeatureLine> = {
  'projects.list': { allowed: everyone },
  'projects.post': {
    allowed: [...atHome, 'streetWorker'],
    body: { title: '添八张长椅', story: '歇歇脚', place: '中心小路', cost: 3_200_000 },
  },
  'projects.get': { allowed: insiders, blind: strangers, ready: at('proposed') },
  'projects.timeline': { allowed: insiders, blind: strangers, ready: at('proposed') },
  'projects.edit': { allowed: ['wisher', ...workers], blind: outsiders, ready: at('proposed', { title: '换一句话' }) },
  'projects.withdraw': { allowed: ['wisher', 'author'], ready: at('listed') },
  'projects.enlist': { allowed: workers, blind: outsiders, ready: at('proposed') },
  'projects.decline': { allowed: workers, blind: outsiders, ready: at('proposed', { reason: '再说清楚一点' }) },
  'projects.merge': {
    allowed: workers,
    blind: outsiders,
    ready: async (stage) => ({ id: await on(stage).bringTo('proposed'), body: { into: await on(stage).bringTo('listed') } }),
  },
  'projects.start': { allowed: workers, ready: at('selected', { owner: '城管科', budget: 100 }) },
  'projects.milestones': { allowed: workers, ready: at('under-way', { title: '量尺寸', on: '2026-11-20' }) },
  'projects.done': { allowed: workers, ready: at('under-way', { note: '都好了' }) },
  'projects.rate': { allowed: atHome, ready: at('done', { rating: 5 }) },
  'projects.comments': { allowed: everyone, ready: at('listed') },
  'projects.queue': { allowed: [...workers, 'officer'] },
  'projects.comment': { allowed: locals, ready: at('listed', { words: '什么时候开工？' }) },
  'projects.correct': { allowed: [...atHome, 'streetWorker'], ready: said() },
  'projects.answer': { allowed: workers, ready: said({ words: '垫平了' }, 'correction') },
  // Who said it, and by whose word it has to be put right.
  'projects.accept': { allowed: ['neighbour', 'author'], ready: said({ accepted: true }, 'correction', 'answered') },
  // But for the one by whose word it is a correction.
  'projects.overrule': { allowed: ['worker', 'streetWorker', 'officer'], ready: said({ reason: '不归社区' }, 'correction') },
  'projects.report': { allowed: locals, ready: said({ reason: 'rude' }) },
  'projects.hide': { allowed: workers, ready: said({ reason: '写了别人的名字' }) },
  'projects.show': { allowed: workers, ready: said({}, 'hidden') },
  'projects.reportPart': { allowed: locals, ready: at('listed', { part: 'story', reason: 'rude' }) },
  'projects.hidePart': { allowed: workers, ready: at('listed', { part: 'story', reason: '写了别人的名字' }) },
  // But for the one who wrote it down.
  'projects.showPart': { allowed: ['worker', 'streetWorker'], ready: at('listed', { part: 'story' }) },
};
