import { sql } from 'kysely';
import { Refusal } from '../http/problem.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';
import { type Caller, type MemberCaller, visitor } from './caller.ts';
import { placeOf } from './claims.ts';
import { refuseErased } from './erased.ts';
import type { Issuer } from './issuers.ts';
import { namesOf } from './readings.ts';
import { mayPrecede, type VerifiedToken, verifyToken } from './tokens.ts';

/**
 * Who asks. A pair (iss, sub) is one member, met for the first time or again; the token's home area is believed at
 * first sight only, its roles each time, as far as its issuer may give them.
 * @throws {Refusal} with a `token.…` code.
 */
export async function resolveCaller(
  ports: Ports,
  authorization: string | null,
): Promise<{ caller: Caller; token: VerifiedToken | undefined }> {
  if (authorization === null) return { caller: visitor, token: undefined };
  const bearer = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization.trim())?.[1];
  if (bearer === undefined) throw new Refusal('token.malformed');
  const token = await verifyToken(bearer, ports.issuers, ports.settings.audience, ports.clock());
  return { caller: await memberOf(ports, token), token };
}

async function memberOf(ports: Ports, token: VerifiedToken): Promise<MemberCaller> {
  const { db } = ports;
  const { claims, authority, home, roles, organisations } = await placeOf(db, token);
  if (organisations.length < claims.organisations.length) sayOnce(ports, token.issuer);
  const residentOf = roles.find(({ role }) => role === 'resident')?.areaId ?? null;
  const known =
    (await findMember(db, token)) ??
    (await meet(ports, token, { rootId: authority.root_id, areaId: home?.id ?? null, residentOf, name: claims.name }));
  await refuseRevoked(db, token, known.not_before);
  if (claims.name !== undefined && claims.name !== known.name) await rename(db, known.id, claims.name);
  if (residentOf !== null && residentOf !== known.resident_of) await noteResidence(db, known.id, residentOf);

  return {
    kind: 'member',
    id: known.id,
    iss: token.issuer.iss,
    sub: token.sub,
    rootId: known.root_id,
    areaId: known.area_id,
    homePath: known.home_path ?? [],
    roles,
    ...(await representation(ports, known, { slugs: organisations, authority: authority.id })),
    expiresAt: token.expiresAt,
  };
}

/** Those of which it was said. As ISSUERS_FILE is read anew they are others. */
const said = new WeakSet<Issuer>();

/** Nobody sees that their portal names people who then stand for nothing: least of all they. */
function sayOnce({ log }: Ports, issuer: Issuer): void {
  if (said.has(issuer)) return;
  said.add(issuer);
  log.error('A portal names representatives and is not registered to: add the role representative, or let it stop.', {
    iss: issuer.iss,
  });
}

export const findMember = (db: Db, token: VerifiedToken) =>
  db
    .selectFrom('identity')
    .innerJoin('member', 'member.id', 'identity.member_id')
    .leftJoin('member_profile', 'member_profile.member_id', 'member.id')
    .leftJoin('area as home', 'home.id', 'member.area_id')
    .select(['member.id', 'member.root_id', 'member.area_id', 'resident_of', 'not_before', 'member_profile.name'])
    .select('home.path as home_path')
    .where('iss', '=', token.issuer.iss)
    .where('sub', '=', token.sub)
    .executeTakeFirst();

interface FirstSight {
  rootId: number;
  areaId: number | null;
  residentOf: number | null;
  name: string | undefined;
}

/** Nobody of that name is known: someone new, or someone whose account was erased since their token was issued. */
async function meet(ports: Ports, token: VerifiedToken, as: FirstSight) {
  await refuseErased(ports, { iss: token.issuer.iss, sub: token.sub }, token.issuedAt);
  return admit(ports, token, as);
}

