import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bootstrap,
  close,
  closed,
  headed,
  hostileStyles,
  type Look,
  lookOf,
  looks,
  note,
  prototypeScript,
  sheet,
  tracesOn,
} from './hosts.ts';
import { openBrowser, type Portal, startPortal } from './portal.ts';
import { inCommunity, loader, settled, type Snippet, snippet } from './snippet.ts';
import { tabTo } from './steps.ts';

/** Pages that were there before us: their styles, their scripts, their ways. What people see has to be the same on each. */
let portal: Portal;
let browser: Browser;
let clean: { wall: Look; sheet: Look };
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  const own = await open({});
  clean = await looks(own.page);
  await own.close();
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

type Host = Partial<Parameters<typeof snippet>[2]> & { inside?: string };

/** The same font everywhere, so that boxes can be held against each other. */
const font = 'fm-community { --fm-font: sans-serif }';
const wall = '<fm-wish-wall></fm-wish-wall>';

async function open({ inside = wall, styles = '', body, ...host }: Host): Promise<Snippet> {
  const own = await snippet(browser, portal, { ...host, body: body ?? inCommunity(inside), styles: `${styles}\n${font}` });
  await own.page.emulateMedia({ reducedMotion: 'reduce' });
  await own.goto();
  await own.page.locator('fm-wish-wall[data-state="ready"]').first().waitFor();
  await own.page.locator('fm-wish-wall').getByRole('searchbox').first().waitFor();
  return own;
}

const five = {
  'fm-wish-wall': '.title',
  'fm-action-signup': '.title',
  'fm-points-leaderboard': '.title',
  'fm-project-vote': '.title',
  'fm-star-gallery': '.title',
};

const quiet = ({ complaints, violations }: Snippet) =>
  expect({ complaints, violations }).toEqual({ complaints: [], violations: [] });

describe('a wall, a wish in it and the way there by the keyboard look as on an empty page', () => {
  it.each<[string, Host]>([
    ['under the most hostile styles', { styles: hostileStyles }],
    ['where a rem is 62.5 %', { styles: 'html { font-size: 62.5% }' }],
    ['where a rem is 200 %', { styles: 'html { font-size: 200% }' }],
    [
      'with Bootstrap 3 and jQuery',
      { ...bootstrap, head: bootstrap.head + loader, security: '', styles: `${bootstrap.styles} body { margin: 8px }` },
    ],
    [
      'after a script that changed the built-ins, as Prototype.js does',
      { files: { '/own-prototype.js': prototypeScript }, head: `<script src="/own-prototype.js"></script>${loader}` },
    ],
    ['under another base', { head: `<base href="/elsewhere/deep/">${loader}` }],
    ['on a page that reads from right to left', { root: 'lang="ar" dir="rtl"' }],
    [
      'in a shadow root with styles of its own',
      {
        body: `<article><template shadowrootmode="open"><link rel="stylesheet" href="/own.css">${inCommunity(wall)}</template></article>`,
        styles: hostileStyles,
      },
    ],
  ])('%s', async (_where, host) => {
    const own = await open(host);
    expect(await looks(own.page)).toEqual(clean);
    quiet(own);
    await own.close();
  });
});

it('a line that the page draws under its words, and the room before its first, end at an element’s box', async () => {
  const headings = async (styles: string) => {
    const own = await open({ styles, inside: headed.inside });
    const pictures = await headed.pictures(own.page);
    await own.close();
    return pictures;
  };
  const here = await headings('body { text-decoration: underline; text-indent: 3em }');
  const there = await headings('');
  expect(headed.tags.filter((_tag, at) => here[at] !== there[at])).toEqual([]);
});

it('all five look under the most hostile styles as on an empty page', async () => {
  const all = Object.keys(five)
    .map((tag) => `<${tag}></${tag}>`)
    .join('');
  const [there, here] = await Promise.all([open({ inside: all }), open({ inside: all, styles: hostileStyles })]);
  for (const own of [there, here]) {
    for (const tag of Object.keys(five))
      await own.page.locator(`${tag}:is([data-state="ready"], [data-state="empty"])`).getByRole('button').first().waitFor();
    // What stands below comes after that, and makes an element higher.
    await own.complete();
  }
  for (const [tag, title] of Object.entries(five)) {
    const parts = { root: '.fm', title, button: 'button, .btn' };
    expect({ tag, look: await lookOf(here.page, tag, parts) }).toEqual({ tag, look: await lookOf(there.page, tag, parts) });
  }
  quiet(here);
  await Promise.all([there.close(), here.close()]);
});

