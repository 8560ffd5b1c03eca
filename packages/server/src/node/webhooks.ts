import type { Language } from '@five-micro/contract';
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
import { outcomes } from '../webhooks/outcomes.ts';
import { newSecret } from '../webhooks/signing.ts';
import { switchOff } from '../webhooks/statements.ts';
import { type Command, say, stderrLog } from './command.ts';
import { openDatabase } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { demoIssuerName, openDemoIssuer } from './demo-issuer.ts';
import { readEntries } from './issuers-file.ts';
import { ringOf } from './keyring.ts';
import { fill, languageOf } from './language.ts';
import { PlainError } from './plain-error.ts';
import { demandKeys } from './sealed.ts';
import { readKeys } from './secret-file.ts';
import { random } from './server.ts';
import { mayDemo, type NodeSettings, readArguments, settingsHelp } from './settings.ts';
import { createPost, faultOf } from './webhook-post.ts';
import { en } from './webhook-words/en.ts';
import { type Words, zhCN } from './webhook-words/zh-CN.ts';

const own = ['iss', 'area', 'url', 'days', 'id', 'hours', 'lang'] as const;
type Flag = (typeof own)[number];

const catalogues: Record<Language, Words> = { 'zh-CN': zhCN, en };

export const webhooks: Command = {
  help: `  webhooks list          says where portals are told, what waits and what was given up
  webhooks add           registers an address and prints the secret that its messages are signed with, once
  webhooks test          sends a message that says nothing: --id ID
  webhooks rotate        prints a new secret: --id ID; the one before is valid beside it for a day, or --hours N (0: no longer)
  webhooks off           tells it nothing until it is switched on again: --id ID; what waits is forgotten
  webhooks on            tells it again what happens from now on: --id ID
  webhooks remove        tells it no more: --id ID; what waits is forgotten

  --iss ISS              the portal, as in "five-micro issuers"
  --url URL              where it listens, beginning with https://
  --area AREA            its members at home there or below; by default all in the issuer's area
  --days N               how long a message is tried, 1 to 14 (3)
  --lang LANG            what it says, in zh-CN or en; by default the terminal's

What is sent and how it is verified is in docs/webhooks.md. Running servers follow at once. The embedded database
belongs to one process: stop the server first there.

${settingsHelp}`,
  async run([verb = 'list', ...argv]) {
    const act = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!act) throw new PlainError(`webhooks knows ${Object.keys(verbs).join(', ')}, not "${verb}".`);
    const { settings, values } = readArguments(argv, process.env, own);
    const language = languageOf(values['lang']?.at(-1), process.env);
    const words = catalogues[language];
    const { db, close } = await openDatabase(settings, stderrLog, { migrating: false }).catch((error: unknown) => {
      throw error instanceof DatabaseFault ? new PlainError(error.in(language)) : error;
    });
    try {
      return await act({
        db,
        settings,
        given: (flag) => values[flag]?.at(-1),
        words: (key, params = {}) => fill(words[key], params),
      });
    } finally {
      await close();
    }
  },
};

interface Desk {
  db: Kysely<Database>;
  settings: NodeSettings;
  given: (flag: Flag) => string | undefined;
  words: (key: keyof Words, params?: Record<string, string | number>) => string;
}

const verbs: Record<string, (desk: Desk) => Promise<number>> = { list, add, test, rotate, off, on, remove };

const day = 24 * 60 * 60 * 1000;

/** What the portal or the network answered stays as it is: `HTTP 500`, `ECONNREFUSED`. */
function inWords(outcome: string, words: Desk['words']): string {
  const [own] = Object.entries(outcomes).find(([, kept]) => kept === outcome) ?? [];
  return own === undefined ? outcome : words(`outcome-${own as keyof typeof outcomes}`);
}

/** Columns on a terminal, where a Han character takes two. */
const widthOf = (text: string) => Array.from(text).reduce((sum, one) => sum + (/\p{Script=Han}/u.test(one) ? 2 : 1), 0);

async function list({ db, words }: Desk): Promise<number> {
  const now = new Date();
  const all = await webhooksListed(db, new Date(now.getTime() - mourned));
  if (all.length === 0) say(words('none'));
  const line = (label: keyof Words, value: string) => {
    const name = words(label);
    say(`  ${name}${' '.repeat(Math.max(1, 9 - widthOf(name)))}${value}`);
  };
  for (const one of all) {
    const { off_at, told_at, since, rests_until, former_until } = one;
    say(one.id);
    line('portal', one.iss);
    line('area', words('below', { area: one.area }));
    line('address', one.url);
    if (off_at) line('off', words('offSince', { at: off_at.toISOString() }));
    line('told', told_at ? words('toldLast', { told: one.told, at: told_at.toISOString() }) : one.told);
    line('waiting', since ? words('waitingSince', { waiting: one.waiting, at: since.toISOString() }) : String(one.waiting));
    if (one.dead > 0) line('dead', words('deadOf', { dead: one.dead, days: one.days }));
    if (one.outcome !== null) line('last', inWords(one.outcome, words));
    if (rests_until) line('silent', words('silentTimes', { failures: one.failures, at: rests_until.toISOString() }));
    if (former_until && former_until > now) line('secrets', words('secretsTwo', { at: former_until.toISOString() }));
  }
  return all.some(({ dead }) => dead > 0) ? 1 : 0;
}

