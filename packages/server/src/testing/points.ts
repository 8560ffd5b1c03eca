import { contract, type Period } from '@five-micro/contract';
import { expect } from 'vitest';
import { checkDatabase } from '../check.ts';
import { award, type Deed } from '../points/award.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

const { me, points } = contract;

/** Points in the small community: new people who agree to be ranked or not, deeds of theirs, and what boards say. */
export function pointsIn(world: World) {
  let count = 0;
  const areaRow = (slug: string) => world.db.selectFrom('area').selectAll().where('slug', '=', slug).executeTakeFirstOrThrow();
  return {
    areaRow,
    account: async (as: Person, query: Record<string, string> = {}) => (await world.ask(me.points, { as, query })).value,
    board: async (area: string, query: Record<string, string> = {}, as?: Person) =>
      (await world.ask(points.leaderboard, { area, query: { limit: '100', ...query }, as })).value,
    standing: async (area: string, as: Person, period: Period = 'month') =>
      (await world.ask(points.standing, { area, as, query: { period } })).value,
    someone: async (ranking: 'off' | 'masked' | 'full', area = 'east') => {
      count += 1;
      const person = world.person(`member-${count}`, { name: `李${count}号`, area });
      const id = await world.memberId(person);
      await world.ask(me.consents, { as: person, body: { ranking } });
      return { person, id };
    },
    /** A wish helped with, unless it says otherwise. */
    give: async (memberId: string, more: Partial<Deed> & { slug?: string } = {}) => {
      count += 1;
      const { slug = 'east', ...named } = more;
      const deed = { rule: 'wish-helped' as const, source: `given:${count}`, at: world.now(), actorId: null };
      return award(world.db, { memberId, organisationId: null, area: await areaRow(slug), ...deed, ...named });
    },
    clean: async () => expect((await checkDatabase(world.db, world.now())).differences).toEqual([]),
  };
}
