import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, person, type Portal, startPortal } from './portal.ts';
import { queue } from './steps.ts';

/** The policy that a careful portal sends, word for word. */
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
];

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Everything the page's policy refused, and everything it asked of somebody else. */
async function watched(path: string, sub?: string) {
  const one = await person(browser, portal, 'about:blank');
  const foreign: string[] = [];
  one.page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== portal.url) foreign.push(request.url());
  });
  if (sub !== undefined) await one.context.request.post('/portal/sign-in', { data: { sub } });
  const response = await one.page.goto(path);
  return { ...one, foreign, policy: response?.headers()['content-security-policy'] ?? '' };
}

describe('under the strict policy', () => {
  it.each([
    ['/wishes.html', 'fm-wish-wall li', undefined],
    ['/actions.html', 'fm-action-signup li', undefined],
    ['/points.html', 'fm-points-leaderboard li, fm-points-leaderboard tr', undefined],
    ['/projects.html', 'fm-project-vote li', undefined],
    ['/projects.html', 'fm-project-vote li', 'zhang-xiaoman'],
    ['/stars.html', 'fm-star-gallery li', undefined],
    ['/stars.html', 'fm-star-gallery li', 'zhang-xiaoman'],
    ['/', 'fm-wish-wall li', undefined],
    ['/desk.html', 'fm-worker-desk', undefined],
    ['/me.html', 'fm-member-card', undefined],
    ['/organisation.html?organisation=yikang-branch-2', 'fm-organisation', undefined],
    ['/desk.html', 'fm-worker-desk', 'wu-min'],
    ['/me.html', 'fm-member-card', 'zhang-xiaoman'],
  ])('%s works signed in or out, without a report, a complaint or a request to a third party', async (path, element, sub) => {
    const { page, context, violations, foreign, complaints, policy } = await watched(path, sub);
    for (const directive of strict) expect(policy).toContain(directive);
    await page.locator(element).first().waitFor();
    await page.locator('[data-state]:not([data-state="loading"])').first().waitFor();
    await expect.poll(() => page.locator('[data-state="loading"]').count()).toBe(0);
    expect({ violations, foreign, complaints }).toEqual({ violations: [], foreign: [], complaints: [] });
    await context.close();
  });

  // What takes a whole journey to open is opened in walk, actions, rounds, desk-rounds and people: `person()` watches there too.
  it.each<[string, string, Record<string, RegExp>]>([
    ['/wishes.html', 'li-guifang', { 'fm-wish-form': /^许个心愿/, 'fm-wish-detail': /^我来帮 TA：|，/ }],
    ['/actions.html', 'zhang-xiaoman', { 'fm-action-form': /^发起一个行动/, 'fm-action-detail': /^从 3 幢到 9 幢/ }],
    ['/projects.html', 'zhang-xiaoman', { 'fm-project-form': /^提一件实事/, 'fm-project-detail': /^楼门口修一条慢坡道/ }],
    ['/stars.html', 'zhang-xiaoman', { 'fm-star-nominate': /^提名一位邻居/, 'fm-star-story': /^陈\*\*/ }],
    [
      '/me.html',
      'zhang-xiaoman',
      {
        'fm-card-branch': /和支部一起报到/,
        'fm-points-why': /^一笔一笔看/,
        'fm-card-erase': /清掉我的资料$/,
        'fm-wish-form': /^许个心愿/,
      },
    ],
    ['/desk.html', 'wu-min', { 'fm-desk-register': /^替没有手机的邻居登记/ }],
  ])('opens and closes what stands on %s for %s, without a report or a complaint', async (path, sub, doors) => {
    const { page, context, violations, complaints } = await watched(path, sub);
    for (const [element, name] of Object.entries(doors)) {
      await page.getByRole('main').getByRole('button', { name }).first().click();
      const open = page.locator(`${element} fm-sheet[open]`);
      await open.waitFor({ state: 'attached' });
      await open.getByRole('button', { name: '关闭' }).click();
      await open.waitFor({ state: 'detached' });
    }
    expect({ violations, complaints }).toEqual({ violations: [], complaints: [] });
    await context.close();
  });

  it('shows every tab of the desk, and what lies first in it', async () => {
    const { page, context, violations, complaints } = await watched('/desk.html', 'wu-min');
    const tabs = page.locator('fm-worker-desk').getByRole('tab');
    await tabs.first().waitFor();
    const names = (await tabs.allTextContents()).map((name) => /[^\d\s]+/.exec(name)?.[0] ?? '');
    expect(names).toEqual(expect.arrayContaining(['心愿待看', '行动', '微实事', '投票', '微星光', '居民', '组织']));
    for (const name of names) {
      await tabs.filter({ hasText: name }).first().click();
      await expect.poll(() => page.locator('fm-worker-desk [data-state="loading"]').count()).toBe(0);
      const first = queue(page).getByRole('button').first();
      if (await first.isVisible()) await first.click();
    }
    expect({ violations, complaints }).toEqual({ violations: [], complaints: [] });
    await context.close();
  });

  it('notices what it forbids, so that silence means something', async () => {
    const { page, context, violations } = await watched('/wishes.html');
    await page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
    });
    await expect.poll(() => violations.length).toBeGreaterThan(0);
    violations.length = 0;
    await context.close();
  });
});

describe('a page that is set up wrongly', () => {
  it.each([
    ['area="nowhere"', /nowhere/],
    ['api-url="/elsewhere/v1"', /接口|地址|api-url/],
  ])('with %s says so in words, in the page and once in the console', async (attribute, words) => {
    const { page, context, complaints } = await person(browser, portal, '/wishes.html');
    complaints.length = 0;
    const [name = '', value = ''] = attribute.replaceAll('"', '').split('=');
    await page
      .locator('fm-community')
      .evaluate((element, [key, text]) => element.setAttribute(key ?? '', text ?? ''), [name, value]);
    await page.locator('fm-wish-wall').getByText(words).first().waitFor();
    const said = complaints.filter((line) => line.includes('[five-micro]'));
    expect(said).toHaveLength(1);
    await context.close();
  });
});
