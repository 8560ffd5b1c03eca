import type { Consents } from '@five-micro/contract';
import { sql } from 'kysely';
import { type AreaRow, subtree } from '../areas/statements.ts';
import { recordEvent } from '../db/events.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { foldForSearch } from '../identity/names.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';

/**
 * 网上报到. To one's home, or as the first home, it is done at once; anywhere else it waits for a worker's check,
 * as a home decides where one may post and vote. Reporting in twice changes nothing. Answers the report-in's id.
 */
export async function reportIn(ports: Ports, db: Db, caller: MemberCaller, area: AreaRow, at: Date): Promise<string> {
  const member = await db
    .selectFrom('member')
    .select('area_id')
    .where('id', '=', caller.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const done = member.area_id === null || member.area_id === area.id;
  const made = await db
    .insertInto('report_in')
    .values({ id: newId(ports), member_id: caller.id, area_id: area.id, state: done ? 'done' : 'waiting', created_at: at })
    .onConflict((conflict) => conflict.columns(['member_id', 'area_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) {
    const earlier = await db
      .selectFrom('report_in')
      .select('id')
      .where('member_id', '=', caller.id)
      .where('area_id', '=', area.id)
      .executeTakeFirstOrThrow();
    return earlier.id;
  }
  if (done) {
    await db
      .updateTable('member')
      .set({ area_id: area.id, reported_in_at: sql`coalesce(reported_in_at, ${at})` })
      .where('id', '=', caller.id)
      .execute();
  }
  await recordEvent(db, {
    type: 'member.reported-in',
    area,
    at,
    visibility: 'workers',
    actorId: caller.id,
    data: { value: done ? 'done' : 'waiting' },
  });
  return made.id;
}

export const reportInOf = (db: Db, id: string) =>
  db.selectFrom('report_in').select(['area_id', 'state', 'created_at']).where('id', '=', id).executeTakeFirstOrThrow();

const memberRows = (db: Db) =>
  db
    .selectFrom('member')
    .innerJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .select([
      'member.id',
      'member_profile.name',
      'member_profile.phone',
      'member.registered_by',
      'member.created_at',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
    ]);
export type MemberRow = Awaited<ReturnType<typeof memberById>>;

export const memberById = (db: Db, id: string) => memberRows(db).where('member.id', '=', id).executeTakeFirstOrThrow();

/** Members whose home lies in the subtree, newest first; `tailHash` is the keyed hash of a phone number's last four digits. */
export function findMembers(
  db: Db,
  area: AreaRow,
  by: {
    name: string | undefined;
    tailHash: string | undefined;
    after: { createdAt: Date; id: string } | undefined;
    limit: number;
  },
) {
  let query = memberRows(db).where('member.area_id', 'in', subtree(db, area.id));
  if (by.name !== undefined) {
    const { name, tailHash } = by;
    query = query.where((or) =>
      or.or([
        or('member_profile.search_name', 'like', `%${name.replace(/[\\%_]/g, '\\$&')}%`),
        ...(tailHash === undefined ? [] : [or('member_profile.phone_tail_hash', '=', tailHash)]),
      ]),
    );
  }
  if (by.after) {
    const { createdAt, id } = by.after;
    query = query.where(sql<boolean>`(member.created_at, member.id) < (${createdAt}, ${id})`);
  }
  return query.orderBy('member.created_at', 'desc').orderBy('member.id', 'desc').limit(by.limit).execute();
}

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
    .values({
      member_id: id,
      name: given.name,
      search_name: foldForSearch(given.name),
      phone: given.phone,
      phone_tail_hash: given.tailHash,
    })
    .execute();
  await db.insertInto('consent').values({ member_id: id }).execute();
  await recordEvent(db, { type: 'member.registered', area, at, visibility: 'workers', actorId: worker.id, onBehalfOf: id });
  return id;
}

/** What the card says of someone besides their name. */
export async function standing(db: Db, memberId: string, organisationIds: readonly number[]) {
  const member = await db
    .selectFrom('member')
    .leftJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area', 'area.id', 'member.area_id')
    .select([
      'member_profile.name',
      'reported_in_at',
      'area.slug as area_slug',
      'area.name as area_name',
      'area.name_en as area_name_en',
    ])
    .where('member.id', '=', memberId)
    .executeTakeFirstOrThrow();
  const helped = await db
    .selectFrom('claim')
    .innerJoin('wish', 'wish.id', 'claim.wish_id')
    .select((count) => count.fn.count<string>('wish.id').distinct().as('n'))
    .where('claim.state', '=', 'done')
    .where('wish.status', 'in', ['confirmed', 'closed'])
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

export const consentRow = (db: Db, memberId: string) =>
  db
    .selectFrom('consent')
    .select(['wish_author', 'helper', 'photos', 'star', 'ranking'])
    .where('member_id', '=', memberId)
    .executeTakeFirst();

/** Changes what others see, and keeps each change as an event. Wishes on screen somewhere are asked for anew. */
export async function changeConsents(
  db: Db,
  member: MemberCaller,
  change: { [K in keyof Consents]?: Consents[K] | undefined },
  at: Date,
): Promise<void> {
  const before = await db
    .selectFrom('consent')
    .selectAll()
    .where('member_id', '=', member.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const current: Consents = {
    wishAuthor: before.wish_author,
    helper: before.helper,
    photos: before.photos,
    star: before.star,
    ranking: before.ranking,
  };
  const next: Consents = {
    wishAuthor: change.wishAuthor ?? current.wishAuthor,
    helper: change.helper ?? current.helper,
    photos: change.photos ?? current.photos,
    star: change.star ?? current.star,
    ranking: change.ranking ?? current.ranking,
  };
  await db
    .updateTable('consent')
    .set({ wish_author: next.wishAuthor, helper: next.helper, photos: next.photos, star: next.star, ranking: next.ranking })
    .where('member_id', '=', member.id)
    .execute();
  const changed = surfaces.filter((surface) => next[surface] !== current[surface]);
  if (changed.length === 0) return;
  // Public and without a name: pages that show something of theirs have to ask again, wherever it hangs.
  for (const area of await areasOf(db, member)) {
    for (const surface of changed) {
      await recordEvent(db, {
        type: 'consent.changed',
        area,
        rootId: member.rootId,
        at,
        actorId: member.id,
        data: { surface, value: String(next[surface]) },
      });
    }
  }
}

const surfaces = ['wishAuthor', 'helper', 'photos', 'star', 'ranking'] as const;

/** Home, and wherever they have wished or helped. */
async function areasOf(db: Db, member: MemberCaller): Promise<({ id: number; root_id: number } | null)[]> {
  const rows = await db
    .selectFrom('wish')
    .select(['area_id', 'root_id'])
    .distinct()
    .where((or) =>
      or.or([
        or('wisher_id', '=', member.id),
        or('id', 'in', or.selectFrom('claim').select('wish_id').where('member_id', '=', member.id)),
      ]),
    )
    .execute();
  const ids = new Set(rows.map((row) => row.area_id));
  if (member.areaId !== null) ids.add(member.areaId);
  return ids.size === 0 ? [null] : [...ids].map((id) => ({ id, root_id: member.rootId }));
}
