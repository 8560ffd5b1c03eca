import { stat } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../db/schema.ts';
import { forgetErased } from '../identity/erased.ts';
import { type Held, heldByKeys } from '../identity/seal-statements.ts';
import type { Ring, Secrets } from '../identity/secrets.ts';
import { type Command, say, stderrLog } from './command.ts';
import { type NodeDatabase, openDatabase } from './database.ts';
import { ringOf } from './keyring.ts';
import { PlainError } from './plain-error.ts';
import { amount, demandKeys, reseal, sealedIn } from './sealed.ts';
import { newKey, readKeys, writeKeys } from './secret-file.ts';
import { readArguments, settingsHelp } from './settings.ts';

/** Minutes for which a replaced key is still wanted: links signed with it live for twenty. */
const grace = 30;
const lockId = 5_051_338;

export const keys: Command = {
  help: `  keys list             the keys by their ids, and how much is sealed with each
  keys rotate           makes a new key, seals everything anew with it, and keeps the old one for reading
  keys rotate --to ID   the same with a key that is in the file already
  keys add              puts a new key into the file without using it
  keys retire           drops all keys but the current one

Rotate, wait half an hour, retire. SECRET_FILE holds keys of 32 bytes, the current one first. It is replaced whole, and
everything is sealed anew in small steps: whoever is killed on the way runs "keys rotate" again, which finishes what was
begun and makes no further key. "keys retire" refuses while anything is sealed with a key that it would drop.

Back the file up after each step, apart from the database: what was sealed is lost with its key.

With PostgreSQL servers go on running. They look at the file before they seal something, at most once a second, and at
once when they meet a key that they do not know; contacts and links of both keys open all the while. Servers that do
not share one file need the new key before anyone uses it:

  1. "keys add" on one machine, and copy its SECRET_FILE to all others
  2. "keys rotate --to ID" with the id that it said, and copy the file again
  3. half an hour later "keys retire", and copy the file again

The embedded database belongs to one process: stop the server first.

${settingsHelp}`,
  async run([verb = '', ...argv]) {
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!act) throw new PlainError(`Say what to do: five-micro keys ${Object.keys(verbs).join(' | ')}.`);
    const { settings, values } = readArguments(argv, process.env, verb === 'rotate' ? ['to'] : []);
    const file = { path: settings.secretFile, keys: await readKeys(settings.secretFile) };
    const database = await openDatabase(settings, stderrLog, { migrating: false });
    try {
      return await alone(database, async () =>
        act({ db: database.db, ...(await at(database.db, file)), to: values['to']?.at(-1) }),
      );
    } finally {
      await database.close();
    }
  },
};

interface File {
  path: string;
  keys: readonly Uint8Array[];
}

interface Desk {
  db: Kysely<Database>;
  file: File;
  ring: Secrets & Ring;
  held: readonly Held[];
  to: string | undefined;
}

const verbs: Record<string, (desk: Desk) => Promise<number>> = { list, add, rotate, retire };

/** Two who change keys at once would each forget the other's: with the embedded database nobody else is there. */
async function alone({ kind, db }: NodeDatabase, work: () => Promise<number>): Promise<number> {
  if (kind === 'embedded') return work();
  return db.connection().execute(async (session) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${lockId}) as got`.execute(session);
    if (!rows[0]?.got) throw new PlainError('Somebody else is changing the keys at this moment.');
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${lockId})`.execute(session);
    }
  });
}

/** Everything that a verb needs to know. @throws {PlainError} where the file does not belong to this database */
async function at(db: Kysely<Database>, { path }: File): Promise<Pick<Desk, 'file' | 'ring' | 'held'>> {
  const file = { path, keys: await readKeys(path) };
  const ring = await ringOf(file.keys);
  return { file, ring, held: await demandKeys(db, ring, path) };
}

