import { once } from 'node:events';
import { type Command, say, stderrLog } from './command.ts';
import { startServer } from './server.ts';
import { type NodeSettings, readArguments, settingsHelp } from './settings.ts';

export const serve: Command = {
  help: `Each setting is a flag or an environment variable:\n\n${settingsHelp}`,
  async run(argv) {
    const { settings } = readArguments(argv, process.env);
    const server = await startServer(settings, stderrLog);
    for (const line of greeting(settings, server)) say(line);

    // `npm start` may pass on what the terminal has sent already: the second of two is the same wish.
    const signals = ['SIGTERM', 'SIGINT'] as const;
    await Promise.race(signals.map((signal) => once(process, signal)));
    for (const signal of signals) process.on(signal, () => {});
    await server.stop();
    return 0;
  },
};

const lacking = {
  areas: 'There are no areas yet, so nobody can do anything: "five-micro areas FILE.json" makes them.',
  portals: 'No portal is registered, so nobody can sign in: "five-micro issuers add" registers one in ISSUERS_FILE.',
} as const;

function greeting(settings: NodeSettings, server: Awaited<ReturnType<typeof startServer>>): string[] {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  const address = `http://${host}:${server.port}/`;
  return [
    ...(server.seeded ? ['The sample community is in: 建邺区 with its streets and communities, all made up.'] : []),
    ...(server.database === 'embedded'
      ? [
          `Data lies in ${settings.dataDir}. The embedded database survives a killed process, but has no fsync: a power cut can lose the last seconds. DATABASE_URL names a PostgreSQL for more.`,
        ]
      : []),
    ...server.lacks.map((what) => lacking[what]),
    server.demo ? `Five Micro is at ${address}` : `The Five Micro API is at ${address}api/v1`,
  ];
}
