import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Portal, startPortal } from './portal.ts';
import { five, inCommunity, settled, snippet } from './snippet.ts';

let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** The line for a portal's own stylesheet, as docs/drop-in.md has it. */
const reserved = five.map((name) => `fm-${name}`).join() + '{display:block;min-height:100vh}';

/** Everything that moved without somebody having pressed something. */
async function watchShifts(page: Awaited<ReturnType<typeof snippet>>['page']) {
  await page.addInitScript(() => {
    const shifts: { value: number; moved: string[] }[] = [];
    Reflect.set(window, 'shifts', shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Element | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
        };
        const moved = sources.map(
          ({ node, previousRect: { x, y, height }, currentRect: now }) =>
            `${node?.nodeName} ${node?.className ?? ''} from ${x},${y} (${height}) to ${now.x},${now.y} (${now.height})`,
        );
        shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'shifts') as { value: number; moved: string[] }[]);
}

describe.each([390, 1200])('at %i px, with a slow server', (width) => {
  it.each(five)('nothing moves while fm-%s comes', async (element) => {
    const own = await snippet(browser, portal, {
      width,
      styles: `body{margin:16px;font:16px/1.6 sans-serif}footer{padding:40px 0}${reserved}`,
      body: `<h1>怡康社区</h1>${inCommunity(`<fm-${element}><p>正在打开。也可以打 025-8888 问社工。</p></fm-${element}>`, 'theme="neutral"')}<footer>怡康社区居委会</footer>`,
    });
    const shifts = await watchShifts(own.page);
    // One thing after the other, each shown before the next one comes.
    const code = await own.hold(new RegExp(`/${element}\\.js$`));
    const data = await own.hold(/\/api\/v1\/areas\/yikang\/.*\?/);
    const rest = await own.hold(/-more\.js$/);
    const area = await own.hold(/\/areas\/yikang$/);
    await own.goto();
    await code.asked;
    expect(await own.page.getByText('正在打开').isVisible()).toBe(true);
    await settled(own.page);
    await code.release();
    await data.asked;
    await own.page.locator(`fm-${element}[data-state="loading"]`).waitFor();
    await settled(own.page);
    await data.release();
    await own.page.locator(`fm-${element}:is([data-state="ready"], [data-state="empty"])`).waitFor();
    await rest.asked;
    await settled(own.page);
    await rest.release();
    await area.asked;
    await settled(own.page);
    await area.release();
    await own.complete();
    await settled(own.page);
    expect(await shifts()).toEqual([]);
    await own.close();
  });
});

describe('the measure', () => {
  it('notices what moves, so that silence means something', async () => {
    const own = await snippet(browser, portal, {
      body: `<h1>怡康社区</h1>${inCommunity('<fm-wish-wall></fm-wish-wall>')}<footer>怡康社区居委会</footer>`,
    });
    const shifts = await watchShifts(own.page);
    const code = await own.hold(/\/wish-wall\.js$/);
    await own.goto();
    await code.asked;
    await settled(own.page);
    await code.release();
    await own.page.locator('fm-wish-wall[data-state="ready"]').waitFor();
    await expect.poll(async () => (await shifts()).length).toBeGreaterThan(0);
    await own.close();
  });
});
