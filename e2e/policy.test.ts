import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, person, type Portal, startPortal } from './portal.ts';

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

declare global {
  interface Window {
    /** Put into the page by the test. */
    reportViolation?: (text: string) => void;
  }
}

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
  const violations: string[] = [];
  const foreign: string[] = [];
  await one.context.exposeFunction('reportViolation', (text: string) => violations.push(text));
  await one.context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation?.(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  one.page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== portal.url) foreign.push(request.url());
  });
  if (sub !== undefined) await one.context.request.post('/portal/sign-in', { data: { sub } });
  const response = await one.page.goto(path);
  return { ...one, violations, foreign, policy: response?.headers()['content-security-policy'] ?? '' };
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

  it('opens a wish and the form without a report', async () => {
    const { page, context, violations, complaints } = await watched('/wishes.html', 'li-guifang');
    await page.locator('fm-wish-wall li').getByRole('button').first().click();
    await page.locator('fm-sheet[open]').getByRole('button', { name: '关闭' }).click();
    await page.getByRole('button', { name: '许个心愿' }).first().click();
    await page.locator('fm-sheet[open]').getByRole('textbox', { name: '你的心愿' }).fill('想要一副老花镜。');
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
