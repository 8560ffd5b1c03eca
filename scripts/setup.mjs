// Runs before `npm start`, `npm test` and `npm run token`, on whatever Node the machine has (18 or newer), and
// installs what the lock file names when it is not there. `.bin/node` then puts our own Node first on the PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(`${root}/${file}`, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** What is installed, by npm's own record, against what the lock file wants; dates say nothing after a `git checkout`. */
function isInstalled() {
  const wanted = Object.entries(packagesIn('package-lock.json')).filter(
    ([path, one]) => path.startsWith('node_modules/') && !one.optional && !one.devOptional && !one.peer,
  );
  const installed = packagesIn('node_modules/.package-lock.json');
  return (
    existsSync(`${root}/node_modules/.bin/node${process.platform === 'win32' ? '.cmd' : ''}`) &&
    wanted.every(([path, one]) => installed[path] && installed[path].version === one.version)
  );
}

if (!isInstalled()) {
  console.log('Installing what is missing (npm ci), about half a minute …');
  const { status } = spawnSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: 'inherit', shell: true });
  if (status !== 0) {
    console.error('npm ci failed: see above. Is the package registry reachable?');
    process.exit(1);
  }
  if (!isInstalled()) {
    console.error('Our own Node is missing: install scripts seem to be switched off. Run: npm rebuild node');
    process.exit(1);
  }
}
