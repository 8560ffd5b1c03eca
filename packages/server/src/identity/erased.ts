import { Refusal } from '../http/problem.ts';
import type { Db, Ports } from '../ports.ts';
import type { Secrets } from './secrets.ts';
import { mayPrecede } from './tokens.ts';

/** Milliseconds for which an erased account is remembered: longer than any token from before can live. */
export const erasedFor = 2 * 60 * 60 * 1000;

interface Account {
  iss: string;
  sub: string;
}

const named = ({ iss, sub }: Account) => `erased ${JSON.stringify([iss, sub])}`;

/** Keeps no account, only a keyed hash of it. */
export async function rememberErased(secrets: Secrets, db: Db, accounts: readonly Account[], at: Date): Promise<void> {
  const rows = await Promise.all(
    accounts.map(async (account) => ({ subject_hash: await secrets.hash(named(account)), erased_at: at })),
  );
  if (rows.length === 0) return;
  await db
    .insertInto('erased_identity')
    .values(rows)
    .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet({ erased_at: at }))
    .execute();
}

/**
 * Refuses a token that may be from before its account was erased. A later one is a new member's.
 * @throws {Refusal} `token.revoked`
 */
export async function refuseErased(
  { db, secrets }: Pick<Ports, 'db' | 'secrets'>,
  account: Account,
  issuedAt: number | undefined,
): Promise<void> {
  const { at } = await db
    .selectFrom('erased_identity')
    .select((is) => is.fn.max<Date | null>('erased_at').as('at'))
    .where('subject_hash', 'in', await secrets.hashes(named(account)))
    .executeTakeFirstOrThrow();
  if (at !== null && mayPrecede(issuedAt, at)) throw new Refusal('token.revoked');
}

/** Forgets those whose tokens have all run out. Answers how many. */
export async function forgetErased(db: Db, now: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('erased_identity')
    .where('erased_at', '<', new Date(now.getTime() - erasedFor))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
