import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { signed } from './signing.ts';

const at = (path: string) => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));
const vector = z.object({
  name: z.string(),
  id: z.string(),
  timestamp: z.string(),
  signature: z.string(),
  now: z.number(),
  body: z.string(),
  believed: z.boolean(),
});
const { secret, vectors } = z
  .object({ secret: z.string(), vectors: z.array(vector) })
  .parse(JSON.parse(readFileSync(at('examples/webhooks/vectors.json'), 'utf8')));
const doc = readFileSync(at('docs/webhooks.md'), 'utf8');
const [good] = vectors;
if (!good) throw new Error('There are no vectors.');

it('signs as the shared vectors are signed, and the document shows the first of them', async () => {
  const { id, timestamp, signature, body } = good;
  const headers = await signed({ id, body }, [secret], new Date(Number(timestamp) * 1000));
  expect(headers).toMatchObject({ 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature });
  for (const shown of [secret, id, timestamp, signature]) expect(doc).toContain(`\`${shown}\``);
});

const folder = mkdtempSync(join(tmpdir(), 'five-micro-java-'));
afterAll(() => rmSync(folder, { recursive: true }));
const java = spawnSync('java', ['--version']).status === 0;

/** Reads what it is to judge, a line of tabs each, and says of each whether it is believed. */
const judge = `
    public static void main(String[] args) throws Exception {
        var lines = new java.io.BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null; ) {
            String[] is = line.split("\\t");
            System.out.println(isBelieved(is[0], is[1], is[2], is[3], is[4].getBytes(StandardCharsets.UTF_8), Long.parseLong(is[5])));
        }
    }
}
`;

it.runIf(java)('has a Java example that believes what the vectors say is to be believed, and nothing else', () => {
  const code = /```java\n([^]*?)```/.exec(doc)?.[1] ?? '';
  const file = join(folder, 'FiveMicroWebhook.java');
  writeFileSync(file, code.replace(/}\s*$/, judge));
  const input = vectors
    .map(({ id, timestamp, signature, body, now }) => [secret, id, timestamp, signature, body, now].join('\t'))
    .join('\n');
  const { stdout, stderr } = spawnSync('java', ['-Xshare:auto', '-XX:TieredStopAtLevel=1', file], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(vectors.map(({ believed }) => String(believed)));
});
