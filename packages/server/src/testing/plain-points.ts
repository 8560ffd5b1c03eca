import { periods, type PointRule } from '@five-micro/contract';
import type { Selectable } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../db/schema.ts';
import { type Span, spanAt } from '../points/periods.ts';
import { hours, type World } from './world.ts';

type Entry = Selectable<Database['point_entry']>;

const dayOf = (at: Date): string => new Date(at.getTime() + hours(8)).toISOString().slice(0, 10);

/**
 * What has to come of a history, kept in the plainest way: what a deed brings under the cap of its day, and with which
 * home someone stands in each period. To be told of every step; what it sees for itself is the ledger.
 */
export function plainPoints(world: World, at: ReadonlyMap<string, string>) {
  const home = new Map(at);
  const mergedInto = new Map<string, string>();
  const ledger: Entry[] = [];
  const places = new Map<string, { memberId: string; span: Span; home: string }>();

  const today = (id: string): string => mergedInto.get(id) ?? id;
  const key = (memberId: string, { period, starts }: Span) => `${memberId} ${period} ${starts}`;
  const runs = ({ to }: Span) => to === null || to > world.now();
  const homeOf = (memberId: string) => home.get(memberId) ?? '';

  return {
    /** What a deed would bring now. */
    worth(deed: { memberId: string; rule: PointRule; source: string; at: Date }, usual: number, daily: number | null) {
      if (ledger.some(({ source }) => source === deed.source)) return undefined;
      const net = ledger
        .filter((entry) => today(entry.member_id) === today(deed.memberId) && entry.rule === deed.rule)
        .filter((entry) => dayOf(entry.at) === dayOf(deed.at))
        .reduce((sum, { amount }) => sum + amount, 0);
      return daily === null ? usual : Math.max(0, Math.min(usual, daily - net));
    },
    moved(memberId: string, area: string): void {
      home.set(memberId, area);
      for (const place of places.values()) if (place.memberId === memberId && runs(place.span)) place.home = area;
    },
    merged(from: string, into: string): void {
      mergedInto.set(from, into);
      for (const [one, other] of mergedInto) if (other === from) mergedInto.set(one, into);
      for (const [name, place] of [...places].filter(([, { memberId }]) => memberId === from)) {
        places.delete(name);
        const known = places.get(key(into, place.span));
        if (!known)
          places.set(key(into, place.span), { ...place, memberId: into, home: runs(place.span) ? homeOf(into) : place.home });
      }
    },
    /** Reads what the last step wrote. */
    async look(): Promise<void> {
      const last = ledger.at(-1)?.id ?? '0';
      const ids = [...home.keys()];
      const fresh = await world.db
        .selectFrom('point_entry')
        .selectAll()
        .where('member_id', 'in', ids)
        .where('id', '>', last)
        .orderBy('id')
        .execute();
      for (const entry of fresh) {
        ledger.push(entry);
        const was = ledger.find(({ id }) => id === entry.reverses);
        if (was) expect([entry.amount, entry.at, entry.member_id]).toEqual([0 - was.amount, was.at, was.member_id]);
        if (entry.amount === 0 && !entry.minutes && entry.rule !== 'wish-helped') continue;
        const memberId = today(entry.member_id);
        for (const span of periods.map((period) => spanAt(period, entry.at)))
          if (!places.has(key(memberId, span))) places.set(key(memberId, span), { memberId, span, home: homeOf(memberId) });
      }
    },
    /** The home of each period in which somebody has something. */
    async compareHomes(): Promise<void> {
      const rows = await world.db
        .selectFrom('point_total')
        .innerJoin('area', 'area.id', 'home_id')
        .select(['member_id', 'period', 'starts', 'slug'])
        .where('member_id', 'in', [...home.keys()])
        .execute();
      const found = rows.map((row) => [`${row.member_id} ${row.period} ${row.starts}`, row.slug]);
      expect(found.sort()).toEqual([...places].map(([name, place]) => [name, place.home]).sort());
    },
  };
}
