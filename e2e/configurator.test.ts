import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { transform } from 'esbuild';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Choice, elements, loginScript, policyFor, snippetFor, styleFor } from '../examples/configurator/snippets.ts';
import { openBrowser, person, type Portal, startPortal } from './portal.ts';

/** Another website, on another origin: its pages by path, each with the policy it sends. */
const pages = new Map<string, { body: string; type?: string; policy?: string }>();
let site: Server;
let siteUrl: string;
let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  site = createServer((request, response) => {
    const found = pages.get(request.url ?? '');
    response.writeHead(found ? 200 : 204, {
      'content-type': found?.type ?? 'text/html; charset=utf-8',
      ...(found?.policy && { 'content-security-policy': found.policy }),
    });
    response.end(found?.body);
  });
  await new Promise<void>((ready) => site.listen(0, '127.0.0.1', ready));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  process.env['ALLOWED_ORIGINS'] = siteUrl;
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  delete process.env['ALLOWED_ORIGINS'];
  await browser.close();
  await portal.stop();
  site.close();
});

const ready = '[data-preview] :is([data-state="ready"], [data-state="empty"])';

async function configurator(query = '', width = 1200) {
  const one = await person(browser, portal, 'about:blank', width);
  await one.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: portal.url });
  /** What the server's API is asked. */
  const asked: string[] = [];
  one.page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request.url());
  });
  await one.page.goto(`/embed/${query}`);
  await one.page.locator(ready).first().waitFor();
  return { ...one, asked };
}

