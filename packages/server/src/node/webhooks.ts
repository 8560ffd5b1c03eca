import type { Kysely } from 'kysely';
import { areaBySlug } from '../areas/statements.ts';
import type { Database } from '../db/schema.ts';
import { isUuid, newId } from '../ids.ts';
import type { Secrets } from '../identity/secrets.ts';
import { headersFor, mourned } from '../webhooks/delivering.ts';
import {
  addWebhook,
  removeWebhook,
  renewSecret,
  switchOn,
  webhookById,
  webhooksListed,
} from '../webhooks/registry-statements.ts';
import { newSecret } from '../webhooks/signing.ts';
import { switchOff } from '../webhooks/statements.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { demoIssuerName, openDemoIssuer } from './demo-issuer.ts';
import { readEntries } from './issuers-file.ts';
import { ringOf } from './keyring.ts';
import { PlainError } from './plain-error.ts';
import { demandKeys } from './sealed.ts';
import { readKeys } from './secret-file.ts';
import { random } from './server.ts';
import { mayDemo, type NodeSettings, readArguments, settingsHelp } from './settings.ts';
import { createPost, faultOf } from './webhook-post.ts';

const own = ['iss', 'area', 'url', 'days', 'id', 'hours'] as const;
type Flag = (typeof own)[number];

export const webhooks: Command = {
  help: `  webhooks list          says where portals are told, what waits and what was given up
  webhooks add           registers an address and prints the secret that its messages are signed with, once
  webhooks test          sends a message that says nothing: --id ID
  webhooks rotate        prints a new secret: --id ID; the one before is valid beside it for a day, or --hours N (0: no longer)
  webhooks off, on       tells it nothing until it is switched on again: --id ID; what waits is forgotten
  webhooks remove        tells it no more: --id ID; what waits is forgotten

  --iss ISS              the portal, as in "five-micro issuers"
  --url URL              where it listens, beginning with https://
  --area AREA            its members at home there or below; by default all in the issuer's area
  --days N               how long a message is tried, 1 to 14 (3)

What is sent and how it is verified is in docs/webhooks.md. Running servers follow at once. The embedded database
belongs to one process: stop the server first there.

${settingsHelp}`,
  async run([verb = 'list', ...argv]) {
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!act) throw new PlainError(`webhooks knows ${Object.keys(verbs).join(', ')}, not "${verb}".`);
    const { settings, values } = readArguments(argv, process.env, own);
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false });
    try {
      return await act({ db, settings, given: (flag) => values[flag]?.at(-1) });
    } finally {
      await close();
    }
  },
};

interface Desk {
  db: Kysely<Database>;
  settings: NodeSettings;
  given: (flag: Flag) => string | undefined;
}

const verbs: Record<string, (desk: Desk) => Promise<number>> = { list, add, test, rotate, off, on, remove };

const day = 24 * 60 * 60 * 1000;

async function list({ db }: Desk): Promise<number> {
  const now = new Date();
  const all = await webhooksListed(db, new Date(now.getTime() - mourned));
  if (all.length === 0) say('No portal is told.');
  for (const one of all) {
    say(one.id);
    say(`  portal   ${one.iss}`);
    say(`  area     ${one.area}, and all below`);
    say(`  address  ${one.url}`);
    if (one.off_at) say(`  OFF      since ${one.off_at.toISOString()}: nothing is sent, and nothing kept for it`);
    say(`  told     ${one.told}${one.told_at ? `, last at ${one.told_at.toISOString()}` : ''}`);
    say(`  waiting  ${one.waiting}${one.since ? `, the oldest since ${one.since.toISOString()}` : ''}`);
    if (one.dead > 0) say(`  GIVEN UP ${one.dead}, after ${one.days} days each; of the last 30 days`);
    if (one.outcome !== null) say(`  last     ${one.outcome}`);
    if (one.rests_until) say(`  SILENT   ${one.failures} times in a row; tried again at ${one.rests_until.toISOString()}`);
    if (one.former_until && one.former_until > now) say(`  secrets  2, the one before until ${one.former_until.toISOString()}`);
  }
  return all.some(({ dead }) => dead > 0) ? 1 : 0;
}

async function add({ db, settings, given }: Desk): Promise<number> {
  const iss = required(given, 'iss');
  const url = required(given, 'url');
  const fault = faultOf(url, settings);
  if (fault !== undefined) throw new PlainError(`"${url}" ${fault}.`);
  const authority = await authorityOf(iss, settings);
  const [whole, area] = [await areaBySlug(db, authority), await areaBySlug(db, given('area') ?? authority)];
  if (!area || !whole) throw new PlainError(`There is no area "${given('area') ?? authority}".`);
  if (!area.path.includes(whole.id)) throw new PlainError(`${iss} speaks for ${authority}, and ${area.slug} is not below it.`);
  const clock = () => new Date();
  const secret = newSecret(random);
  const secrets = await secretsOf(db, settings);
  const id = newId({ clock, random });
  const row = { id, iss, area_id: area.id, url, secret: await secrets.seal(secret), created_at: clock() };
  if (!(await addWebhook(db, { ...row, days: countOf('days', given('days') ?? '3', 14) })))
    throw new PlainError(`${iss} is told at ${url} already.`);
  say(`${id} tells ${iss} what concerns its members in ${area.slug}.`);
  say(secret);
  return 0;
}

