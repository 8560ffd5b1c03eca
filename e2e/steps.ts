import type { Locator, Page } from 'playwright';

/** Signs in the way a resident does: through the portal's own menu. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '以…身份登录' }).click();
  await page.getByRole('dialog', { name: '以谁的身份登录' }).getByRole('button', { name }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}

export const note = (page: Page, title: string): Locator =>
  page.locator('fm-wish-wall li').filter({ has: page.getByText(title) });

/** The sheet on top: its content is slotted, so it is looked for in the element, not in its dialog. */
export const sheet = (page: Page): Locator => page.locator('fm-sheet[open]').last();

/** The list on the worker's desk. */
export const queue = (page: Page): Locator => page.getByRole('tabpanel').getByRole('list').first();

/** What the keyboard is on, as deep as it goes, by its name. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels : null;
    return (at?.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });

/** Goes on with the Tab key until the keyboard is on something of that name. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`Tab does not lead to ${name}; it passed ${passed.join(' | ')}.`);
}
