// `npm run bench -- leaderboard [--members 1000000] [--entries 10000000]`: times on this machine, beside what they are measured by.
// On a PostgreSQL of its own, or an empty one at DATABASE_URL.
// `npm run bench -- sdk [--rounds 2000]`: a list of 50 with the SDK, beside fetch and JSON.parse.
import { parseArgs } from 'node:util';
import { startPostgres } from './postgres.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    members: { type: 'string', default: '1000000' },
    entries: { type: 'string' },
    rounds: { type: 'string', default: '2000' },
  },
});
const members = Number(values.members);
const entries = Number(values.entries ?? members * 10);
const rounds = Number(values.rounds);
const whole = [members, entries, rounds].every((n) => Number.isSafeInteger(n) && n > 0);
const [bench] = positionals;
if (positionals.length !== 1 || !['leaderboard', 'sdk'].includes(bench) || !whole) {
  console.error('npm run bench -- leaderboard [--members 1000000] [--entries 10000000]\nnpm run bench -- sdk [--rounds 2000]');
  process.exit(1);
}
if (bench === 'sdk') {
  const { benchList } = await import('../packages/sdk/src/testing/bench.ts');
  const { timed } = await import('../packages/server/src/node/bench/times.ts');
  console.log(`A list of 50 wishes from a server on this machine, p50 of ${rounds} each`);
  for (const { name, p50, ratio } of await benchList(timed, { rounds }))
    console.log(`  ${p50.toFixed(3)} ms  ${ratio.toFixed(2)}×  ${name}`);
  process.exit();
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
