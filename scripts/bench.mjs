// `npm run bench -- leaderboard [--members 1000000] [--entries 10000000]`: times on this machine, beside what they are measured by.
// On a PostgreSQL of its own, or an empty one at DATABASE_URL.
import { parseArgs } from 'node:util';
import { startPostgres } from './postgres.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { members: { type: 'string', default: '1000000' }, entries: { type: 'string' } },
});
if (positionals.length !== 1 || positionals[0] !== 'leaderboard') {
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
const { benchLeaderboard } = await import('../packages/server/src/node/bench/leaderboard.ts');
const members = Number(values.members);
try {
  await benchLeaderboard(url, { members, entries: Number(values.entries ?? members * 10) }, (line) => console.log(line));
} finally {
  await own?.stop();
}