/** What is in the clipboard after the piece's button was pressed. */
async function copied(page: Page, piece: string): Promise<string> {
  await page.locator(`[data-piece="${piece}"] button`).click();
  await page.getByRole('status').getByText('复制好了').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

const tags = (page: Page) =>
  page.locator('[data-preview]').evaluate((community) => [...community.children].map(({ localName }) => localName));

describe('the page at /embed/', () => {
  it.each([390, 1200])(
    'shows at %i pixels what is chosen, with the keyboard alone, and its address brings it back',
    async (width) => {
      const { page, context, complaints } = await configurator('', width);
      expect(await page.locator('[data-view]').getAttribute('class')).toBe(width === 390 ? 'view phone' : 'view page');
      expect(await page.locator('[data-frame]').evaluate((frame) => frame.scrollWidth <= frame.clientWidth)).toBe(true);
      await page.getByRole('checkbox', { name: /微行动/ }).focus();
      await page.keyboard.press('Space');
      await page.getByRole('radio', { name: '跟着社区' }).focus();
      for (const _ of ['素净', '党建红']) await page.keyboard.press('ArrowRight');
      await page.getByRole('radio', { name: '平常' }).focus();
      await page.keyboard.press('ArrowRight');
      const areas = page.locator('[data-areas] select');
      await areas.nth(1).focus();
      await areas.nth(1).selectOption({ label: '南苑街道' });
      await expect.poll(() => areas.count()).toBe(3);
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('select');
      await areas.nth(2).selectOption({ label: '怡康社区' });
      await page.getByRole('radio', { name: '手机' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('radio', { name: 'Vue' }).focus();
      await page.keyboard.press('ArrowLeft');
      await page.locator('[data-piece=code]').getByText("'@five-micro/components/action-signup'").waitFor();
      await expect.poll(() => page.url()).toContain('area=yikang');
      const stands = async (where: Page) => ({
        tags: await tags(where),
        look: await where
          .locator('[data-preview]')
          .evaluate((one) => ['area', 'theme', 'mode'].map((name) => one.getAttribute(name))),
        code: await where.locator('[data-piece=code] code').textContent(),
        wide: await where.evaluate(() => document.documentElement.scrollWidth > innerWidth),
      });
      const before = await stands(page);
      expect(before).toMatchObject({
        tags: ['fm-wish-wall', 'fm-action-signup'],
        look: ['yikang', 'party', 'elder'],
        wide: false,
      });
      await expect.poll(() => page.locator(ready).count()).toBe(2);

      const colleague = await configurator(new URL(page.url()).search, width);
      await colleague.page.locator('[data-piece]').first().waitFor();
      expect(await stands(colleague.page)).toEqual(before);
      // What can be pressed in the preview does not lie on the way to what is copied, until it is entered.
      const tabs = async () => {
        for (let count = 1; count < 40; count++) {
          await page.keyboard.press('Tab');
          if (await page.evaluate(() => document.activeElement?.closest('[data-pieces]'))) return count;
        }
        return Infinity;
      };
      await page.locator('#login').focus();
      expect(await tabs()).toBeLessThan(9);
      await page.locator('[data-enter]').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('fm-wish-wall');
      await page.keyboard.press('Escape');
      expect(await page.locator('[data-view]').evaluate((view) => view.hasAttribute('inert'))).toBe(true);
      expect([...complaints, ...colleague.complaints]).toEqual([]);
      await Promise.all([context.close(), colleague.context.close()]);
    },
  );

  it('lays the elements out as wide as they will be, speaks English, and says what cannot be', async () => {
    const { page, context, complaints, asked } = await configurator(
      '?width=side&lang=en&words=en&site=nowhere at all&token=https://else.example',
    );
    await page.getByRole('heading', { name: 'Put it on your website' }).waitFor();
    expect(await page.locator('[data-view]').evaluate((view) => view.clientWidth)).toBe(300);
    await page.getByRole('radio', { name: 'Desktop' }).check();
    expect(await page.locator('[data-view]').evaluate((view) => view.clientWidth)).toBe(1120);
    await page.getByText('This is no address of a website').waitFor();
    await page.getByText('It has to be on your own website').waitFor();
    expect(await page.locator('[data-piece=code]').textContent()).not.toContain('else.example');
    await expect.poll(() => page.locator(ready).count()).toBe(1);
    // The last that the preview asks by itself.
    await expect.poll(() => asked.some((url) => url.includes('/live?'))).toBe(true);
    asked.length = 0;
    // What is written is meant as browsers read it: without https, with a slash too many.
    await page.getByLabel('Your website').fill('www.yikang.example/');
    await page.getByLabel('Token address (optional)').fill('https://www.yikang.example/token');
    await page.locator('[data-piece=code]').getByText('token-url="https://www.yikang.example/token"').waitFor();
    await page.locator('[data-piece=box]').getByText('event.waitUntil(openLoginBox())').waitFor();
    await page.getByLabel('Login page (optional)').fill('javascript:alert(1)');
    await page.getByText('An address on your own website').waitFor();
    await page.getByLabel('Login page (optional)').fill('/login?back={back}');
    await page.locator('[data-piece=code]').getByText('login-url="/login?back={back}"').waitFor();
    expect(await page.locator('[data-piece=box]').count()).toBe(0);
    // None of that changes the preview.
    expect(asked).toEqual([]);
    await page.getByRole('checkbox', { name: /An organisation/ }).check();
    await page.getByLabel('Of which organisation').selectOption({ index: 1 });
    const organisation = await page.getByLabel('Of which organisation').inputValue();
    await page.locator('[data-piece=code]').getByText(`<fm-organisation organisation="${organisation}">`).waitFor();
    await page.locator('[data-preview] fm-organisation[data-state=ready]').waitFor();
    // What stands there already is left alone.
    expect(asked.filter((url) => url.includes('/wishes?') && !url.includes('/organisations/'))).toEqual([]);
    expect(new URL(page.url()).searchParams.get('organisation')).toBe(organisation);
    await page.getByRole('checkbox', { name: /An organisation/ }).uncheck();
    await page.getByRole('radio', { name: 'WeChat H5' }).check({ force: true });
    await page.getByText('Save it as five-micro.css').waitFor();
    await page.getByRole('checkbox', { name: /Wish wall/ }).uncheck();
    await page.getByText('Nothing is chosen yet').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(['html', 'wechat'])(
    'gives a snippet for %s that works on another website, under its policy and with its integrity',
    async (target) => {
      const { page, context } = await configurator(`?elements=wish-wall,star-gallery&area=yikang&for=${target}&site=${siteUrl}`);
      const code = await copied(page, 'code');
      const style = await copied(page, 'style');
      const policy = (await copied(page, 'policy')).replace('Content-Security-Policy: ', '');
      expect(await copied(page, 'origin')).toBe(`ALLOWED_ORIGINS=${siteUrl}`);
      expect(code).toContain(`integrity="${await copied(page, 'sri')}"`);
      await context.close();

      pages.set('/five-micro.css', { body: style, type: 'text/css' });
      const head = '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="five-micro.css">';
      pages.set('/', { body: code.startsWith('<!doctype') ? code : head + code, policy });
      const visitor = await person(browser, portal, siteUrl);
      await visitor.page.locator('fm-wish-wall li').first().waitFor();
      await visitor.page.locator('fm-star-gallery li').first().waitFor();
      expect(visitor.complaints).toEqual([]);
      await visitor.context.close();
    },
  );
});

describe('fm-community with debug, on a page of another website', () => {
  it('names what its policy keeps away, also before it came', async () => {
    const policy = policyFor(portal.url).replace(`connect-src 'self' ${portal.url}`, "connect-src 'self'");
    const body = `<!doctype html><script type="module" src="${portal.url}/embed/five-micro.js"></script>
      <fm-community debug api-url="${portal.url}/api/v1" area="yikang"><fm-wish-wall></fm-wish-wall></fm-community>`;
    pages.set('/strict', { body, policy });
    pages.set('/fine', { body, policy: policyFor(portal.url) });
    const visitor = await person(browser, portal, `${siteUrl}/strict`);
    const wrong = visitor.page.locator('fm-doctor li.wrong');
    await wrong.getByText(`给 connect-src 加上 ${portal.url}。`).waitFor();
    await expect.poll(() => wrong.count()).toBe(1);
    // What this page's policy refuses is what it is for.
    expect(visitor.violations.splice(0)).not.toEqual([]);
    await visitor.page.goto(`${siteUrl}/fine`);
    await visitor.page.locator('fm-doctor').getByText('没有发现毛病').waitFor();
    await visitor.context.close();
  });
});

const choice: Choice = {
  elements: ['wish-wall'],
  area: 'yikang',
  theme: '',
  lang: 'zh-CN',
  mode: 'normal',
  server: '',
  tokenUrl: '',
  contact: '社区电话 025-0000 0000',
};
const hostile: Choice = {
  ...choice,
  elements: ['wish-wall', 'worker-desk'],
  lang: 'en',
  mode: 'elder',
  theme: 'spring',
  server: 'https://wuwei.example.cn',
  tokenUrl: '/token?a="1"&b=<2>',
  loginUrl: '/login?back={back}&x={{1}}',
  contact: "025\nHTML; system('id');\n'?>{{x}}`</p>",
};

interface VueCompiler {
  parse(source: string): { errors: unknown[]; descriptor: { template: { content: string } } };
  compileTemplate(options: object): { errors: unknown[]; code: string };
}

describe('what is pasted', () => {
  it.each(['wish-wall', 'action-signup', 'project-vote', 'points-leaderboard', 'star-gallery', 'worker-desk'] as const)(
    'calls fm-%s as it calls itself',
    async (name) => {
      const { zhCN }: { zhCN: { title: string } } = await import(`../packages/components/src/${name}/words/zh-CN.ts`);
      expect(elements[name]['zh-CN']).toBe(zhCN.title);
    },
  );

  it('is what the docs say', () => {
    const docs = readFileSync(new URL('../docs/drop-in.md', import.meta.url), 'utf8');
    expect(docs).toContain(`\`\`\`html\n${snippetFor('html', choice)}\`\`\``);
    expect(docs).toContain(`Content-Security-Policy: ${policyFor('')}\n`);
    const five = ['wish-wall', 'action-signup', 'project-vote', 'points-leaderboard', 'star-gallery'] as const;
    expect(docs).toContain(styleFor(five));
    const login = readFileSync(new URL('../docs/login.md', import.meta.url), 'utf8');
    expect(login).toContain(`\`\`\`js\n${loginScript}\`\`\``);
  });

  it.each([choice, hostile])('is right for React and Vue, whatever is in it', async (one) => {
    const react = await transform(snippetFor('react', one), { loader: 'tsx', jsx: 'automatic' });
    for (const name of ['fm-community', ...one.elements.map((element) => `fm-${element}`)])
      expect(react.code).toContain(`"${name}"`);
    const compiler: VueCompiler = createRequire(new URL('../examples/vue/package.json', import.meta.url))('vue/compiler-sfc');
    const { errors, descriptor } = compiler.parse(snippetFor('vue', one));
    const isCustomElement = (tag: string) => tag.startsWith('fm-');
    const template = compiler.compileTemplate({
      source: descriptor.template.content,
      filename: 'a.vue',
      id: 'a',
      compilerOptions: { isCustomElement },
    });
    expect({ errors, more: template.errors }).toEqual({ errors: [], more: [] });
    expect(template.code).toContain('"fm-wish-wall"');
  });

  it('is the same page in WordPress, and nothing in it ends the PHP text early', () => {
    for (const one of [choice, hostile]) {
      const php = snippetFor('wordpress', one);
      const [, inside = ''] = /<<<'HTML'\n([^]*?)\nHTML;\n\}\);\n$/.exec(php) ?? [];
      expect(`${inside}\n`).toBe(snippetFor('html', one));
      expect(inside).not.toMatch(/^\s*HTML\b/m);
    }
  });
});
