import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startProcess } from '../../server/src/testing/server-process.ts';
import { ran } from './testing/own-server.ts';

const document = readFileSync(new URL('../../../docs/conformance.md', import.meta.url), 'utf8');

it('tries the server that “npm start” starts, by the command that the documents show', async () => {
  const shown = /npm run -s conformance -- (.+)/.exec(document)?.[1] ?? '';
  const dataDir = mkdtempSync(join(tmpdir(), 'five-micro-conformance-'));
  const server = await startProcess('--data-dir', dataDir);
  try {
    const argv = shown.replace('http://localhost:8080', server.url).replace('data/', `${dataDir}/`).split(' ');
    const { code, lines, complaints } = await ran(
      ...argv,
      '--only',
      'tokens/roles-each-time,areas/tree,areas/features,areas/roll-up,wishes/whole-way',
    );
    expect(complaints).toEqual([]);
    expect(lines.filter((line) => !line.startsWith('ok '))).toEqual([
      expect.stringMatching(/^\d+ passed, 0 failed, 0 skipped$/),
      expect.stringMatching(/^Left behind in nanyuan and below: /),
    ]);
    expect(code).toBe(0);
  } finally {
    await server.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  }
}, 180_000);
