import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Portal, startPortal } from './portal.ts';
import { inCommunity, loader, snippet } from './snippet.ts';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const list = /\/wishes\?/;
const ready = 'fm-wish-wall:is([data-state="ready"], [data-state="empty"])';

describe('the loader and whoever is signed in', () => {
  it('asks for the token once, at the same time as for the code, and then in that name', async () => {
    const own = await snippet(browser, portal, {
      body: inCommunity('<fm-wish-wall></fm-wish-wall>', 'token-url="/portal/token"'),
    });
    await own.page.context().request.post('/portal/sign-in', { data: { sub: 'li-guifang' } });
    const code = await own.hold(/\/wish-wall\.js$/);
    await own.goto();
    const asked = await own.begun(list);
    expect(asked.headers()['authorization']).toMatch(/^Bearer /);
    await code.release();
    await own.page.locator(ready).waitFor();
    await own.complete();
    expect(own.asked.filter((path) => path === '/portal/token' || list.test(path))).toHaveLength(2);
    await own.close();
  });

  it('asks again where the portal has signed somebody in while the code was on its way', async () => {
    const own = await snippet(browser, portal, {
      body: inCommunity('<fm-wish-wall></fm-wish-wall>', 'token-url="/portal/token"'),
    });
    const code = await own.hold(/\/wish-wall\.js$/);
    await own.goto();
    const asNobody = await own.begun(list);
    expect(asNobody.headers()['authorization']).toBeUndefined();
    await own.page.context().request.post('/portal/sign-in', { data: { sub: 'li-guifang' } });
    // As in docs/login.md.
    const told = own.page.evaluate(async () => {
      await customElements.whenDefined('fm-community');
      for (const community of document.querySelectorAll('fm-community')) await community.signedIn();
      return [...document.querySelectorAll('fm-community')].map(({ client }) => client?.session.state);
    });
    await code.release();
    expect(await told).toEqual(['signed-in']);
    await own.page.locator(ready).waitFor();
    const last = () => own.requests.filter((request) => list.test(request.url())).pop();
    await expect.poll(() => last()?.headers()['authorization']).toMatch(/^Bearer /);
    await own.close();
  });

  it('leaves the asking to a page that has its own way to a token', async () => {
    const own = await snippet(browser, portal, {
      head: `${loader}<script type="module" src="/own.js"></script>`,
      body: inCommunity('<fm-wish-wall></fm-wish-wall>'),
    });
    const token = await portal.token('--sub', 'li-guifang', '--area', 'yikang', '--role', 'resident');
    await own.page.route('**/own.js', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: `document.querySelector('fm-community').getToken = async () => ${JSON.stringify(token)};`,
      }),
    );
    await own.goto();
    await own.page.locator(ready).waitFor();
    const lists = own.requests.filter((request) => list.test(request.url()));
    expect(lists.map((request) => request.headers()['authorization'])).toEqual([`Bearer ${token}`]);
    await own.close();
  });
});
