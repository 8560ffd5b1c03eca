import type { WishStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { sweep } from '../wishes/sweeper.ts';
import { cast, days, type World } from './world.ts';

/** Brings a new wish into a state by the way that people would take. `wanted` helpers are asked for, one has come. */
export async function bringTo(world: World, status: WishStatus, { wanted = 1 } = {}): Promise<string> {
  const { wisher, neighbour, worker, helper } = cast(world);
  const expiring = status === 'expired' ? { wantedBy: new Date(world.now().getTime() + days(1)).toISOString() } : {};
  const { id } = await world.post(wisher, { claimersWanted: wanted, contact: { phone: '13812348000' }, ...expiring });
  const steps: Partial<Record<WishStatus, () => Promise<unknown>>> = {
    declined: () => world.verb('decline', id, worker, { reason: '请再写清楚些' }),
    merged: async () => world.verb('merge', id, worker, { into: (await world.post(neighbour)).id }),
    withdrawn: () => world.verb('withdraw', id, wisher),
  };
  if (status === 'submitted') return id;
  const early = steps[status];
  if (early) {
    await early();
    return id;
  }
  await world.verb('publish', id, worker);
  if (status === 'expired') {
    world.advance(days(2));
    await sweep(world.ports);
    return id;
  }
  if (status === 'open' && wanted === 1) return id;
  await world.verb('claim', id, helper);
  if (status === 'open' || status === 'claimed') return id;
  await world.verb('fulfil', id, helper, { note: '办好了' });
  if (status === 'confirmed') await world.verb('confirm', id, wisher, { rating: 4 });
  if (status === 'closed') await world.verb('close', id, worker, { note: '上门看过' });
  return id;
}

/** What is stored of a wish: the same before and after means that nothing was. */
export async function storedOf(world: World, id: string): Promise<string> {
  const { rows } = await sql<{ stored: string }>`
    select (select jsonb_build_array(
      (select to_jsonb(wish) from wish where id = ${id}::uuid),
      (select to_jsonb(wish_words) from wish_words where wish_id = ${id}::uuid),
      (select jsonb_agg(to_jsonb(claim) order by id) from claim where wish_id = ${id}::uuid),
      (select jsonb_agg(event.id order by id) from event where wish_id = ${id}::uuid)))::text as stored`.execute(world.db);
  return rows[0]?.stored ?? '';
}
