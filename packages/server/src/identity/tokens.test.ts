import { exportJWK, generateKeyPair, SignJWT } from 'jose';
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
  const issuers = await createIssuers([
    { iss, area: 'jianye', jwks: { keys: [publicJwk] }, origins: ['https://portal.example'] },
    { iss: 'https://shared.example', area: 'jianye', secret, origins: [] },
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
  return { sign, codeOf, other, secret, publicJwk, claims };
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
    expect(await codeOf(`${part({ alg: 'none' })}.${part(claims)}.`)).toBe('token.algorithm');
    // The public key's own text as an HMAC secret: the classic confusion.
    const confused = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(publicJwk)));
    expect(await codeOf(confused)).toBe('token.key');
  });

  it('may be signed with a shared secret where one is registered, and with nothing shorter than 32 bytes', async () => {
    const { codeOf, secret, claims } = await portal();
    const shared = await new SignJWT({ ...claims, iss: 'https://shared.example' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(secret);
    expect(await codeOf(shared)).toBe('accepted');
    await expect(createIssuers([{ iss, area: 'jianye', secret: new Uint8Array(31), origins: [] }])).rejects.toThrow(/32 bytes/);
  });
});
