import { importJWK, type CryptoKey, type JWK } from 'jose';
import { type Role, roles } from './caller.ts';

/** The algorithms that tokens may be signed with; each key is bound to one of them. */
export const algorithms = ['ES256', 'EdDSA', 'HS256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** A portal that may say who its users are. */
export interface IssuerConfig {
  iss: string;
  /** Slug of the area that it speaks for, with all below. */
  area: string;
  /** Public keys (ES256, EdDSA). */
  jwks?: { keys: JWK[] };
  /** A shared secret of at least 32 bytes (HS256). */
  secret?: Uint8Array;
  /** The roles it is trusted to give; by default all. */
  roles?: readonly Role[];
  /** Origins of its pages, as `https://portal.example`; `http://localhost:*` stands for any port. */
  origins: readonly string[];
}

export interface Issuer {
  iss: string;
  area: string;
  roles: readonly Role[];
  origins: readonly string[];
  /** Keys for an algorithm and, where the token names one, a key id. */
  keys(algorithm: Algorithm, kid: string | undefined): readonly (CryptoKey | Uint8Array)[];
}

export interface Issuers {
  get(iss: string): Issuer | undefined;
  /** Where pages of any registered issuer come from: a preflight cannot know which. */
  origins(): readonly string[];
}

export async function createIssuers(configs: readonly IssuerConfig[]): Promise<Issuers> {
  const issuers = new Map<string, Issuer>();
  for (const config of configs) issuers.set(config.iss, await issuerFrom(config));
  const origins = [...new Set(configs.flatMap((config) => config.origins))];
  return { get: (iss) => issuers.get(iss), origins: () => origins };
}

async function issuerFrom(config: IssuerConfig): Promise<Issuer> {
  if (config.secret && config.secret.length < 32) throw new Error(`The secret of issuer ${config.iss} has fewer than 32 bytes.`);
  const keys: { algorithm: Algorithm; kid: string | undefined; key: CryptoKey | Uint8Array }[] = [];
  for (const jwk of config.jwks?.keys ?? []) {
    const algorithm = algorithmOf(jwk);
    if (!algorithm) throw new Error(`Issuer ${config.iss} has a key that is neither P-256 nor Ed25519.`);
    keys.push({ algorithm, kid: jwk.kid, key: await importJWK(publicPart(jwk), algorithm) });
  }
  if (config.secret) keys.push({ algorithm: 'HS256', kid: undefined, key: config.secret });
  return {
    iss: config.iss,
    area: config.area,
    roles: config.roles ?? roles,
    origins: config.origins,
    keys: (algorithm, kid) =>
      keys
        .filter((entry) => entry.algorithm === algorithm && (kid === undefined || entry.kid === undefined || entry.kid === kid))
        .map((entry) => entry.key),
  };
}

/** What a key is decides what it may verify; what its owner wrote into `alg` does not. */
function algorithmOf(jwk: JWK): Algorithm | undefined {
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return 'EdDSA';
  return undefined;
}

function publicPart({ d: _private, ...jwk }: JWK): JWK {
  return jwk;
}

/** `http://localhost:*` stands for every port. */
export const originMatches = (pattern: string, origin: string): boolean =>
  pattern === origin ||
  pattern === '*' ||
  (pattern.endsWith(':*') && new RegExp(`^${escape(pattern.slice(0, -2))}(:\\d+)?$`).test(origin));
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
