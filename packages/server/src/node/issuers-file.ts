import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { roles } from '../identity/caller.ts';
import type { IssuerConfig } from '../identity/issuers.ts';
import { messageOf, PlainError } from './plain-error.ts';

const jwk = z.looseObject({ kty: z.string() });
const file = z.array(
  z.strictObject({
    iss: z.string().check(z.minLength(1)),
    area: z.string(),
    jwks: z.optional(z.object({ keys: z.array(jwk).check(z.minLength(1)) })),
    /** At least 32 bytes in base64. */
    secret: z.optional(z.string()),
    roles: z.optional(z.array(z.enum(roles))),
    origins: z.optional(z.array(z.string())),
  }),
);

/**
 * The portals whose tokens are believed: `[{ iss, area, jwks | secret, roles?, origins? }]`.
 * @throws {PlainError} where the file cannot be read or understood.
 */
export async function readIssuers(path: string): Promise<IssuerConfig[]> {
  const entries = file.safeParse(await readJson(path));
  if (!entries.success) {
    const [issue] = entries.error.issues;
    throw new PlainError(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a list of issuers'}.`);
  }
  return entries.data.map(({ iss, area, jwks, secret, roles: given, origins = [] }) => {
    if (!jwks && secret === undefined) throw new PlainError(`${path}: ${iss} has neither "jwks" nor "secret".`);
    return {
      iss,
      area,
      origins,
      ...(jwks && { jwks }),
      ...(secret !== undefined && { secret: new Uint8Array(Buffer.from(secret, 'base64')) }),
      ...(given && { roles: given }),
    };
  });
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new PlainError(`${path} cannot be read as JSON: ${messageOf(error)}`);
  }
}
