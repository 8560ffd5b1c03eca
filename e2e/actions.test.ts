import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Person, person, type Portal, startPortal } from './portal.ts';
import { queue, sheet, signIn } from './steps.ts';

/**
 * One action's whole way: published by a worker, full after one sign-up, waited for, cancelled, moved up; checked in to
 * by the code on the desk's screen; its hours and points, the rank they bring and why. And the same for someone whose
 * name the worker ticks on the list.
 */
const title = '给三楼的邻居搬一趟旧书';
const minute = 60_000;
let portal: Portal;
let browser: Browser;
let wu: Person;
let zhang: Person;
let guli: Person;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  [wu, zhang, guli] = await Promise.all([
    person(browser, portal, '/desk.html'),
    person(browser, portal, '/actions.html'),
    person(browser, portal, '/actions.html', 390),
  ]);
  await signIn(wu.page, '吴敏');
  await signIn(zhang.page, '张小满');
  await signIn(guli.page, '古丽');
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

const card = (page: Page): Locator => page.locator('fm-action-signup').getByRole('listitem').filter({ hasText: title });
const says = (locator: Locator, words: string | RegExp) => locator.getByText(words).first().waitFor({ timeout: 20_000 });

/** The day and the time in Shanghai, as a form wants them. */
function shanghai(at: number): { day: string; time: string } {
  const [day = '', time = ''] = new Date(at + 8 * 60 * minute).toISOString().slice(0, 16).split('T');
  return { day, time };
}

describe('an action', () => {
  it('is drafted in the desk and published', async () => {
    const { page } = wu;
    await page.getByRole('tab', { name: /行动/ }).click();
    await page.getByRole('button', { name: '发起一个行动' }).click();
    const form = sheet(page);
    await form.getByRole('radio', { name: '扶老护幼' }).press('Space');
    await form.getByRole('textbox', { name: '行动的名字' }).fill(title);
    const begin = shanghai(Math.ceil((Date.now() + 20 * minute) / minute) * minute);
    const end = shanghai(Math.ceil((Date.now() + 80 * minute) / minute) * minute);
    await form.getByLabel('哪一天').fill(begin.day);
    await form.getByLabel('开始').fill(begin.time);
    await form.getByLabel('结束').fill(end.time);
    await form.getByLabel('在哪里集合').fill('3 幢楼下');
    await form.getByLabel('要多少人').fill('1');
    await form.getByRole('button', { name: '存成草稿' }).click();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await says(page.locator('fm-worker-desk'), '发布了，大家可以报名了');
    await says(card(zhang.page), '还剩 1 个名额');
  });

  it('has one place: the second neighbour waits, and moves up when the first cancels', async () => {
    await card(zhang.page)
      .getByRole('button', { name: /我来报名/ })
      .click();
    await says(card(zhang.page), '已报名');
    await says(card(guli.page), '名额满了');
    await card(guli.page)
      .getByRole('button', { name: /排个候补/ })
      .click();
    await says(card(guli.page), '候补第 1 位');

    await card(zhang.page).getByRole('button', { name: '取消报名' }).click();
    await sheet(zhang.page).getByRole('button', { name: '取消报名' }).click();
    await says(card(guli.page), '已报名');
    await guli.page.goto('/me.html');
    await says(guli.page.locator('fm-member-card'), new RegExp(title));
  });

  it('is checked in to with the digits on the screen', async () => {
    const { page } = wu;
    await page.getByRole('button', { name: '现在和要来的' }).click();
    await queue(page)
      .getByRole('button', { name: new RegExp(title) })
      .click();
    await page.getByRole('button', { name: '打开签到屏' }).click();
    const digits = async () => (await page.getByText(/^签到码 [\d ]+$/).innerText()).replace(/\D/g, '');
    await expect.poll(digits, { timeout: 10_000 }).toMatch(/^\d{6}$/);
    await guli.page.goto('/actions.html');
    await card(guli.page).getByRole('button', { name: '签到' }).click();
    await sheet(guli.page)
      .getByRole('textbox', { name: '六位数的签到码' })
      .fill(await digits());
    await sheet(guli.page).getByRole('button', { name: '签到', exact: true }).click();
    await says(sheet(guli.page), /记下了/);
    await says(page.locator('fm-worker-desk'), /1 \/ 1/);
  });
});

