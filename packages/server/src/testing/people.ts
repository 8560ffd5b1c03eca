import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createIssuers, type Issuers } from '../identity/issuers.ts';

/** Someone who signs in through a portal. */
export interface Person {
  sub: string;
  name: string;
  /** Slug of the home area. */
  area: string;
  /** `resident`, `worker@east`. */
  roles: readonly string[];
  /** Slugs of the organisations they represent. */
  orgs: readonly string[];
  /** The portal. */
  iss: string;
}

export const audience = 'five-micro-test';

/** Portals that sign tokens, one for each district of the tests. */
export async function createPortals(
  clock: () => Date,
  districts: readonly string[],
): Promise<{ issuers: Issuers; issOf(district: string): string; token(person: Person): Promise<string> }> {
  const keys = new Map<string, CryptoKey>();
  const issOf = (district: string) => `https://portal.${district}.example`;
  const configs = await Promise.all(
    districts.map(async (area) => {
      const { publicKey, privateKey } = await generateKeyPair('ES256');
      keys.set(issOf(area), privateKey);
      return { iss: issOf(area), area, jwks: { keys: [await exportJWK(publicKey)] }, origins: [issOf(area)] };
    }),
  );
  return {
    issuers: await createIssuers(configs),
    issOf,
    token({ sub, name, area, roles, orgs, iss }) {
      const key = keys.get(iss);
      if (!key) throw new Error(`No portal ${iss}.`);
      const now = Math.floor(clock().getTime() / 1000);
      return new SignJWT({ name, area, roles, orgs: orgs.map((slug) => ({ slug, role: 'representative' })) })
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(iss)
        .setSubject(sub)
        .setAudience(audience)
        .setIssuedAt(now)
        .setExpirationTime(now + 3600)
        .sign(key);
    },
  };
}
