import type { ProjectQuery, ProjectStatus } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import type { Db } from '../ports.ts';
import type { Place } from '../wishes/lists.ts';
import { isPublic } from './lifecycle.ts';
import { projectRecords } from './statements.ts';

export interface Wanted {
  area: AreaRow;
  statuses: readonly ProjectStatus[];
  /** Those that are not public: all, or those that one member proposed, or wrote down where they are a worker. */
  unseen: 'all' | { memberId: string; worksIn: readonly number[] };
  order: NonNullable<ProjectQuery['order']>;
  after: Place | undefined;
  limit: number;
}

/** Projects of a subtree, in one of three orders. */
export function listProjects(db: Db, wanted: Wanted) {
  const key = sql.ref<Date>(wanted.order === 'updated' ? 'project.updated_at' : 'project.created_at');
  const down = wanted.order !== 'oldest';
  const { unseen, after } = wanted;
  let query = projectRecords(db)
    .where('project.root_id', '=', wanted.area.root_id)
    .where('project.status', 'in', wanted.statuses)
    // Words that are gone with whoever proposed it: nobody has a use for these in a list.
    .where('project_words.title', 'is not', null)
    .orderBy(key, down ? 'desc' : 'asc')
    .orderBy('project.id', down ? 'desc' : 'asc')
    .limit(wanted.limit);
  // A district is its root: nothing to narrow.
  if (wanted.area.id !== wanted.area.root_id) query = query.where('project.area_id', 'in', subtree(db, wanted.area.id));
  if (unseen !== 'all') {
    const known = wanted.statuses.filter(isPublic);
    query = query.where((is) =>
      is.or([
        ...(known.length > 0 ? [is('project.status', 'in', known)] : []),
        is('project.proposer_id', '=', unseen.memberId),
        is.and([
          is('project.acting_id', '=', unseen.memberId),
          sql<boolean>`area.path && ${sql.val([...unseen.worksIn])}::integer[]`,
        ]),
      ]),
    );
  }
  if (after)
    query = query.where(
      sql<boolean>`(${key}, project.id) ${sql.raw(down ? '<' : '>')} (${after.key}::timestamptz, ${after.id}::uuid)`,
    );
  return query.execute();
}