/** First sight. Two first requests at once end as one member: the loser's rows are undone with its transaction. */
async function admit(ports: Ports, token: VerifiedToken, as: FirstSight) {
  await ports.db.transaction().execute(async (trx) => {
    const id = newId(ports);
    await trx
      .insertInto('member')
      .values({
        id,
        root_id: as.rootId,
        area_id: as.areaId,
        resident_of: as.residentOf,
        reported_in_at: null,
        registered_by: null,
        not_before: null,
        created_at: ports.clock(),
      })
      .execute();
    const won = await trx
      .insertInto('identity')
      .values({ iss: token.issuer.iss, sub: token.sub, member_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .returning('member_id')
      .executeTakeFirst();
    if (won) {
      await trx.insertInto('consent').values({ member_id: id }).execute();
      if (as.name !== undefined) await rename(trx, id, as.name);
    } else {
      await trx.deleteFrom('member').where('id', '=', id).execute();
    }
  });
  const member = await findMember(ports.db, token);
  if (!member) throw new Error('A member who was just admitted is gone.');
  return member;
}

/** Not of someone who is being erased or merged at this moment: their row is waited for. */
const rename = (db: Db, memberId: string, name: string) => {
  const names = namesOf(name);
  return db
    .insertInto('member_profile')
    .columns(['member_id', 'name', 'search_name', 'sort_key'])
    .expression(
      db
        .selectFrom('member')
        .select(['id'])
        .select([names.name, names.search_name, names.sort_key].map((text, at) => sql<string>`${text}::text`.as(`name_${at}`)))
        .where('id', '=', memberId)
        .where('erased_at', 'is', null)
        .where('merged_into', 'is', null)
        .forShare(),
    )
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(names))
    .execute();
};

/** What the portal said last about where they live: kept for ballots on paper, where nobody brings a token. */
const noteResidence = (db: Db, memberId: string, areaId: number) =>
  db
    .updateTable('member')
    .set({ resident_of: areaId })
    .where('id', '=', memberId)
    .where('erased_at', 'is', null)
    .where('merged_into', 'is', null)
    .execute();

/** A token from before the moment that its member or its issuer was revoked is refused (read with every request). */
export async function refuseRevoked(db: Db, token: VerifiedToken, memberNotBefore: Date | null): Promise<void> {
  const issuer = await db.selectFrom('issuer').select('not_before').where('iss', '=', token.issuer.iss).executeTakeFirst();
  const limits = [memberNotBefore, issuer?.not_before].flatMap((limit) => limit ?? []);
  if (limits.some((limit) => mayPrecede(token.issuedAt, limit))) throw new Refusal('token.revoked');
}

interface Representation {
  organisations: { id: number; slug: string; name: string }[];
  tiedTo: number[];
}

/**
 * Organisations that the issuer names, as far as it speaks for their area, or that a worker set; but for those from which
 * a worker withdrew the member. What an issuer says is kept, because nobody may confirm what an organisation did that
 * they once stood for.
 */
async function representation(
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  member: { id: string; root_id: number },
  { slugs, authority }: { slugs: readonly string[]; authority: number },
): Promise<Representation> {
  const rows = await db
    .selectFrom('organisation')
    .innerJoin('area', 'area.id', 'organisation.area_id')
    .leftJoin('representative', (join) =>
      join.onRef('representative.organisation_id', '=', 'organisation.id').on('representative.member_id', '=', member.id),
    )
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'origin', 'withdrawn_at', 'area.path'])
    .where('organisation.root_id', '=', member.root_id)
    .where((is) =>
      is.or([
        ...(slugs.length > 0 ? [is('organisation.slug', 'in', [...slugs])] : []),
        is('representative.member_id', 'is not', null),
      ]),
    )
    .orderBy('organisation.id')
    .execute();
  const isNamed = (row: (typeof rows)[number]) => slugs.includes(row.slug) && row.path.includes(authority);
  const heard = rows.filter((row) => row.origin === null && isNamed(row));
  if (heard.length > 0) {
    await db
      .insertInto('representative')
      .values(heard.map((row) => ({ organisation_id: row.id, member_id: member.id, origin: 'issuer' as const, since: clock() })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return {
    organisations: rows
      .filter((row) => row.withdrawn_at === null && (row.origin === 'worker' || isNamed(row)))
      .map(({ id, slug, name }) => ({ id, slug, name })),
    tiedTo: rows.filter((row) => row.origin !== null || isNamed(row)).map((row) => row.id),
  };
}
