import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../http/problem.ts';
import { createIssuers } from './issuers.ts';
import { verifyToken } from './tokens.ts';

const now = new Date('2026-11-23T02:00:00Z');
const seconds = now.getTime() / 1000;
const audience = 'five-micro';
const iss = 'https://portal.example';

async function portal() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const other = await generateKeyPair('ES256');
  const secret = new TextEncoder().encode('a shared secret of more than thirty-two bytes');
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'one' };
  const neighbouring = await generateKeyPair('ES256');
  const edwards = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const issuers = await createIssuers([
    { iss, area: 'jianye', jwks: { keys: [publicJwk] }, origins: ['https://portal.example'] },
    { iss: 'https://shared.example', area: 'jianye', secrets: [secret], origins: [] },
    {
      iss: 'https://neighbour.example',
      area: 'gulou',
      jwks: { keys: [{ ...(await exportJWK(neighbouring.publicKey)), kid: 'two' }, await exportJWK(edwards.publicKey)] },
      origins: [],
    },
  ]);
  const claims = { iss, sub: 'zhang', aud: audience, iat: seconds, exp: seconds + 900 };
  const sign = (
    changes: Record<string, unknown> = {},
    header: { alg?: string; kid?: string } = {},
    key: Parameters<SignJWT['sign']>[0] = privateKey,
  ) => new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'ES256', kid: 'one', ...header }).sign(key);
  const codeOf = async (token: string) => {
    try {
      await verifyToken(token, issuers, audience, now);
      return 'accepted';
    } catch (error) {
      return error instanceof Refusal ? error.code : error;
    }
  };
  return { sign, codeOf, other, secret, publicJwk, publicKey, neighbouring, edwards, claims };
}

