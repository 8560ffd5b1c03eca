import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../../packages/server/src/testing/server-process.ts';
import { pageAt } from './pages.ts';
import { commandsIn } from './shell.ts';

const guide = pageAt('docs/operators.md');
const folder = mkdtempSync(join(tmpdir(), 'five-micro-guide-'));
/** The guide's places on a machine, in a folder of this test. */
const here = (word: string) => word.replace(/^\/(?:etc|var\/lib)\/five-micro\//, `${folder}/`);

const cluster = process.env['TEST_DATABASE_URL'];
const name = `guide_${randomBytes(6).toString('hex')}`;
const database = cluster === undefined ? [] : ['--database-url', Object.assign(new URL(cluster), { pathname: name }).href];
const settings = ['--data-dir', folder, '--issuers-file', join(folder, 'issuers.json'), ...database];

async function onCluster(statement: string): Promise<void> {
  if (cluster === undefined) return;
  const client = new pg.Client(cluster);
  await client.connect();
  await client.query(statement);
  await client.end();
}

beforeAll(async () => {
  await onCluster(`create database ${name}`);
  const [areas] = guide.blocks.filter(({ language }) => language === 'json');
  writeFileSync(join(folder, 'areas.json'), areas?.code ?? '');
  const [own] = pageAt('docs/settings.md').blocks.filter(
    ({ language, code }) => language === 'json' && code.includes('leaseDays'),
  );
  writeFileSync(join(folder, 'yikang.json'), own?.code ?? '');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await onCluster(`drop database if exists ${name} with (force)`);
});

/** Before the server has run once there is no key file, and "keys retire" wants half an hour to have passed. */
async function meanwhile(words: readonly string[]): Promise<void> {
  const secret = join(folder, 'secret');
  if (words.join(' ') === 'keys list') writeFileSync(secret, randomBytes(32), { flag: 'wx' });
  if (words.join(' ') === 'keys retire') utimesSync(secret, 0, 0);
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
  let keys = false;
  for (const words of commands) {
    if (words[0] === 'keys' && !keys) await meanwhile(['keys', 'list']);
    keys ||= words[0] === 'keys';
    if (words[1] === 'retire') await meanwhile(words);
    const { code, stdout, stderr } = await run(...words, ...settings);
    expect({ command: words.join(' '), code, stderr }).toEqual({ command: words.join(' '), code: 0, stderr: '' });
    said.push(`${words.slice(0, 2).join(' ')}: ${stdout}`);
  }
  const all = said.join('\n');
  expect(commands.length).toBeGreaterThan(12);
  expect(all).toContain('made yikang (怡康社区), below nanyuan');
  expect(all).toContain('https://portal.example is registered for jianye');
  expect(all).toContain('"leaseDays": 10');
  expect(all).toMatch(/Dropped \w+\. Key \w+ is the only one\./);
  expect(readFileSync(join(folder, 'portal.secret'), 'utf8')).toMatch(/^[\w+/=]{40,}\s*$/);
});
