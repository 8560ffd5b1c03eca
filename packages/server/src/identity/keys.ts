import { type CryptoKey, importJWK, type JWK } from 'jose';

/** The algorithms that tokens may be signed with; each key is bound to one of them. */
export const algorithms = ['ES256', 'EdDSA', 'HS256'] as const;
export type Algorithm = (typeof algorithms)[number];

/** One key of an issuer. */
export interface Key {
  algorithm: Algorithm;
  /** Its id, where its owner gave it one. */
  kid: string | undefined;
  key: CryptoKey | Uint8Array;
}

/** Where an issuer's keys come from. */
export interface Keys {
  all(): Promise<readonly Key[]>;
  /**
   * Looks for others, because a token was signed with none of these; not more often than is fair to the portal.
   * @returns whether there are others now.
   */
  renew(): Promise<boolean>;
}

/** What a key is decides what it may verify; what its owner wrote into `alg` does not. */
function algorithmOf(jwk: JWK): Algorithm | undefined {
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return 'EdDSA';
  return undefined;
}

/** A private key in a public set is its owner's mistake, and none of our business. */
const publicPart = ({ d: _private, ...jwk }: JWK): JWK => jwk;

async function keyOf(jwk: JWK): Promise<Key | undefined> {
  const algorithm = algorithmOf(jwk);
  return algorithm && { algorithm, kid: jwk.kid, key: await importJWK(publicPart(jwk), algorithm) };
}

/** Keys that were registered one by one: each has to be one that we can use. @throws {Error} */
export async function registeredKeys(jwks: readonly JWK[]): Promise<Key[]> {
  return Promise.all(
    jwks.map(async (jwk) => {
      const key = await keyOf(jwk).catch(() => undefined);
      if (!key) throw new Error('a key that is neither P-256 nor Ed25519, or not whole');
      return key;
    }),
  );
}

/** A published set may hold keys for others as well (RSA, encryption, a shared secret by mistake): those are left alone. */
export async function publishedKeys(jwks: readonly JWK[]): Promise<Key[]> {
  const signing = jwks.filter(({ use }) => use === undefined || use === 'sig');
  const keys = await Promise.all(signing.map((jwk) => keyOf(jwk).catch(() => undefined)));
  return keys.flatMap((key) => key ?? []);
}
