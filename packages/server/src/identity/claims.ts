import type { JWTPayload } from 'jose';
import { Refusal } from '../http/problem.ts';
import type { Db } from '../ports.ts';
import { type Role, roles as allRoles } from './caller.ts';
import type { VerifiedToken } from './tokens.ts';

const isSlug = (text: string) => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);

/** What a token says beyond its registered claims. */
export interface Claims {
  name: string | undefined;
  area: string | undefined;
  roles: { role: Role; area: string | undefined }[];
  organisations: string[];
}

/** What is not of the right shape was not said. */
export function readClaims(payload: JWTPayload): Claims {
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

interface AreaFacts {
  id: number;
  slug: string;
  root_id: number;
  path: number[];
}

/** Where a token puts its member, and which of its roles its issuer may give. */
export interface Place {
  claims: Claims;
  /** The area that the issuer speaks for. */
  authority: AreaFacts;
  home: AreaFacts | undefined;
  roles: { role: Role; areaId: number; slug: string }[];
  /** Slugs of the organisations that it says they stand for: none where its issuer has no say in that. */
  organisations: string[];
}

/** @throws {Refusal} `token.area`, where an area does not exist or is not below the issuer's. */
export async function placeOf(db: Db, { issuer, payload }: Pick<VerifiedToken, 'issuer' | 'payload'>): Promise<Place> {
  const claims = readClaims(payload);
  const slugs = [
    ...new Set([issuer.area, claims.area, ...claims.roles.map((role) => role.area)].filter((slug) => slug !== undefined)),
  ];
  const areas: AreaFacts[] = await db
    .selectFrom('area')
    .select(['id', 'slug', 'root_id', 'path'])
    .where('slug', 'in', slugs)
    .execute();
  const refuse = (area: string) => new Refusal('token.area', { params: { area, of: issuer.area } });
  const authority = areas.find((area) => area.slug === issuer.area);
  if (!authority) throw refuse(issuer.area);
  const within = (slug: string | undefined) => areas.find((area) => area.slug === slug && area.path.includes(authority.id));
  const home = within(claims.area);
  if (claims.area !== undefined && !home) throw refuse(claims.area);

  const roles = claims.roles.flatMap(({ role, area }) => {
    const scope = within(area ?? claims.area);
    return scope && issuer.roles.includes(role) ? [{ role, areaId: scope.id, slug: scope.slug }] : [];
  });
  const organisations = issuer.roles.includes('representative') ? claims.organisations : [];
  return { claims, authority, home, roles, organisations };
}
