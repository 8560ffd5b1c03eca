import { contract, type Round } from '@five-micro/contract';
import { canonical, digestOf, type Opening } from '@five-micro/tally/record';
import type { Person } from './people.ts';
import { type Ask, hours, type World } from './world.ts';

/**
 * Rounds of the small community. Whether ballots are taken is the database's to say, whose clock does not stand still
 * like the others': times are an hour around it, and what shall be over is moved into the past.
 */
export function roundsIn(world: World, worker: Person) {
  const { rounds: table } = contract;
  const from = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();

  /** Listed projects, one for each cost in fen. */
  const projects = async (costs: readonly number[], area = 'east'): Promise<string[]> => {
    const ids: string[] = [];
    for (const [at, cost] of costs.entries()) {
      const body = { title: `第${at + 1}个项目`, story: '大家都用得上', place: '小区里', cost };
      const { id } = (await world.ask(contract.projects.post, { as: world.person('proposer'), area, body })).value;
      await world.ask(contract.projects.enlist, { as: worker, id });
      ids.push(id);
    }
    return ids;
  };

  const draft = async (options: readonly string[], more: Record<string, unknown> = {}, how: Ask = {}): Promise<Round> => {
    const body = {
      title: '今年修什么',
      of: 'projects',
      options,
      opensAt: from(-hours(1)),
      closesAt: from(hours(1)),
      ballot: { type: 'approval', min: 1, max: Math.min(3, options.length) },
      rule: 'most-votes',
      winners: 1,
      ...more,
    };
    return (await world.ask(table.post, { as: worker, body, ...how })).value;
  };

  return {
    projects,
    draft,
    /** Taking ballots from now on. */
    async open(options: readonly string[], more: Record<string, unknown> = {}, how: Ask = {}): Promise<Round> {
      const { id } = await draft(options, more, how);
      return (await world.ask(table.open, { as: worker, id })).value;
    },
    get: async (id: string, as?: Person) => (await world.ask(table.get, { as, id })).value,
    cast: (id: string, how: Ask, choices: readonly string[], revision?: number) =>
      world.ask(table.cast, { ...how, id, body: { choices, ...(revision !== undefined && { revision }) } }),
    close: (id: string, reason = '够了') => world.ask(table.close, { as: worker, id, body: { reason } }),
    results: async (id: string) => (await world.ask(table.results, { id })).value,
    /** All published ballots, page by page. */
    async ballots(id: string): Promise<string[][]> {
      const items: string[][] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: '100', ...(cursor !== undefined && { cursor }) };
        const { value } = await world.ask(table.ballots, { id, query });
        items.push(...value.items.map(({ choices }) => choices));
        cursor = value.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return items;
    },
    /** Its time is over, and nobody has noticed yet: as if it had been opened two hours earlier. */
    async runOut(id: string): Promise<void> {
      const { opening } = await world.db.selectFrom('round').select('opening').where('id', '=', id).executeTakeFirstOrThrow();
      const [opensAt, closesAt] = [from(-hours(2)), from(-1000)];
      const earlier: Opening = { ...JSON.parse(opening ?? ''), opensAt, closesAt, cutOff: closesAt };
      const times = { opens_at: opensAt, closes_at: closesAt, cut_off: closesAt };
      const frozen = { opening: canonical(earlier), opening_digest: await digestOf(earlier) };
      await world.db
        .updateTable('round')
        .set({ ...times, ...frozen })
        .where('id', '=', id)
        .execute();
    },
    record: async (id: string): Promise<string> => (await world.send(`/rounds/${id}/record.json`, {})).text(),
  };
}
