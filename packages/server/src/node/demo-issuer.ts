import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { IssuerConfig } from '../identity/issuers.ts';
import * as z from 'zod/mini';
import { readOrMake } from './once-file.ts';

export const demoIssuerName = 'urn:five-micro:demo';

export interface DemoToken {
  sub: string;
  /** Slug of the home area. */
  area?: string | undefined;
  /** `resident`, `worker@yikang`. */
  roles: readonly string[];
  name?: string | undefined;
  /** Slugs of the organisations that the person represents. */
  orgs?: readonly string[];
  /** Seconds; at most an hour is believed. */
  ttl?: number;
}

/** Stands in for a portal's own login while someone tries things out on their own machine. */
export interface DemoIssuer {
  config: IssuerConfig;
  sign(token: DemoToken): Promise<string>;
}

const privateKey = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() });

/** Its key lies in the data folder and is made once, by whoever needs it first. */
export async function openDemoIssuer(dataDir: string, audience: string): Promise<DemoIssuer> {
  const text = await readOrMake(join(dataDir, 'demo-issuer.json'), async () => {
    const pair = await generateKeyPair('ES256', { extractable: true });
    return JSON.stringify(await exportJWK(pair.privateKey));
  });
  const jwk: JWK = privateKey.parse(JSON.parse(text.toString()));
  const key = await importJWK(jwk, 'ES256');
  return {
    config: {
      iss: demoIssuerName,
      area: 'jianye',
      jwks: { keys: [jwk] },
      origins: ['http://localhost:*', 'http://127.0.0.1:*', 'http://[::1]:*'],
    },
    sign: ({ sub, area, roles, name, orgs = [], ttl = 3600 }) =>
      new SignJWT({
        roles,
        ...(area !== undefined && { area }),
        ...(name !== undefined && { name }),
        ...(orgs.length > 0 && { orgs: orgs.map((slug) => ({ slug, role: 'representative' })) }),
      })
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(demoIssuerName)
        .setSubject(sub)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + ttl)
        .sign(key),
  };
}