describe('a portal’s token', () => {
  it('is accepted when its issuer signed it for us', async () => {
    const { sign, codeOf } = await portal();
    expect(await codeOf(await sign())).toBe('accepted');
  });

  it('may be off by a minute of clock skew and no more', async () => {
    const { sign, codeOf } = await portal();
    expect(await codeOf(await sign({ iat: seconds - 900, exp: seconds - 50 }))).toBe('accepted');
    expect(await codeOf(await sign({ iat: seconds - 900, exp: seconds - 70 }))).toBe('token.expired');
    expect(await codeOf(await sign({ nbf: seconds + 70 }))).toBe('token.not-yet');
    expect(await codeOf(await sign({ iat: seconds + 300, exp: seconds + 900 }))).toBe('token.not-yet');
  });

  it('may live for an hour at most', async () => {
    const { sign, codeOf } = await portal();
    expect(await codeOf(await sign({ exp: seconds + 3600 }))).toBe('accepted');
    expect(await codeOf(await sign({ exp: seconds + 7200 }))).toBe('token.too-long');
    expect(await codeOf(await sign({ iat: seconds - 7200, exp: seconds + 1800 }))).toBe('token.too-long');
  });

  it('is refused with a code that says why', async () => {
    const { sign, codeOf, other } = await portal();
    expect(await codeOf('no.token')).toBe('token.malformed');
    expect(await codeOf(await sign({ aud: 'someone else' }))).toBe('token.audience');
    expect(await codeOf(await sign({ iss: 'https://unknown.example' }))).toBe('token.issuer');
    expect(await codeOf(await sign({ sub: undefined }))).toBe('token.subject');
    expect(await codeOf(await sign({}, { kid: 'two' }))).toBe('token.key');
    expect(await codeOf(await sign({}, {}, other.privateKey))).toBe('token.signature');
    const [header, , signature] = (await sign()).split('.');
    expect(
      await codeOf(
        `${header}.${btoa(JSON.stringify({ iss, sub: 'someone', aud: audience, exp: seconds + 60 })).replaceAll('=', '')}.${signature}`,
      ),
    ).toBe('token.signature');
  });

  it('cannot choose its own algorithm', async () => {
    const { codeOf, publicJwk, claims } = await portal();
    const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
    for (const alg of ['none', 'None', 'NONE', '', 'ES384', 'RS256', 'HS512', undefined])
      expect(await codeOf(`${part({ alg })}.${part(claims)}.`)).toBe('token.algorithm');
    // The public key's own text as an HMAC secret: the classic confusion.
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(publicJwk)));
    expect(await codeOf(confused)).toBe('token.key');
  });

  it('cannot have its issuer’s public key taken for a secret, in whatever form its bytes are', async () => {
    const { codeOf, publicJwk, publicKey, claims } = await portal();
    const point = Buffer.concat([Buffer.from(publicJwk.x ?? '', 'base64url'), Buffer.from(publicJwk.y ?? '', 'base64url')]);
    const pem = await exportSPKI(publicKey);
    const forms = [pem, pem.trim(), JSON.stringify(publicJwk), publicJwk.x ?? ''].map((text) => new TextEncoder().encode(text));
    const der = Buffer.from(pem.replace(/-----.*-----|\s/g, ''), 'base64');
    for (const bytes of [...forms, der, point, Buffer.concat([Buffer.from([4]), point])]) {
      for (const kid of [undefined, 'one']) {
        const confused = await new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256', ...(kid !== undefined && { kid }) })
          .sign(new Uint8Array(bytes));
        // An issuer with a key pair has no key for this algorithm at all.
        expect(await codeOf(confused)).toBe('token.key');
      }
    }
  });

  it('of one issuer cannot be signed by another, whatever key it names', async () => {
    const { sign, codeOf, neighbouring, edwards, secret, claims } = await portal();
    const neighbour = 'https://neighbour.example';
    expect(await codeOf(await sign({ iss: neighbour }, { kid: 'two' }, neighbouring.privateKey))).toBe('accepted');
    // Their signature under our name: with their key's id, with ours, and without any.
    expect(await codeOf(await sign({}, { kid: 'two' }, neighbouring.privateKey))).toBe('token.key');
    expect(await codeOf(await sign({}, { kid: 'one' }, neighbouring.privateKey))).toBe('token.signature');
    const nameless = (issuer: string, alg: string, key: Parameters<SignJWT['sign']>[0]) =>
      new SignJWT({ ...claims, iss: issuer }).setProtectedHeader({ alg }).sign(key);
    expect(await codeOf(await nameless(iss, 'ES256', neighbouring.privateKey))).toBe('token.signature');
    // Ours under theirs.
    expect(await codeOf(await sign({ iss: neighbour }, { kid: 'one' }))).toBe('token.key');
    expect(await codeOf(await sign({ iss: neighbour }, { kid: 'two' }))).toBe('token.signature');
    // An algorithm that one of them has is none of the other's.
    expect(await codeOf(await nameless(neighbour, 'EdDSA', edwards.privateKey))).toBe('accepted');
    expect(await codeOf(await nameless(iss, 'EdDSA', edwards.privateKey))).toBe('token.key');
    expect(await codeOf(await nameless(iss, 'HS256', secret))).toBe('token.key');
    expect(await codeOf(await nameless('https://shared.example', 'ES256', neighbouring.privateKey))).toBe('token.key');
  });

  it('is for us: not for someone else, nor for nobody in particular', async () => {
    const { sign, codeOf } = await portal();
    for (const aud of ['five-micro-2', 'FIVE-MICRO', '', undefined, [], ['a', 'b']])
      expect(await codeOf(await sign({ aud }))).toBe('token.audience');
    expect(await codeOf(await sign({ aud: ['another', audience] }))).toBe('accepted');
  });

  it('has none of the ways to bring its own key along', async () => {
    const { codeOf, other, claims } = await portal();
    const jwk = await exportJWK(other.publicKey);
    const brought: Record<string, unknown>[] = [
      { jwk },
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/certificate' },
      { crit: ['exp'], exp: seconds },
    ];
    for (const more of brought) {
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', ...more });
      expect(await codeOf(await token.sign(other.privateKey, { crit: { exp: false } }))).toMatch(
        /^token\.(signature|malformed)$/,
      );
    }
  });

  it('that is over is said to be over, whichever of its portal’s keys signed it', async () => {
    const secrets = [1, 2].map((byte) => new Uint8Array(32).fill(byte));
    const issuers = await createIssuers([{ iss, area: 'jianye', secrets, origins: [] }]);
    for (const secret of secrets) {
      const over = await new SignJWT({ iss, sub: 'zhang', aud: audience, iat: seconds - 900, exp: seconds - 300 })
        .setProtectedHeader({ alg: 'HS256' })
        .sign(secret);
      await expect(verifyToken(over, issuers, audience, now)).rejects.toMatchObject({ code: 'token.expired' });
    }
  });

  it('names nobody by half a character, which a database would take for another half', async () => {
    const { sign, codeOf } = await portal();
    expect(await codeOf(await sign({ sub: '\ud83d' }))).toBe('token.subject');
    expect(await codeOf(await sign({ sub: '😀' }))).toBe('accepted');
  });

  it('may be signed with a shared secret where one is registered, and with nothing shorter than 32 bytes', async () => {
    const { codeOf, secret, claims } = await portal();
    const shared = await new SignJWT({ ...claims, iss: 'https://shared.example' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(secret);
    expect(await codeOf(shared)).toBe('accepted');
    await expect(createIssuers([{ iss, area: 'jianye', secrets: [new Uint8Array(31)], origins: [] }])).rejects.toThrow(
      /32 bytes/,
    );
  });
});
