import type { ErrorCode } from '@five-micro/contract';
import { decodeJwt, decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { Refusal } from '../http/problem.ts';
import { type Algorithm, algorithms, type Issuer, type Issuers } from './issuers.ts';

/** Seconds by which clocks may differ. */
export const skew = 60;
/** A token may live an hour: what was revoked at the portal is gone by then. */
const longestLife = 60 * 60;

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
  if (!issuer) throw new Refusal('token.issuer');
  const keys = issuer.keys(algorithm, kid);
  if (keys.length === 0) throw new Refusal('token.key');

  let payload: JWTPayload | undefined;
  let failure: unknown;
  for (const key of keys) {
    try {
      ({ payload } = await jwtVerify(token, key, {
        algorithms: [algorithm],
        audience,
        clockTolerance: skew,
        currentDate: now,
        requiredClaims: ['exp'],
      }));
      break;
    } catch (error) {
      failure = error;
    }
  }
  if (!payload) throw new Refusal(codeOf(failure));
  const { sub, exp, iat } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255 || hasControl(sub)) throw new Refusal('token.subject');
  const seconds = Math.floor(now.getTime() / 1000);
  if (exp === undefined || exp - (iat ?? seconds) > longestLife + skew) throw new Refusal('token.too-long');
  if (iat !== undefined && iat > seconds + skew) throw new Refusal('token.not-yet');
  return { issuer, sub, payload, issuedAt: iat, expiresAt: exp };
}

/** No database takes a NUL, and no identifier of a person has a line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hasControl = (text: string) => /[\u0000-\u001f\u007f]/.test(text);

/**
 * Whether a token may be from before a moment. A portal's clock may be ahead by the skew, so what it dates up to that
 * much later may be from before too: otherwise a fast clock would let its tokens outlive a revocation.
 */
export const mayPrecede = (issuedAt: number | undefined, moment: Date): boolean =>
  ((issuedAt ?? 0) - skew) * 1000 <= moment.getTime();

function readUnverified(token: string): { algorithm: Algorithm; kid: string | undefined; iss: string } {
  try {
    const header = decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    const algorithm = algorithms.find((known) => known === header.alg);
    if (!algorithm) throw new Refusal('token.algorithm');
    if (typeof iss !== 'string') throw new Refusal('token.issuer');
    return { algorithm, kid: header.kid, iss };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('token.malformed');
  }
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof errors.JWTExpired) return 'token.expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'token.audience';
    if (error.claim === 'nbf') return 'token.not-yet';
    return 'token.malformed';
  }
  return error instanceof errors.JWSSignatureVerificationFailed ? 'token.signature' : 'token.malformed';
}
