import type { Language, ReportIn, ReportInCheck } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import type { Context } from '../http/route.ts';
import { loadPeople, type People } from '../identity/consents.ts';
import { type Relation, relationsToArea, reportInCan } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import type { ReportInRow } from './statements.ts';

/** A report-in in front of whoever made it. */
export const reportInShown = (row: ReportInRow, language: Language): ReportIn => ({
  id: row.id,
  area: { slug: row.area_slug, name: nameOf({ name: row.area_name, name_en: row.area_name_en }, language) },
  organisation: row.branch_slug !== null && row.branch_name !== null ? { slug: row.branch_slug, name: row.branch_name } : null,
  state: row.state,
  at: row.created_at.toISOString(),
});

/** How the caller stands to a report-in: through the community that it leads to. */
export function relationsToReportIn({ caller }: Pick<Context, 'caller'>, row: ReportInRow): Set<Relation> {
  const relations = relationsToArea(caller, { id: row.area_id, rootId: row.root_id, path: row.area_path });
  if (caller.kind === 'member' && caller.id === row.member_id) relations.add('self');
  return relations;
}

/** Report-ins in front of a worker of the communities that they lead to. */
export async function reportInsChecked(context: Context, db: Db, rows: readonly ReportInRow[]): Promise<ReportInCheck[]> {
  const people = await loadPeople(
    db,
    rows.map((row) => row.member_id),
  );
  return rows.map((row) => checked(context, row, people));
}

function checked(context: Context, row: ReportInRow, people: People): ReportInCheck {
  const { language } = context;
  return {
    ...reportInShown(row, language),
    member: { id: row.member_id, name: people.masked(row.member_id, language) },
    from:
      row.home_slug !== null && row.home_name !== null && row.home_name_en !== null
        ? { slug: row.home_slug, name: nameOf({ name: row.home_name, name_en: row.home_name_en }, language) }
        : null,
    can: row.state === 'waiting' ? reportInCan(relationsToReportIn(context, row)) : [],
  };
}
