import { spawn } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeJwt, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { KitError } from './finding.ts';

/** Everything that a token says. */
export interface Claims extends JWTPayload {
  name?: string;
  area?: string;
  roles?: string[];
  orgs?: { slug: string; role: 'representative' }[];
}

/** Signs what the kit asks for, as the portal would. */
export interface Signer {
  sign(claims: Claims): Promise<string>;
  /** Only of a key that the kit holds itself: tokens that a thief would try. */
  forge?: {
    /** The same algorithm, a key that nobody registered. */
    otherKey(claims: Claims): Promise<string>;
    /** HS256 with the published public key as its secret; undefined where the key is a secret anyway. */
    publicKeyAsSecret?: (claims: Claims) => Promise<string>;
  };
}

type Algorithm = 'ES256' | 'EdDSA' | 'HS256';

/** A key of the issuer that the tested server has registered: a private JWK, a PEM (PKCS 8), or a secret in base64. */
export async function keySigner(path: string): Promise<Signer> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new KitError(`The key ${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  const jwk = jwkIn(text, path);
  const algorithm = algorithmOf(jwk, path);
  const key = await importJWK(jwk, algorithm);
  const signed = (claims: Claims, by: Parameters<SignJWT['sign']>[0], alg: Algorithm) =>
    new SignJWT(claims).setProtectedHeader({ alg, ...(jwk.kid !== undefined && { kid: jwk.kid }) }).sign(by);
  return {
    sign: (claims) => signed(claims, key, algorithm),
    forge: {
      async otherKey(claims) {
        if (algorithm === 'HS256') return signed(claims, crypto.getRandomValues(new Uint8Array(32)), algorithm);
        const other = await generateKeyPair(algorithm, algorithm === 'EdDSA' ? { crv: 'Ed25519' } : {});
        return signed(claims, other.privateKey, algorithm);
      },
      ...(algorithm !== 'HS256' && {
        publicKeyAsSecret: (claims: Claims) => signed(claims, publicPemOf(jwk), 'HS256'),
      }),
    },
  };
}

function jwkIn(text: string, path: string): JWK {
  try {
    if (text.trimStart().startsWith('{')) {
      const jwk: JWK = JSON.parse(text);
      return jwk;
    }
    if (text.includes('-----BEGIN')) return createPrivateKey(text).export({ format: 'jwk' });
  } catch {
    throw new KitError(`The key ${path} is neither a private JWK nor a PEM of a private key.`);
  }
  return { kty: 'oct', k: Buffer.from(text.trim(), 'base64').toString('base64url') };
}

function algorithmOf(jwk: JWK, path: string): Algorithm {
  if (jwk.kty === 'oct') return 'HS256';
  if (jwk.d === undefined) throw new KitError(`The key ${path} is a public one: the kit signs tokens with the private one.`);
  if (jwk.kty === 'EC' && jwk.crv === 'P-256') return 'ES256';
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519') return 'EdDSA';
  throw new KitError(`The key ${path} is neither P-256 (ES256) nor Ed25519 (EdDSA) nor a secret (HS256).`);
}

const publicPemOf = ({ d: _private, ...jwk }: JWK): Uint8Array =>
  new TextEncoder().encode(createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString());

/** A command of the portal's own that reads claims as JSON and prints a token. */
export const commandSigner = (command: string): Signer => ({
  async sign(claims) {
    const token = (await output(command, JSON.stringify(claims))).trim();
    if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
      throw new KitError('The token command did not print a token, but something else.');
    return token;
  },
});

function output(command: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'pipe'] });
    let [said, complained] = ['', ''];
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      complained += String(chunk);
    });
    child.on('error', (error) => reject(new KitError(`The token command cannot be run: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new KitError(`The token command ended with ${code}: ${complained.trim().split('\n').at(-1) ?? ''}`));
    });
    // A command that does not read what it is told is found out by what it signs.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Whether a token says what was asked for: a portal's own signer may have a mind of its own. */
export function saysWhatWasAsked(token: string, claims: Claims): boolean {
  const payload = decodeJwt(token);
  return ['iss', 'sub', 'aud', 'iat', 'exp', 'nbf', 'area', 'roles'].every(
    (name) => JSON.stringify(payload[name]) === JSON.stringify(claims[name]),
  );
}

/** The same claims under a header that says that nobody signed them (RFC 7519, 6). */
export function unsigned(claims: Claims): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
}

/** Other claims over a signature that was made for somebody. */
export function altered(token: string, claims: Claims): string {
  const [header = '', , signature = ''] = token.split('.');
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}
