import { contract, type EndpointName } from '@five-micro/contract';
import { roundsIn } from './rounds.ts';
import { atHome, everyone, type FeatureLine, outsiders, type Ready, type Role, someone, type Stage, workers } from './walk.ts';
import type { World } from './world.ts';

const rounds = (stage: Stage) => roundsIn(stage.world, someone(stage, 'worker'));
const limits = { ballot: { type: 'approval', min: 1, max: 1 } };

interface Made {
  draft: string;
  /** Stands in the draft. */
  offered: string;
  open: string;
  closed: string;
  choice: string;
  code: string;
}

/** What none of the lines changes is made once: each round takes two projects that nothing else may have. */
const shared = new WeakMap<World, Promise<Made>>();

function once(stage: Stage) {
  const made = shared.get(stage.world) ?? make(stage);
  shared.set(stage.world, made);
  return made;
}

async function make(stage: Stage): Promise<Made> {
  const own = rounds(stage);
  const [choice = '', ...more] = await own.projects([100, 200, 100, 200, 100, 200]);
  const open = (await own.open([choice, more[0] ?? ''], limits)).id;
  const closed = (await own.open(more.slice(1, 3), limits)).id;
  await own.close(closed);
  const { receipt: code } = (await own.cast(open, { as: someone(stage, 'wisher') }, [choice])).value;
  const offered = more[3] ?? '';
  return { draft: (await own.draft([offered, more[4] ?? ''], limits)).id, offered, open, closed, choice, code };
}

const at =
  (which: 'draft' | 'open' | 'closed', body?: unknown) =>
  async (stage: Stage): Promise<Ready> => ({ id: (await once(stage))[which], ...(body !== undefined && { body }) });

/** A new one, as the step uses it up. */
const fresh =
  (state: 'draft' | 'open', body?: unknown) =>
  async (stage: Stage): Promise<Ready> => {
    const own = rounds(stage);
    const { id } = await own[state](await own.projects([100, 200]), limits);
    return { id, ...(body !== undefined && { body }) };
  };

let voters = 0;
/** On paper for somebody whom nobody else votes for. */
async function paper(stage: Stage): Promise<Ready> {
  const { open, choice } = await once(stage);
  voters += 1;
  const member = await stage.world.register(someone(stage, 'worker'), { name: `没有手机的${voters}` });
  return { id: open, body: { member, choices: [choice] } };
}

async function entered(stage: Stage): Promise<Ready> {
  const { id, body } = await paper(stage);
  const as = stage.world.person('entering-worker', { name: '录入的社工', roles: ['worker'] });
  const { id: ballot } = (await stage.world.ask(contract.rounds.enterPaper, { as, id, body })).value;
  return { id, path: { ballot } };
}

/** The portal says that they live here. */
const residents: Role[] = atHome.filter((role) => role !== 'author');
const strangers: Role[] = ['visitor', ...outsiders, 'wisher'];

export const roundLines: Record<Extract<EndpointName, `rounds.${string}`>, FeatureLine> = {
  'rounds.list': { allowed: everyone },
  'rounds.post': {
    allowed: workers,
    ready: async (stage) => ({
      id: '',
      body: {
        title: '今年修什么',
        of: 'projects',
        options: await rounds(stage).projects([100, 200]),
        opensAt: '2026-01-01T00:00:00Z',
        closesAt: '2099-01-01T00:00:00Z',
        rule: 'most-votes',
        winners: 1,
        ...limits,
      },
    }),
  },
  'rounds.get': { allowed: [...workers, 'officer'], blind: strangers, ready: at('draft') },
  'rounds.option': {
    allowed: [...workers, 'officer'],
    blind: strangers,
    ready: async (stage) => {
      const { draft, offered } = await once(stage);
      return { id: draft, path: { option: offered } };
    },
  },
  'rounds.edit': { allowed: workers, blind: strangers.slice(1), ready: at('draft', { title: '换一句话' }) },
  'rounds.open': { allowed: workers, blind: strangers.slice(1), ready: fresh('draft') },
  'rounds.discard': { allowed: workers, blind: strangers.slice(1), ready: fresh('draft') },
  'rounds.close': { allowed: workers, ready: fresh('open', { reason: '够了' }) },
  'rounds.cast': {
    allowed: residents,
    ready: async (stage) => {
      const { open, choice } = await once(stage);
      return { id: open, body: { choices: [choice] } };
    },
  },
  // Whoever could not vote has no ballot.
  'rounds.myBallot': {
    allowed: residents,
    blind: everyone.filter((role) => role !== 'visitor' && !residents.includes(role)),
    perRole: true,
    ready: async (stage) => {
      const { open, choice } = await once(stage);
      await rounds(stage).cast(open, { ...(stage.people[stage.role] && { as: stage.people[stage.role] }) }, [choice]);
      return { id: open };
    },
  },
  'rounds.results': { allowed: everyone, ready: at('open') },
  'rounds.ballots': { allowed: everyone, ready: at('closed') },
  'rounds.receipt': {
    allowed: everyone,
    ready: async (stage) => {
      const { open, code } = await once(stage);
      return { id: open, path: { code } };
    },
  },
  'rounds.paperBallots': { allowed: workers, ready: at('open') },
  'rounds.enterPaper': { allowed: workers, ready: paper },
  'rounds.confirmPaper': { allowed: workers, ready: entered },
  'rounds.withdrawPaper': { allowed: workers, ready: entered },
};
