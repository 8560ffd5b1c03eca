import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { KitError } from './finding.ts';
import { parts } from './scenario.ts';

/** What the kit is told: by flags, or by a file that has the same words. */
export interface Options {
  /** The API, as `https://portal.example/api/v1`. */
  url: string;
  area: string;
  /** Two areas below it to work in, where it has more. */
  communities: string[];
  issuer: string;
  audience: string;
  /** Where the issuer's pages live. */
  origin: string | undefined;
  /** One of them: a key to sign with, or a command that signs. */
  key: string | undefined;
  tokenCommand: string | undefined;
  only: string[];
  without: string[];
  noSkips: boolean;
  jobs: number;
  json: string | undefined;
  junit: string | undefined;
}

const texts = z.array(z.string());
const file = z.strictObject({
  url: z.optional(z.string()),
  area: z.optional(z.string()),
  communities: z.optional(texts),
  issuer: z.optional(z.string()),
  audience: z.optional(z.string()),
  origin: z.optional(z.string()),
  key: z.optional(z.string()),
  tokenCommand: z.optional(z.string()),
  only: z.optional(texts),
  without: z.optional(texts),
  noSkips: z.optional(z.boolean()),
});
type File = z.infer<typeof file>;

export const help = `five-micro-conformance URL --area AREA --issuer ISS (--key FILE | --token-command COMMAND)

Tries over HTTP whether the server at URL speaks the Five Micro API, and ends with 1 where it does not.
It leaves data behind in AREA and below, and nowhere else: give it an area of a test server that is made for it.

  URL                      the API, as https://portal.example/api/v1
  --area AREA              slug of an area with two communities below it
  --communities A,B        which two, where it has more
  --issuer ISS             the "iss" of tokens: an issuer that the server has registered for AREA or above
  --audience AUD           the "aud" of tokens (five-micro)
  --origin ORIGIN          where its pages live, as the server has it registered: to try what browsers need (CORS)
  --key FILE               what the kit signs tokens with: a private JWK, a PEM, or a secret of HS256 in base64
  --token-command COMMAND  or a command that reads claims as JSON and prints a token
  --config FILE            a JSON file with the same words: url, area, communities, issuer, audience, origin, key, tokenCommand, only, without, noSkips
  --only NAMES             subjects (wishes) or scenarios (wishes/claim-race), separated by commas
  --without PARTS          what the server does not have: ${parts.join(', ')}
  --no-skips               a skipped scenario is a failed one
  --jobs N                 scenarios at a time (4)
  --json FILE              the results as JSON; - for the standard output, instead of lines
  --junit FILE             the results as JUnit XML
  --list                   every scenario, what it says and where the rule is written

docs/conformance.md says what the server has to be given, docs/api-rules.md has the rules.`;

const flags = {
  area: { type: 'string' },
  communities: { type: 'string' },
  issuer: { type: 'string' },
  audience: { type: 'string' },
  origin: { type: 'string' },
  key: { type: 'string' },
  'token-command': { type: 'string' },
  config: { type: 'string' },
  only: { type: 'string' },
  without: { type: 'string' },
  'no-skips': { type: 'boolean' },
  jobs: { type: 'string' },
  json: { type: 'string' },
  junit: { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

/** @throws {KitError} where something is missing or not understood */
export async function readOptions(argv: readonly string[]): Promise<Options | 'help' | 'list'> {
  const { values, positionals } = parse(argv);
  if (values.help === true) return 'help';
  if (values.list === true) return 'list';
  const given = values.config === undefined ? {} : await readConfig(values.config);
  const key = values.key ?? given.key;
  const tokenCommand = values['token-command'] ?? given.tokenCommand;
  if ((key === undefined) === (tokenCommand === undefined))
    throw new KitError('Say how tokens are made: either --key FILE or --token-command COMMAND.');
  return {
    url: apiAt(required('URL', positionals[0] ?? given.url)),
    area: required('--area', values.area ?? given.area),
    communities: list(values.communities) ?? given.communities ?? [],
    issuer: required('--issuer', values.issuer ?? given.issuer),
    audience: values.audience ?? given.audience ?? 'five-micro',
    origin: originOf(values.origin ?? given.origin),
    key,
    tokenCommand,
    only: list(values.only) ?? given.only ?? [],
    without: known(list(values.without) ?? given.without ?? []),
    noSkips: values['no-skips'] ?? given.noSkips ?? false,
    jobs: wholeNumber(values.jobs ?? '4'),
    json: values.json,
    junit: values.junit,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: flags, strict: true, allowPositionals: true });
  } catch (error) {
    throw new KitError(
      `${error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error)}. --help says what there is.`,
    );
  }
}

async function readConfig(path: string): Promise<File> {
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new KitError(`${path} cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = file.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const what = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : (issue?.path.join('.') ?? '');
  throw new KitError(`${path}: ${what} is not understood. --help says what can stand there.`);
}

const list = (text: string | undefined) =>
  text
    ?.split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

function known(without: string[]): string[] {
  for (const part of without)
    if (!parts.some((one) => one === part)) throw new KitError(`--without knows no "${part}": ${parts.join(', ')}.`);
  return without;
}

function originOf(text: string | undefined): string | undefined {
  if (text !== undefined && URL.parse(text)?.origin !== text)
    throw new KitError(`--origin must be an origin like https://portal.example, not "${text}".`);
  return text;
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new KitError(`${name} is missing: --help says what the kit has to be given.`);
  return value;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 16) throw new KitError('--jobs must be a whole number from 1 to 16.');
  return number;
}

/** A server's address alone means its API where that usually is. */
function apiAt(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new KitError(`URL must be an address like https://portal.example/api/v1, not "${text}".`);
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path === '' ? '/api/v1' : path);
}
