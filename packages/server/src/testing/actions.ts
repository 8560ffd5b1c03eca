import { type Action, contract } from '@five-micro/contract';
import type { Person } from './people.ts';
import { type Ask, hours, type World } from './world.ts';

/** Actions of the small community: drafted and opened by its worker, three hours from now for two hours, for two people. */
export function actionsIn(world: World, worker: Person) {
  const draft = async (more: Record<string, unknown> = {}, how: Ask = {}): Promise<Action> => {
    const startsAt = new Date(world.now().getTime() + hours(3)).toISOString();
    const begin = typeof more['startsAt'] === 'string' ? more['startsAt'] : startsAt;
    const body = {
      title: '一起扫落叶',
      story: '扫把社区备着',
      category: 'green',
      startsAt: begin,
      endsAt: new Date(new Date(begin).getTime() + hours(2)).toISOString(),
      place: '公园东门',
      places: 2,
      ...more,
    };
    return (await world.ask(contract.actions.post, { as: worker, body, ...how })).value;
  };
  const open = async (more: Record<string, unknown> = {}): Promise<Action> => {
    const { id } = await draft(more);
    return (await world.ask(contract.actions.open, { as: worker, id })).value;
  };
  return {
    draft,
    open,
    get: async (id: string, as?: Person) => (await world.ask(contract.actions.get, { as, id })).value,
    signUp: (id: string, as: Person, body: Record<string, unknown> = {}, how: Ask = {}) =>
      world.ask(contract.actions.signUp, { as, id, body, ...how }),
    signOff: (id: string, as: Person, body: Record<string, unknown> = {}) =>
      world.ask(contract.actions.signOff, { as, id, body }),
    /** The organiser's whole list. */
    async list(id: string) {
      const items = [];
      let cursor: string | undefined;
      do {
        const { value } = await world.ask(contract.actions.signUps, {
          as: worker,
          id,
          query: { limit: '100', ...(cursor !== undefined && { cursor }) },
        });
        items.push(...value.items);
        cursor = value.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return items;
    },
    /** Has it begin ten minutes ago, for everybody else's clock stands still. */
    async begin(id: string): Promise<void> {
      const from = world.now().getTime() - hours(1) / 6;
      const span = { starts_at: new Date(from), ends_at: new Date(from + hours(2)) };
      await world.db.updateTable('action').set(span).where('id', '=', id).execute();
    },
    notices: async (as: Person) => (await world.ask(contract.me.notices, { as })).value.items.map(({ type }) => type),
  };
}
