import type { Notice, TimelineEntry } from '@five-micro/contract';
import type { Database } from '../db/schema.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import type { Relation } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { isInsider, isVisible, relationsIn } from './lifecycle.ts';
import { claimsOn, type ClaimRecord, type WishRecord } from './statements.ts';
import { type Names, namesFor, spoken } from './view.ts';
import { wishesById } from './lists.ts';

type Visibility = Database['event']['visibility'];

/** Whose step it is. The community's own steps and those of the clock have no name. */
const voices: Record<string, 'wisher' | 'helper' | 'worker' | undefined> = {
  'wish.submitted': 'wisher',
  'wish.edited': 'wisher',
  'wish.withdrawn': 'wisher',
  'wish.confirmed': 'wisher',
  'wish.reopened': 'wisher',
  'wish.claimed': 'helper',
  'wish.released': 'helper',
  'wish.extended': 'helper',
  'wish.fulfilled': 'helper',
  'wish.contact-viewed': 'worker',
};

/** Said to those concerned, not to everyone who reads the timeline. */
const confidential: readonly string[] = ['wish.declined', 'wish.reopened'];

const steps = (db: Db) =>
  db
    .selectFrom('event')
    .leftJoin('event_words', 'event_words.event_id', 'event.id')
    .leftJoin('organisation', 'organisation.id', 'event.organisation_id')
    .select(['event.id', 'event.type', 'event.at', 'event.actor_id', 'event.on_behalf_of', 'event.data', 'event.wish_id'])
    .select(['event_words.words', 'organisation.name as organisation_name']);

const byOf = (step: { type: string; actor_id: string | null; organisation_name: string | null }, names: Names): string | null => {
  const voice = voices[step.type];
  if (voice === 'wisher') return names.wisher;
  if (voice === 'helper') return names.helper(step.actor_id, step.organisation_name);
  return voice === 'worker' && step.actor_id !== null ? names.actor(step.actor_id) : null;
};

/** What this caller may read of what happened. */
function readable(relations: ReadonlySet<Relation>): Visibility[] {
  if (relations.has('worker') || relations.has('officer')) return ['public', 'parties', 'workers'];
  return isInsider(relations) ? ['public', 'parties'] : ['public'];
}

/** A wish's way so far, oldest first: a part of the event table, so it cannot differ from what happened. */
export async function timelineOf(
  context: Context,
  db: Db,
  wish: WishRecord,
  claims: readonly ClaimRecord[],
  page: { after: string; limit: number },
): Promise<TimelineEntry[]> {
  const relations = relationsIn(context.caller, wish, claims);
  const inside = isInsider(relations);
  const rows = await steps(db)
    .where('event.wish_id', '=', wish.id)
    .where('event.visibility', 'in', readable(relations))
    .where('event.id', '>', page.after)
    .orderBy('event.id')
    .limit(page.limit)
    .execute();
  const people = await loadPeople(db, [wish.wisher_id, ...rows.map((row) => row.actor_id)]);
  const names = namesFor(context, people, wish, claims);
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    at: row.at.toISOString(),
    by: byOf(row, names),
    onBehalf: row.on_behalf_of !== null,
    words: inside || !confidential.includes(row.type) ? spoken(row.words, inside) : null,
    dueAt: row.data.dueAt ?? null,
  }));
}

/** What concerns a member, newest first. */
export async function noticesOf(
  context: Context,
  db: Db,
  memberId: string,
  page: { before: string | undefined; limit: number },
): Promise<Notice[]> {
  let query = steps(db)
    .innerJoin('notice', 'notice.event_id', 'event.id')
    .select('notice.seen_at')
    .where('notice.member_id', '=', memberId)
    .orderBy('notice.event_id', 'desc')
    .limit(page.limit);
  if (page.before !== undefined) query = query.where('notice.event_id', '<', page.before);
  const rows = await query.execute();
  const wishIds = [...new Set(rows.flatMap((row) => row.wish_id ?? []))];
  const wishes = wishIds.length === 0 ? [] : await wishesById(db, wishIds);
  const claims = wishIds.length === 0 ? [] : await claimsOn(db, wishIds);
  const people = await loadPeople(db, [...wishes.map((wish) => wish.wisher_id), ...rows.map((row) => row.actor_id)]);
  return rows.map((row) => {
    const wish = wishes.find((one) => one.id === row.wish_id);
    const own = claims.filter((claim) => claim.wish_id === row.wish_id);
    const seen = wish !== undefined && isVisible(context.caller, wish, own, relationsIn(context.caller, wish, own));
    return {
      id: row.id,
      type: row.type,
      at: row.at.toISOString(),
      seen: row.seen_at !== null,
      by: wish ? byOf(row, namesFor(context, people, wish, own)) : null,
      wish: seen
        ? { id: wish.id, title: spoken(wish.title, isInsider(relationsIn(context.caller, wish, own))) ?? '', status: wish.status }
        : null,
      words: row.words,
    };
  });
}

/** Marks notices up to one as seen. */
export const seeNotices = (db: Db, memberId: string, upTo: string, at: Date) =>
  db
    .updateTable('notice')
    .set({ seen_at: at })
    .where('member_id', '=', memberId)
    .where('event_id', '<=', upTo)
    .where('seen_at', 'is', null)
    .execute();

export async function unseenNotices(db: Db, memberId: string): Promise<number> {
  const { n } = await db
    .selectFrom('notice')
    .select((count) => count.fn.countAll<string>().as('n'))
    .where('member_id', '=', memberId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(n);
}