const sealedWith = (held: readonly Held[], id: string): Held =>
  held.find((one) => one.id === id) ?? { id, contacts: 0, phones: 0, rounds: 0, webhooks: 0, accounts: 0 };
const isEmpty = (held: Held) => sealedIn(held) + held.accounts === 0;

async function list({ ring, held }: Desk): Promise<number> {
  for (const [index, id] of ring.ids.entries())
    say(`${id}  ${index === 0 ? 'current' : 'not in use'}  ${amount(sealedWith(held, id))}`);
  const unnamed = sealedWith(held, '');
  if (!isEmpty(unnamed)) say(`sealed by an older version, which did not say with which key: ${amount(unnamed)}`);
  return 0;
}

async function add({ file }: Desk): Promise<number> {
  const key = newKey();
  await writeKeys(file.path, [...file.keys, key]);
  say(`Key ${(await ringOf([key])).ids[0]} is in ${file.path}. Nothing uses it before "keys rotate --to" names it.`);
  return 0;
}

async function rotate({ db, file, ring, held, to }: Desk): Promise<number> {
  const keysNow = order({ file, ring, held, to });
  if (keysNow !== file.keys) await writeKeys(file.path, keysNow);
  else say('Nothing new: what an earlier rotation left is finished.');
  const now = await ringOf(keysNow);
  const { done, unreadable } = await reseal(db, now);
  for (const one of unreadable) say(`${one} does not open with any key.`);
  say(`Key ${now.ids[0]} is current. Sealed anew: ${done}.`);
  const left = (await heldByKeys(db)).filter((one) => one.id !== now.ids[0] && sealedIn(one) > 0);
  if (left.length > 0) {
    say(`Still under another key: ${left.map((one) => amount(one)).join(', ')}. Run it again.`);
    return 1;
  }
  if (now.ids.length > 1) say(`In half an hour "keys retire" can drop ${now.ids.slice(1).join(', ')}.`);
  return 0;
}

/** The keys as they shall be; the same list where a rotation was begun and not finished. */
function order({ file, ring, held, to }: Pick<Desk, 'file' | 'ring' | 'held' | 'to'>): readonly Uint8Array[] {
  if (to !== undefined) {
    const index = ring.ids.indexOf(to);
    const chosen = file.keys[index];
    if (!chosen) throw new PlainError(`${file.path} holds no key ${to}: "keys list" names them.`);
    return index === 0 ? file.keys : [chosen, ...file.keys.filter((key) => key !== chosen)];
  }
  const begun = file.keys.length > 1 && held.some((one) => one.id !== ring.ids[0] && sealedIn(one) > 0);
  return begun ? file.keys : [newKey(), ...file.keys];
}

async function retire({ db, file, ring }: Desk): Promise<number> {
  const [current, ...others] = ring.ids;
  const [key] = file.keys;
  if (others.length === 0 || !key) {
    say(`Key ${current} is the only one.`);
    return 0;
  }
  await forgetErased(db, new Date());
  const used = (await heldByKeys(db)).filter((one) => one.id !== current && !isEmpty(one));
  const sealed = used.filter((one) => sealedIn(one) > 0);
  if (sealed.length > 0)
    throw new PlainError(
      `${sealed.map((one) => `${amount(one)} are still sealed with ${one.id || 'an older key'}`).join(', ')}: run "keys rotate" first.`,
    );
  if (used.length > 0)
    throw new PlainError(
      'Accounts that were erased within the last two hours are remembered under an older key: try again later.',
    );
  const { mtime } = await stat(file.path);
  const ready = new Date(mtime.getTime() + grace * 60_000);
  if (ready > new Date())
    throw new PlainError(
      `The keys changed at ${mtime.toISOString()}: links signed before still hold, and a server may not have looked yet. Try again after ${ready.toISOString()}.`,
    );
  await writeKeys(file.path, [key]);
  say(`Dropped ${others.join(', ')}. Key ${current} is the only one.`);
  return 0;
}
