import { readdirSync, readFileSync } from 'node:fs';
import { pointRules } from '@five-micro/contract';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Choice, snippetFor } from '../examples/configurator/snippets.ts';
import { type Desk, startDesk } from '../examples/wechat/desk/desk.mjs';
import { signatureOf } from '../examples/wechat/wechat.mjs';
import { asIOS15 } from './old-browsers.ts';
import { openBrowser, person, type Portal, startPortal } from './portal.ts';
import { five, inCommunity, loader, settled, snippet } from './snippet.ts';
import { sheet } from './steps.ts';
import { madeUpWx, policy } from './wechat.ts';

let portal: Portal;
let browser: Browser;
let own: Desk;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  own = await startDesk({ behind: portal.url, member: 'guli-abudu', policy, isReal: true });
});
afterAll(async () => {
  await browser.close();
  await own.stop();
  await portal.stop();
});

const choice: Choice = {
  elements: ['wish-wall', 'member-card'],
  area: 'yikang',
  theme: '',
  lang: 'zh-CN',
  mode: 'normal',
  server: '',
  tokenUrl: '/portal/token',
  contact: '社区电话 025-5550 0000',
};
/** Says what it is and whom to call. */
const says = async (page: Page) => {
  const words = page.getByText('这里是微心愿墙。打不开时，请找：社区电话');
  await words.waitFor();
  expect(await words.getByRole('link', { name: '025-5550 0000' }).getAttribute('href')).toBe('tel:02555500000');
};

describe('a browser that is too old', () => {
  const missing = {
    'Object.hasOwn': 'delete Object.hasOwn',
    dialogs: 'delete window.HTMLDialogElement',
  };
  const files = { loader, 'all.js': '<script type="module" src="/embed/all.js"></script>' };

  it.each(Object.keys(files).flatMap((file) => Object.keys(missing).map((what) => [file, what] as const)))(
    'keeps the page’s own words, with %s and without %s, and nothing goes wrong',
    async (file, what) => {
      const head = files[file as keyof typeof files];
      const body = snippetFor('html', choice).replace(loader, '');
      const at = await snippet(browser, portal, { head, body, width: 390 });
      await at.page.addInitScript(missing[what as keyof typeof missing]);
      await at.goto();
      await says(at.page);
      await at.page.waitForLoadState();
      await settled(at.page);
      expect(
        await at.page.evaluate(
          () => (Reflect.get(window, 'customElements') as CustomElementRegistry | undefined)?.get('fm-wish-wall') === undefined,
        ),
      ).toBe(true);
      expect(await at.page.locator('fm-wish-wall').evaluate((wall) => wall.shadowRoot)).toBe(null);
      expect(at.asked).toEqual([/src="(.*?)"/.exec(head)?.[1]]);
      expect({ complaints: at.complaints, violations: at.violations }).toEqual({ complaints: [], violations: [] });
      await at.close();
    },
  );

  it('keeps them without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    await page.setContent(snippetFor('wechat', choice));
    await says(page);
    await context.close();
  });
});

/** All five with the server's answers away, and with them whatever else matches. */
async function withoutServer(away: RegExp): Promise<void> {
  const body = inCommunity(
    five.map((name) => `<fm-${name}><p>请打 <a href="tel:0258888">025-8888</a>。</p></fm-${name}>`).join(''),
  );
  const at = await snippet(browser, portal, { body, width: 390 });
  await at.page.context().route(away, (route) => route.abort());
  await at.goto();
  for (const name of five) {
    const element = at.page.locator(`fm-${name}`);
    await element.getByRole('button', { name: '再试一次' }).waitFor();
    const link = element.getByRole('link', { name: '025-8888' });
    // What is plain at first may give way to the whole state.
    await link.waitFor();
    await expect.poll(() => link.evaluate((one) => one.getBoundingClientRect().right <= innerWidth)).toBe(true);
  }
  await at.close();
}

