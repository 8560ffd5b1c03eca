import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright';
import { type PreviewServer, preview } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser } from './portal.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const run = promisify(execFile);

/** Stories are green from their sources even where a bundler has shaken an element's registration away. */
let folder: string;
let server: PreviewServer;
let browser: Browser;
let context: BrowserContext;
let baseURL: string;
/** What pages asked of others, and what they complained about. */
const wrong: string[] = [];
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
  baseURL = server.resolvedUrls?.local[0] ?? '';
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});
// A visitor each: a worker that goes with its last page would go under the feet of the next.
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1200, height: 900 }, baseURL });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(baseURL).origin) wrong.push(request.url());
  });
  context.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  context.on('console', (message) => {
    // A page that is opened without the frame around it has no picture for its tab.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) wrong.push(message.text());
  });
  context.on('weberror', (error) => wrong.push(String(error.error())));
});
afterEach(async () => {
  await context.close();
  expect(wrong.splice(0)).toEqual([]);
});

async function open(address: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  return page;
}
/** What can be read in English in the frame around a story; what is code is code in every language. */
const englishIn = (page: Page) =>
  page.evaluate(() => {
    const code = /HTML|CSS|<fm-|--fm-/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const said: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (!parentElement?.checkVisibility() || parentElement.clientWidth === 1) continue;
      if (!parentElement.matches('script, style')) said.push(textContent ?? '');
    }
    for (const field of document.querySelectorAll('input')) said.push(field.placeholder);
    return said.filter((text) => /[a-z]{2}/i.test(text) && !code.test(text));
  });
const inside = (page: Page) => page.frameLocator('#storybook-preview-iframe');

interface Index {
  entries: Record<string, { type: 'story' | 'docs'; importPath: string; title: string }>;
}
const index = async (): Promise<Index['entries']> => {
  const { entries }: Index = await (await fetch(new URL('index.json', baseURL))).json();
  return entries;
};

