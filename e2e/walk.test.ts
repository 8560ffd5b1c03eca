import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Person, person, type Portal, startPortal } from './portal.ts';
import { note, queue, sheet, signIn } from './steps.ts';

/** The six points of what a person can do, walked in Chromium against the really started server. */
let portal: Portal;
let browser: Browser;
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** A small real picture, made here. */
const picture = (page: Page) =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const paint = canvas.getContext('2d');
    if (!paint) throw new Error('No canvas.');
    paint.fillStyle = 'rgb(200 160 90)';
    paint.fillRect(0, 0, 640, 480);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg' });
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });

describe('a visitor', () => {
  it('reads the wall of a community, of its street and of the district, without a single complaint', async () => {
    const visitor = await person(browser, portal, '/wishes.html');
    const { page } = visitor;
    await note(page, '三楼走道的灯坏了一周').waitFor();
    const notes = page.locator('fm-wish-wall li');
    const first = await notes.count();
    await page.getByRole('button', { name: /^再看/ }).click();
    await expect.poll(() => notes.count()).toBeGreaterThan(first);

    await page.getByRole('searchbox').fill('灯管');
    await expect.poll(() => notes.count()).toBeLessThan(first);
    expect(await notes.allTextContents()).toEqual(expect.arrayContaining([expect.stringContaining('灯')]));
    await page.getByRole('searchbox').fill('');
    await expect.poll(() => notes.count()).toBeGreaterThanOrEqual(first);

    const every = async (words: string) => (await notes.allTextContents()).every((text) => text.includes(words));
    await page.getByRole('button', { name: /等待认领/ }).click();
    await expect.poll(() => every('我来帮 TA')).toBe(true);
    await page.getByRole('button', { name: '陪伴', exact: true }).click();
    await expect.poll(() => every('陪伴')).toBe(true);
    expect(visitor.complaints).toEqual([]);

    await page.goto('/street.html');
    await expect
      .poll(async () => new Set((await notes.allTextContents()).flatMap((text) => /\S+社区/.exec(text)?.[0] ?? [])).size)
      .toBeGreaterThan(1);
    await page.goto('/district.html');
    await expect.poll(() => notes.count()).toBeGreaterThan(5);
    expect(visitor.complaints).toEqual([]);
    await visitor.context.close();
  });

  it('is asked to sign in when they want to help, and goes on where they were', async () => {
    const { page, context } = await person(browser, portal, '/wishes.html');
    await page.getByRole('button', { name: /我来帮 TA：想要一台血糖仪/ }).click();
    await sheet(page).getByRole('button', { name: '我来帮 TA' }).click();
    await page.getByRole('dialog', { name: '以谁的身份登录' }).getByRole('button', { name: '陈建国' }).click();
    await sheet(page).getByText('你正在帮 TA').waitFor();
    await context.close();
  });
});

