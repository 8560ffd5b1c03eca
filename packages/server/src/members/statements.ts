import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { namesOf } from '../identity/readings.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';

/** Members who are known by name: neither erased, nor merged into someone else, nor without any. */
const memberRows = (db: Db) =>
  db
    .selectFrom('member')
    .innerJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .leftJoin('affiliation', 'affiliation.member_id', 'member.id')
    .leftJoin('organisation as branch', 'branch.id', 'affiliation.organisation_id')
    .select([
      'member.id',
      'member.root_id',
      'member.area_id',
      'member_profile.name',
      'member_profile.phone',
      'member.registered_by',
      'member.created_at',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'area.path as area_path',
      'branch.slug as branch_slug',
      'branch.name as branch_name',
    ])
    .select(
      sql<number>`(select count(*)::integer from identity where identity.member_id = ${sql.ref('member.id')})`.as('accounts'),
    )
    .where('member.erased_at', 'is', null)
    .where('member.merged_into', 'is', null);
export type MemberRow = Awaited<ReturnType<ReturnType<typeof memberRows>['executeTakeFirstOrThrow']>>;

export const memberById = (db: Db, id: string): Promise<MemberRow | undefined> =>
  memberRows(db).where('member.id', '=', id).executeTakeFirst();

/** What someone is looked for by. Any one of these is enough. */
export interface Sought {
  /** A part of the name, folded for searching. */
  name: string;
  /** The beginning of how the name is read, without tones and spaces: `zengguo`. */
  reading: string | undefined;
  /** Keyed hashes of a phone number's last four digits. */
  tailHashes: readonly string[] | undefined;
}

/**
 * Members at home in the subtree, in the order of their names' readings. Whoever is looked for is found besides
 * where they have no home yet: any worker of the district may look after them.
 */
export function findMembers(
  db: Db,
  area: AreaRow,
  by: { sought: Sought | undefined; after: string | undefined; limit: number },
): Promise<MemberRow[]> {
  const { sought, after } = by;
  let query = memberRows(db)
    .where('member.root_id', '=', area.root_id)
    .where((is) =>
      is.or([
        is('member.area_id', 'in', subtree(db, area.id)),
        ...(sought === undefined ? [] : [is('member.area_id', 'is', null)]),
      ]),
    );
  if (sought !== undefined) {
    query = query.where((is) =>
      is.or([
        is('member_profile.search_name', 'like', `%${escaped(sought.name)}%`),
        ...(sought.reading === undefined ? [] : [sql<boolean>`${plainReading} like ${`${escaped(sought.reading)}%`}`]),
        ...(sought.tailHashes === undefined ? [] : [is('member_profile.phone_tail_hash', 'in', sought.tailHashes)]),
      ]),
    );
  }
  if (after !== undefined) {
    // Only the id stands in a cursor: an address is no place for a name.
    query = query.where(
      sql<boolean>`(member_profile.sort_key, member.id) > (select last.sort_key, last.member_id from member_profile as last where last.member_id = ${after})`,
    );
  }
  return query.orderBy('member_profile.sort_key').orderBy('member.id').limit(by.limit).execute();
}

/** What precedes the name itself in the key, without the digits of tones and what stands between syllables. */
const plainReading = sql<string>`regexp_replace(split_part(member_profile.sort_key, '|', 1), '[^a-z]', '', 'g')`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Whether a page can go on after someone: whoever was erased or merged meanwhile has no place in the order. */
export const isListed = async (db: Db, rootId: number, id: string): Promise<boolean> =>
  (await memberRows(db).where('member.id', '=', id).where('member.root_id', '=', rootId).executeTakeFirst()) !== undefined;

/** Someone without a portal account. No identity row: whoever gets an account later is merged with them by a worker. */
export async function registerMember(
  ports: Ports,
  db: Db,
  worker: MemberCaller,
  area: AreaRow,
  given: { name: string; phone: Uint8Array | null; tailHash: string | null },
  at: Date,
): Promise<string> {
  const id = newId(ports);
  await db
    .insertInto('member')
    .values({
      id,
      root_id: area.root_id,
      area_id: area.id,
      reported_in_at: at,
      registered_by: worker.id,
      not_before: null,
      created_at: at,
    })
    .execute();
  await db
    .insertInto('member_profile')
    .values({ member_id: id, ...namesOf(given.name), phone: given.phone, phone_tail_hash: given.tailHash })
    .execute();
  await db.insertInto('consent').values({ member_id: id }).execute();
  await recordEvent(db, { type: 'member.registered', area, at, visibility: 'workers', actorId: worker.id, onBehalfOf: id });
  return id;
}

