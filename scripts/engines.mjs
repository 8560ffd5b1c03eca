// `npm run engines`: the journeys in other engines than Chromium, in those that this machine has; the others are named.
// Not a part of `npm test`: a machine need not have them, and they take minutes.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root, run } from './root.mjs';

/** The first line that a command says; undefined where there is no such command. */
const said = (command, ...args) => {
  const { error, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return error ? undefined : stdout.trim().split('\n')[0];
};

/** The walks that Chromium is tried with, as far as the driver of Firefox can follow them. */
const walks = ['walk', 'people', 'actions', 'rounds', 'policy', 'phones'].map((name) => `e2e/${name}.test.ts`);
const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const engines = [
  {
    name: 'Firefox',
    found: said(process.env.FIREFOX_PATH ?? 'firefox-esr', '--version'),
    install: 'apt-get install firefox-esr, or FIREFOX_PATH',
    // Its driver does not tell of downloads.
    tests: ['--project', 'e2e', '-t', '^(?!.*takes everything along in one archive)', ...walks],
    env: { ENGINE: 'firefox' },
  },
  {
    name: 'WebKitGTK',
    found:
      existsSync(miniBrowser) && said('Xvfb', '-help') !== undefined ? said('dpkg-query', '-W', 'webkit2gtk-driver') : undefined,
    install: 'apt-get install webkit2gtk-driver xvfb',
    tests: ['--project', 'engines'],
    env: {},
  },
];

let failed = 0;
for (const { name, found, install, tests, env } of engines) {
  if (!found) {
    console.log(`${name}: not run, it is not on this machine (Debian: ${install})`);
    continue;
  }
  const { code } = await run(`${root}node_modules/.bin/vitest`, ['run', ...tests], { env, show: name });
  failed += code === 0 ? 0 : 1;
  console.log(`${name} (${found}): ${code === 0 ? 'passed' : 'failed'}`);
}
process.exit(failed === 0 ? 0 : 1);