async function add(desk: Desk): Promise<number> {
  const { db, settings, given, words } = desk;
  const iss = required(desk, 'iss');
  const url = required(desk, 'url');
  const fault = faultOf(url, settings);
  if (fault !== undefined) throw new PlainError(words(fault, { url }));
  const authority = await authorityOf(desk, iss);
  const slug = given('area') ?? authority;
  const [whole, area] = [await areaBySlug(db, authority), await areaBySlug(db, slug)];
  if (!area || !whole) throw new PlainError(words('noArea', { area: area ? authority : slug }));
  if (!area.path.includes(whole.id)) throw new PlainError(words('notBelow', { iss, authority, area: slug }));
  const clock = () => new Date();
  const secret = newSecret(random);
  const secrets = await secretsOf(desk);
  const id = newId({ clock, random });
  const row = { id, iss, area_id: area.id, url, secret: await secrets.seal(secret), created_at: clock() };
  if (!(await addWebhook(db, { ...row, days: countOf(desk, 'days', '3', 14) })))
    throw new PlainError(words('already', { iss, url }));
  say(words('added', { id, iss, area: slug }));
  say(secret);
  return 0;
}

async function test(desk: Desk): Promise<number> {
  const { db, settings, words } = desk;
  const webhook = await webhookById(db, idOf(desk));
  if (!webhook) throw unknown(desk);
  const at = new Date();
  const body = JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: {} });
  const message = { id: `test_${newId({ clock: () => at, random }).replaceAll('-', '')}`, body };
  const secrets = await secretsOf(desk);
  const headers = await headersFor({ secrets }, message, webhook, at);
  const outcome = await createPost(settings)(webhook.url, headers, body, new AbortController().signal);
  const { url } = webhook;
  say(outcome === undefined ? words('took', { url }) : words('refused', { url, outcome: inWords(outcome, words) }));
  return outcome === undefined ? 0 : 1;
}

async function rotate(desk: Desk): Promise<number> {
  const { db, words } = desk;
  const id = idOf(desk);
  const hours = countOf(desk, 'hours', '24', 24 * 30, 0);
  const now = new Date();
  const before = await webhookById(db, id);
  if (!before) throw unknown(desk);
  // There is room for one beside the new one: the portal may still be at the one before.
  if (hours > 0 && before.former_until && before.former_until > now)
    throw new PlainError(words('secondRotation', { at: before.former_until.toISOString() }));
  const secrets = await secretsOf(desk);
  const secret = newSecret(random);
  const until = new Date(now.getTime() + (hours * day) / 24);
  if (!(await renewSecret(db, id, await secrets.seal(secret), until))) throw unknown(desk);
  say(hours > 0 ? words('rotated', { at: until.toISOString() }) : words('rotatedAtOnce'));
  say(secret);
  return 0;
}

async function off(desk: Desk): Promise<number> {
  const id = idOf(desk);
  if (!(await webhookById(desk.db, id))) throw unknown(desk);
  say(desk.words((await switchOff(desk.db, id, new Date())) ? 'isOff' : 'wasOff', { id }));
  return 0;
}

async function on(desk: Desk): Promise<number> {
  const id = idOf(desk);
  if (!(await webhookById(desk.db, id))) throw unknown(desk);
  say(desk.words((await switchOn(desk.db, id)) ? 'isOn' : 'wasOn', { id }));
  return 0;
}

async function remove(desk: Desk): Promise<number> {
  const { db, words } = desk;
  const id = idOf(desk);
  await switchOff(db, id, new Date());
  if (!(await db.transaction().execute((trx) => removeWebhook(trx, id)))) throw unknown(desk);
  say(words('removed', { id }));
  return 0;
}

/**
 * Those of the running servers: a file that was made here would seal what they cannot open, and keep them from starting.
 * @throws {PlainError} where there is none, or that of another database
 */
async function secretsOf({ db, settings: { secretFile } }: Desk): Promise<Secrets> {
  const ring = await ringOf(await readKeys(secretFile));
  await demandKeys(db, ring, secretFile);
  return ring;
}

/** The area that the portal speaks for. */
async function authorityOf({ settings, words }: Desk, iss: string): Promise<string> {
  const { issuersFile, dataDir, audience } = settings;
  if (iss === demoIssuerName && mayDemo(settings)) return (await openDemoIssuer(dataDir, audience)).config.area;
  const entry = issuersFile === null ? undefined : (await readEntries(issuersFile)).find((one) => one.iss === iss);
  if (!entry) throw new PlainError(words('unregistered', { iss }));
  return entry.area;
}

function required({ given, words }: Desk, flag: Flag): string {
  const value = given(flag);
  if (!value) throw new PlainError(words('missing', { flag }));
  return value;
}

function idOf(desk: Desk): string {
  const id = required(desk, 'id');
  if (!isUuid(id)) throw unknown(desk);
  return id;
}

const unknown = ({ given, words }: Desk) => new PlainError(words('unknown', { id: given('id') ?? '' }));

function countOf({ given, words }: Desk, flag: Flag, usual: string, most: number, least = 1): number {
  const text = given(flag) ?? usual;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new PlainError(words('number', { flag, least, most }));
  return number;
}
