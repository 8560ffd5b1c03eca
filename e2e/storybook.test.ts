import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './portal.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const run = promisify(execFile);

/** Stories are green from their sources even where a bundler has shaken an element's registration away. */
let folder: string;
let server: PreviewServer;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'five-micro-storybook-'));
  const node = process.execPath;
  await run(node, ['--conditions=five-micro-src', at('../mock-api/scripts/dump.ts')]);
  await run(
    node,
    [at('../node_modules/storybook/dist/bin/dispatcher.js'), 'build', '--quiet', '--disable-telemetry', '-o', folder],
    { cwd: at('..') },
  );
  server = await preview({
    configFile: false,
    root: folder,
    build: { outDir: folder },
    preview: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  });
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the built Storybook', () => {
  it.each([
    ['wish-wall--ready', 'fm-wish-wall', '我来帮 TA'],
    ['worker-desk--ready', 'fm-worker-desk', '个心愿等着看'],
    ['member-card--resident', 'fm-member-card', '和你有关的事'],
  ])('shows %s with the sample community, asking nobody else', async (id, tag, words) => {
    const baseURL = server.resolvedUrls?.local[0] ?? '';
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 }, baseURL });
    const foreign: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== new URL(baseURL).origin) foreign.push(request.url());
    });
    await page.goto(`iframe.html?id=${id}&viewMode=story`);
    await page.locator(`${tag}[data-state=ready]`).waitFor({ timeout: 60_000 });
    await page.getByText(words).first().waitFor();
    expect(foreign).toEqual([]);
    await page.close();
  });
});