describe('the built Storybook', () => {
  it('shows a story with the sample community, asking nobody else', async () => {
    const page = await open('iframe.html?id=member-card--resident&viewMode=story');
    await page.locator('fm-member-card[data-state=ready]').waitFor();
    await page.getByText('和你有关的事').first().waitFor();
  });

  it('lists the stories and pages of every file', async () => {
    const listed = new Set(Object.values(await index()).map(({ importPath }) => importPath));
    const files = await readdir(at('../stories'), { recursive: true });
    const wanted = files.filter((path) => /\.(stories\.ts|mdx)$/.test(path)).map((path) => `./stories/${path}`);
    expect(wanted.filter((path) => !listed.has(path))).toEqual([]);
  });

  it('has a page for each element with all that one can rely on, and nothing private', async () => {
    const page = await open('iframe.html?id=wish-wall--docs&viewMode=docs');
    await page.locator('fm-wish-wall[data-state=ready]').getByText('我来帮 TA').first().waitFor();
    expect(await page.locator('.all-stories a').count()).toBeGreaterThan(25);
    const headings = await page.locator('sb-api h2').allTextContents();
    expect(headings).toEqual([
      ...['属性', '只在脚本里设的', '方法', '事件', '状态', '可以换的内容', '可以改样子的部分', '颜色和尺寸'],
    ]);
    // The others' tables are made by the same page.
    const tags = await page.evaluate(async (all: string[]) => {
      const shown = all.map(async (tag) => {
        const tables = document.createElement('sb-api');
        tables.setAttribute('tag', tag);
        document.body.append(tables);
        await Reflect.get(tables, 'updateComplete');
        const codes = [...tables.querySelectorAll('td:first-child code')].map(({ textContent }) => textContent);
        return {
          tag,
          codes,
          unsaid: [...tables.querySelectorAll('td:last-child')].filter((one) => !/\p{Script=Han}/u.test(one.textContent)).length,
        };
      });
      return Promise.all(shown);
    }, documented);
    for (const { tag, codes, unsaid } of tags) {
      expect(codes.length, tag).toBeGreaterThan(5);
      expect(codes.filter((code) => /^[#_]|private|internal/.test(code))).toEqual([]);
      expect(codes).toContain('--fm-accent');
      expect(unsaid, tag).toBe(0);
    }
    expect(tags.find(({ tag }) => tag === 'fm-wish-wall')?.codes).toEqual(
      expect.arrayContaining([
        'all-href',
        'reload(): Promise<void>',
        'fm-wish-posted',
        'fm-wish-wall::part(card)',
        'fm-wish-wall[data-state=stale]',
      ]),
    );
  });

  it('changes a colour while one looks, says what can no longer be read, and gives the rule to copy', async () => {
    const page = await open('?path=/story/worker-desk--ready');
    const element = inside(page).locator('fm-worker-desk[data-state=ready]');
    await element.getByText('个心愿等着看').first().waitFor();
    const panel = page.locator('fm-token-panel');
    const accent = panel.locator('[data-token="--fm-accent"]');
    const main = element.locator('fm-desk-case .btn.primary');
    const colour = () => main.evaluate((button) => getComputedStyle(button).backgroundColor);
    await accent.locator('[type=color]').waitFor();
    expect(await panel.locator('td.bad').count()).toBe(0);
    const before = await colour();
    await accent.locator('[type=color]').fill('#aa8800');
    await expect.poll(colour).toBe('rgb(170, 136, 0)');
    await panel.locator('[data-pair="on-accent/accent"] .bad').waitFor();
    await panel.getByRole('button', { name: '复制 CSS' }).click();
    await panel.getByText('复制好了').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('--fm-accent: light-dark(#aa8800, #74c7c0);');

    await page.keyboard.press('Alt+h');
    await page.getByRole('status').getByText('<fm-worker-desk> 复制好了').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^<style>\n {2}fm-community \{\n {4}--fm-accent: #aa8800;\n[^<]+<\/style>\n<script type="module"/,
    );

    await panel.getByLabel('主题').selectOption('party');
    await inside(page).locator('fm-worker-desk[data-theme=party]').waitFor();
    expect(await englishIn(page)).toEqual([]);

    await page.getByRole('link', { name: '6 社工的一天' }).click();
    const step = inside(page).locator('sb-step').first().frameLocator('iframe');
    const worn = step.locator('fm-worker-desk[data-state=ready][data-theme=party] fm-desk-case .btn.primary');
    const inJourney = () => worn.evaluate((button) => getComputedStyle(button).backgroundColor);
    await worn.waitFor();
    expect(await inJourney()).toBe('rgb(170, 136, 0)');
    await page.getByRole('button', { name: '改过 1 项 · 还原' }).click();
    await expect.poll(inJourney).not.toBe('rgb(170, 136, 0)');
    expect(await inJourney()).not.toBe(before);
    expect(await englishIn(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /还原/ }).count()).toBe(0);

    await page.getByPlaceholder('找一个元素或者一种样子').fill('没登录');
    await page.getByText('没登录 · 微心愿墙').waitFor();
  });

  it('copies a story as a webmaster pastes it, by mouse and by keyboard, and says so', async () => {
    const page = await open('?path=/story/points-leaderboard--compact-elder&globals=theme:spring;lang:en');
    await inside(page).locator('fm-points-leaderboard[data-state=ready]').waitFor();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy HTML' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('<fm-points-leaderboard> copied').waitFor();
    const snippet = await copied();
    expect(snippet).toBe(`<script type="module" src="https://wishes.example/embed/five-micro.js"></script>

<fm-community api-url="https://wishes.example/api/v1" area="yikang" lang="en" theme="spring" mode="elder">
  <fm-points-leaderboard compact all-href="/points.html">
    <p>The points ranking. If it does not open: ask the social workers of your community.</p>
  </fm-points-leaderboard>
</fm-community>
`);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.keyboard.press('Alt+h');
    await expect.poll(copied).toBe(snippet);
  });

  it('shows a journey step by step, each step alive, in the looks of the toolbar', async () => {
    const page = await open('?path=/docs/journeys-5-points--docs&globals=theme:party');
    const steps = inside(page).locator('sb-step');
    await steps.nth(5).waitFor({ state: 'attached' });
    expect(await steps.count()).toBe(6);
    const first = steps.first();
    expect(await first.textContent()).toContain('一张榜');
    const story = first.frameLocator('iframe');
    await story.locator('fm-points-leaderboard[data-state=ready][data-theme=party]').waitFor();
    await story.getByText('距上一名还差').first().waitFor();
    expect(await steps.last().locator('iframe').getAttribute('src')).toBeNull();
  });
});

/** Every element of the custom-elements manifest. */
const documented = [
  ...['fm-community', 'fm-wish-wall', 'fm-wish-detail', 'fm-wish-form', 'fm-action-signup', 'fm-project-vote'],
  ...['fm-points-leaderboard', 'fm-star-gallery', 'fm-member-card', 'fm-worker-desk', 'fm-organisation'],
];
