import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Portal, startPortal } from './portal.ts';
import { inCommunity, snippet } from './snippet.ts';

interface Manifest {
  entries: Record<string, { path: string; integrity: string }>;
}

let portal: Portal;
let browser: Browser;
let entries: Manifest['entries'];
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  const manifest: Manifest = await (await fetch(`${portal.url}/embed/manifest.json`)).json();
  ({ entries } = manifest);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const pinned = (file: string) =>
  `<script type="module" src="/embed/${entries[file]?.path}" integrity="${entries[file]?.integrity}" crossorigin="anonymous"></script>`;
const unpinned = (file: string) => `<script type="module" src="/embed/${entries[file]?.path}"></script>`;
const body = () => inCommunity('<fm-wish-wall></fm-wish-wall>');

/** A page on which a file arrives as somebody else would like it. */
async function tampered(head: string, file: string) {
  const own = await snippet(browser, portal, { head, body: body() });
  await own.page.route(`**/embed/v/**/${file}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n;document.documentElement.dataset.tampered='yes';` });
  });
  await own.goto();
  return { ...own, ran: () => own.page.evaluate(() => document.documentElement.dataset['tampered'] ?? 'no') };
}

describe('a snippet with integrity', () => {
  it.each(['five-micro.js', 'all.js', 'wish-wall.js'])('%s shows the wall, and all that opens', async (file) => {
    const own = await snippet(browser, portal, { head: pinned(file), body: body() });
    await own.goto();
    await own.page.locator('fm-wish-wall li').first().getByRole('heading').click();
    await own.page.locator('fm-sheet[open]').waitFor();
    expect(own.asked.filter((path) => path.endsWith('/check.js'))).toHaveLength(1);
    await expect.poll(() => own.page.locator('head link[rel=modulepreload]').count()).toBe(0);
    expect(own.asked.filter((path, i) => path.startsWith('/embed/') && own.asked.indexOf(path) !== i)).toEqual([]);
    expect({ complaints: own.complaints, violations: own.violations }).toEqual({ complaints: [], violations: [] });
    await own.close();
  });

  it('works on a page of another origin', async () => {
    const head = pinned('all.js').replace('src="', `src="${portal.url}`);
    const own = await snippet(browser, portal, { head, body: '', origin: portal.url.replace('localhost', '127.0.0.1') });
    await own.goto();
    await expect
      .poll(async () => [await own.page.evaluate(() => customElements.get('fm-star-gallery') !== undefined), own.complaints])
      .toEqual([true, []]);
    // The desk is loaded later, and checked there too.
    await own.page.evaluate(() => document.body.append(document.createElement('fm-worker-desk')));
    await own.page.waitForFunction(() => customElements.get('fm-worker-desk') !== undefined);
    expect(own.asked.filter((path) => path.endsWith('/check.js'))).toHaveLength(1);
    expect(own.violations).toEqual([]);
    await own.close();
  });

  it('runs nothing of an entry that is not what was pinned', async () => {
    const own = await tampered(pinned('all.js'), 'all.js');
    await expect.poll(() => own.complaints.join()).toMatch(/integrity/i);
    expect([await own.ran(), await own.page.evaluate(() => customElements.get('fm-wish-wall'))]).toEqual(['no', undefined]);
    await own.close();
  });

  it('of the loader covers what it loads', async () => {
    const own = await tampered(pinned('five-micro.js'), 'wish-wall.js');
    await expect.poll(() => own.complaints.join()).toMatch(/\[five-micro\]/);
    expect([await own.ran(), await own.page.evaluate(() => customElements.get('fm-wish-wall'))]).toEqual(['no', undefined]);
    await own.close();
  });

  it.each([
    ['what is loaded after the notes', 'wall-more.js'],
    ['what that imports', 'problem.js'],
    ['the list of all that', 'check.js'],
  ])('of one element covers %s', async (_what, file) => {
    const own = await tampered(pinned('wish-wall.js'), file);
    await own.page.locator('fm-wish-wall li').first().waitFor();
    await expect.poll(() => own.complaints.join()).toMatch(/integrity/i);
    expect([await own.ran(), await own.page.locator('fm-wish-wall .bar button').count()]).toEqual(['no', 0]);
    await own.close();
  });

  it('is what makes the difference', async () => {
    const own = await tampered(unpinned('wish-wall.js'), 'wall-more.js');
    await own.page.locator('fm-wish-wall .bar button').first().waitFor();
    expect([await own.ran(), own.asked.some((path) => path.endsWith('/check.js'))]).toEqual(['yes', false]);
    await own.close();
  });
});

describe('the files', () => {
  const textOf = async (file: string) => (await fetch(`${portal.url}/embed/${file}`)).text();

  it('are made for visitors, not for who develops them', async () => {
    for (const file of ['five-micro.js', 'all.js'])
      expect(await textOf(file)).not.toMatch(/dev mode|Not recommended for production/);
  });

  it('go with the licences of the libraries inside', async () => {
    const licenses = await textOf('licenses.txt');
    for (const name of ['lit', 'lit-html', '@lit/reactive-element', '@lit/context', 'zod', 'uqr'])
      expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\([\\w-]+\\)$`, 'm'));
    expect(licenses).toContain('Redistributions in binary form');
  });
});

describe('where the code does not come', () => {
  const fallback = '<fm-wish-wall><p>请拨打 025-8888</p></fm-wish-wall>';

  it('it is tried again by itself when the network is back', async () => {
    const own = await snippet(browser, portal, { body: inCommunity(fallback) });
    await own.page.route('**/wish-wall.js', (route) => route.abort(), { times: 1 });
    await own.goto();
    await expect.poll(() => own.complaints.filter((line) => line.includes('[five-micro]'))).toHaveLength(1);
    await own.page.evaluate(() => dispatchEvent(new Event('online')));
    await own.page.locator('fm-wish-wall[data-state="ready"]').waitFor();
    await own.close();
  });

  it('debug says so on the page, where the check-up cannot', async () => {
    const own = await snippet(browser, portal, { body: inCommunity(fallback, 'debug') });
    await own.page.route('**/wish-wall.js', (route) => route.abort());
    await own.goto();
    await own.page
      .locator('fm-community')
      .getByText(/The code of <fm-.*> did not load/)
      .waitFor();
    expect(await own.page.getByText('请拨打 025-8888').isVisible()).toBe(true);
    await own.close();
  });
});