describe('a wish', () => {
  const wish = '阳台的晾衣杆掉下来了，想请人装回去。';
  let li: Person;
  let wu: Person;
  let zhang: Person;
  let watcher: Person;
  beforeAll(async () => {
    [li, wu, zhang, watcher] = await Promise.all([
      person(browser, portal, '/wishes.html', 390),
      person(browser, portal, '/desk.html'),
      person(browser, portal, '/wishes.html'),
      person(browser, portal, '/wishes.html'),
    ]);
    await signIn(li.page, '李桂芳');
    await signIn(wu.page, '吴敏');
    await signIn(zhang.page, '张小满');
  });
  afterAll(() => Promise.all([li, wu, zhang, watcher].map((one) => one.context.close())));

  it('is written by a resident on a phone; the draft survives a reload, the photo goes along', async () => {
    const { page } = li;
    await page.getByRole('button', { name: '许个心愿' }).first().click();
    await sheet(page).getByRole('radio', { name: '服务' }).press('Space');
    await sheet(page).getByRole('textbox', { name: '你的心愿' }).fill(wish);
    await sheet(page)
      .getByText(/草稿存在/)
      .waitFor();
    await page.reload();
    await page.getByRole('button', { name: '许个心愿' }).first().click();
    await expect.poll(() => sheet(page).getByRole('textbox', { name: '你的心愿' }).inputValue()).toBe(wish);

    await sheet(page).getByRole('button', { name: '下一步' }).click();
    await sheet(page).getByRole('textbox', { name: '电话' }).fill('13900002046');
    await sheet(page).getByRole('textbox', { name: '门牌' }).fill('12 幢 402');
    const buffer = Buffer.from(await picture(page));
    await sheet(page).locator('input[type=file]').setInputFiles({ name: 'pole.jpg', mimeType: 'image/jpeg', buffer });
    await sheet(page).getByText('传好了').first().waitFor();
    await sheet(page).getByRole('button', { name: '交给社工' }).click();
    await sheet(page).getByRole('heading', { name: '交给社工了' }).waitFor();
    await page.goto('/me.html');
    await page.getByText(wish).waitFor();
    await page.getByText('社工在看').first().waitFor();
  });

  it('is edited, and another one withdrawn', async () => {
    const { page } = li;
    await page.getByRole('button', { name: '许个心愿' }).first().click();
    await sheet(page).getByRole('radio', { name: '实物' }).press('Space');
    await sheet(page).getByRole('textbox', { name: '你的心愿' }).fill('想要一个买菜的小推车。');
    await sheet(page).getByRole('button', { name: '下一步' }).click();
    await sheet(page).getByRole('button', { name: '交给社工' }).click();
    await sheet(page).getByRole('button', { name: '好的' }).click();
    const mine = page.getByRole('listitem').filter({ hasText: '想要一个买菜的小推车' }).last();
    await mine.getByRole('button').first().click();
    await sheet(page).getByRole('button', { name: '改一改' }).click();
    const words = sheet(page).getByRole('textbox', { name: '你的心愿' });
    await words.fill('想要一个带轮子的买菜小推车。');
    await sheet(page).getByRole('button', { name: '下一步' }).click();
    await sheet(page).getByRole('button', { name: '改好了，交给社工' }).click();
    await sheet(page).getByText('带轮子').first().waitFor();
    await sheet(page).getByRole('button', { name: '不要了', exact: true }).click();
    await sheet(page).getByRole('button', { name: '不要了，取下来' }).click();
    await sheet(page).getByText('取下来了').first().waitFor();
    await page.goto('/wishes.html');
  });

  it('reaches the worker’s desk by itself and goes onto every open wall within two seconds', async () => {
    const { page } = wu;
    await queue(page)
      .getByRole('button', { name: new RegExp(wish.slice(0, 8)) })
      .click();
    await page.getByRole('article').getByText('修修补补').click();
    const published = Date.now();
    await page.getByRole('button', { name: '贴上墙' }).click();
    await note(watcher.page, '阳台的晾衣杆').waitFor({ timeout: 5_000 });
    expect(Date.now() - published).toBeLessThan(3_500);
  });

  it('is claimed in the name of a party branch for a day of their choice, with the contact for them alone', async () => {
    const { page } = zhang;
    await page.getByRole('button', { name: /我来帮 TA：阳台的晾衣杆/ }).click();
    await sheet(page).getByRole('radio', { name: '怡康第二党支部' }).press('Space');
    await sheet(page).getByRole('radio', { name: '明天' }).press('Space');
    await sheet(page).getByRole('button', { name: '我来帮 TA' }).click();
    await sheet(page).getByRole('button', { name: '看电话和门牌' }).click();
    await sheet(page).getByText('13900002046').waitFor();
    await note(watcher.page, '阳台的晾衣杆').getByText('怡康第二党支部').waitFor();

    await sheet(page).getByRole('button', { name: '放回墙上', exact: true }).first().click();
    await sheet(page).getByRole('button', { name: '放回墙上', exact: true }).last().click();
    await note(watcher.page, '阳台的晾衣杆')
      .getByRole('button', { name: /我来帮 TA/ })
      .waitFor();
    await sheet(page).getByRole('button', { name: '我来帮 TA' }).click();
    await sheet(page).getByRole('button', { name: '帮好了' }).click();
    await sheet(page).getByRole('textbox', { name: '怎么帮的' }).fill('换了两颗膨胀螺丝，承得住被子了。');
    await sheet(page).getByRole('button', { name: '告诉 TA 帮好了' }).click();
    await note(watcher.page, '阳台的晾衣杆').getByText('等许愿人确认').waitFor();
  });

  it('is answered “not yet”, done again, and confirmed with stars; the note turns over for everyone', async () => {
    const { page } = li;
    await page.goto('/me.html');
    await page.getByRole('listitem').filter({ hasText: wish }).getByRole('button', { name: '还没好' }).last().click();
    await sheet(page).getByRole('button', { name: '还没好' }).click();
    await sheet(page).getByRole('textbox', { name: '还差什么' }).fill('左边那头还晃。');
    await sheet(page).getByRole('button', { name: '告诉 TA 还没好' }).click();
    await sheet(page).getByText('告诉帮忙的人了').first().waitFor();

    await sheet(zhang.page).getByRole('button', { name: '帮好了' }).click();
    await sheet(zhang.page).getByRole('textbox', { name: '怎么帮的' }).fill('左边也紧过了。');
    await sheet(zhang.page).getByRole('button', { name: '告诉 TA 帮好了' }).click();

    await sheet(page).getByRole('button', { name: '好了，谢谢 TA' }).click();
    await sheet(page).getByRole('radio', { name: '5 颗星' }).press('Space');
    await sheet(page).getByRole('textbox', { name: '想说的话' }).fill('被子晒得暖暖的，谢谢你们。');
    await sheet(page).getByRole('button', { name: '好了，谢谢 TA' }).last().click();
    await page.getByText('谢谢你说一声').first().waitFor();
    await watcher.page.getByText('被子晒得暖暖的，谢谢你们。').waitFor({ timeout: 5_000 });
  });

  it('shows its whole way to everyone, and no one’s name or number', async () => {
    const visitor = await person(browser, portal, '/wishes.html');
    await note(visitor.page, '被子晒得暖暖的，谢谢你们。').getByRole('button').first().click();
    await sheet(visitor.page).getByText('怡康第二党支部来帮忙').first().waitFor();
    const text = await sheet(visitor.page).innerText();
    expect(text).toContain('还没好');
    for (const raw of ['李桂芳', '张小满', '13900002046']) expect(text).not.toContain(raw);
    await visitor.context.close();
  });
});

