import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { help as conformanceHelp } from '../../packages/conformance/src/options.ts';
import { commands } from '../../packages/server/src/node/main.ts';
import { settingsHelp } from '../../packages/server/src/node/settings.ts';
import { root } from './pages.ts';
import type { ShellCommand } from './shell.ts';

/** The server's settings as its help lists them: what each is without being said. */
export const serverSettings: ReadonlyMap<string, string> = new Map(
  settingsHelp.split('\n').map((line) => {
    const [, name = '', fallback = ''] = /^ {2}--[\w-]+ +([A-Z_]+) .*?(?: \(([^()]*)\))?$/.exec(line) ?? [];
    return [name, fallback] as const;
  }),
);

/** Other people's programs that a guide may use. */
const others = new Set(
  'apt-get adduser git cd umask cp install ln createuser createdb dropdb pg_dump pg_restore systemctl curl jq journalctl nginx openssl sha256sum'.split(
    ' ',
  ),
);
/** Commands whose next word says what to do; with the others it is a file, an area, an address. */
const withVerbs = new Set(['issuers', 'webhooks', 'keys', 'rebuild']);

const flagsOf = (words: readonly string[]) =>
  words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? '');
const helpNames = (help: string, flag: string) => new RegExp(`${flag}(?![\\w-])`).test(help);

/** What is wrong with `five-micro …`, if anything. */
export async function faultOfOurs([name = '--help', ...words]: readonly string[]): Promise<string | undefined> {
  if (name === '--help') return undefined;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return `five-micro has no command ${name}`;
  const { help } = await command.load();
  const [verb] = words;
  if (withVerbs.has(name) && verb !== undefined && !verb.startsWith('-') && !new RegExp(`\\b${name} ${verb}\\b`).test(help))
    return `five-micro ${name} does not know ${verb}`;
  const unknown = flagsOf(words).find((flag) => flag !== '--help' && !helpNames(help, flag));
  return unknown === undefined ? undefined : `five-micro ${name} has no ${unknown}`;
}

const scriptsOf = (folder: string): Record<string, string> =>
  (JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { scripts?: Record<string, string> }).scripts ?? {};

async function faultOfNpm([verb = '', ...words]: readonly string[]): Promise<string | undefined> {
  if (verb === 'start' || verb === 'test' || verb === 'ci') return undefined;
  if (verb === 'install') {
    const [name = ''] = words;
    const folder = join(root, name.replace('@five-micro/', 'packages/'), 'package.json');
    return name.startsWith('@five-micro/') && !existsSync(folder) ? `there is no package ${name}` : undefined;
  }
  if (verb !== 'run') return `npm ${verb} is not for readers`;
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  const script = own.find((word) => !word.startsWith('-')) ?? '';
  const workspace = own.find((word) => word.startsWith('--workspace='))?.split('=')[1] ?? '.';
  if (scriptsOf(workspace)[script] === undefined) return `npm run has no ${script}`;
  const after = end < 0 ? [] : words.slice(end + 1);
  if (script === 'five-micro') return faultOfOurs(after);
  if (script === 'token') return faultOfOurs(['token', ...after]);
  return script === 'conformance' ? faultOfKit(after) : undefined;
}

const faultOfKit = (words: readonly string[]): string | undefined => {
  const unknown = flagsOf(words).find((flag) => !helpNames(conformanceHelp, flag));
  return unknown === undefined ? undefined : `the kit has no ${unknown}`;
};

/** What is wrong with a command of a guide, if anything. */
export async function faultOf({ settings, words }: ShellCommand): Promise<string | undefined> {
  const strange = settings.find((name) => !serverSettings.has(name));
  if (strange !== undefined) return `there is no setting ${strange}`;
  const [program, ...rest] = words;
  if (program === undefined) return undefined;
  if (program === 'npm') return faultOfNpm(rest);
  if (program === 'five-micro') return faultOfOurs(rest);
  if (program === 'npx' && rest[0] === '@five-micro/conformance') return faultOfKit(rest.slice(1));
  if (program === 'npx' && rest[0] === 'five-micro') return faultOfOurs(rest.slice(1));
  return others.has(program) ? undefined : `${program} is not a program that the guides use: is it on every Debian?`;
}
