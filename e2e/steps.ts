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