describe('a social worker', () => {
  it('sends back with a reason, merges a duplicate, registers a neighbour without a phone, posts for them and finds them again', async () => {
    const wu = await person(browser, portal, '/desk.html');
    const { page } = wu;
    await signIn(page, '吴敏');
    await queue(page)
      .getByRole('button', { name: /想要个帮手/ })
      .click();
    await page.getByRole('textbox', { name: /写给/ }).fill('想要怎样的帮手，多说一句我们就贴上墙。');
    await page.getByRole('button', { name: '退回补充' }).click();
    await page.getByText('退回去了').first().waitFor();

    await queue(page)
      .getByRole('button', { name: /12 幢三楼的灯不亮/ })
      .click();
    await page.getByRole('button', { name: /合并/ }).first().click();
    await page.getByText('合并过去了').first().waitFor();

    await page.getByRole('button', { name: '替没有手机的邻居登记' }).click();
    await sheet(page).getByRole('searchbox').or(sheet(page).getByRole('textbox')).first().fill('钱素珍');
    await sheet(page).getByRole('button', { name: '找一找' }).click();
    await sheet(page).getByText('没有找到').waitFor();
    await sheet(page).getByRole('button', { name: '登记新邻居' }).click();
    await sheet(page).getByRole('textbox', { name: '姓名', exact: true }).fill('钱素珍');
    await sheet(page).getByRole('button', { name: '登记', exact: true }).click();
    await sheet(page).getByRole('heading', { name: '替钱素珍许个心愿' }).waitFor();
    const form = sheet(page);
    await form.getByRole('radio', { name: '陪伴' }).press('Space');
    await form.getByRole('textbox', { name: '你的心愿' }).fill('想有人陪着去看一次菊花展。');
    await form.getByRole('button', { name: '下一步' }).click();
    await form.getByRole('button', { name: '交给社工' }).click();
    await sheet(page).getByRole('button', { name: '好的' }).click();
    await queue(page)
      .getByRole('button', { name: /菊花展/ })
      .waitFor();

    await page.getByRole('button', { name: '替没有手机的邻居登记' }).click();
    await sheet(page).getByRole('searchbox').or(sheet(page).getByRole('textbox')).first().fill('素珍');
    await sheet(page).getByRole('button', { name: '找一找' }).click();
    await sheet(page).getByText('找到 1 位').waitFor();
    await page.keyboard.press('Escape');
    await wu.context.close();
  });

  it('closes a wish after a visit, with a note', async () => {
    const wu = await person(browser, portal, '/desk.html');
    const { page } = wu;
    await signIn(page, '吴敏');
    await page.getByRole('tab', { name: /等回访/ }).click();
    await queue(page).getByRole('button').first().click();
    await page.getByRole('textbox', { name: '回访记录' }).fill('上门看过，用着呢。');
    await page.getByRole('button', { name: '去看过了，办结' }).click();
    await page.getByText('办结了').first().waitFor();
    await wu.context.close();
  });
});

describe('a resident’s own card', () => {
  it('lets someone new report in, and takes their name off and on with every open page following', async () => {
    const qin = await person(browser, portal, '/me.html', 390);
    await signIn(qin.page, '秦宇航');
    await qin.page.getByRole('button', { name: /^到.*报到/ }).click();
    await qin.page.getByText('报到好了').first().waitFor();
    await qin.context.close();

    const li = await person(browser, portal, '/me.html', 390);
    const wall = await person(browser, portal, '/wishes.html');
    await note(wall.page, '三楼走道的灯坏了一周').getByText('李**').waitFor();
    await signIn(li.page, '李桂芳');
    await li.page.getByRole('switch', { name: /许愿/ }).click();
    await note(wall.page, '三楼走道的灯坏了一周').getByText('一位邻居').waitFor({ timeout: 20_000 });
    await li.context.close();
    await wall.context.close();
  });
});
