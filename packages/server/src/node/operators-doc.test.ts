import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pageAt } from '../../../../test/docs/pages.ts';
import { commandsIn } from '../../../../test/docs/shell.ts';
import { databaseAt, onCluster } from '../testing/cluster.ts';
import { run } from '../testing/server-process.ts';

const guide = pageAt('docs/operators.md');
const folder = mkdtempSync(join(tmpdir(), 'five-micro-guide-'));
/** The guide's places on a machine, in a folder of this test. */
const here = (word: string) => word.replace(/^\/(?:etc|var\/lib)\/five-micro\//, `${folder}/`);

const cluster = process.env['TEST_DATABASE_URL'];
const name = `guide_${randomBytes(6).toString('hex')}`;
const database = cluster ? ['--database-url', databaseAt(cluster, name)] : [];
const settings = ['--data-dir', folder, '--issuers-file', join(folder, 'issuers.json'), ...database];

beforeAll(async () => {
  vi.stubEnv('LC_ALL', 'C');
  if (cluster) await onCluster(cluster, `create database ${name}`);
  const [areas] = guide.blocks.filter(({ language }) => language === 'json');
  writeFileSync(join(folder, 'areas.json'), areas?.code ?? '');
  const [own] = pageAt('docs/settings.md').blocks.filter(
    ({ language, code }) => language === 'json' && code.includes('leaseDays'),
  );
  writeFileSync(join(folder, 'yikang.json'), own?.code ?? '');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  if (cluster) await onCluster(cluster, `drop database if exists ${name} with (force)`);
});

/** What the guide lets happen between two commands: the server's first start, and half an hour before a key is dropped. */
function meanwhile(command: string): void {
  const secret = join(folder, 'secret');
  if (command.startsWith('keys') && !existsSync(secret)) writeFileSync(secret, randomBytes(32));
  if (command.startsWith('keys retire')) utimesSync(secret, 0, 0);
}

it('leads an operator from an empty database to areas, portals, keys and a check, command by command', async () => {
  const commands = guide.blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => commandsIn(code))
    .map(({ words }) => words)
    // What stands in capitals is the reader's to fill in.
    .filter(([program, ...words]) => program === 'five-micro' && !words.some((word) => /^[A-Z]+$/.test(word)))
    .map(([, ...words]) => words.map(here));
  const said: string[] = [];
  for (const words of commands) {
    const command = words.join(' ');
    meanwhile(command);
    const { code, stdout, stderr } = await run(...words, ...settings);
    expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    said.push(stdout);
  }
  const all = said.join('\n');
  expect(commands.length).toBeGreaterThan(12);
  // Tried first, and only then made.
  expect(all.split('make yikang (怡康社区), below nanyuan')).toHaveLength(3);
  expect(all).toContain('nothing was changed.\n');
  expect(all).toContain('https://portal.example is registered for jianye');
  expect(all).toContain('"leaseDays": 10');
  expect(all).toMatch(/Dropped \w+\. Key \w+ is the only one\./);
  expect(readFileSync(join(folder, 'portal.secret'), 'utf8')).toMatch(/^[\w+/=]{40,}\s*$/);

  const slip = join(folder, 'slip.json');
  writeFileSync(slip, JSON.stringify({ slug: 'jainye', name: '建邺区', level: 'district' }));
  const refused = await run('areas', slip, '--lang', 'zh-CN', ...settings);
  expect(refused).toMatchObject({ code: 1, stdout: '将要做这些：\n  新建 jainye（建邺区），另起一棵树\n' });
  expect(refused.stderr).toMatch(/^jainye 不在已有的区域里.+已有的顶端是 jianye。.+--new-root。\n什么也没有改。\n$/s);
  expect(JSON.parse((await run('areas', ...settings)).stdout)).toMatchObject({ slug: 'jianye' });
  expect(await run('areas', slip, '--new-root', ...settings)).toMatchObject({ code: 0 });
  expect(JSON.parse((await run('areas', ...settings)).stdout)).toMatchObject([{ slug: 'jianye' }, { slug: 'jainye' }]);
}, 180_000);

it('puts back what it has saved, each file to where it was', () => {
  const files = (block: string, command: string) =>
    guide.blocks
      .filter(({ language, code }) => language === 'sh' && code.includes(block))
      .flatMap(({ code }) => code.split('\n').filter((line) => line.startsWith(command)))
      .map((line) => /\/var\/lib\/five-micro\/\S+/.exec(line)?.[0])
      .sort();
  expect(files('pg_dump', 'cp ').length).toBeGreaterThan(1);
  expect(files('pg_restore', 'install ')).toEqual(files('pg_dump', 'cp '));
});