it('where the server cannot be reached each element says whom to call, also without its words for that', async () => {
  await Promise.all([withoutServer(/\/api\/v1\//), withoutServer(/\/api\/v1\/|-more\.js$/)]);
});

describe('a browser as old as iOS 15.4 and Chrome 93', () => {
  it.each([390, 1200])('shows all five at %i pixels, and opens a wish', async (width) => {
    const body = inCommunity(five.map((name) => `<fm-${name}></fm-${name}>`).join(''), 'token-url="/portal/token"');
    const at = await snippet(browser, portal, { body, width, security: '' });
    const { page } = at;
    await page.addInitScript(asIOS15);
    await page.context().route('**/embed/**', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      const older = text.replace(/@container/g, '@not-known').replace(/container-type|container-name/g, 'not-known');
      await route.fulfill({ response, body: older.replace(/light-dark\(/g, 'not-known(') });
    });
    await page.context().request.post('/portal/sign-in', { data: { sub: 'zhang-xiaoman' } });
    await at.goto();
    for (const name of five) await page.locator(`fm-${name}:is([data-state="ready"], [data-state="empty"])`).waitFor();
    await at.complete();
    const wall = page.locator('fm-wish-wall');
    expect(await wall.evaluate((one) => one.shadowRoot?.querySelectorAll('style').length ?? 0)).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // What is read is as wide as lines are, and nothing lies over anything else.
    const notes = await wall.locator('li.note').evaluateAll((all) =>
      all.map((one) => {
        const { top, bottom, left, width } = one.getBoundingClientRect();
        return { top, bottom, left, width };
      }),
    );
    expect(notes.length).toBeGreaterThan(3);
    for (const [i, { top, bottom, left, width: wide }] of notes.entries()) {
      expect(wide).toBeGreaterThan(200);
      const below = notes[i + 1];
      if (below?.left === left) expect(below.top).toBeGreaterThanOrEqual(bottom - 1);
      expect(bottom).toBeGreaterThan(top);
    }
    await wall.locator('.want button').first().click();
    await sheet(page).getByRole('button', { name: '关闭' }).waitFor();
    await settled(page);
    expect(at.complaints).toEqual([]);
    await at.close();
  });
});

describe('inside WeChat', () => {
  const minute = 60_000;
  interface Asked {
    title?: string;
    desc?: string;
    link?: string;
    signature?: string;
    nonceStr?: string;
    timestamp?: number;
  }
  let page: Page;
  let context: Awaited<ReturnType<typeof person>>['context'];
  let complaints: string[];
  let action: string;
  let worker: string;

  const asked = (name: string) =>
    page.evaluate(
      (name) => (Reflect.get(window, 'asked') as [string, Asked][]).filter(([one]) => one === name).map(([, options]) => options),
      name,
    );
  const lastCard = async () => (await asked('updateAppMessageShareData')).at(-1);

  beforeAll(async () => {
    const [token, guli] = await Promise.all([
      portal.token('--sub', 'wu-min', '--area', 'yikang', '--role', 'worker'),
      portal.token('--sub', 'guli-abudu', '--area', 'yikang', '--role', 'resident'),
    ]);
    worker = token;
    const body = {
      title: '给三楼的邻居搬一趟旧书',
      story: '',
      category: 'care',
      startsAt: new Date(Date.now() + 20 * minute).toISOString(),
      endsAt: new Date(Date.now() + 80 * minute).toISOString(),
      place: '3 幢楼下',
      places: 5,
    };
    const { json } = await portal.api('POST', '/areas/yikang/actions', { token, body });
    action = String(json['id']);
    await portal.api('POST', `/actions/${action}/open`, { token, body: {} });
    await portal.api('POST', `/actions/${action}/sign-up`, { token: guli, body: {} });

    ({ page, context, complaints } = await person(browser, portal, 'about:blank', 390));
    await context.setExtraHTTPHeaders({
      'user-agent': 'Mozilla/5.0 (Linux; Android 12) Chrome/114.0.0.0 Mobile MicroMessenger/8.0.50',
    });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'userAgent', { value: `${navigator.userAgent} MicroMessenger/8.0.50` });
    });
    await context.route('https://res.wx.qq.com/**', (route) => route.fulfill({ body: madeUpWx, contentType: 'text/javascript' }));
    await page.goto(`${own.url}/h5/?from=singlemessage`);
  });

  it('the page introduces itself, by the address at which it was entered, and no code of ours does', async () => {
    await expect.poll(lastCard).toMatchObject({
      title: '怡康社区 · 微心愿和微行动',
      link: `${own.url}/h5/`,
      imgUrl: `${own.url}/h5/share.png`,
    });
    expect((await context.request.get(`${own.url}/h5/share.png`)).headers()['content-type']).toBe('image/png');
    const calls = await page.evaluate(() => Reflect.get(window, 'asked') as [string, Record<string, string>, string][]);
    const configs = calls.filter(([name]) => name === 'config');
    expect(configs).toHaveLength(1);
    const [, { nonceStr = '', timestamp, signature }, stack] = configs[0]!;
    const url = `${own.url}/h5/?from=singlemessage`;
    expect(signature).toBe(signatureOf({ ticket: 'TICKET', nonceStr, timestamp: Number(timestamp), url }));
    expect(stack).toContain('/h5/wechat.js');
    expect(stack).not.toContain('/embed/');
  });

  it('signs people in by WeChat, and their check-in is one scan', async () => {
    await page
      .getByRole('listitem')
      .filter({ hasText: '给三楼的邻居搬一趟旧书' })
      .getByRole('button', { name: /我来报名/ })
      .click();
    // Back where they were, and what they pressed is open.
    await sheet(page).getByRole('heading', { name: '给三楼的邻居搬一趟旧书' }).waitFor();
    const url = `${own.url}/h5/?from=singlemessage`;
    expect(page.url()).toBe(url);
    // On Android WeChat goes by the address that the page has by now.
    await expect.poll(() => asked('config')).toHaveLength(1);
    const [{ nonceStr = '', timestamp, signature } = {}] = await asked('config');
    expect(signature).toBe(signatureOf({ ticket: 'TICKET', nonceStr, timestamp: Number(timestamp), url }));
    await sheet(page).getByRole('button', { name: '签到' }).click();
    const { json } = await portal.api('GET', `/actions/${action}/check-in-code`, { token: worker });
    await page.evaluate((link) => Reflect.set(window, 'scanned', link), String(json['link']));
    await sheet(page).getByRole('button', { name: '扫屏幕上的码' }).click();
    await sheet(page)
      .getByText(/记下了/)
      .waitFor();
    expect(await asked('scanQRCode')).toEqual([{ needResult: 1, scanType: ['qrCode'] }]);
    await sheet(page).getByRole('button', { name: '好的' }).click();
    await page.locator('fm-action-check-in').waitFor({ state: 'detached' });
    await sheet(page).getByRole('button', { name: '关闭' }).click();
    await page.locator('fm-sheet[open]').waitFor({ state: 'detached' });
  });

  it('a card says what is open, where it is, and nobody’s name; and is the page’s own again', async () => {
    await page.locator('fm-wish-wall').locator('.want button').first().click();
    await expect.poll(async () => (await lastCard())?.link).toMatch(/\/wishes\.html\?wish=[0-9a-f-]{36}$/);
    const { title, desc } = (await lastCard())!;
    expect(title?.length).toBeGreaterThan(4);
    expect(desc).toBe('怡康社区 · 微心愿');
    await sheet(page).getByRole('button', { name: '关闭' }).click();
    await expect.poll(async () => (await lastCard())?.desc).toBe('邻居之间的小心愿和小行动，怡康社区');
  });

  it('photos come from WeChat’s picker, and go the same way as any other', async () => {
    await page.getByRole('button', { name: '许个心愿' }).first().click();
    const form = sheet(page);
    await form.getByRole('radio', { name: '实物' }).press('Space');
    await form.getByRole('textbox', { name: '你的心愿' }).fill('想要一把轻便的雨伞。');
    await form.getByRole('button', { name: '下一步' }).click();
    await form.getByRole('button', { name: '加照片' }).click();
    await form.getByText('传好了', { exact: true }).waitFor();
    expect(await asked('chooseImage')).toMatchObject([{ count: 4 }]);
    await form.getByRole('button', { name: '关闭' }).click();
  });

  it('a calendar is said to be elsewhere, by the page', async () => {
    await page.locator('fm-action-signup').getByRole('link', { name: '加入日历' }).first().click();
    await page.getByRole('dialog', { name: '微信里加不了日历' }).getByRole('button', { name: '知道了' }).click();
  });

  it('WeChat’s servers were asked once for what lasts, and no page complained', async () => {
    expect([...own.asked].sort()).toEqual(['/cgi-bin/stable_token', '/cgi-bin/ticket/getticket', '/sns/oauth2/access_token']);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

it('outside WeChat its page says where to open it, with the address of what was begun', async () => {
  const { page, context, complaints } = await person(browser, portal, 'about:blank', 390);
  await context.route('https://res.wx.qq.com/**', (route) => route.fulfill({ body: madeUpWx, contentType: 'text/javascript' }));
  await page.goto(`${own.url}/h5/`);
  const join = page
    .locator('fm-action-signup')
    .getByRole('button', { name: /我来报名/ })
    .first();
  await join.click();
  const dialog = page.getByRole('dialog', { name: '请在微信里打开' });
  expect(await dialog.getByRole('textbox', { name: '网址' }).inputValue()).toMatch(/\/h5\/\?action=[0-9a-f-]{36}$/);
  await dialog.getByRole('button', { name: '先不办' }).click();
  // It lets go of what was begun: it can be pressed again.
  await join.click();
  await dialog.waitFor();
  expect(page.url()).toBe(`${own.url}/h5/`);
  expect(complaints).toEqual([]);
  await context.close();
});

it('none of the built files knows WeChat, and nothing is given for sharing', () => {
  const at = new URL('../packages/components/dist/embed/', import.meta.url);
  const { build }: { build: string } = JSON.parse(readFileSync(new URL('manifest.json', at), 'utf8'));
  const folder = new URL(`v/${build}/`, at);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(50);
  const knowing = files.filter((file) =>
    /\bwx\s*[.[]|WeixinJSBridge|MicroMessenger/.test(readFileSync(new URL(file, folder), 'utf8')),
  );
  expect(knowing).toEqual([]);
  const promising = /(分享|转发|邀请)[^。]{0,16}(积分|奖|解锁|领取)/;
  expect(files.filter((file) => promising.test(readFileSync(new URL(file, folder), 'utf8')))).toEqual([]);
  expect(pointRules).toEqual(['report-in', 'wish-published', 'wish-helped', 'action-hour', 'vote']);
});
