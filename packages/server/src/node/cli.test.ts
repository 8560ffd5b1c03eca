import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('ends quietly when whoever reads what it says has read enough', () => {
  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  // `true` has gone long before the program has started.
  const { stderr } = spawnSync('sh', ['-c', `"$0" --conditions=five-micro-src "$1" serve --help | true`, process.execPath, cli], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
});
