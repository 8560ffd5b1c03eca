import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Settings } from '../ports.ts';
import { messageOf, PlainError } from './plain-error.ts';

/** How a server runs: the app's own settings, and those that only Node has. */
export interface NodeSettings extends Settings {
  host: string;
  port: number;
  dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  databaseUrl: string | null;
  secretFile: string;
  /** Null: nobody but the demo issuer, where that may exist. */
  issuersFile: string | null;
  /** Whether portals may be told at addresses that the outside does not see. */
  webhooksPrivate: boolean;
}

interface Setting {
  name: string;
  fallback: string;
  help: string;
}

const table = [
  { name: 'PORT', fallback: '8080', help: 'where it listens' },
  {
    name: 'HOST',
    fallback: 'localhost',
    help: 'address to listen on; 0.0.0.0 for all. The demo sign-in exists on localhost only',
  },
  { name: 'DATA_DIR', fallback: './data', help: 'folder of the embedded database, the secret and the demo key' },
  { name: 'DATABASE_URL', fallback: '', help: 'postgres://…, PostgreSQL 15 or newer, instead of the embedded database' },
  { name: 'PUBLIC_URL', fallback: '', help: 'how the outside reaches this server, as https://portal.example' },
  { name: 'ALLOWED_ORIGINS', fallback: '', help: "origins that may call besides the issuers' own, separated by commas" },
  { name: 'TRUST_PROXY', fallback: '0', help: "how many proxies in front are believed about the caller's address" },
  {
    name: 'SECRET_FILE',
    fallback: 'DATA_DIR/secret',
    help: 'master keys of 32 bytes, the current one first, made at the first start; see "five-micro keys"',
  },
  {
    name: 'ISSUERS_FILE',
    fallback: '',
    help: 'JSON list of the portals whose tokens are believed; see "five-micro issuers" and docs/login.md',
  },
  { name: 'AUDIENCE', fallback: 'five-micro', help: 'what tokens must be issued for: their "aud"' },
  {
    name: 'WEBHOOKS_PRIVATE',
    fallback: 'off',
    help: 'on lets webhooks reach addresses of private networks, by http too; see "five-micro webhooks"',
  },
  { name: 'RATE_LIMITS', fallback: 'on', help: 'off switches them off, for benches' },
] as const satisfies readonly Setting[];
type Name = (typeof table)[number]['name'];

const flagOf = (name: string) => name.toLowerCase().replaceAll('_', '-');

export const settingsHelp: string = table
  .map(
    ({ name, fallback, help }) =>
      `  --${flagOf(name).padEnd(16)} ${name.padEnd(16)} ${help}${fallback === '' ? '' : ` (${fallback})`}`,
  )
  .join('\n');

export interface Arguments {
  settings: NodeSettings;
  /** Flags of the command itself. */
  values: Record<string, string[]>;
}

/**
 * Reads flags and the environment; a flag goes before the environment. `own` names the command's own flags.
 * @throws {PlainError} where something is not understood.
 */
export function readArguments(argv: string[], env: NodeJS.ProcessEnv, own: readonly string[] = []): Arguments {
  const options = Object.fromEntries(
    [...table.map(({ name }) => flagOf(name)), ...own].map((flag) => [
      flag,
      { type: 'string' as const, multiple: true as const },
    ]),
  );
  const given = parse(argv, options);
  const texts = new Map<Name, string>();
  for (const { name } of table) {
    const text = given[flagOf(name)]?.at(-1) ?? env[name];
    if (text !== undefined && text !== '') texts.set(name, text);
  }
  const values = Object.fromEntries(own.map((flag) => [flag, given[flag] ?? []]));
  return { settings: settingsFrom((name) => texts.get(name)), values };
}

function parse(
  argv: string[],
  options: Record<string, { type: 'string'; multiple: true }>,
): Record<string, string[] | undefined> {
  try {
    return parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new PlainError(`${messageOf(error).split('. ')[0] ?? ''}.`);
  }
}

function settingsFrom(read: (name: Name) => string | undefined): NodeSettings {
  const dataDir = resolve(read('DATA_DIR') ?? './data');
  const publicUrl = read('PUBLIC_URL');
  return {
    host: read('HOST') ?? 'localhost',
    port: wholeNumber('PORT', read('PORT') ?? '8080', 65_535),
    dataDir,
    databaseUrl: read('DATABASE_URL') ?? null,
    publicUrl: publicUrl === undefined ? null : apiUrl(publicUrl),
    allowedOrigins: (read('ALLOWED_ORIGINS') ?? '')
      .split(',')
      .flatMap((origin) => (origin.trim() === '' ? [] : [originOf(origin.trim())])),
    trustedProxies: wholeNumber('TRUST_PROXY', read('TRUST_PROXY') ?? '0', 10),
    secretFile: resolve(read('SECRET_FILE') ?? join(dataDir, 'secret')),
    issuersFile: read('ISSUERS_FILE') ?? null,
    audience: read('AUDIENCE') ?? 'five-micro',
    webhooksPrivate: oneOf('WEBHOOKS_PRIVATE', read('WEBHOOKS_PRIVATE') ?? 'off', ['on', 'off']) === 'on',
    rateLimits: oneOf('RATE_LIMITS', read('RATE_LIMITS') ?? 'on', ['on', 'off']) === 'on',
  };
}

function wholeNumber(name: Name, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new PlainError(`${name} must be a whole number up to ${most}, not "${text}".`);
  return number;
}

function oneOf(name: Name, text: string, allowed: readonly string[]): string {
  if (!allowed.includes(text)) throw new PlainError(`${name} must be ${allowed.join(' or ')}, not "${text}".`);
  return text;
}

/** With or without `/api/v1`: a portal's address is what people have at hand. */
function apiUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new PlainError(`PUBLIC_URL must be an address like https://portal.example, not "${text}".`);
  const path = url.pathname.replace(/\/+$/, '');
  return url.origin + (path.endsWith('/api/v1') ? path : `${path}/api/v1`);
}

function originOf(text: string): string {
  if (text === '*' || /^https?:\/\/[^/]+:\*$/.test(text)) return text;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new PlainError(`ALLOWED_ORIGINS holds "${text}", which is no origin like https://portal.example.`);
  return url.origin;
}

const loopback = ['localhost', '127.0.0.1', '::1', '[::1]'];
export const isLoopback = (host: string): boolean => loopback.includes(host);

/** The demo sign-in lets anyone be anyone: on one's own machine only, and never beside a real issuer. */
export const mayDemo = (settings: NodeSettings): boolean =>
  isLoopback(settings.host) &&
  settings.issuersFile === null &&
  settings.trustedProxies === 0 &&
  (settings.publicUrl === null || isLoopback(new URL(settings.publicUrl).hostname));
