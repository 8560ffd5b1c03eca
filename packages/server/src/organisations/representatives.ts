import type { Transaction } from 'kysely';
import { recordEvent } from '../db/events.ts';
import type { Database } from '../db/schema.ts';
import { signedIn } from '../http/asked.ts';
import { forbidden } from '../http/dispatch.ts';
import { Refusal } from '../http/problem.ts';
import type { Call, Context } from '../http/route.ts';
import { judge, permissions } from '../identity/permissions.ts';
import type { Db } from '../ports.ts';
import {
  holdOrganisation,
  knownMembers,
  nameRepresentative,
  type OrganisationRow,
  representativeRows,
  withdrawRepresentative,
} from './statements.ts';
import { organisationNamed, relationsIn, representativesShown } from './view.ts';

type Endpoint = 'organisations.representatives' | 'organisations.setRepresentatives';

/** An organisation is public: whoever may not do this is told who could, not that it is not there. */
async function permitted(context: Context, db: Db, name: Endpoint): Promise<OrganisationRow> {
  const row = await organisationNamed(db, context.params['slug'] ?? '');
  if (judge(permissions[name], relationsIn(context, row)) !== 'allowed') throw forbidden(permissions[name]);
  return row;
}

export async function representatives(call: Call<'organisations.representatives'>, db: Db) {
  const row = await permitted(call, db, 'organisations.representatives');
  const shown = await representativesShown(call, db, row);
  // Full names were looked at: the same fact as a search on the desk.
  if (relationsIn(call, row).has('worker')) {
    await recordEvent(db, {
      type: 'members.searched',
      area: { id: row.area_id, root_id: row.root_id },
      at: call.at,
      visibility: 'workers',
      actorId: signedIn(call).id,
      organisationId: row.id,
      data: { count: shown.items.length },
    });
  }
  return shown;
}

/** They as they are now, for whoever may set them now: also where a repeat does nothing else. */
export const representativesSet = async (context: Context, db: Db) =>
  representativesShown(context, db, await permitted(context, db, 'organisations.setRepresentatives'));

/** Names all who may act for it. It holds with everyone's next request, whatever their token says. Answers the slug. */
export async function setRepresentatives(
  call: Call<'organisations.setRepresentatives'>,
  db: Transaction<Database>,
): Promise<string> {
  const row = await permitted(call, db, 'organisations.setRepresentatives');
  const named = [...new Set(call.body.members.map((id) => id.toLowerCase()))];
  // Members before anything of theirs, as everywhere.
  const known = await knownMembers(db, row.root_id, named);
  const fields = call.body.members.flatMap((id, position) =>
    known.has(id.toLowerCase()) ? [] : [{ path: `members.${position}`, code: 'not-an-option' as const }],
  );
  if (fields.length > 0) throw new Refusal('member.unknown', { fields });
  await holdOrganisation(db, row.id);
  const rows = await representativeRows(db, row.id);
  for (const id of named) {
    const before = rows.find((one) => one.member_id === id);
    if (before?.origin === 'worker' && before.withdrawn_at === null) continue;
    // Whose word is needed for it is another worker's. Who represents it already stays named.
    if (id === signedIn(call).id && before?.withdrawn_at !== null) throw new Refusal('member.self');
    await nameRepresentative(db, row.id, id, call.at);
    await tell(call, db, row, 'member.representative-named', id);
  }
  for (const { member_id: id } of rows.filter((one) => one.withdrawn_at === null && !named.includes(one.member_id))) {
    await withdrawRepresentative(db, row.id, id, call.at);
    await tell(call, db, row, 'member.representative-withdrawn', id);
  }
  return row.slug;
}

const tell = (
  call: Context,
  db: Db,
  row: OrganisationRow,
  type: 'member.representative-named' | 'member.representative-withdrawn',
  memberId: string,
) =>
  recordEvent(db, {
    type,
    area: { id: row.area_id, root_id: row.root_id },
    at: call.at,
    visibility: 'parties',
    actorId: signedIn(call).id,
    onBehalfOf: memberId,
    organisationId: row.id,
    data: { member: memberId },
    notify: [memberId],
  });
