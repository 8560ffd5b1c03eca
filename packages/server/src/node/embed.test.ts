import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbed } from './embed.ts';

describe('the drop-in files', () => {
  let folder: string;
  let keep: string;
  let warnings: string[];
  beforeEach(() => {
    warnings = [];
    folder = mkdtempSync(join(tmpdir(), 'embed-'));
    keep = join(folder, 'kept');
    build('first', 'export const one = 1;');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** As `npm run build` leaves it: one build, and the address that stays. */
  function build(name: string, code: string): void {
    rmSync(join(folder, 'built'), { recursive: true, force: true });
    mkdirSync(join(folder, 'built', 'v', name), { recursive: true });
    writeFileSync(join(folder, 'built', 'v', name, 'all.js'), code);
    writeFileSync(join(folder, 'built', 'all.js'), code);
  }
  const log = { info: () => undefined, error: (words: string) => void warnings.push(words) };
  async function get(path: string, headers: Record<string, string> = {}, where = keep) {
    const files = await openEmbed(where, log, join(folder, 'built'));
    return files(new Request('http://localhost/', { headers }), path);
  }
  const headersOf = async (path: string) => Object.fromEntries((await get(path))?.headers ?? []);

  it('of a build never change and are kept by browsers and proxies for a year', async () => {
    expect(await headersOf('v/first/all.js')).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'text/javascript; charset=utf-8',
      etag: expect.stringMatching(/^W\/"/),
    });
  });

  it('under an address that stays are good for five minutes, then asked for again by their tag', async () => {
    const headers = await headersOf('all.js');
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=300', 'access-control-allow-origin': '*' });
    const again = await get('all.js', { 'if-none-match': headers['etag'] ?? '' });
    expect([again?.status, again?.headers.get('access-control-allow-origin')]).toEqual([304, '*']);
    build('second', 'export const two = 2;');
    expect((await get('all.js', { 'if-none-match': headers['etag'] ?? '' }))?.status).toBe(200);
  });

  it('of a build before are still there, byte for byte, for pages that pinned them', async () => {
    const integrity = async () =>
      createHash('sha384')
        .update((await (await get('v/first/all.js'))?.text()) ?? '')
        .digest('base64');
    const pinned = await integrity();
    build('second', 'export const two = 2;');
    expect((await get('v/second/all.js'))?.status).toBe(200);
    expect(await integrity()).toBe(pinned);
    expect((await get('v/third/all.js'))?.status).toBeUndefined();
  });

  it('are kept for twenty builds, the newest', async () => {
    for (let n = 0; n < 25; n++) {
      build(`build-${n}`, String(n));
      await get('all.js');
    }
    const kept = readdirSync(join(keep, 'v'));
    expect(kept).toHaveLength(20);
    expect(kept).toContain('build-24');
  });

  it('are served where nothing can be kept, and that is said', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect((await get('all.js', {}, join(folder, 'file', 'kept')))?.status).toBe(200);
    expect(warnings).toHaveLength(1);
  });

  it('that were never built are not there, and the log says what makes them', async () => {
    rmSync(join(folder, 'built'), { recursive: true });
    expect(await get('all.js')).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('npm run build')]);
  });
});
