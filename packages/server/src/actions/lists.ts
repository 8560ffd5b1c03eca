import type { ActionStatus, SignUpState } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { below } from '../organisations/statements.ts';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { actionRecords } from './statements.ts';

export interface Wanted {
  area: AreaRow;
  statuses: readonly ActionStatus[];
  /** Without those that are over. */
  notOver: Date | undefined;
  categories: readonly string[] | undefined;
  from: Date | undefined;
  /** Not included. */
  to: Date | undefined;
  /** With a free place that can still be taken at this moment. */
  freeAt: Date | undefined;
  order: 'soonest' | 'newest';
  after: Place | undefined;
  limit: number;
  /** Drafts: all, or those of some organisations, at least one. */
  drafts: 'all' | { organisationIds: readonly number[] };
}

const afterPlace = (after: Place, down: boolean) =>
  sql<boolean>`(action.starts_at, action.id) ${sql.raw(down ? '<' : '>')} (${after.key}::timestamptz, ${after.id}::uuid)`;

/** Actions of a subtree in the order in which they begin. */
export function listActions(db: Db, wanted: Wanted) {
  const { drafts } = wanted;
  const down = wanted.order === 'newest';
  let query = actionRecords(db)
    .where('action.root_id', '=', wanted.area.root_id)
    .where('action.status', 'in', wanted.statuses)
    .orderBy('action.starts_at', down ? 'desc' : 'asc')
    .orderBy('action.id', down ? 'desc' : 'asc')
    .limit(wanted.limit);
  // A district is its root: nothing to narrow.
  if (wanted.area.id !== wanted.area.root_id) query = query.where('action.area_id', 'in', subtree(db, wanted.area.id));
  if (!wanted.statuses.includes('draft')) query = query.where('action.opened_at', 'is not', null);
  else if (drafts !== 'all') {
    query = query.where((is) =>
      is.or([is('action.opened_at', 'is not', null), is('action.organisation_id', 'in', drafts.organisationIds)]),
    );
  }
  if (wanted.notOver) query = query.where('action.ends_at', '>', wanted.notOver);
  if (wanted.categories) query = query.where('action.category', 'in', wanted.categories);
  if (wanted.from) query = query.where('action.starts_at', '>=', wanted.from);
  if (wanted.to) query = query.where('action.starts_at', '<', wanted.to);
  if (wanted.freeAt) {
    query = query
      .where('action.status', '=', 'open')
      .where('action.starts_at', '>', wanted.freeAt)
      .where('action.taken', '<', sql.ref<number>('action.places'));
  }
  if (wanted.after) query = query.where(afterPlace(wanted.after, down));
  return query.execute();
}

/** Actions that others can see, by the day in Shanghai on which they begin. */
export async function countDays(db: Db, area: AreaRow, from: Date, to: Date): Promise<{ day: string; actions: number }[]> {
  let query = db
    .selectFrom('action')
    .select(sql<string>`to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`.as('day'))
    .select(sql<number>`count(*)::integer`.as('actions'))
    .where('root_id', '=', area.root_id)
    .where('opened_at', 'is not', null)
    .where('status', '<>', 'cancelled')
    .where('starts_at', '>=', from)
    .where('starts_at', '<', to)
    .groupBy('day')
    .orderBy('day');
  if (area.id !== area.root_id) query = query.where('area_id', 'in', subtree(db, area.id));
  return query.execute();
}

/** What an organisation and those below it hold, the latest to begin first. */
export function actionsHeld(
  db: Db,
  organisationId: number,
  { unseen, after, limit }: { unseen: boolean; after: Place | undefined; limit: number },
) {
  let query = actionRecords(db)
    .where('action.organisation_id', 'in', below(organisationId))
    .orderBy('action.starts_at', 'desc')
    .orderBy('action.id', 'desc')
    .limit(limit);
  if (!unseen) query = query.where('action.opened_at', 'is not', null);
  if (after) query = query.where(afterPlace(after, true));
  return query.execute();
}

/** What someone signed up for, waited for or came to, the latest to begin first. */
export function actionsOf(
  db: Db,
  memberId: string,
  { states, after, limit }: { states: readonly SignUpState[] | undefined; after: Place | undefined; limit: number },
) {
  let query = actionRecords(db)
    .innerJoin('sign_up', 'sign_up.action_id', 'action.id')
    .where('sign_up.member_id', '=', memberId)
    .orderBy('action.starts_at', 'desc')
    .orderBy('action.id', 'desc')
    .limit(limit);
  if (states && states.length > 0) query = query.where('sign_up.state', 'in', states);
  if (after) query = query.where(afterPlace(after, true));
  return query.execute();
}
