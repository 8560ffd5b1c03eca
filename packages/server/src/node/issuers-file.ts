import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';
import { grants } from '../identity/caller.ts';
import type { IssuerConfig } from '../identity/issuers.ts';
import { hasCode } from './once-file.ts';
import { messageOf, PlainError } from './plain-error.ts';
import { isLoopback } from './settings.ts';

const jwk = z.looseObject({ kty: z.string() });
const entry = z.strictObject({
  iss: z.string().check(z.minLength(1)),
  area: z.string(),
  jwks: z.optional(z.object({ keys: z.array(jwk).check(z.minLength(1)) })),
  /** Where the portal publishes its keys. */
  jwksUrl: z.optional(z.string()),
  /** At least 32 bytes in base64; several while one takes the other's place. */
  secret: z.optional(z.union([z.string(), z.array(z.string()).check(z.minLength(1))])),
  roles: z.optional(z.array(z.enum(grants))),
  origins: z.optional(z.array(z.string())),
});
const file = z.array(entry);

/** A portal as it stands in the file. */
export type IssuerEntry = z.infer<typeof entry>;

/** @throws {PlainError} where the file cannot be read or understood. */
export async function readEntries(path: string): Promise<IssuerEntry[]> {
  const entries = file.safeParse(await readJson(path));
  if (entries.success) return entries.data;
  const [issue] = entries.error.issues;
  throw new PlainError(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not a list of issuers'}.`);
}

/**
 * The portals whose tokens are believed: `[{ iss, area, jwks | jwksUrl | secret, roles, origins? }]`.
 * @throws {PlainError} where the file cannot be read or understood.
 */
export async function readIssuers(path: string): Promise<IssuerConfig[]> {
  const entries = await readEntries(path);
  const twice = entries.find(({ iss }, at) => entries.findIndex((other) => other.iss === iss) !== at);
  if (twice) throw new PlainError(`${path}: ${twice.iss} is in it twice.`);
  return entries.map((one) => {
    try {
      return configOf(one);
    } catch (error) {
      throw new PlainError(`${path}: ${one.iss} ${messageOf(error)}.`);
    }
  });
}

/** @throws {Error} with the rest of a sentence that begins with the issuer. */
export function configOf({ iss, area, jwks, jwksUrl, secret, roles: given, origins = [] }: IssuerEntry): IssuerConfig {
  if (!jwks && jwksUrl === undefined && secret === undefined) throw new Error('has neither "jwks", "jwksUrl" nor "secret"');
  // Whoever forgets them makes no officers.
  if (!given) throw new Error(`has no "roles": say what it may make of people, of ${grants.join(', ')}`);
  if (jwksUrl !== undefined) demandSafe(jwksUrl);
  const strange = origins.find((origin) => !isOrigin(origin));
  if (strange !== undefined) throw new Error(`has "${strange}" in "origins", which is no origin like https://portal.example`);
  return {
    iss,
    area,
    origins,
    ...(jwks && { jwks }),
    ...(jwksUrl !== undefined && { jwksUrl }),
    ...(secret !== undefined && { secrets: [secret].flat().map(bytesOf) }),
    roles: given,
  };
}

/** What decides who is believed comes over a line that nobody else writes on. */
function demandSafe(text: string): void {
  const url = URL.parse(text);
  // No request takes them, and its complaint would say them in the log.
  if (url && url.username + url.password !== '') throw new Error('has a name or password in "jwksUrl"');
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return;
  throw new Error(`has "${text}" as "jwksUrl": it must begin with https://`);
}

const isOrigin = (text: string) => /^https?:\/\/[^/]+:\*$/.test(text) || URL.parse(text)?.origin === text;

function bytesOf(text: string): Uint8Array {
  // Buffer skips what is not base64, and would make a short secret of a sentence.
  if (!/^[\w+/-]+={0,2}$/.test(text)) throw new Error('has a "secret" that is not base64: openssl rand -base64 32 makes one');
  const bytes = new Uint8Array(Buffer.from(text, 'base64'));
  if (bytes.length < 32)
    throw new Error(`has a "secret" of ${bytes.length} bytes: it needs 32, as openssl rand -base64 32 makes them`);
  return bytes;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT'))
      throw new PlainError(`There is no ${path}, which ISSUERS_FILE names: "five-micro issuers add" makes it.`);
    throw new PlainError(`${path} cannot be read as JSON: ${messageOf(error)}`);
  }
}
