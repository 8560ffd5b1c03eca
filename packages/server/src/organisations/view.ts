import type { OrganisationPage, Page, Representative } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import { loadPeople } from '../identity/consents.ts';
import { organisationCan, type Relation, relationsToMember, relationsToOrganisation } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import {
  deedsOf,
  organisationBySlug,
  organisationChildren,
  organisationPath,
  type OrganisationRow,
  representativesOf,
} from './statements.ts';

/** @throws {Refusal} `organisation.unknown` */
export async function organisationNamed(db: Db, slug: string): Promise<OrganisationRow> {
  const row = await organisationBySlug(db, slug);
  if (!row) throw new Refusal('organisation.unknown');
  return row;
}

export const relationsIn = ({ caller }: Pick<Context, 'caller'>, row: OrganisationRow): Set<Relation> =>
  relationsToOrganisation(caller, { id: row.id, place: { id: row.area_id, rootId: row.root_id, path: row.area_path } });

export async function organisationShown(context: Context, db: Db, row: OrganisationRow): Promise<OrganisationPage> {
  const { slug, name, kind } = row;
  return {
    slug,
    name,
    kind,
    area: { slug: row.area_slug, name: nameOf({ name: row.area_name, name_en: row.area_name_en }, context.language) },
    path: await organisationPath(db, row.id),
    children: await organisationChildren(db, row.id),
    deeds: await deedsOf(db, row.id),
    can: organisationCan(relationsIn(context, row)),
  };
}

/** Workers, who have to tell people apart, read the names of those they look after in full; everyone else's are masked. */
export async function representativesShown(context: Context, db: Db, row: OrganisationRow): Promise<Page<Representative>> {
  const rows = await representativesOf(db, row.id);
  const people = await loadPeople(
    db,
    rows.map(({ member_id }) => member_id),
  );
  const items = rows.map(({ member_id: id, origin, since, root_id: rootId, area_id: areaId, area_path: path }) => {
    const masked = people.masked(id, context.language);
    const home = areaId === null || path === null ? null : { id: areaId, rootId, path };
    const looksAfter = relationsToMember(context.caller, { id, rootId, home }).has('worker');
    return { id, origin, since: since.toISOString(), name: looksAfter ? (people.fullName(id) ?? masked) : masked };
  });
  return { items, nextCursor: null };
}