describe('a page that is enlarged', () => {
  it('shows everything larger, and a sheet that fits', async () => {
    const own = await open({ styles: 'body { zoom: 1.6 }', width: 700 });
    const { page } = own;
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
    await note(page).click();
    const box = await close(page).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44 * 1.6 - 1);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(700);
    await close(page).click();
    await closed(page);
    quiet(own);
    await own.close();
  });
});

describe('in a frame', () => {
  it.each([
    ['with an address', `<iframe title="frame" width="1180" height="800" src="/own-frame.html"></iframe>`],
    ['written into the page', `<iframe title="frame" width="1180" height="800" srcdoc='${frame()}'></iframe>`],
  ])('%s a wall asks in the member’s name, and a wish opens', async (_how, body) => {
    const own = await snippet(browser, portal, { body, files: { '/own-frame.html': frame() }, security: '' });
    await own.page.context().request.post('/portal/sign-in', { data: { sub: 'li-guifang' } });
    await own.goto();
    const inner = own.page.frameLocator('iframe');
    await inner.locator('fm-wish-wall .want button').first().click();
    await inner.locator('fm-sheet[open]').getByRole('button', { name: '关闭' }).click();
    const asked = own.requests.find((request) => request.url().includes('/wishes?'));
    expect(asked?.headers()['authorization']).toMatch(/^Bearer /);
    quiet(own);
    await own.close();
  });
});

function frame(): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>frame</title>${loader}</head><body>${inCommunity(wall, 'token-url="/portal/token"')}</body></html>`;
}

describe('on a page whose script moves things', () => {
  it('a wall with a wish open in it goes on, in its new place, and after it was taken out and put back', async () => {
    const own = await open({ body: `<aside></aside>${inCommunity(wall)}` });
    const { page } = own;
    await note(page).click();
    await close(page).waitFor();
    const modal = () => page.evaluate(() => document.activeElement?.matches('fm-wish-wall'));
    const move = (how: 'before' | 'away' | 'back') =>
      page.evaluate((how) => {
        const community = document.querySelector('fm-community') ?? (Reflect.get(window, 'kept') as Element);
        if (how === 'before') document.querySelector('aside')?.append(community);
        if (how === 'back') document.body.prepend(community);
        if (how !== 'away') return;
        Reflect.set(window, 'kept', community);
        community.remove();
      }, how);
    await move('before');
    await close(page).click();
    await closed(page);
    expect(await note(page).evaluate((button) => button.matches(':focus'))).toBe(true);
    await move('away');
    await settled(page);
    await move('back');
    await page.locator('fm-wish-wall[data-state="ready"]').waitFor();
    await note(page).click();
    await close(page).waitFor();
    expect(await modal()).toBe(true);
    await page.keyboard.press('Escape');
    await closed(page);
    quiet(own);
    await own.close();
  });
});

describe('after a script that changed the built-ins, as Prototype.js does', () => {
  const builtIns = {
    files: { '/own-prototype.js': prototypeScript },
    head: `<script src="/own-prototype.js"></script>${loader}`,
  };
  const signedIn = (element: string) =>
    snippet(browser, portal, { ...builtIns, body: inCommunity(`<${element}></${element}>`, 'token-url="/portal/token"') });

  it('what is on its way has its shape, and what is written is kept', async () => {
    const own = await signedIn('fm-wish-wall');
    const { page } = own;
    await page.context().request.post('/portal/sign-in', { data: { sub: 'zhang-xiaoman' } });
    const data = await own.hold(/\/wishes\?/);
    await own.goto();
    await expect.poll(() => page.locator('fm-wish-wall li.ghost').count()).toBe(6);
    await data.release();
    await page.getByRole('button', { name: '许个心愿' }).first().click();
    await sheet(page).getByRole('radio', { name: '实物' }).press('Space');
    await sheet(page).getByRole('textbox', { name: '你的心愿' }).fill('想要一把轻便的雨伞。');
    await sheet(page)
      .getByText(/草稿存在/)
      .waitFor();
    quiet(own);
    await own.close();
  });

  it('a ballot arrives', async () => {
    const own = await signedIn('fm-project-vote');
    const { page } = own;
    await page.context().request.post('/portal/sign-in', { data: { sub: 'zhang-xiaoman' } });
    await own.goto();
    const vote = page.locator('fm-project-vote');
    await vote
      .getByRole('button', { name: /选这件/ })
      .first()
      .click();
    await vote.getByRole('button', { name: '投出这张票' }).click();
    await vote.getByText('你的票收到了').waitFor();
    quiet(own);
    await own.close();
  });
});

describe('what the page has is left alone', () => {
  it('no style, no attribute and no name is left behind that the documentation does not have', async () => {
    const before = await snippet(browser, portal, { head: '', body: inCommunity(wall) });
    await before.goto();
    const own = await open({});
    const { page } = own;
    await tabTo(page, /./);
    await note(page).click();
    await close(page).click();
    const [was, is] = [await tracesOn(before.page), await tracesOn(page)];
    const more = (what: 'names' | 'symbols') => is[what].filter((name) => !was[what].some((known) => known === name));
    const libraries = [
      '__zod_globalConfig',
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
    ];
    expect(more('names')).toEqual(libraries);
    const documented = await readFile(new URL('../docs/drop-in.md', import.meta.url), 'utf8');
    expect(libraries.filter((name) => !documented.includes(`\`${name}\``))).toEqual([]);
    expect(more('symbols').every((name) => name?.startsWith('five-micro'))).toBe(true);
    const kept = ({ sheets, root, builtIns }: typeof is) => ({ sheets, root, builtIns });
    expect(kept(is)).toEqual(kept(was));
    expect(is.head).toEqual([...was.head, 'script']);
    await Promise.all([before.close(), own.close()]);
  });
});

