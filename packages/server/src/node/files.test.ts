import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Folder, serveFolder } from './files.ts';

describe('the files of a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'files-'));
  const long = `export const words = '${'五微'.repeat(500)}';`;
  let files: Folder;
  beforeAll(() => {
    mkdirSync(join(root, 'public', 'v', 'abc'), { recursive: true });
    writeFileSync(join(root, 'secret.txt'), 'secret');
    writeFileSync(join(root, 'public', 'page.html'), '<p>');
    writeFileSync(join(root, 'public', 'key.pem'), 'secret');
    writeFileSync(join(root, 'public', '.hidden.txt'), 'secret');
    writeFileSync(join(root, 'public', 'v', 'abc', 'a.js'), long);
    symlinkSync(join(root, 'secret.txt'), join(root, 'public', 'link.txt'));
    files = serveFolder(join(root, 'public'), { headers: { 'x-own': 'yes' }, immutable: (path) => path.startsWith('v/') });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const get = (path: string, headers = {}, method = 'GET') => files(new Request('http://localhost/', { headers, method }), path);

  it('come with their type, and are asked for again unless their address says that they never change', async () => {
    const page = await get('page.html');
    expect(Object.fromEntries(page?.headers ?? [])).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'x-own': 'yes',
    });
    expect((await get('v/abc/a.js'))?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('are not sent twice to who has them, and sent anew when they changed', async () => {
    const etag = (await get('page.html'))?.headers.get('etag') ?? '';
    expect((await get('page.html', { 'if-none-match': etag }))?.status).toBe(304);
    writeFileSync(join(root, 'public', 'page.html'), '<p>new');
    const again = await get('page.html', { 'if-none-match': etag });
    expect([again?.status, await again?.text()]).toEqual([200, '<p>new']);
  });

  it('travel zipped to who can read that', async () => {
    const zipped = await get('v/abc/a.js', { 'accept-encoding': 'br, gzip' });
    expect(zipped?.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(new Uint8Array((await zipped?.arrayBuffer()) ?? new ArrayBuffer())).toString()).toBe(long);
    expect(await (await get('v/abc/a.js'))?.text()).toBe(long);
  });

  it('are for reading', async () => {
    expect((await get('page.html', {}, 'HEAD'))?.body).toBe(null);
    expect((await get('page.html', {}, 'POST'))?.status).toBe(405);
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'v/../../secret.txt',
    'v\\..\\..\\secret.txt',
    '/etc/hostname',
    'link.txt',
    '.hidden.txt',
    'key.pem',
    'v',
    'page.html/',
    'page.html%00.js',
    '%E0%A4%A',
    '',
    `${'x'.repeat(5000)}.js`,
  ])('end where the folder ends, and what is not for everyone is not there: %s', async (path) => {
    expect(await get(path)).toBeUndefined();
  });
});
