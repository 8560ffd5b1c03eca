import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Grant, grants } from '../identity/caller.ts';
import { createIssuers, type Issuer } from '../identity/issuers.ts';
import { type Command, say, stderrLog } from './command.ts';
import { configOf, type IssuerEntry, readEntries } from './issuers-file.ts';
import { openIssuers } from './issuers-watched.ts';
import { hasCode, readOrMake } from './once-file.ts';
import { messageOf, PlainError } from './plain-error.ts';
import { readArguments, settingsHelp } from './settings.ts';
import { writeOver } from './write-over.ts';

const own = ['iss', 'area', 'role', 'origin', 'jwks-url', 'public-key', 'kid', 'secret-file'] as const;

export const issuers: Command = {
  help: `  issuers                lists the portals whose tokens are believed, and looks at what each has published
  issuers add            registers one
  issuers remove         takes one away: --iss ISS

  --iss ISS              as its tokens name it, letter by letter
  --area AREA            slug of the area that it speaks for, with all below
  --role ROLE            what it may make of people there: ${grants.join(', ')}; may be repeated
  --origin ORIGIN        where its pages live, as https://portal.example; may be repeated
and one way to verify what it signs:
  --jwks-url URL         where it publishes its keys, which it may change there
  --public-key FILE      a public key as PEM (P-256 or Ed25519), with --kid where its tokens name one
  --secret-file FILE     a shared secret in base64, which is made if it is not there; the portal signs with its bytes

All of it stands in ISSUERS_FILE, which can be written by hand as well (docs/login.md). A running server sees a change
within seconds.

${settingsHelp}`,
  async run(argv) {
    const verb = argv[0]?.startsWith('--') ? undefined : argv[0];
    const { settings, values } = readArguments(verb === undefined ? argv : argv.slice(1), process.env, own);
    const { issuersFile: path } = settings;
    if (path === null) throw new PlainError('Say where they stand: --issuers-file FILE, or ISSUERS_FILE.');
    if (verb === undefined) return list(path);
    if (verb === 'add') return add(path, values);
    if (verb === 'remove') return remove(path, values['iss']?.at(-1));
    throw new PlainError(`issuers knows "add" and "remove", not "${verb}".`);
  },
};

async function list(path: string): Promise<number> {
  // Neither kept keys nor a flood: whoever asks wants to know what is published now.
  const ports = { clock: () => new Date(), fetch: globalThis.fetch, log: stderrLog };
  const known = (await openIssuers(path, ports)).all();
  if (known.length === 0) say('No portal is registered.');
  let missing = 0;
  for (const issuer of known) missing += await describe(issuer);
  return missing > 0 ? 1 : 0;
}

/** Answers 1 where nothing that it signs can be verified. */
async function describe(issuer: Issuer): Promise<number> {
  const keys = await issuer.allKeys();
  say(issuer.iss);
  say(`  area     ${issuer.area}, and all below`);
  say(`  roles    ${issuer.roles.join(', ') || 'none'}`);
  say(`  origins  ${issuer.origins.join(', ') || 'none: its pages have to live where the API does'}`);
  say(`  keys     ${keys.map(({ kid, algorithm }) => `${kid ?? 'without kid'} (${algorithm})`).join(', ') || 'NONE'}`);
  return keys.length > 0 ? 0 : 1;
}

async function add(path: string, values: Record<string, string[]>): Promise<number> {
  const last = (flag: (typeof own)[number]) => values[flag]?.at(-1);
  const required = (flag: (typeof own)[number]) => {
    const value = last(flag);
    if (!value) throw new PlainError(`--${flag} is missing: "five-micro issuers --help" says what it takes.`);
    return value;
  };
  const iss = required('iss');
  const area = required('area');
  required('role');
  const given = (values['role'] ?? []).map((name): Grant => {
    const role = grants.find((known) => known === name);
    if (!role) throw new PlainError(`There is no role "${name}": ${grants.join(', ')}.`);
    return role;
  });
  const ways = (['jwks-url', 'public-key', 'secret-file'] as const).filter((flag) => last(flag) !== undefined);
  if (ways.length !== 1) throw new PlainError('Say one way to verify its tokens: --jwks-url, --public-key or --secret-file.');

  const entries = await entriesOf(path);
  if (entries.some((entry) => entry.iss === iss)) throw new PlainError(`${iss} is registered: remove it first, or edit ${path}.`);
  const url = last('jwks-url');
  const key = last('public-key');
  const secret = last('secret-file');
  const entry: IssuerEntry = {
    iss,
    area,
    roles: given,
    origins: values['origin'] ?? [],
    ...(url !== undefined && { jwksUrl: url }),
    ...(key !== undefined && { jwks: { keys: [await publicJwk(key, last('kid'))] } }),
    ...(secret !== undefined && { secret: await secretIn(secret) }),
  };
  await check(entry);
  await writeOver(path, `${JSON.stringify([...entries, entry], null, 2)}\n`);
  say(`${iss} is registered for ${area} in ${path}.`);
  if (secret !== undefined) say(`The portal signs with the bytes of ${secret}: decode it from base64 first.`);
  return 0;
}

async function remove(path: string, iss: string | undefined): Promise<number> {
  const entries = await readEntries(path);
  const rest = entries.filter((entry) => entry.iss !== iss);
  if (iss === undefined || rest.length === entries.length)
    throw new PlainError(`${path} has no ${iss ?? 'issuer without --iss'}.`);
  await writeOver(path, `${JSON.stringify(rest, null, 2)}\n`);
  say(`Tokens of ${iss} are believed no more.`);
  return 0;
}

/** Refuses what a server would refuse at its start. */
async function check(entry: IssuerEntry): Promise<void> {
  try {
    await createIssuers([configOf(entry)]);
  } catch (error) {
    throw new PlainError(messageOf(error).startsWith('has') ? `${entry.iss} ${messageOf(error)}.` : messageOf(error));
  }
}

async function entriesOf(path: string): Promise<IssuerEntry[]> {
  try {
    await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw new PlainError(messageOf(error));
  }
  return readEntries(path);
}

async function publicJwk(path: string, kid: string | undefined) {
  try {
    const { kty = '', ...rest } = createPublicKey(await readFile(path)).export({ format: 'jwk' });
    return { kty, ...rest, ...(kid !== undefined && { kid }) };
  } catch (error) {
    throw new PlainError(`${path} is no public key as PEM: ${messageOf(error)}`);
  }
}

const secretIn = async (path: string): Promise<string> =>
  (await readOrMake(path, async () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')))
    .toString()
    .trim();
