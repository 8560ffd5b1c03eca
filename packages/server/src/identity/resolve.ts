import type { JWTPayload } from 'jose';
import { Refusal } from '../http/problem.ts';
import { newId } from '../ids.ts';
import type { Db, Ports } from '../ports.ts';
import { type Caller, type MemberCaller, type Role, roles as allRoles, visitor } from './caller.ts';
import { foldForSearch } from './names.ts';
import { type VerifiedToken, verifyToken } from './tokens.ts';

interface AreaFacts {
  id: number;
  slug: string;
  root_id: number;
  path: number[];
}

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
  const claims = readClaims(token.payload);
  const slugs = [
    ...new Set([token.issuer.area, claims.area, ...claims.roles.map((role) => role.area)].filter((slug) => slug !== undefined)),
  ];
  const areas: AreaFacts[] = await db
    .selectFrom('area')
    .select(['id', 'slug', 'root_id', 'path'])
    .where('slug', 'in', slugs)
    .execute();
  const authority = areas.find((area) => area.slug === token.issuer.area);
  if (!authority) throw new Refusal('token.area');
  const within = (slug: string | undefined) => areas.find((area) => area.slug === slug && area.path.includes(authority.id));
  const home = within(claims.area);
  if (claims.area !== undefined && !home) throw new Refusal('token.area');

  const known =
    (await findMember(db, token)) ??
    (await admit(ports, token, { rootId: authority.root_id, areaId: home?.id ?? null, name: claims.name }));
  await refuseRevoked(db, token, known.not_before);
  if (claims.name !== undefined && claims.name !== known.name) await rename(db, known.id, claims.name);

  return {
    kind: 'member',
    id: known.id,
    iss: token.issuer.iss,
    sub: token.sub,
    rootId: known.root_id,
    areaId: known.area_id,
    roles: claims.roles.flatMap(({ role, area }) => {
      const scope = within(area ?? claims.area);
      return scope && token.issuer.roles.includes(role) ? [{ role, areaId: scope.id, slug: scope.slug }] : [];
    }),
    organisations: await representedBy(db, known.id, known.root_id, claims.organisations),
    expiresAt: token.expiresAt,
  };
}

const isSlug = (text: string) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);

interface Claims {
  name: string | undefined;
  area: string | undefined;
  roles: { role: Role; area: string | undefined }[];
  organisations: string[];
}

/** What a token says beyond its registered claims; what is not of the right shape was not said. */
function readClaims(payload: JWTPayload): Claims {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const plain = (value: unknown) => (typeof value === 'string' ? value.replace(/[\u0000-\u001f\u007f]/g, ' ').trim() : '');
  const name = plain(payload['name']).slice(0, 100);
  const area = plain(payload['area']);
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 50) : []);
  return {
    name: name === '' ? undefined : name,
    // What is no slug names no area, which is refused like any other unknown one.
    area: area === '' ? undefined : area.slice(0, 63),
    roles: list(payload['roles']).flatMap((entry) => {
      const [given, scope] = typeof entry === 'string' ? entry.split('@') : [];
      const role = allRoles.find((known) => known === given);
      return role && (scope === undefined || isSlug(scope)) ? [{ role, area: scope }] : [];
    }),
    organisations: list(payload['orgs']).flatMap((entry) =>
      typeof entry === 'object' &&
      entry !== null &&
      'slug' in entry &&
      typeof entry.slug === 'string' &&
      isSlug(entry.slug) &&
      'role' in entry &&
      entry.role === 'representative'
        ? [entry.slug]
        : [],
    ),
  };
}

const findMember = (db: Db, token: VerifiedToken) =>
  db
    .selectFrom('identity')
    .innerJoin('member', 'member.id', 'identity.member_id')
    .leftJoin('member_profile', 'member_profile.member_id', 'member.id')
    .select(['member.id', 'root_id', 'area_id', 'not_before', 'name'])
    .where('iss', '=', token.issuer.iss)
    .where('sub', '=', token.sub)
    .executeTakeFirst();

/** First sight. Two first requests at once end as one member: the loser's rows are undone with its transaction. */
async function admit(
  ports: Ports,
  token: VerifiedToken,
  as: { rootId: number; areaId: number | null; name: string | undefined },
) {
  await ports.db.transaction().execute(async (trx) => {
    const id = newId(ports);
    await trx
      .insertInto('member')
      .values({
        id,
        root_id: as.rootId,
        area_id: as.areaId,
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

const rename = (db: Db, memberId: string, name: string) =>
  db
    .insertInto('member_profile')
    .values({ member_id: memberId, name, search_name: foldForSearch(name), phone: null, phone_tail_hash: null })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ name, search_name: foldForSearch(name) }))
    .execute();

/** A token from before the moment that its member or its issuer was revoked is refused (read with every request). */
async function refuseRevoked(db: Db, token: VerifiedToken, memberNotBefore: Date | null): Promise<void> {
  const issuer = await db.selectFrom('issuer').select('not_before').where('iss', '=', token.issuer.iss).executeTakeFirst();
  const limits = [memberNotBefore, issuer?.not_before].flatMap((limit) => (limit ? [limit.getTime()] : []));
  if (limits.some((limit) => (token.issuedAt ?? 0) * 1000 < limit)) throw new Refusal('token.revoked');
}

/** Organisations that the issuer names, or that were set here. */
const representedBy = (db: Db, memberId: string, rootId: number, slugs: string[]) =>
  db
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.slug', 'organisation.name'])
    .where('root_id', '=', rootId)
    .where((or) =>
      or.or([
        ...(slugs.length > 0 ? [or('organisation.slug', 'in', slugs)] : []),
        or('organisation.id', 'in', or.selectFrom('representative').select('organisation_id').where('member_id', '=', memberId)),
      ]),
    )
    .orderBy('organisation.id')
    .execute();
