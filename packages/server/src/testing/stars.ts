import { contract, type Nomination, type NominationStatus, type Star } from '@five-micro/contract';
import { newId } from '../ids.ts';
import { nominationOptions } from '../stars/options.ts';
import type { Person } from './people.ts';
import type { Ask, World } from './world.ts';

const { stars: table } = contract;
type OnNomination = 'editNomination' | 'ask' | 'consent' | 'decline' | 'withdraw';

/** Stars of the small community: nominated by a neighbour, asked and awarded by its worker. */
export function starsIn(world: World, { nominator, nominee, worker }: { nominator: Person; nominee: Person; worker: Person }) {
  const verb = (name: OnNomination, id: string, as: Person | undefined, body: unknown = {}, more: Ask = {}) =>
    world.ask(table[name], { ...more, id, as, body });
  const nominate = async (more: Record<string, unknown> = {}, as = nominator): Promise<Nomination> => {
    const body = {
      who: '九幢修车的师傅',
      title: 'post',
      sentence: '孩子的车从来不收钱',
      story: '下雨天帮大家把车推进棚里',
      ...more,
    };
    return (await world.ask(table.nominate, { as, body })).value;
  };
  /** What the contest does to it, without one. */
  const voted = (id: string, step: 'opened' | 'won' | 'lost') =>
    world.db.transaction().execute(async (db) => {
      const hand = { ports: world.ports, db, at: world.now(), actorId: null };
      const { area_id, root_id } = await db.selectFrom('nomination').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      const round = { id: newId(world.ports), area_id, root_id, kind: 'stars' as const };
      if (step === 'opened') await nominationOptions.opened(hand, round, [id]);
      else await nominationOptions.closed(hand, round, [{ id, won: step === 'won', votes: 12 }]);
    });

  /** Brings a new nomination into a state by the way that people would take. */
  async function bringTo(status: NominationStatus, more: Record<string, unknown> = {}): Promise<string> {
    const { id } = await nominate(more);
    const member = await world.memberId(nominee);
    const steps: [NominationStatus, () => Promise<unknown>][] = [
      ['asked', async () => (await verb('ask', id, worker, { member })).value],
      ['consented', async () => (await verb('consent', id, nominee, { name: 'masked' })).value],
      ['voting', () => voted(id, 'opened')],
    ];
    if (status === 'declined') await verb('decline', id, worker, { reason: '去年评过了' });
    else if (status === 'withdrawn') await verb('withdraw', id, nominator);
    else if (status === 'awarded') {
      await bring(steps, 'consented');
      await award(id);
    } else if (status !== 'proposed') await bring(steps, status === 'not-awarded' ? 'voting' : status);
    if (status === 'not-awarded') await voted(id, 'lost');
    return id;
  }

  const award = async (nomination: string, more: Record<string, unknown> = {}, as = worker): Promise<Star> =>
    (await world.ask(table.award, { as, body: { nomination, ...more } })).value;

  return {
    verb,
    nominate,
    voted,
    bringTo,
    award,
    /** A star that hangs. */
    async star(more: Record<string, unknown> = {}): Promise<Star> {
      return award(await bringTo('consented', more));
    },
    list: async (as?: Person, query: Record<string, string> = {}): Promise<Star[]> =>
      (await world.ask(table.list, { as, query: { limit: '100', ...query } })).value.items,
    get: (id: string, as?: Person) => world.ask(table.get, { id, as }),
  };
}

async function bring(steps: readonly [NominationStatus, () => Promise<unknown>][], last: NominationStatus): Promise<void> {
  for (const [step, take] of steps) {
    await take();
    if (step === last) break;
  }
}
