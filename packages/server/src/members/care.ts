import { signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Context } from '../http/route.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { judge, permissions, type Relation, relationsToMember, type Rule } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import { memberById, type MemberRow } from './statements.ts';

/**
 * Whoever is a worker nowhere is refused before anything is looked up, so that the answer says nothing about whether
 * it is there.
 * @throws {Refusal} `auth.forbidden`
 */
export function demandWorker(context: Pick<Context, 'caller'>, rule: Rule): MemberCaller {
  const caller = signedIn(context);
  if (!caller.roles.some(({ role }) => role === 'worker')) throw forbidden(rule);
  return caller;
}

/** How the caller stands to a member: through where the member is at home. */
export function relationsWith({ caller }: Pick<Context, 'caller'>, row: MemberRow): Set<Relation> {
  const { id, root_id: rootId, area_id: areaId, area_path: path } = row;
  return relationsToMember(caller, { id, rootId, home: areaId === null || path === null ? null : { id: areaId, rootId, path } });
}

/** A member whom this worker looks after; undefined for everyone else, who is not there for them. */
export async function memberInSight(context: Pick<Context, 'caller'>, db: Db, id: string): Promise<MemberRow | undefined> {
  const row = await memberById(db, id);
  return row && relationsWith(context, row).has('worker') ? row : undefined;
}

/**
 * The member that the path names, where the table lets this worker act on them.
 * @throws {Refusal} `auth.forbidden`, `member.unknown`, `member.self`
 */
export async function memberToActOn(
  context: Context,
  db: Db,
  name: 'members.get' | 'members.merge' | 'members.revoke',
): Promise<MemberRow> {
  const rule = permissions[name];
  demandWorker(context, rule);
  const row = await memberInSight(context, db, context.params['id'] ?? '');
  if (!row) throw new Refusal('member.unknown');
  const verdict = judge(rule, relationsWith(context, row));
  if (typeof verdict === 'object') throw new Refusal(verdict.forbidden);
  return row;
}
