import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';
import { ran } from './testing/own-server.ts';

const needed = ['http://localhost:1', '--area', 'kit', '--issuer', 'urn:kit', '--key', 'key.pem'];

describe('what the kit is told', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'five-micro-options-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read from flags, and a server’s address alone means its usual API', async () => {
    const options = await readOptions([...needed, '--only', 'wishes, rounds/secret', '--without', 'live,uploads']);
    expect(options).toMatchObject({
      url: 'http://localhost:1/api/v1',
      audience: 'five-micro',
      only: ['wishes', 'rounds/secret'],
      without: ['live', 'uploads'],
      noSkips: false,
      jobs: 4,
    });
    expect(await readOptions(['https://a.example/our/api/', ...needed.slice(1)])).toMatchObject({
      url: 'https://a.example/our/api',
    });
  });

  it('is read from a file too, before which a flag goes', async () => {
    const path = join(folder, 'conformance.json');
    await writeFile(
      path,
      JSON.stringify({ url: 'https://a.example/v1', area: 'kit', issuer: 'urn:kit', tokenCommand: 'php sign.php' }),
    );
    expect(await readOptions(['--config', path, '--area', 'other'])).toMatchObject({
      url: 'https://a.example/v1',
      area: 'other',
      tokenCommand: 'php sign.php',
      key: undefined,
    });
  });

  it('is understood as the documents show the file', async () => {
    const document = await readFile(new URL('../../../docs/conformance.md', import.meta.url), 'utf8');
    const path = join(folder, 'shown.json');
    await writeFile(path, /```json\n([\s\S]+?)```/.exec(document)?.[1] ?? '');
    const options = await readOptions(['--config', path]);
    expect(options).toMatchObject({ area: 'kit', tokenCommand: 'node sign.mjs', without: ['live'], noSkips: false });
  });

  it.each([
    [[], /^Say how tokens are made/],
    [['http://localhost:1', '--key', 'k'], /^--area is missing/],
    [['localhost', ...needed.slice(1)], /^URL must be an address like/],
    [[...needed, '--token-command', 'true'], /^Say how tokens are made/],
    [[...needed, '--without', 'stars'], /^--without knows no "stars": members,/],
    [[...needed, '--colour'], /^Unknown option '--colour'/],
    [[...needed, '--jobs', '0'], /^--jobs must be/],
    [[...needed, '--config', 'no-such.json'], /^no-such\.json cannot be read as JSON/],
    [[...needed, '--only', 'wishes/no-such'], /^There is no scenario "wishes\/no-such"/],
  ])('is asked for in one plain line where it is not understood: %j', async (argv, words) => {
    const { code, lines, complaints } = await ran(...argv);
    expect([code, lines]).toEqual([2, []]);
    expect(complaints).toEqual([expect.stringMatching(words)]);
  });

  it('names what a file has too much', async () => {
    const path = join(folder, 'typo.json');
    await writeFile(path, JSON.stringify({ tokencommand: 'true' }));
    expect((await ran('--config', path)).complaints).toEqual([
      expect.stringContaining('typo.json: tokencommand is not understood.'),
    ]);
  });

  it.each([
    ['{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}', /is a public one/],
    ['-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----', /is neither a private JWK nor a PEM/],
    ['{"kty":"RSA","d":"AA"}', /is neither P-256/],
  ])('names a key that it cannot sign with: %s', async (text, words) => {
    const path = join(folder, 'key');
    await writeFile(path, text);
    const { code, complaints } = await ran(...needed.slice(0, -1), path);
    expect([code, complaints]).toEqual([2, [expect.stringMatching(words)]]);
  });

  it('is listed by --help and --list, with nothing asked for', async () => {
    expect((await ran('--help')).lines.join('\n')).toMatch(/^five-micro-conformance URL/);
    const { code, lines } = await ran('--list');
    expect(code).toBe(0);
    expect(lines).toContainEqual(
      expect.stringMatching(/^wishes\/claim-race {2}.+ — rule: docs\/api-rules\.md#wishes, wishes\.claim, /),
    );
  });
});
