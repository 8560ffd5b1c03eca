import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { MemberCaller } from '../identity/caller.ts';
import { Refusal } from './problem.ts';

export interface IdempotencyKey {
  key: string;
  method: string;
  path: string;
  fingerprint: string;
}

/** @throws {Refusal} where the header is not 1–200 printable ASCII characters. */
export function readKey(header: string | null): string | undefined {
  if (header === null) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(header))
    throw new Refusal('request.invalid', { fields: [{ path: 'Idempotency-Key', code: 'format' }] });
  return header;
}

/** SHA-256 of what was asked: of the parsed body with its keys in order, or of an upload's bytes. */
export async function fingerprintOf(body: unknown): Promise<string> {
  const bytes = body instanceof Uint8Array ? new Uint8Array(body) : new TextEncoder().encode(JSON.stringify(ordered(body)));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, ordered(entry)]),
  );
}

/**
 * Does an effect once. The key's row is the first statement of the effect's own transaction: a refusal undoes both,
 * and a simultaneous twin waits on the index until the first has committed. What is kept is a reference to the
 * thing, so that a repeat answers with it as it is now.
 */
export async function once(
  trx: Transaction<Database>,
  caller: MemberCaller,
  asked: IdempotencyKey,
  at: Date,
  effect: () => Promise<string>,
): Promise<string> {
  const scope = { issuer: caller.iss, sub: caller.sub, method: asked.method, path: asked.path, key: asked.key };
  const fresh = await trx
    .insertInto('idempotency')
    .values({ ...scope, fingerprint: asked.fingerprint, subject: null, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  const row = trx
    .selectFrom('idempotency')
    .select(['fingerprint', 'subject'])
    .where((same) => same.and(scope));
  if (!fresh) {
    const earlier = await row.executeTakeFirst();
    if (!earlier || earlier.fingerprint !== asked.fingerprint || earlier.subject === null)
      throw new Refusal('idempotency.mismatch');
    return earlier.subject;
  }
  const subject = await effect();
  await trx
    .updateTable('idempotency')
    .set({ subject })
    .where((same) => same.and(scope))
    .execute();
  return subject;
}
