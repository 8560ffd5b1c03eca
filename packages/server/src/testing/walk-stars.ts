import type { EndpointName, NominationStatus } from '@five-micro/contract';
import { starsIn } from './stars.ts';
import {
  atHome,
  everyone,
  type FeatureLine,
  locals,
  type Ready,
  type Role,
  signedIn,
  someone,
  type Stage,
  workers,
} from './walk.ts';

let period = 1000;
/** The wisher is nominated by the neighbour: for another year each time, as nobody stands twice for one. */
const on = (stage: Stage) =>
  starsIn(stage.world, {
    nominator: someone(stage, 'neighbour'),
    nominee: someone(stage, 'wisher'),
    worker: someone(stage, 'worker'),
  });
const nextPeriod = () => {
  period += 1;
  return String(period);
};

const at =
  (status: NominationStatus, body?: unknown) =>
  async (stage: Stage): Promise<Ready> => ({
    id: await on(stage).bringTo(status, { period: nextPeriod() }),
    ...(body !== undefined && { body }),
  });
const hanging =
  (body?: unknown) =>
  async (stage: Stage): Promise<Ready> => ({
    id: (await on(stage).star({ period: nextPeriod() })).id,
    ...(body !== undefined && { body }),
  });

const concerned: Role[] = ['wisher', 'neighbour', ...workers];
const others: Role[] = ['helper', 'colleague', 'otherWorker', 'officer', 'stranger'];

export const starLines: Record<Extract<EndpointName, `stars.${string}`> | 'me.nominations' | 'me.stars', FeatureLine> = {
  'me.nominations': { allowed: signedIn },
  'me.stars': { allowed: signedIn },
  'stars.list': { allowed: everyone },
  'stars.periods': { allowed: everyone },
  'stars.get': { allowed: everyone, ready: hanging() },
  'stars.nominations': { allowed: workers },
  'stars.nominate': {
    allowed: [...atHome, 'streetWorker'],
    body: { who: '修车的师傅', title: 'post', sentence: '从来不收孩子的钱' },
  },
  // Of a nomination nobody hears but whom it concerns.
  'stars.nomination': { allowed: concerned, blind: others, ready: at('asked') },
  'stars.editNomination': {
    allowed: ['neighbour', ...workers],
    blind: ['wisher', ...others],
    ready: at('proposed', { sentence: '换一句话' }),
  },
  'stars.ask': {
    allowed: workers,
    blind: ['wisher', ...others],
    ready: async (stage) => ({
      id: await on(stage).bringTo('proposed', { period: nextPeriod() }),
      body: { member: await stage.world.memberId(someone(stage, 'wisher')) },
    }),
  },
  // They have a phone: nobody speaks for them.
  'stars.consent': { allowed: ['wisher'], blind: others, ready: at('asked', { name: 'masked' }) },
  'stars.decline': { allowed: ['wisher', ...workers], blind: others, ready: at('asked', { reason: '去年评过了' }) },
  'stars.withdraw': { allowed: ['wisher'], blind: others, ready: at('consented') },
  'stars.award': {
    allowed: workers,
    ready: async (stage) => ({ id: '', body: { nomination: await on(stage).bringTo('consented', { period: nextPeriod() }) } }),
  },
  'stars.edit': {
    allowed: workers,
    ready: hanging({ story: '他的工具箱' }),
  },
  'stars.report': { allowed: locals, ready: hanging({ part: 'story', reason: 'rude' }) },
  'stars.hide': { allowed: workers, ready: hanging({ part: 'story', reason: '写了别人的名字' }) },
  'stars.show': { allowed: workers, ready: hanging({ part: 'story' }) },
  'stars.reportNomination': { allowed: locals, ready: at('voting', { part: 'story', reason: 'rude' }) },
  'stars.hideNomination': { allowed: workers, ready: at('voting', { part: 'story', reason: '写了别人的名字' }) },
  'stars.showNomination': { allowed: workers, ready: at('voting', { part: 'story' }) },
  'stars.takeDown': { allowed: ['wisher', ...workers], ready: hanging({ reason: '写错了人' }) },
};
