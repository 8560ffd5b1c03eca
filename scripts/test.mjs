// `npm test`: everything that can be said about this repository by a machine. The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium, noChromium } from './chromium.mjs';
import { ensureEmbed } from './embed.mjs';
import { startPostgres } from './postgres.mjs';
import { root, run } from './root.mjs';

const minutes = 60_000;
const tally = { passed: 0, failed: 0, skipped: 0 };
/** What did not pass, by name: said once more in the end, where a log that was cut still shows it. */
const failures = [];
const bin = (name) => join(root, 'node_modules/.bin', name);
const node = process.execPath;

/** What is checked without running the product; `npm run <name>` runs one alone. */
const gates = [
  ['format', bin('biome'), ['format', '.']],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['imports', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', 'packages', 'mock-api', 'stories', 'examples']],
  ['lines', node, ['scripts/lines.mjs']],
  ['unused', bin('knip'), []],
  ['size', node, ['scripts/size.mjs']],
  ['floor', node, ['scripts/floor.mjs']],
];

function installChromium() {
  const asRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const [command, ...args] = asRoot
    ? [
        'sh',
        '-c',
        'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk',
      ]
    : [bin('playwright'), 'install', 'chromium'];
  console.log(`No Chromium here; trying: ${asRoot ? 'apt-get install chromium' : 'playwright install chromium'}`);
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

function count(name, failed, output) {
  tally[failed ? 'failed' : 'passed'] += 1;
  if (failed) failures.push(name);
  console.log(`${failed ? '✗' : '✓'} ${name}`);
  if (failed) console.log(output.trimEnd());
}

/** Some at a time. */
async function atATime(some, jobs) {
  const queue = [...jobs];
  const worker = async () => {
    for (let job = queue.shift(); job; job = queue.shift()) await job();
  };
  await Promise.all(Array.from({ length: some }, worker));
}

async function runGate([name, command, args]) {
  const { code, output } = await run(command, args, { timeout: 5 * minutes });
  count(name, code !== 0, output);
}

/** Vitest's own report decides what is counted; a run that ends without one has failed. */
async function runTests(name, projects, part, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'five-micro-tests-'));
  const report = join(folder, 'report.json');
  const args = ['run', '--maxWorkers=1', ...(part ? [`--shard=${part}`] : []), ...projects.flatMap((one) => ['--project', one])];
  const { code } = await run(bin('vitest'), [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    env: { CI: 'true', ...env },
    show: name,
    timeout: 20 * minutes,
  });
  if (existsSync(report)) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    tally.passed += numPassedTests;
    tally.skipped += numPendingTests + numTodoTests;
    tally.failed += numFailedTests + unloaded;
    failures.push(...testResults.filter((file) => file.status === 'failed').flatMap((file) => failuresOf(name, file)));
    // An error outside any test, or no test at all.
    if (code !== 0 && numFailedTests + unloaded === 0) count(name, true, `${name}: vitest ended with ${code}`);
  } else {
    count(name, true, `${name}: vitest ended with ${code} and no report`);
  }
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Each with a PostgreSQL of its own: there, what happens is told by live streams when no older transaction is under way,
 * whoever's it is.
 */
async function runServerTests(name, part) {
  const given = process.env.TEST_DATABASE_URL;
  const postgres = given ? undefined : await startPostgres();
  const url = given ?? postgres?.url;
  console.log(`${name}: ${url ? 'the server on PGlite and on PostgreSQL' : 'no PostgreSQL here, the server on PGlite only'}.`);
  await runTests(name, ['server', 'sdk'], part, url ? { TEST_DATABASE_URL: url } : {});
  await postgres?.stop();
}

/** A file that could not be loaded has no tests, but a message. */
function failuresOf(name, { name: path, message, assertionResults }) {
  const file = `${name}: ${relative(root, path)}`;
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return [`${file}: ${message}`];
  return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}\n    ${failureMessages[0]?.split('\n')[0]}`);
}

if (!findChromium()) {
  if (!process.env.CHROMIUM_PATH) installChromium();
  if (!findChromium()) {
    console.error(noChromium);
    process.exit(1);
  }
}

try {
  await ensureEmbed();
} catch (error) {
  count('build of the drop-in files', true, String(error));
}
await atATime(
  2,
  gates.map((gate) => () => runGate(gate)),
);

// One worker each: a test that waits for its database leaves room for a browser, which fills a core by itself. The
// longest first and in halves, so that they end at about the same time.
await atATime(3, [
  () => runTests('browser', ['browser', 'storybook']),
  () => runServerTests('node 1', '1/2'),
  () => runTests('e2e 1', ['e2e'], '1/2'),
  () => runServerTests('node 2', '2/2'),
  () => runTests('e2e 2', ['e2e'], '2/2'),
  () => runTests('packages', ['packages']),
]);

if (tally.skipped > 0) {
  console.log(`${tally.skipped} skipped`);
  // Where everything is there to run everything, a skipped test is one that nobody runs.
  if (process.env.CI) tally.failed += tally.skipped;
}
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
