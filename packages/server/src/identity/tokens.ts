import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { Refusal } from '../http/problem.ts';
import type { Issuer, Issuers } from './issuers.ts';
import { type Algorithm, algorithms } from './keys.ts';

/** Seconds by which clocks may differ. */
export const skew = 60;
/** A token may live an hour: what was revoked at the portal is gone by then. */
export const longestLife = 60 * 60;

/** Keys that one token is tried with: whoever publishes thousands without names makes none of them costly for us. */
const mostTried = 20;

export interface VerifiedToken {
  issuer: Issuer;
  sub: string;
  payload: JWTPayload;
  issuedAt: number | undefined;
  expiresAt: number;
}

/**
 * Verifies a portal's token (RFC 7519, following RFC 8725: the issuer's registered keys decide the algorithm,
 * the audience must be ours).
 * @throws {Refusal} with a `token.…` code that says why.
 */
export async function verifyToken(token: string, issuers: Issuers, audience: string, now: Date): Promise<VerifiedToken> {
  const { algorithm, kid, iss } = readUnverified(token);
  const issuer = issuers.get(iss);
  if (!issuer) throw new Refusal('token.issuer', { params: { iss: shown(iss) } });

  const verify = async (): Promise<JWTPayload | Refusal> => {
    const keys = await issuer.keys(algorithm, kid);
    let failure = new Refusal('token.key', { params: { alg: algorithm, kid: shown(kid ?? '–') } });
    for (const key of keys.slice(0, mostTried)) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          audience,
          clockTolerance: skew,
          currentDate: now,
          requiredClaims: ['exp'],
        });
        return payload;
      } catch (error) {
        failure = refusalOf(error, audience, now);
        // Signed with this one, and refused for what it says: another key has nothing to add.
        if (failure.code !== 'token.signature') return failure;
      }
    }
    return failure;
  };

  let payload = await verify();
  // Its portal may have changed its keys since it was last asked for them.
  if (payload instanceof Refusal && /key|signature/.test(payload.code) && (await issuer.renewKeys(algorithm))) {
    payload = await verify();
  }
  if (payload instanceof Refusal) throw payload;

  const { sub, exp, iat } = payload;
  if (!isSubject(sub)) throw new Refusal('token.subject');
  const seconds = Math.floor(now.getTime() / 1000);
  const life = exp === undefined ? Infinity : exp - (iat ?? seconds);
  if (exp === undefined || life > longestLife + skew)
    throw new Refusal('token.too-long', { params: { minutes: `${Math.round(life / 60)}` } });
  if (iat !== undefined && iat > seconds + skew) throw notYet(iat, now);
  return { issuer, sub, payload, issuedAt: iat, expiresAt: exp };
}

/** What the token itself says, as far as it goes into a sentence. */
export const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : value === undefined ? '–' : JSON.stringify(value)).slice(0, 100);

const notYet = (from: unknown, now: Date): Refusal =>
  new Refusal('token.not-yet', { params: { seconds: `${Math.round(Number(from) - now.getTime() / 1000)}` } });

/** Whether it can name somebody. */
export const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && sub !== '' && sub.length <= 255 && !hasControl(sub);

/** Half a character is stored as a sign that stands for any: two such names would be one. No database takes a NUL, and no identifier of a person has a line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasControl = (text: string) => /[\u0000-\u001f\u007f\p{Cs}]/u.test(text);

/**
 * Whether a token may be from before a moment. A portal's clock may be ahead by the skew, so what it dates up to that
 * much later may be from before too: otherwise a fast clock would let its tokens outlive a revocation.
 */
export const mayPrecede = (issuedAt: number | undefined, moment: Date): boolean =>
  ((issuedAt ?? 0) - skew) * 1000 <= moment.getTime();

/** The parts of a token that say with what it is to be verified. @throws {Refusal} */
export function readUnverified(token: string): { algorithm: Algorithm; kid: string | undefined; iss: string } {
  try {
    const header = decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    const algorithm = algorithms.find((known) => known === header.alg);
    if (!algorithm) throw new Refusal('token.algorithm', { params: { alg: shown(header.alg) } });
    if (typeof iss !== 'string') throw new Refusal('token.issuer', { params: { iss: shown(iss) } });
    return { algorithm, kid: header.kid, iss };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('token.malformed');
  }
}

function refusalOf(error: unknown, audience: string, now: Date): Refusal {
  if (error instanceof errors.JWTExpired) return new Refusal('token.expired');
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim, payload } = error;
    if (claim === 'aud') return new Refusal('token.audience', { params: { aud: shown(payload.aud), expected: audience } });
    if (claim === 'nbf') return notYet(payload.nbf, now);
    // One without an end never ends.
    if (claim === 'exp' && payload.exp === undefined) return new Refusal('token.too-long', { params: { minutes: '∞' } });
    return new Refusal('token.malformed');
  }
  return new Refusal(error instanceof errors.JWSSignatureVerificationFailed ? 'token.signature' : 'token.malformed');
}