/**
 * Holds members until the transaction ends, always in the same order: what they have begun is over, and nothing new
 * begins. Stops at the first who is erased, merged or was never there, and answers their id: nobody may wait for the
 * others while holding someone who was merged, whom a later merge of the other has to lead on.
 */
export async function holdMembers(db: Db, ids: readonly string[]): Promise<string | undefined> {
  for (const id of [...new Set(ids)].sort()) {
    const held = await db
      .selectFrom('member')
      .select('id')
      .where('id', '=', id)
      .where('erased_at', 'is', null)
      .where('merged_into', 'is', null)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!held) return id;
  }
  return undefined;
}

/**
 * Ends every sign-in of someone: a token from before is refused with the next request, an open stream ends within
 * one heartbeat. Undefined where there is nobody of that id any more.
 */
export async function revokeMember(
  db: Db,
  { id, actorId, at }: { id: string; actorId: string | null; at: Date },
): Promise<string | undefined> {
  const revoked = await db
    .updateTable('member')
    .set({ not_before: at })
    .where('id', '=', id)
    .where('erased_at', 'is', null)
    .where('merged_into', 'is', null)
    .returning(['id', 'root_id', 'area_id'])
    .executeTakeFirst();
  if (!revoked) return undefined;
  await recordEvent(db, {
    type: 'member.revoked',
    area: revoked.area_id === null ? null : { id: revoked.area_id, root_id: revoked.root_id },
    rootId: revoked.root_id,
    at,
    visibility: 'parties',
    actorId,
    data: { member: revoked.id },
    notify: [revoked.id],
  });
  return revoked.id;
}

/**
 * Ends every sign-in through a portal. `area` is the slug of the area that it speaks for, where no row says so yet.
 * False where nothing is known of it.
 */
export async function revokeIssuer(db: Db, iss: string, area: string | undefined, at: Date): Promise<boolean> {
  const known = await db.updateTable('issuer').set({ not_before: at }).where('iss', '=', iss).returning('iss').executeTakeFirst();
  if (known) return true;
  const place =
    area === undefined
      ? undefined
      : await db.selectFrom('area').select(['id', 'root_id']).where('slug', '=', area).executeTakeFirst();
  if (!place) return false;
  await db
    .insertInto('issuer')
    .values({ iss, root_id: place.root_id, area_id: place.id, not_before: at })
    .onConflict((conflict) => conflict.column('iss').doUpdateSet({ not_before: at }))
    .execute();
  return true;
}

/** What the card says of someone besides their name. */
export async function standing(db: Db, memberId: string, organisationIds: readonly number[]) {
  const member = await db
    .selectFrom('member')
    .leftJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .leftJoin('affiliation', 'affiliation.member_id', 'member.id')
    .leftJoin('organisation as branch', 'branch.id', 'affiliation.organisation_id')
    .select([
      'member_profile.name',
      'reported_in_at',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
      'branch.slug as branch_slug',
      'branch.name as branch_name',
    ])
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow();
  const helped = await db
    .selectFrom('claim')
    .innerJoin('wish', 'wish.id', 'claim.wish_id')
    .select((count) => count.fn.count<string>('wish.id').distinct().as('n'))
    .where('claim.state', '=', 'done')
    .where('wish.status', 'in', ['confirmed', 'closed'])
    // Help for a wish that turned out to be one's own is nobody's merit.
    .where('wish.wisher_id', '!=', memberId)
    .where((or) =>
      or.or([
        or('claim.member_id', '=', memberId),
        ...(organisationIds.length > 0 ? [or('claim.organisation_id', 'in', [...organisationIds])] : []),
      ]),
    )
    .executeTakeFirstOrThrow();
  const unseen = await db
    .selectFrom('notice')
    .select((count) => count.fn.countAll<string>().as('n'))
    .where('member_id', '=', memberId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { ...member, helped: Number(helped.n), unseen: Number(unseen.n) };
}
