import { compactVerify, decodeJwt, decodeProtectedHeader, type JWTPayload } from 'jose';
import type { Issuer, Issuers } from '../../identity/issuers.ts';
import { type Algorithm, algorithms } from '../../identity/keys.ts';
import { isSubject, longestLife, shown, skew } from '../../identity/tokens.ts';
import type { Words } from './words/zh-CN.ts';

/**
 * One thing that was looked at. `bad` is why a token is refused, `note` what its portal may not have meant; `unknown`
 * where nothing can be said, because of what is wrong before it.
 */
export interface Finding {
  check: keyof Words['checks'];
  verdict: 'good' | 'bad' | 'note' | 'unknown';
  says: keyof Words['says'];
  params: Record<string, string>;
  /** The usual mistakes that look like this one. */
  hints: (keyof Words['hints'])[];
}

type Say = Finding['says'];
type Params = Record<string, string>;

const finding = (
  check: Finding['check'],
  verdict: Finding['verdict'],
  says: Say,
  params: Params = {},
  hints: Finding['hints'] = [],
): Finding => ({ check, verdict, says, params, hints });

export const good = (check: Finding['check'], says: Say, params?: Params): Finding => finding(check, 'good', says, params);
export const bad = (check: Finding['check'], says: Say, params?: Params, hints?: Finding['hints']): Finding =>
  finding(check, 'bad', says, params, hints);
export const note = (check: Finding['check'], says: Say, params?: Params): Finding => finding(check, 'note', says, params);
export const unknown = (check: Finding['check'], says: Say, params?: Params, hints?: Finding['hints']): Finding =>
  finding(check, 'unknown', says, params, hints);

interface Read {
  header: { alg?: unknown; kid?: unknown };
  payload: JWTPayload;
  /** The third part. */
  signature: Uint8Array;
}

function read(token: string): Read | undefined {
  try {
    const [, , third = ''] = token.split('.');
    return { header: decodeProtectedHeader(token), payload: decodeJwt(token), signature: Buffer.from(third, 'base64url') };
  } catch {
    return undefined;
  }
}

interface Expected {
  issuers: Issuers;
  audience: string;
  now: Date;
}

/**
 * All that can be said of a token without a database, each thing for itself: whoever mends one mistake should not meet
 * the next one only then. Whether it is accepted is `verifyToken`'s to say.
 */
export async function findingsOf(token: string, { issuers, audience, now }: Expected): Promise<Finding[]> {
  const parts = read(token);
  if (!parts) return [bad('form', 'unreadable', {}, token.split('.').length === 5 ? ['encrypted'] : [])];
  const { header, payload } = parts;
  const algorithm = algorithms.find((known) => known === header.alg);
  const issuer = typeof payload.iss === 'string' ? issuers.get(payload.iss) : undefined;
  return [
    good('form', 'readable'),
    algorithm
      ? good('algorithm', 'plain', { value: algorithm })
      : bad('algorithm', 'algorithm', { alg: shown(header.alg) }, /^[RP]S/.test(shown(header.alg)) ? ['rsa'] : []),
    issuerFinding(payload.iss, issuer, issuers),
    ...(await keyFindings(token, parts, algorithm, issuer)),
    audienceFinding(payload.aud, audience),
    ...timeFindings(payload, now),
    isSubject(payload.sub) ? good('subject', 'plain', { value: shown(payload.sub) }) : bad('subject', 'subject'),
  ];
}

function issuerFinding(iss: unknown, issuer: Issuer | undefined, issuers: Issuers): Finding {
  if (issuer) return good('issuer', 'issuer', { iss: issuer.iss, area: issuer.area });
  const known = issuers.all().map((one) => one.iss);
  const bare = (text: string) => text.replace(/\/+$/, '').toLowerCase();
  const near = known.some((one) => bare(one) === bare(shown(iss)));
  const params = { iss: shown(iss), known: known.join(', ') || '–' };
  return bad('issuer', 'unregistered', params, near ? ['slash'] : []);
}

