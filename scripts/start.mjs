// `npm start`: the server on its embedded database, with the sample community and the demo portal. What follows
// `npm start --` goes to `five-micro serve`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureEmbed } from './embed.mjs';
import { root } from './root.mjs';

await ensureEmbed();

const server = spawn(
  process.execPath,
  [
    '--conditions=five-micro-src',
    '--disable-warning=ExperimentalWarning',
    join(root, 'packages/server/src/node/cli.ts'),
    'serve',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);

// The terminal sends Ctrl+C to both of us: stay until the server has closed its database.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
