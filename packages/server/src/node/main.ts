import type { Command } from './command.ts';
import { messageOf, PlainError } from './plain-error.ts';

/** Loaded one at a time: a token needs neither database nor image library. */
export const commands: Record<string, { summary: string; load: () => Promise<Command> }> = {
  serve: { summary: 'starts the server', load: async () => (await import('./serve.ts')).serve },
  migrate: { summary: "brings the database's tables up to date", load: async () => (await import('./migrate.ts')).migrate },
  seed: { summary: 'puts the sample community into an empty database', load: async () => (await import('./seed.ts')).seed },
  token: { summary: 'prints a token of the demo issuer; explains any', load: async () => (await import('./token.ts')).token },
  issuers: {
    summary: 'lists and registers the portals whose tokens are believed',
    load: async () => (await import('./issuers.ts')).issuers,
  },
  webhooks: {
    summary: 'tells portals what concerns their members; lists and registers where',
    load: async () => (await import('./webhooks.ts')).webhooks,
  },
  areas: { summary: 'prints the tree of areas, or makes and renames them', load: async () => (await import('./areas.ts')).areas },
  revoke: { summary: "ends a member's or a portal's sign-ins", load: async () => (await import('./revoke.ts')).revoke },
  settings: {
    summary: "prints or changes an area's own settings",
    load: async () => (await import('./area-settings.ts')).areaSettings,
  },
  keys: { summary: 'changes the keys that contacts are sealed with', load: async () => (await import('./keys.ts')).keys },
  check: {
    summary: 'recomputes states, counts, points and ranks from events and ledger and prints what differs',
    load: async () => (await import('./check.ts')).check,
  },
  rebuild: {
    summary: 'counts points and ranks anew from the ledger',
    load: async () => (await import('./rebuild.ts')).rebuild,
  },
  verify: { summary: 'counts a closed round again from its record', load: async () => (await import('./verify.ts')).verify },
  tally: { summary: 'counts the ballots of a Pabulib file', load: async () => (await import('./tally.ts')).tally },
};

const usage = `five-micro COMMAND

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

"five-micro COMMAND --help" says more.
`;

async function dispatch([name = '--help', ...argv]: readonly string[]): Promise<number> {
  if (name === '--help' || name === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!found) throw new PlainError(`There is no command "${name}": ${Object.keys(commands).join(', ')}.`);
  const command = await found.load();
  if (argv.includes('--help')) {
    process.stdout.write(`five-micro ${name}: ${found.summary}\n\n${command.help}\n`);
    return 0;
  }
  return command.run(argv);
}

/** Does what `five-micro …` was called with. Answers the exit code; what went wrong is on the error stream by then. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error && !(error instanceof PlainError) ? (error.stack ?? error.message) : messageOf(error)}\n`,
    );
    return 1;
  }
}