const ready = 'fm-wish-wall[data-state="ready"]';
const counted = (asked: readonly string[]) => {
  const api = asked.filter((path) => path.startsWith('/api/') || path === '/portal/token');
  return Object.fromEntries([...new Set(api)].map((path) => [path, api.filter((one) => one === path).length]));
};

describe('ten walls on one page', () => {
  const signIn = 'token-url="/portal/token"';
  it.each([
    ['in one community', inCommunity(wall.repeat(10), signIn)],
    ['each in a community of its own', inCommunity(wall, signIn).repeat(10)],
  ])('%s ask for everything once', async (_where, body) => {
    const own = await snippet(browser, portal, { body });
    await own.page.context().request.post('/portal/sign-in', { data: { sub: 'li-guifang' } });
    await own.goto();
    await expect.poll(() => own.page.locator(ready).count(), { timeout: 8_000 }).toBe(10);
    await own.complete();
    const more = Object.entries(counted(own.asked)).filter(([, times]) => times > 1);
    expect(more).toEqual([]);
    expect(own.complaints).toEqual([]);
    await own.close();
  });
});

describe('two communities with two backends', () => {
  it('each ask their own, and the token of one is never shown to the other', async () => {
    const other = '<fm-community api-url="/other/api/v1" area="huangshanlu"><fm-wish-wall></fm-wish-wall></fm-community>';
    const own = await snippet(browser, portal, { body: inCommunity(wall, 'token-url="/portal/token"') + other });
    await own.page.context().route('**/other/api/v1/**', async (route) => {
      const url = route.request().url().replace('/other/api/', '/api/');
      // Its live stream is away: what it shows, it has asked for.
      if (new URL(url).pathname.endsWith('/live')) await route.abort();
      else await route.fulfill({ response: await route.fetch({ url }) });
    });
    await own.page.context().request.post('/portal/sign-in', { data: { sub: 'li-guifang' } });
    await own.goto();
    await expect.poll(() => own.page.locator(ready).count(), { timeout: 8_000 }).toBe(2);
    await own.complete();
    const asked = (start: string) => own.requests.filter((request) => new URL(request.url()).pathname.startsWith(start));
    const tokens = (start: string) =>
      new Set(asked(start).map((request) => /^Bearer /.test(request.headers()['authorization'] ?? '')));
    expect(tokens('/api/v1/')).toEqual(new Set([true]));
    expect(tokens('/other/api/v1/')).toEqual(new Set([false]));
    expect(asked('/api/v1/').every((request) => !request.url().includes('huangshanlu'))).toBe(true);
    const titles = await own.page
      .locator('fm-wish-wall')
      .evaluateAll((walls) => walls.map((one) => one.shadowRoot?.querySelector('.want')?.textContent));
    expect(titles[0]).not.toBe(titles[1]);
    await own.close();
  });
});