async function keyFindings(
  token: string,
  { header, signature }: Read,
  algorithm: Algorithm | undefined,
  issuer: Issuer | undefined,
): Promise<Finding[]> {
  if (!algorithm || !issuer) return [unknown('key', 'unlooked'), unknown('signature', 'unlooked')];
  const kid = typeof header.kid === 'string' ? header.kid : undefined;
  const fit = async () => ({ keys: await issuer.keys(algorithm, kid), all: await issuer.allKeys() });
  let { keys, all } = await fit();
  let verified = await verifiesWith(token, keys, algorithm);
  if (!verified && (await issuer.renewKeys(algorithm))) {
    ({ keys, all } = await fit());
    verified = await verifiesWith(token, keys, algorithm);
  }
  const known = all.map((key) => `${key.kid ?? '–'} (${key.algorithm})`).join(', ') || '–';
  const named = { kid: kid ?? '–', alg: algorithm, known };
  if (keys.length === 0) return [bad('key', 'no-key', named), unknown('signature', 'unlooked')];
  return [
    good('key', kid === undefined ? 'any-key' : 'plain', { ...named, value: kid ?? '' }),
    verified
      ? good('signature', 'signed')
      : bad('signature', 'signature', {}, await signatureHints(token, algorithm, keys, signature)),
  ];
}

type KeyMaterial = Awaited<ReturnType<Issuer['keys']>>[number];

async function verifiesWith(token: string, keys: readonly KeyMaterial[], algorithm: Algorithm): Promise<boolean> {
  for (const key of keys) {
    const verified = await compactVerify(token, key, { algorithms: [algorithm] }).then(
      () => true,
      () => false,
    );
    if (verified) return true;
  }
  return false;
}

async function signatureHints(
  token: string,
  algorithm: Algorithm,
  keys: readonly KeyMaterial[],
  signature: Uint8Array,
): Promise<Finding['hints']> {
  // ECDSA as OpenSSL and Java write it: an ASN.1 sequence instead of the two numbers side by side.
  if (algorithm === 'ES256') return signature.length !== 64 && signature[0] === 0x30 ? ['der'] : ['other-key'];
  if (algorithm !== 'HS256') return ['other-key'];
  const secrets = keys.filter((key) => key instanceof Uint8Array).map((key) => Buffer.from(key));
  const texts = secrets.flatMap((secret) =>
    (['base64', 'base64url', 'hex'] as const).flatMap((form) => [secret.toString(form), `${secret.toString(form)}\n`]),
  );
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  return (await verifiesWith(token, bytes, algorithm)) ? ['secret-text'] : ['other-secret'];
}

function audienceFinding(aud: unknown, audience: string): Finding {
  const given: unknown[] = Array.isArray(aud) ? aud : [aud];
  return given.includes(audience)
    ? good('audience', 'plain', { value: audience })
    : bad('audience', 'audience', { aud: shown(aud), expected: audience });
}

/** As `2026-11-30 18:02:03`, in Nanjing: the clock on the wall of whoever reads it. */
const onTheWall = (seconds: number): string => {
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? String(seconds) : moment.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });
};

/** No second since 1970 has so many digits before the year 5138: these are milliseconds. */
const isMilliseconds = (value: number) => value > 1e11;

function timeFindings({ exp, nbf, iat }: JWTPayload, now: Date): Finding[] {
  const present = Math.floor(now.getTime() / 1000);
  const named = Object.entries({ exp, nbf, iat }).filter(([, value]) => value !== undefined);
  const odd = named.find(([, value]) => typeof value !== 'number' || isMilliseconds(value));
  if (odd) {
    const [claim, value] = odd;
    const hints: Finding['hints'] = typeof value === 'number' ? ['milliseconds'] : [];
    return [bad('clock', 'no-time', { claim, value: shown(value) }, hints), unknown('lifetime', 'unlooked')];
  }
  if (exp === undefined) return [bad('clock', 'no-end'), unknown('lifetime', 'unlooked')];
  const times = { now: onTheWall(present), exp: onTheWall(exp), from: onTheWall(Math.max(nbf ?? 0, iat ?? 0)) };
  const clock =
    exp <= present - skew
      ? bad('clock', 'ended', { ...times, seconds: `${present - exp}` }, ['clock'])
      : Math.max(nbf ?? 0, iat ?? 0) > present + skew
        ? bad('clock', 'not-begun', { ...times, seconds: `${Math.max(nbf ?? 0, iat ?? 0) - present}` }, ['clock'])
        : good('clock', 'holds', { ...times, seconds: `${exp - present}` });
  const life = exp - (iat ?? present);
  const minutes = { minutes: `${Math.round(life / 60)}` };
  return [
    clock,
    life > longestLife + skew
      ? bad('lifetime', 'too-long', minutes, iat === undefined ? ['no-iat'] : [])
      : good('lifetime', 'life', minutes),
  ];
}
