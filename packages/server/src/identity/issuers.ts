import type { CryptoKey, JWK } from 'jose';
import { type Grant, grants } from './caller.ts';
import { type Algorithm, type Key, type Keys, registeredKeys } from './keys.ts';
import { type KeyPorts, remoteKeys } from './remote-keys.ts';

/** A portal that may say who its users are. */
export interface IssuerConfig {
  iss: string;
  /** Slug of the area that it speaks for, with all below. */
  area: string;
  /** Public keys (ES256, EdDSA). */
  jwks?: { keys: JWK[] };
  /** Where the portal publishes its public keys, which it may change there. */
  jwksUrl?: string;
  /** Shared secrets of at least 32 bytes (HS256): one, and while it is being changed the old one too. */
  secrets?: readonly Uint8Array[];
  /** The roles it is trusted to give, `representative` of organisations among them; by default all. */
  roles?: readonly Grant[];
  /** Origins of its pages, as `https://portal.example`; `http://localhost:*` stands for any port. */
  origins: readonly string[];
}

export interface Issuer {
  iss: string;
  area: string;
  roles: readonly Grant[];
  origins: readonly string[];
  /** Keys for an algorithm and, where the token names one, a key id. */
  keys(algorithm: Algorithm, kid: string | undefined): Promise<readonly (CryptoKey | Uint8Array)[]>;
  /** All of them, for words about them. */
  allKeys(): Promise<readonly Key[]>;
  /** Looks for others, after a token that none of them verifies. Answers whether there are any. */
  renewKeys(algorithm: Algorithm): Promise<boolean>;
}

export interface Issuers {
  get(iss: string): Issuer | undefined;
  all(): readonly Issuer[];
  /** Where pages of any registered issuer come from: a preflight cannot know which. */
  origins(): readonly string[];
}

const systemPorts: KeyPorts = { clock: () => new Date(), fetch: (...request) => globalThis.fetch(...request) };

export async function createIssuers(configs: readonly IssuerConfig[], ports: KeyPorts = systemPorts): Promise<Issuers> {
  const issuers = new Map<string, Issuer>();
  for (const config of configs) {
    if (issuers.has(config.iss)) throw new Error(`The issuer ${config.iss} is registered twice.`);
    issuers.set(config.iss, await issuerFrom(config, ports));
  }
  const origins = [...new Set(configs.flatMap((config) => config.origins))];
  return { get: (iss) => issuers.get(iss), all: () => [...issuers.values()], origins: () => origins };
}

async function issuerFrom(config: IssuerConfig, ports: KeyPorts): Promise<Issuer> {
  const { iss, area, origins, jwksUrl, secrets = [] } = config;
  if (secrets.some((secret) => secret.length < 32)) throw new Error(`The secret of issuer ${iss} has fewer than 32 bytes.`);
  const registered = await registeredKeys(config.jwks?.keys ?? []).catch((error: unknown) => {
    throw new Error(`Issuer ${iss} has ${error instanceof Error ? error.message : 'a bad key'}.`);
  });
  const own: Key[] = [...registered, ...secrets.map((key) => ({ algorithm: 'HS256' as const, kid: undefined, key }))];
  const published: Keys | undefined = jwksUrl === undefined ? undefined : remoteKeys(iss, jwksUrl, ports);
  // A shared secret is never published: a token that claims one is no reason to ask.
  const publishes = (algorithm: Algorithm) => (algorithm === 'HS256' ? undefined : published);
  const forAlgorithm = async (algorithm: Algorithm) =>
    [...own, ...((await publishes(algorithm)?.all()) ?? [])].filter((key) => key.algorithm === algorithm);
  return {
    iss,
    area,
    roles: config.roles ?? grants,
    origins,
    keys: async (algorithm, kid) =>
      (await forAlgorithm(algorithm))
        .filter((key) => kid === undefined || key.kid === undefined || key.kid === kid)
        .map(({ key }) => key),
    allKeys: async () => [...own, ...((await published?.all()) ?? [])],
    renewKeys: async (algorithm) => (await publishes(algorithm)?.renew()) ?? false,
  };
}

/** `http://localhost:*` stands for every port. */
export const originMatches = (pattern: string, origin: string): boolean =>
  pattern === origin ||
  pattern === '*' ||
  (pattern.endsWith(':*') && new RegExp(`^${escape(pattern.slice(0, -2))}(:\\d+)?$`).test(origin));
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
