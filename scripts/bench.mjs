// `npm run bench -- leaderboard [--members 1000000] [--entries 10000000]`: times on this machine, beside what they are measured by.
// On a PostgreSQL of its own, or an empty one at DATABASE_URL.
import { parseArgs } from 'node:util';
import { startPostgres } from './postgres.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { members: { type: 'string', default: '1000000' }, entries: { type: 'string' } },
});
const members = Number(values.members);
const entries = Number(values.entries ?? members * 10);
const whole = [members, entries].every((n) => Number.isSafeInteger(n) && n > 0);
if (positionals.length !== 1 || positionals[0] !== 'leaderboard' || !whole) {
  console.error('There is one bench: npm run bench -- leaderboard [--members 1000000] [--entries 10000000]');
  process.exit(1);
}

// As a server of some size would be set, and with fsync: awards are worth that.
const own = process.env.DATABASE_URL
  ? undefined
  : await startPostgres({
      fsync: 'on',
      shared_buffers: '2GB',
      max_wal_size: '8GB',
      checkpoint_timeout: '15min',
      maintenance_work_mem: '512MB',
    });
const url = process.env.DATABASE_URL ?? own?.url;
if (!url) {
  console.error('No PostgreSQL here: install one (15 or newer), or name an empty database in DATABASE_URL.');
  process.exit(1);
}
// What it fills is large, and should not stay in the temporary folder.
process.once('SIGINT', () => (own?.stop() ?? Promise.resolve()).finally(() => process.exit(130)));
const { benchLeaderboard, connections } = await import('../packages/server/src/node/bench/leaderboard.ts');
const { openPostgres } = await import('../packages/server/src/db/postgres.ts');
const { db, close } = await openPostgres(url, { connections });
try {
  await benchLeaderboard(db, { members, entries }, (line) => console.log(line));
} finally {
  await close();
  await own?.stop();
}
