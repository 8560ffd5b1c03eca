import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Portal, startPortal } from './portal.ts';
import { five, inCommunity, loader, settled, snippet } from './snippet.ts';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** What each element asks first. */
const first: Record<(typeof five)[number], RegExp> = {
  'wish-wall': /\/wishes\?/,
  'action-signup': /\/actions\?/,
  'project-vote': /\/rounds\?/,
  'points-leaderboard': /\/leaderboard\?/,
  'star-gallery': /\/stars\?/,
};
const ready = (element: string) => `fm-${element}:is([data-state="ready"], [data-state="empty"])`;

describe('the loader', () => {
  it.each(five)('asks for the data of fm-%s while its code is on its way, and for nothing twice', async (element) => {
    const own = await snippet(browser, portal, { body: inCommunity(`<fm-${element}></fm-${element}>`) });
    const code = await own.hold(new RegExp(`/${element}\\.js$`));
    await own.goto();
    await Promise.all([code.asked, own.begun(first[element])]);
    expect(await own.page.evaluate((tag) => customElements.get(tag) === undefined, `fm-${element}`)).toBe(true);
    await code.release();
    await own.page.locator(ready(element)).waitFor();
    await own.complete();
    const mattering = own.asked.filter((path) => path.startsWith('/embed/') || first[element].test(path));
    expect(mattering.filter((path, i) => mattering.indexOf(path) !== i)).toEqual([]);
    expect({ complaints: own.complaints, violations: own.violations }).toEqual({ complaints: [], violations: [] });
    await own.close();
  });

  it.each([
    ['wish-wall', 'compact'],
    ['wish-wall', 'limit="5"'],
    ['wish-wall', 'kind="item"'],
    ['action-signup', 'display="hall"'],
    ['points-leaderboard', 'compact'],
    ['points-leaderboard', 'period="week"'],
    ['star-gallery', 'display="hall"'],
    ['star-gallery', 'star-title="service"'],
    ['project-vote', 'compact'],
  ] as const)('asks for what fm-%s with %s shows, once', async (element, attribute) => {
    const own = await snippet(browser, portal, {
      body: inCommunity(`<fm-${element} ${attribute}></fm-${element}>`, 'lang="en"'),
    });
    await own.goto();
    await own.page.locator(`fm-${element}:not([data-state="loading"])[data-state]`).waitFor();
    expect(own.asked.filter((path) => first[element].test(path))).toHaveLength(1);
    await own.close();
  });

  it.each([
    ['wish-wall', 3],
    ['action-signup', 3],
    ['points-leaderboard', 3],
    ['star-gallery', 3],
    ['project-vote', 3],
  ] as const)('brings the data of fm-%s with %i requests, itself included', async (element, most) => {
    const own = await snippet(browser, portal, { body: inCommunity(`<fm-${element}></fm-${element}>`) });
    const data = await own.hold(first[element]);
    await own.goto();
    await data.asked;
    await own.page.locator(`fm-${element}[data-state="loading"]`).waitFor();
    await settled(own.page);
    expect(own.asked.length, own.asked.join('\n')).toBeLessThanOrEqual(most);
    await data.release();
    await own.page.locator(ready(element)).waitFor();
    await own.close();
  });

  it('finds elements that are added later, one in a shadow root of its own, open or closed, and each file once', async () => {
    const own = await snippet(browser, portal, { body: '<div id="late"></div><main></main>' });
    await own.goto();
    await own.begun(/five-micro\.js/);
    await own.page.evaluate(() => {
      const make = (tag: string) => {
        const community = document.createElement('fm-community');
        community.setAttribute('api-url', '/api/v1');
        community.setAttribute('area', 'yikang');
        community.append(document.createElement(tag));
        return community;
      };
      Reflect.set(window, 'make', make);
      document.querySelector('main')?.append(make('fm-wish-wall'));
    });
    await own.page.locator(ready('wish-wall')).waitFor();
    // A root that a host gets long after it was put into the page.
    await own.page.evaluate(() => {
      const make = Reflect.get(window, 'make') as (tag: string) => Element;
      document.querySelector('#late')?.attachShadow({ mode: 'open' }).append(make('fm-points-leaderboard'));
      const host = document.createElement('section');
      const root = host.attachShadow({ mode: 'closed' });
      document.body.append(host);
      const inner = document.createElement('div');
      root.append(inner);
      inner.attachShadow({ mode: 'open' }).append(make('fm-action-signup'));
    });
    await own.page.locator(ready('points-leaderboard')).waitFor();
    await own.page.waitForFunction(() => customElements.get('fm-action-signup') !== undefined);
    await own.complete();
    const files = own.asked.filter((path) => path.startsWith('/embed/'));
    expect(files.filter((path, i) => files.indexOf(path) !== i)).toEqual([]);
    // The core came with the wall: what came later is only what it did not have.
    expect(files.filter((path) => /\/(core|all|points-leaderboard|action-signup)\.js$/.test(path))).toEqual([]);
    expect({ complaints: own.complaints, violations: own.violations }).toEqual({ complaints: [], violations: [] });
    await own.close();
  });

  it('finds elements in shadow roots that were there before it, written in the HTML too', async () => {
    const inside = `<template shadowrootmode="open">${inCommunity('<fm-wish-wall></fm-wish-wall>')}</template>`;
    const own = await snippet(browser, portal, { body: `<article>${inside}</article>` });
    await own.goto();
    await own.page.locator(ready('wish-wall')).waitFor();
    await own.close();
  });

  it.each([
    ['the same address twice', '/embed/five-micro.js'],
    ['the address that stays and the one that never changes', undefined],
  ])('works once where a page has it twice: %s', async (_case, second) => {
    const manifest = await (await fetch(`${portal.url}/embed/manifest.json`)).json();
    const src = second ?? `/embed/${manifest.entries['five-micro.js'].path}`;
    const own = await snippet(browser, portal, {
      head: `${loader}<script type="module" src="${src}"></script>`,
      body: inCommunity('<fm-wish-wall></fm-wish-wall>'),
    });
    await own.goto();
    await own.page.locator(ready('wish-wall')).waitFor();
    await own.complete();
    expect(own.asked.filter((path, i) => own.asked.indexOf(path) !== i)).toEqual([]);
    expect(own.complaints).toEqual([]);
    await own.close();
  });

  it('leaves the page to another one that came first', async () => {
    const own = await snippet(browser, portal, { body: inCommunity('<fm-wish-wall></fm-wish-wall>') });
    await own.page.addInitScript(() => Reflect.set(globalThis, Symbol.for('five-micro.loader'), true));
    await own.goto();
    await own.page.waitForLoadState('networkidle');
    expect(own.asked).toEqual(['/embed/five-micro.js']);
    expect(own.complaints).toEqual([]);
    await own.close();
  });

  it('says what is missing where an element stands outside of any fm-community', async () => {
    const own = await snippet(browser, portal, { body: '<fm-wish-wall></fm-wish-wall>' });
    await own.goto();
    await own.page
      .locator('fm-wish-wall')
      .getByText(/fm-community/)
      .first()
      .waitFor();
    expect(own.complaints.filter((line) => line.includes('[five-micro]'))).toHaveLength(1);
    expect(own.asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    await own.close();
  });

  it('leaves the page as it is, and says so once, where the code cannot be had; what is added later tries again', async () => {
    const own = await snippet(browser, portal, { body: inCommunity('<fm-wish-wall><p>请拨打 025-8888</p></fm-wish-wall>') });
    await own.page.route('**/wish-wall.js', (route) => route.abort(), { times: 1 });
    await own.goto();
    await expect.poll(() => own.complaints.filter((line) => line.includes('[five-micro]'))).toHaveLength(1);
    expect(await own.page.getByText('请拨打 025-8888').isVisible()).toBe(true);
    await own.page.evaluate(() => document.querySelector('fm-community')?.append(document.createElement('fm-wish-wall')));
    await own.page.locator(ready('wish-wall')).last().waitFor();
    await own.close();
  });
});

describe('one file for everything', () => {
  const all = '<script type="module" src="/embed/all.js"></script>';

  it.each(['', 'lang="en"', 'theme="party" mode="elder" lang="en"'])(
    'shows all five with one request for code (%s)',
    async (more) => {
      const elements = five.map((name) => `<fm-${name}></fm-${name}>`).join('');
      const own = await snippet(browser, portal, { head: all, body: inCommunity(elements, more) });
      const data = await own.hold(/\/api\/v1\//);
      await own.goto();
      await data.asked;
      await own.page.locator('fm-star-gallery[data-state="loading"]').waitFor();
      await settled(own.page);
      expect(own.asked.filter((path) => !path.startsWith('/api/'))).toEqual(['/embed/all.js']);
      await data.release();
      for (const name of five) await own.page.locator(ready(name)).waitFor();
      await own.complete();
      const files = own.asked.filter((path) => path.startsWith('/embed/'));
      expect(files.filter((path, i) => files.indexOf(path) !== i)).toEqual([]);
      expect(files.filter((path) => /\/(core|check)\.js$/.test(path))).toEqual([]);
      expect({ complaints: own.complaints, violations: own.violations }).toEqual({ complaints: [], violations: [] });
      await own.close();
    },
  );

  it('is what the loader takes for a page with several of them', async () => {
    const own = await snippet(browser, portal, {
      body: inCommunity('<fm-wish-wall></fm-wish-wall><fm-star-gallery></fm-star-gallery>'),
    });
    await own.goto();
    await own.page.locator(ready('wish-wall')).waitFor();
    await own.page.locator(ready('star-gallery')).waitFor();
    const files = own.asked.filter((path) => path.startsWith('/embed/')).slice(0, 2);
    expect(files).toEqual(['/embed/five-micro.js', expect.stringMatching(/^\/embed\/v\/\w+\/all\.js$/)]);
    await own.close();
  });

  it('loads the desk, the member card and the organisation page where they are on the page, over the same core', async () => {
    const own = await snippet(browser, portal, {
      head: all,
      body: inCommunity('<fm-wish-wall></fm-wish-wall><fm-organisation organisation="yikang-branch-2"></fm-organisation>'),
    });
    await own.goto();
    await own.page.locator('fm-organisation[data-state="ready"]').waitFor();
    // What did not come is tried again by itself, and when the network is back.
    let lost = 0;
    await own.page.route(/\/member-card[\w.]*\.js$/, (route) => (lost++ < 2 ? route.abort() : route.continue()));
    const complaints = () => own.complaints.filter((line) => line.includes('The code of <fm-member-card>'));
    const another = () =>
      own.page.evaluate(() => document.querySelector('fm-community')?.append(document.createElement('fm-member-card')));
    await another();
    await expect.poll(complaints).toHaveLength(1);
    // Said once, however many of them the page puts there meanwhile.
    await another();
    await expect.poll(() => lost).toBe(2);
    await own.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await own.page.waitForFunction(() => customElements.get('fm-member-card') !== undefined);
    expect(complaints()).toHaveLength(1);
    expect(own.asked.filter((path) => /\/(core|actions|points|round-reads|star-reads)\.js$/.test(path))).toEqual([]);
    expect(own.asked.some((path) => path.includes('desk'))).toBe(false);
    await own.close();
  });
});

describe('two versions on one page', () => {
  const later = '/later/five-micro.js';
  const pairs = (first: string, second: string): [string, string][] => [
    [first, second],
    [second, first],
  ];
  it.each([
    ...pairs('/embed/five-micro.js', later),
    ...pairs('/embed/all.js', later),
    ...pairs('/embed/wish-wall.js', '/later/points-leaderboard.js'),
  ])('%s, then %s: nothing is thrown, and one warning names both', async (first, second) => {
    const { build, version }: { build: string; version: string } = await (
      await fetch(`${portal.url}/embed/manifest.json`)
    ).json();
    const script = (src: string) => `<script type="module" src="${src}"></script>`;
    const own = await snippet(browser, portal, {
      head: script(first) + script(second),
      body: inCommunity('<fm-wish-wall></fm-wish-wall>'),
    });
    // The same files, as another build of a later version would be.
    await own.page.context().route('**/later/*', async (route) => {
      const response = await fetch(route.request().url().replace('/later/', `/embed/v/${build}/`));
      const text = (await response.text()).replaceAll(build, 'f'.repeat(12)).replaceAll(`${version} `, '9.9.9 ');
      await route.fulfill({ body: text, contentType: 'text/javascript' });
    });
    await own.goto();
    await own.page.locator(ready('wish-wall')).waitFor();
    await own.complete();
    await own.page.locator('fm-wish-wall .want button').first().click();
    await own.page.locator('fm-sheet[open]').getByRole('button', { name: '关闭' }).click();
    expect(own.complaints).toEqual([expect.stringMatching(/^\[five-micro\] /)]);
    for (const name of [`${version} ${build}`, '9.9.9 ffffffffffff']) expect(own.complaints[0]).toContain(name);
    expect(own.violations).toEqual([]);
    await own.close();
  });
});
