import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import {
  type Held,
  heldByKeys,
  resealContacts,
  resealPhones,
  resealRounds,
  resealWebhooks,
  unnamedSamples,
} from '../identity/seal-statements.ts';
import type { Ring, Secrets } from '../identity/secrets.ts';
import { PlainError } from './plain-error.ts';

export const amount = ({ contacts, phones, rounds, webhooks }: Held) =>
  `${contacts} contacts and ${phones} phone numbers${rounds > 0 ? `, and the keys of ${rounds} open rounds` : ''}${webhooks > 0 ? `, and ${webhooks} secrets of webhooks` : ''}`;

/** What is lost with its key. */
export const sealedIn = ({ contacts, phones, rounds, webhooks }: Held): number => contacts + phones + rounds + webhooks;

/**
 * What each key holds.
 * @throws {PlainError} where something is sealed with a key that the file does not have: it is another database's
 */
export async function demandKeys(db: Kysely<Database>, ring: Secrets & Ring, path: string): Promise<Held[]> {
  const held = await heldByKeys(db);
  const foreign = held.find((one) => one.id !== '' && sealedIn(one) > 0 && !ring.ids.includes(one.id));
  if (foreign)
    throw new PlainError(
      `${path} is not the key file of this database: ${amount(foreign)} are sealed with key ${foreign.id}, which it does not hold.`,
    );
  for (const sealed of await unnamedSamples(db)) {
    const opens = await ring.open(sealed).then(
      () => true,
      () => false,
    );
    if (!opens) throw new PlainError(`${path} is not the key file of this database: what is sealed there does not open.`);
  }
  return held;
}

const nilId = '00000000-0000-0000-0000-000000000000';

/**
 * Seals everything anew with the current key, a batch at a time, until a round finds nothing that it can do: what
 * somebody held, or sealed with the key before, is met in the next round.
 */
export async function reseal(
  db: Kysely<Database>,
  ring: Secrets & Ring,
  { batch = 200 } = {},
): Promise<{ done: number; unreadable: string[] }> {
  const total = { done: 0, unreadable: [] as string[] };
  for (const step of [resealContacts, resealPhones, resealRounds, resealWebhooks]) {
    const unreadable = new Set<string>();
    for (let round = -1; round !== 0; ) {
      round = 0;
      for (let after: string | undefined = nilId; after !== undefined; ) {
        const from: string = after;
        const {
          last,
          done,
          unreadable: bad,
        } = await db.transaction().execute((trx) => step(trx, ring, ring.ids[0], from, batch));
        for (const id of bad) unreadable.add(id);
        round += done;
        after = last;
      }
      total.done += round;
    }
    total.unreadable.push(...unreadable);
  }
  return total;
}
