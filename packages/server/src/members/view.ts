import type { Member } from '@five-micro/contract';
import { nameOf } from '../areas/statements.ts';
import type { Context } from '../http/route.ts';
import { maskPhone } from '../identity/names.ts';
import { memberCan } from '../identity/permissions.ts';
import { relationsWith } from './care.ts';
import type { MemberRow } from './statements.ts';

/** A place that a left join may not have found. */
export const placeNamed = (
  row: { area_slug: string | null; area_name: string | null; area_name_en: string | null },
  language: Context['language'],
) =>
  row.area_slug !== null && row.area_name !== null && row.area_name_en !== null
    ? { slug: row.area_slug, name: nameOf({ name: row.area_name, name_en: row.area_name_en }, language) }
    : null;

/** The party branch that someone belongs to, likewise. */
export const branchNamed = ({ branch_slug, branch_name }: { branch_slug: string | null; branch_name: string | null }) =>
  branch_slug !== null && branch_name !== null ? { slug: branch_slug, name: branch_name } : null;

/** A member in front of a worker who looks after them. */
export async function seenByWorker(context: Context, row: MemberRow): Promise<Member> {
  const relations = relationsWith(context, row);
  const theirs = relations.has('worker') && !relations.has('self');
  return {
    id: row.id,
    name: row.name,
    phone: row.phone ? maskPhone(await context.ports.secrets.open(row.phone)) : null,
    area: placeNamed(row, context.language),
    branch: branchNamed(row),
    registeredByWorker: row.registered_by !== null && row.accounts === 0,
    accounts: row.accounts,
    createdAt: row.created_at.toISOString(),
    can: [...memberCan(relations), ...(theirs ? ['post-wish'] : [])],
  };
}
