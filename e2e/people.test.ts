import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Person, person, type Portal, startPortal } from './portal.ts';
import { note, queue, sheet, signIn } from './steps.ts';

/**
 * One person's whole way: written down by a worker because they have no phone, helped, visited; then they get a phone,
 * are merged with who they were, are named and not named, take their data along and leave.
 */
const wish = '想请人帮着把窗帘杆装回去。';
let portal: Portal;
let browser: Browser;
let wu: Person;
let zhang: Person;
let watcher: Person;
let qin: Person;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  [wu, zhang, watcher, qin] = await Promise.all([
    person(browser, portal, '/desk.html'),
    person(browser, portal, '/wishes.html'),
    person(browser, portal, '/wishes.html'),
    person(browser, portal, '/me.html', 390),
  ]);
  await signIn(wu.page, '吴敏');
  await signIn(zhang.page, '张小满');
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

describe('someone without a phone', () => {
  it('is registered by a worker, who posts for them and puts the wish on the wall', async () => {
    const { page } = wu;
    await page.getByRole('button', { name: '替没有手机的邻居登记' }).click();
    await sheet(page).getByRole('searchbox').or(sheet(page).getByRole('textbox')).first().fill('秦宇航');
    await sheet(page).getByRole('button', { name: '找一找' }).click();
    await sheet(page).getByRole('button', { name: '登记新邻居' }).click();
    await sheet(page).getByRole('textbox', { name: '姓名', exact: true }).fill('秦宇航');
    await sheet(page).getByRole('button', { name: '登记', exact: true }).click();
    const form = sheet(page);
    await form.getByRole('radio', { name: '服务' }).press('Space');
    await form.getByRole('textbox', { name: '你的心愿' }).fill(wish);
    await form.getByRole('button', { name: '下一步' }).click();
    await form.getByRole('button', { name: '交给社工' }).click();
    await sheet(page).getByRole('button', { name: '好的' }).click();
    await queue(page)
      .getByRole('button', { name: /窗帘杆/ })
      .click();
    await page.getByRole('button', { name: '贴上墙' }).click();
    await note(watcher.page, '窗帘杆').waitFor();
  });

  it('is helped by a volunteer; a number in the note waits for the worker, who lets it through masked', async () => {
    const { page } = zhang;
    await page.getByRole('button', { name: /我来帮 TA：想请人帮着把窗帘杆/ }).click();
    await sheet(page).getByRole('button', { name: '我来帮 TA' }).click();
    await sheet(page).getByRole('button', { name: '帮好了' }).click();
    await sheet(page).getByRole('textbox', { name: '怎么帮的' }).fill('装好了，松了就打１３９ ０００１ ２０４６找我。');
    await sheet(page).getByRole('button', { name: '告诉 TA 帮好了' }).click();
    await note(watcher.page, '窗帘杆').getByText('等许愿人确认').waitFor();
    await note(watcher.page, '窗帘杆').getByRole('button').first().click();
    await sheet(watcher.page).getByText('说帮好了').first().waitFor();
    expect(await sheet(watcher.page).innerText()).not.toContain('装好了，松了');

    await wu.page.getByRole('tab', { name: /大家说的话/ }).click();
    await queue(wu.page)
      .getByRole('button', { name: /装好了/ })
      .click();
    await wu.page.getByRole('button', { name: '按改好的贴出去' }).click();
    await expect.poll(() => sheet(watcher.page).innerText(), { timeout: 20_000 }).toContain('139****2046');
  });

  it('is visited, and the wish is closed with a note', async () => {
    const { page } = wu;
    await page.getByRole('tab', { name: /等回访/ }).click();
    await queue(page)
      .getByRole('button', { name: /窗帘杆/ })
      .click();
    await page.getByRole('textbox', { name: '回访记录' }).fill('上门看过，窗帘拉得顺。');
    await page.getByRole('button', { name: '去看过了，办结' }).click();
    await page.getByText('办结了').first().waitFor();
  });
});

describe('the same person with a phone', () => {
  it('signs in and is merged with who they were', async () => {
    await signIn(qin.page, '秦宇航');
    await qin.page.getByRole('button', { name: /^到.*报到/ }).click();
    await qin.page.getByText('报到好了').first().waitFor();

    const { page } = wu;
    await page.getByRole('tab', { name: /居民/ }).click();
    await page.getByRole('searchbox', { name: '找居民' }).fill('qinyuhang');
    await page.getByRole('button', { name: '找一找' }).click();
    const people = page.getByRole('tabpanel').getByRole('button', { name: /秦宇航/ });
    await expect.poll(() => people.count(), { timeout: 10_000 }).toBe(2);
    await people.filter({ hasText: '没有手机' }).click();
    await page.getByRole('button', { name: '合成一个人' }).click();
    const other = page.getByRole('searchbox', { name: '另一份是哪一位' });
    await other.fill('秦宇航');
    await other.press('Enter');
    await page.getByRole('button', { name: /选 TA/ }).click();
    await page.getByRole('button', { name: '是同一个人，合成一份' }).click();
    await page.getByRole('button', { name: '想好了，合在一起' }).click();
    await page
      .getByText(/合好了/)
      .first()
      .waitFor();
  });

  it('sees what was wished and done for them', async () => {
    await qin.page.reload();
    const past = qin.page.getByRole('button', { name: /以前的 1 个/ });
    await past.click();
    await qin.page.getByText(wish).first().waitFor();
  });

  it('shows their name and hides it again, with an open page following', async () => {
    const { page } = watcher;
    await page.goto('/wishes.html');
    await page.getByRole('searchbox').fill('窗帘杆');
    await note(page, '窗帘杆').getByRole('button').first().click();
    await sheet(page).getByText('一位邻居').first().waitFor();
    const name = qin.page.getByRole('switch', { name: /许愿/ });
    await name.click();
    await sheet(page).getByText('秦**').first().waitFor({ timeout: 20_000 });
    await name.click();
    await expect.poll(() => sheet(page).innerText(), { timeout: 20_000 }).not.toContain('秦**');
  });

  it('takes everything along in one archive', async () => {
    const download = qin.page.waitForEvent('download');
    await qin.page.getByRole('button', { name: '带走一份' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/我的五微-.*\.zip$/);
    const files = unzipSync(new Uint8Array(await readFile(await file.path())));
    const wishes = strFromU8(files['wishes.json'] ?? new Uint8Array());
    expect(wishes).toContain(wish);
    expect(
      Object.values(files)
        .map((bytes) => strFromU8(bytes))
        .join('\n'),
    ).not.toContain('张小满');
  });

  it('leaves: their words are gone everywhere, and every sum still holds', async () => {
    const { page } = qin;
    await page.getByRole('button', { name: '不在这里了，清掉我的资料' }).click();
    const act = sheet(page).getByRole('button', { name: '清掉我的资料' });
    expect(await act.isDisabled()).toBe(true);
    await sheet(page).getByRole('checkbox', { name: '我想好了' }).check();
    await act.click();
    await page.getByText('你的资料清掉了').first().waitFor();
    await expect.poll(() => sheet(watcher.page).innerText(), { timeout: 20_000 }).not.toContain('窗帘杆');
    const { json } = await portal.api('GET', `/areas/yikang/wishes?q=${encodeURIComponent('窗帘杆')}`);
    expect(json['items']).toEqual([]);
  });
});
