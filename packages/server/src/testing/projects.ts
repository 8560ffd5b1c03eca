import { type Comment, contract, type Project, type ProjectStatus } from '@five-micro/contract';
import { newId } from '../ids.ts';
import { projectOptions } from '../projects/options.ts';
import type { Person } from './people.ts';
import type { Ask, World } from './world.ts';

const { projects: table } = contract;
export type ProjectVerbName = Exclude<
  keyof typeof table,
  'list' | 'post' | 'get' | 'timeline' | 'comments' | 'queue' | OnComment
>;
type OnComment = 'comment' | 'correct' | 'answer' | 'accept' | 'overrule' | 'report' | 'hide' | 'show';

/** Projects of the small community: proposed by its people, listed and built by its worker. */
export function projectsIn(world: World, { proposer, worker }: { proposer: Person; worker: Person }) {
  const verb = (name: ProjectVerbName, id: string, as: Person | undefined, body: unknown = {}, more: Ask = {}) =>
    world.ask(table[name], { ...more, id, as, body });
  const on = (name: OnComment, id: string, as: Person | undefined, body: unknown, more: Ask = {}) =>
    world.ask(table[name], { ...more, id, as, body });
  const propose = async (more: Record<string, unknown> = {}, as = proposer): Promise<Project> => {
    const body = {
      title: '楼门口修一条慢坡道',
      story: '带扶手，轮椅和婴儿车都好走',
      place: '八幢门口',
      cost: 9_600_000,
      ...more,
    };
    return (await world.ask(table.post, { as, body })).value;
  };
  /** What the round does to it, without one. */
  const voted = (id: string, step: 'opened' | 'won' | 'lost') =>
    world.db.transaction().execute(async (db) => {
      const hand = { ports: world.ports, db, at: world.now(), actorId: null };
      const { area_id, root_id } = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const round = { id: newId(world.ports), area_id, root_id, kind: 'projects' as const };
      if (step === 'opened') await projectOptions.opened(hand, round, [id]);
      else await projectOptions.closed(hand, round, [{ id, won: step === 'won', votes: 12 }]);
    });
  const get = async (id: string, as?: Person): Promise<Project> => (await world.ask(table.get, { id, as })).value;

  /** Brings a new project into a state by the way that people would take. */
  async function bringTo(status: Exclude<ProjectStatus, 'merged'>, more: Record<string, unknown> = {}): Promise<string> {
    const { id } = await propose(more);
    const steps: [ProjectStatus, () => Promise<unknown>][] = [
      ['listed', async () => (await verb('enlist', id, worker)).value],
      ['voting', () => voted(id, 'opened')],
      ['selected', () => voted(id, 'won')],
      ['under-way', async () => (await verb('start', id, worker, { owner: '城管科', budget: 9_000_000 })).value],
      ['done', async () => (await verb('done', id, worker, { note: '都修好了' })).value],
    ];
    if (status === 'declined') await verb('decline', id, worker, { reason: '再说清楚一点' });
    else if (status === 'withdrawn') await verb('withdraw', id, proposer);
    else if (status !== 'proposed') {
      const last = status === 'not-selected' ? 'voting' : status;
      for (const [step, take] of steps) {
        await take();
        if (step === last) break;
      }
      if (status === 'not-selected') await voted(id, 'lost');
    }
    return id;
  }

  return {
    verb,
    on,
    propose,
    voted,
    get,
    bringTo,
    /** A second after whatever was said before. */
    async say(id: string, as: Person, words = '井盖高出一截，轮椅会卡住'): Promise<Comment> {
      world.advance(1000);
      return (await on('comment', id, as, { words })).value;
    },
    async said(id: string, as?: Person): Promise<Comment[]> {
      return (await world.ask(table.comments, { id, as, query: { limit: '100' } })).value.items;
    },
  };
}
