import type { Browser, Page, Request, Route } from 'playwright';
import { expect } from 'vitest';
import { policyFor } from '../examples/configurator/snippets.ts';
import { type Portal, watchPolicy } from './portal.ts';

/** The policy of a careful portal, which the demo portal's pages have too. */
export const policy = policyFor('');

export const five = ['wish-wall', 'action-signup', 'project-vote', 'points-leaderboard', 'star-gallery'] as const;

export interface Snippet {
  page: Page;
  /** Everything that the page asked for but itself, in the order in which it began: paths with their queries. */
  asked: string[];
  requests: Request[];
  complaints: string[];
  violations: string[];
  /** Holds what matches until `release`; resolves `asked` when the first such request has begun. */
  hold(pattern: RegExp): Promise<Held>;
  /** Resolves when something that matches has been asked for. */
  begun(pattern: RegExp): Promise<Request>;
  /** Resolves when the page has everything that it shows: its live stream is open, and nothing else is on its way. */
  complete(): Promise<void>;
  goto(): Promise<void>;
  close(): Promise<void>;
}

export interface Held {
  asked: Promise<unknown>;
  release(): Promise<void>;
}

interface Setting {
  /** What stands in the page's head. */
  head?: string;
  /** What stands in its body. */
  body: string;
  /** Attributes of its root. */
  root?: string;
  width?: number;
  styles?: string;
  /** Where the page is, if not where the server is. */
  origin?: string;
  /** Files of the page's own, by their address, as `/own.js`. */
  files?: Record<string, string>;
  /** Another security policy; empty for none. */
  security?: string;
}

export const loader = '<script type="module" src="/embed/five-micro.js"></script>';
export const inCommunity = (inside: string, more = ''): string =>
  `<fm-community api-url="/api/v1" area="yikang" ${more}>${inside}</fm-community>`;

/** A page of some portal with a snippet in it, on the portal's own origin. */
export async function snippet(
  browser: Browser,
  portal: Portal,
  {
    head = loader,
    body,
    root = 'lang="zh-CN"',
    width = 1200,
    styles = '',
    origin = portal.url,
    files = {},
    security = policy,
  }: Setting,
): Promise<Snippet> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN', baseURL: portal.url });
  const html = `<!doctype html><html ${root}><head><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/own.css">${head}</head><body>${body}</body></html>`;
  await context.route('**/own.html', (route) =>
    route.fulfill({
      body: html,
      contentType: 'text/html',
      headers: {
        'content-security-policy': origin === portal.url ? security : security.replaceAll("'self'", `'self' ${portal.url}`),
      },
    }),
  );
  for (const [address, text] of Object.entries({ '/own.css': styles, ...files })) {
    const contentType = /\.(css|html|js)$/.exec(address)?.[1]?.replace('js', 'javascript') ?? 'plain';
    await context.route(`**${address}`, (route) => route.fulfill({ body: text, contentType: `text/${contentType}` }));
  }
  // A page that no server sent counts as one from outside, which Chromium asks about before it may load from this machine.
  if (origin !== portal.url) await context.grantPermissions(['local-network-access'], { origin });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const asked: string[] = [];
  const complaints: string[] = [];
  const violations = await watchPolicy(context);
  const requests: Request[] = [];
  const underWay = new Set<Request>();
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/own.') || !request.url().startsWith('http')) return;
    asked.push(pathname + search);
    requests.push(request);
    // A stream stays.
    if (!pathname.endsWith('/live')) underWay.add(request);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  const begun = async (pattern: RegExp): Promise<Request> => {
    const found = () => requests.find((request) => pattern.test(request.url()));
    await expect.poll(found, { message: String(pattern), timeout: 8_000 }).toBeDefined();
    return found() as Request;
  };
  return {
    page,
    begun,
    async complete() {
      await begun(/\/live(\?|$)/);
      // What comes may ask for more: until nothing has been asked meanwhile.
      for (let count = -1; count !== requests.length; ) {
        count = requests.length;
        await expect.poll(() => underWay.size, { timeout: 8_000 }).toBe(0);
        await settled(page);
      }
    },
    asked,
    requests,
    complaints,
    violations,
    async hold(pattern) {
      const held: Route[] = [];
      let open = false;
      let tell: (value: unknown) => void = () => undefined;
      const begun = new Promise((resolve) => {
        tell = resolve;
      });
      await context.route(pattern, async (route) => {
        tell(undefined);
        if (open) await route.continue();
        else held.push(route);
      });
      return {
        asked: begun,
        async release() {
          open = true;
          await Promise.all(held.map((route) => route.continue()));
        },
      };
    },
    goto: async () => {
      await page.goto(`${origin}/own.html`);
    },
    close: () => context.close(),
  };
}

/** Whatever the page has begun by now has been told of after two frames. */
export const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