it('leaves nobody’s page with a complaint', () => {
  expect([wu, zhang, guli].flatMap(({ complaints }) => complaints)).toEqual([]);
});

describe('someone without a phone', () => {
  it('is added by the worker at the door, and ticked', async () => {
    const { page } = wu;
    await portal.advance(30 * minute);
    await page.getByRole('button', { name: /没带手机/ }).click();
    await page
      .getByRole('button', { name: /加上|加一位/ })
      .first()
      .click();
    await page.getByRole('searchbox', { name: '找一找是哪一位' }).fill('丁秀英');
    await page.getByRole('searchbox', { name: '找一找是哪一位' }).press('Enter');
    await page
      .getByRole('button', { name: /丁秀英/ })
      .first()
      .click();
    await says(page.locator('fm-worker-desk'), '丁秀英记上了');
  });
});

/** What stands on one's own line of this week's board. */
async function ownLine(page: Page): Promise<{ rank: number; points: number }> {
  await page.goto('/points.html');
  const board = page.locator('fm-points-leaderboard');
  await board.getByRole('button', { name: '本周' }).click();
  const own = board.locator('.own');
  await says(own, '古丽');
  const figure = async (part: string) =>
    Number((await own.locator(part).innerText()).replace(/\D+/g, ' ').trim().split(' ').at(-1));
  return { rank: await figure('.rank'), points: await figure('.pt') };
}

describe('when it is over', () => {
  let before = 0;

  it('credits the whole hour to both, once', async () => {
    before = (await ownLine(guli.page)).points;
    const { page } = wu;
    await portal.advance(55 * minute);
    await page.getByRole('button', { name: '办完了' }).click();
    await page.getByRole('button', { name: '办完了，记时长' }).click();
    await says(page.locator('fm-worker-desk'), '办完了，时长和积分都记上了');
    await page.getByRole('button', { name: '办完的' }).click();
    await queue(page)
      .getByRole('button', { name: new RegExp(title) })
      .click();
    const lines = page.locator('fm-action-people').getByRole('listitem');
    for (const name of ['古丽', '丁秀英']) await says(lines.filter({ hasText: name }), /记了 60 分钟/);
  });

  it('brings the one without a phone her points, which a worker can look up', async () => {
    const { page } = wu;
    await page.getByRole('tab', { name: '居民' }).click();
    await page.getByRole('searchbox').fill('丁秀英');
    await page.getByRole('searchbox').press('Enter');
    await queue(page)
      .getByRole('button', { name: /丁秀英/ })
      .click();
    await page.getByRole('button', { name: '看每一笔' }).click();
    const entries = page.locator('fm-member-points').getByRole('listitem').filter({ hasText: title });
    await says(entries, '+5');
    expect(await entries.count()).toBe(1);
  });

  it('shows the rank that came of it, and why', async () => {
    const { page } = guli;
    const { rank, points } = await ownLine(page);
    expect(points).toBe(before + 5);
    const { json } = await portal.api('GET', '/areas/yikang/leaderboard?period=week&limit=100');
    const board = Array.isArray(json['items']) ? json['items'] : [];
    expect(board.filter((one: { points: number }) => one.points > points)).toHaveLength(rank - 1);
    await page.locator('fm-points-leaderboard').getByRole('button', { name: '这些分从哪来' }).click();
    const entries = sheet(page)
      .getByRole('listitem')
      .filter({ hasText: `参加“${title}”` });
    await says(entries, '+5');
    expect(await entries.count()).toBe(1);
  });

  it('can be written down and printed, and is a record, not a certificate', async () => {
    const { page } = guli;
    await page.goto('/me.html');
    const link = page.locator('fm-member-card').getByRole('link', { name: /打印/ });
    const [record] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await record.waitForLoadState();
    const words = await record.locator('body').innerText();
    expect(words).toContain(title);
    expect(words).toContain('平台记录');
    expect(words).not.toContain('证明');
  });
});
