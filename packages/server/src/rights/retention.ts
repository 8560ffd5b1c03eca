import type { WishStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { recordEvent } from '../db/events.ts';
import type { Db } from '../ports.ts';

/** Days after its end for which a wish's contact details are kept where no area says otherwise. */
export const usualContactDays = 30;

/** Statuses in which nobody needs to call or visit any more. */
const ended: readonly WishStatus[] = ['confirmed', 'closed', 'withdrawn', 'expired', 'merged', 'declined'];

/**
 * Deletes contact details of up to `most` wishes that ended longer ago than their area keeps them, each with an
 * event. One statement finds and deletes: wishes that someone holds are met again the next time, and of several
 * processes none takes what another has. Answers how many.
 */
export async function expireContacts(db: Db, at: Date, most: number): Promise<number> {
  const { rows } = await sql<{ wish_id: string; area_id: number; root_id: number }>`
    with due as (
      select wish.id, wish.area_id, wish.root_id
      from wish_contact
      join wish on wish.id = wish_contact.wish_id
      join area on area.id = wish.area_id
      where wish.status = any(${sql.val([...ended])}::text[])
        and coalesce(wish.ended_at, wish.updated_at) <= ${at}::timestamptz - make_interval(days => coalesce((
          -- As with every setting: the nearest area that says something, from the wish's own up to the district.
          select (above.settings -> 'retention' ->> 'contactDays')::integer
          from area above
          where above.id = any(area.path) and above.settings -> 'retention' ->> 'contactDays' is not null
          order by array_length(above.path, 1) desc
          limit 1
        ), ${usualContactDays}::integer))
      order by wish.id
      limit ${most}
      for update of wish skip locked
    )
    delete from wish_contact using due
    where wish_contact.wish_id = due.id
    returning wish_contact.wish_id, due.area_id, due.root_id`.execute(db);
  for (const { wish_id: wishId, area_id: id, root_id } of rows)
    await recordEvent(db, { type: 'wish.contact-expired', area: { id, root_id }, at, wishId, visibility: 'workers' });
  return rows.length;
}