async function test({ db, settings, given }: Desk): Promise<number> {
  const webhook = await webhookById(db, idOf(given));
  if (!webhook) throw unknown(given);
  const at = new Date();
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} });
  const message = { id: `test_${newId({ clock: () => at, random }).replaceAll('-', '')}`, body };
  const secrets = await secretsOf(db, settings);
  const headers = await headersFor({ secrets }, message, webhook, at);
  const outcome = await createPost(settings)(webhook.url, headers, body, new AbortController().signal);
  say(outcome === undefined ? `${webhook.url} took it.` : `${webhook.url} did not take it: ${outcome}.`);
  return outcome === undefined ? 0 : 1;
}

async function rotate({ db, settings, given }: Desk): Promise<number> {
  const id = idOf(given);
  const hours = countOf('hours', given('hours') ?? '24', 24 * 30, 0);
  const now = new Date();
  const before = await webhookById(db, id);
  if (!before) throw unknown(given);
  // There is room for one beside the new one: the portal may still be at the one before.
  if (hours > 0 && before.former_until && before.former_until > now)
    throw new PlainError(
      `The secret before this one is valid until ${before.former_until.toISOString()}: wait for that, or say --hours 0 to end both at once.`,
    );
  const secrets = await secretsOf(db, settings);
  const secret = newSecret(random);
  const until = new Date(now.getTime() + (hours * day) / 24);
  if (!(await renewSecret(db, id, await secrets.seal(secret), until))) throw unknown(given);
  say(
    hours > 0
      ? `Until ${until.toISOString()} messages are signed with both secrets, then with this one alone:`
      : 'From now on messages are signed with this secret alone:',
  );
  say(secret);
  return 0;
}

async function off({ db, given }: Desk): Promise<number> {
  const id = idOf(given);
  if (!(await webhookById(db, id))) throw unknown(given);
  say(`${id} ${(await switchOff(db, id, new Date())) ? 'is' : 'was'} switched off: nothing is sent, and nothing kept for it.`);
  return 0;
}

async function on({ db, given }: Desk): Promise<number> {
  const id = idOf(given);
  if (!(await webhookById(db, id))) throw unknown(given);
  say(`${id} ${(await switchOn(db, id)) ? 'is' : 'was'} switched on: it is told what happens from now on.`);
  return 0;
}

async function remove({ db, given }: Desk): Promise<number> {
  const id = idOf(given);
  await switchOff(db, id, new Date());
  if (!(await db.transaction().execute((trx) => removeWebhook(trx, id)))) throw unknown(given);
  say(`${id} tells nobody any more.`);
  return 0;
}

/**
 * Those of the running servers: a file that was made here would seal what they cannot open, and keep them from starting.
 * @throws {PlainError} where there is none, or that of another database
 */
async function secretsOf(db: Desk['db'], { secretFile }: NodeSettings): Promise<Secrets> {
  const ring = await ringOf(await readKeys(secretFile));
  await demandKeys(db, ring, secretFile);
  return ring;
}

/** The area that the portal speaks for. */
async function authorityOf(iss: string, settings: NodeSettings): Promise<string> {
  const { issuersFile, dataDir, audience } = settings;
  if (iss === demoIssuerName && mayDemo(settings)) return (await openDemoIssuer(dataDir, audience)).config.area;
  const entry = issuersFile === null ? undefined : (await readEntries(issuersFile)).find((one) => one.iss === iss);
  if (!entry) throw new PlainError(`${iss} is not registered: "five-micro issuers" lists those that are.`);
  return entry.area;
}

function required(given: Desk['given'], flag: Flag): string {
  const value = given(flag);
  if (!value) throw new PlainError(`--${flag} is missing: "five-micro webhooks --help" says what it takes.`);
  return value;
}

function idOf(given: Desk['given']): string {
  const id = required(given, 'id');
  if (!isUuid(id)) throw unknown(given);
  return id;
}

const unknown = (given: Desk['given']) =>
  new PlainError(`There is no webhook ${given('id')}: "five-micro webhooks list" names them.`);

function countOf(flag: Flag, text: string, most: number, least = 1): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most)
    throw new PlainError(`--${flag} must be a whole number from ${least} to ${most}.`);
  return number;
}
