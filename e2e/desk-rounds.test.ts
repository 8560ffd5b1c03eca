import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type Person, person, type Portal, startPortal } from './portal.ts';
import { queue, sheet, signIn, tabTo } from './steps.ts';

/**
 * The workers' half of the two ways that `rounds.test.ts` walks, on their desks: read, listed, drafted, opened, paper by
 * two of them, closed with a reason, built and put right; nominated, asked, awarded, told of, taken down. What residents
 * do meanwhile comes by the API.
 */
const minute = 60_000;
const residents = { li: 'li-guifang', zhou: 'zhou-lihua', zhang: 'zhang-xiaoman', sun: 'sun-fulin' } as const;
type Resident = keyof typeof residents;

let portal: Portal;
let browser: Browser;
let wu: Person;
let shi: Person;
const tokens = new Map<Resident, string>();
beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  [wu, shi] = await Promise.all([person(browser, portal, '/desk.html'), person(browser, portal, '/desk.html', 390)]);
  await signIn(wu.page, '吴敏');
  await signIn(shi.page, '石岚');
  for (const who of ['li', 'zhou', 'zhang', 'sun'] as const)
    tokens.set(who, await portal.token('--sub', residents[who], '--area', 'yikang', '--role', 'resident'));
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
});

async function ask(as: Resident | null, method: string, path: string, expected: number, body?: unknown) {
  const token = as === null ? undefined : tokens.get(as);
  const { status, json } = await portal.api(method, path, { ...(token !== undefined && { token }), body });
  expect(status, `${method} ${path} ${JSON.stringify(json)}`).toBe(expected);
  return json;
}
const idOf = (json: Record<string, unknown>): string => String(json['id']);
interface Item {
  id: string;
  title: string;
}
const itemsOf = (json: Record<string, unknown>): Item[] =>
  (Array.isArray(json['items']) ? json['items'] : []).map((one: Item) => one);

/** As a box for a moment wants it, in Shanghai. */
const inMinutes = (minutes: number): string => new Date(Date.now() + (8 * 60 + minutes) * minute).toISOString().slice(0, 16);
const dayIn = (days: number): string => inMinutes(days * 24 * 60).slice(0, 10);

const desk = (page: Page): Locator => page.locator('fm-worker-desk');
const says = (page: Page, words: string | RegExp) => desk(page).getByText(words).first().waitFor({ timeout: 20_000 });
const press = (page: Page, name: string | RegExp) => desk(page).getByRole('button', { name, exact: true }).click();
const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click();
const take = (page: Page, name: RegExp) => queue(page).getByRole('button', { name }).click();

describe('projects on the desk', () => {
  const bell = '门口装一个呼叫铃';
  const shelf = '门口放一个雨伞架';
  const round = '门口先添哪一样';
  let bellId: string;
  let roundId: string;

  it('are read and listed by the keyboard alone', async () => {
    const proposal = { story: '按一下，一楼就有人来。', place: '12 幢门口', cost: 450_000 };
    bellId = idOf(await ask('li', 'POST', '/areas/yikang/projects', 201, { ...proposal, title: bell }));
    await ask('zhou', 'POST', '/areas/yikang/projects', 201, { ...proposal, title: shelf });

    const { page } = wu;
    await page.getByRole('tab', { name: /心愿待看/ }).focus();
    for (let steps = 0; steps < 6; steps++) await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { name: /微实事/ }).getAttribute('aria-selected')).toBe('true');
    for (const title of [bell, shelf]) {
      await queue(page)
        .getByRole('button', { name: new RegExp(title) })
        .waitFor({ timeout: 20_000 });
      await queue(page)
        .getByRole('button', { name: new RegExp(title) })
        .focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('fm-project-case .wish').innerText()).toBe(title);
      await tabTo(page, /^列入名单$/);
      await page.keyboard.press('Enter');
      await says(page, /列入名单了/);
    }
    expect(await ask(null, 'GET', `/projects/${bellId}`, 200)).toMatchObject({ status: 'listed' });
  });

  it('are offered in a round that is drafted in the form, found among many, and opened', async () => {
    const { page } = wu;
    await tab(page, /^投票/);
    await press(page, '起草一轮投票');
    const form = sheet(page);
    await form.getByRole('textbox', { name: '标题' }).fill(round);
    for (const title of [bell, shelf]) await form.getByRole('checkbox', { name: new RegExp(title) }).check();
    await form.getByText('选了 2 个').waitFor();
    await form.getByLabel('开始', { exact: true }).fill(inMinutes(-5));
    await form.getByLabel('截止', { exact: true }).fill(inMinutes(2 * 24 * 60));
    await form.getByRole('textbox', { name: '最多选几个' }).fill('1');
    await form.getByRole('textbox', { name: /最多选上几个/ }).fill('1');
    await form.getByRole('button', { name: '存成草稿' }).click();
    await says(page, '存成草稿了，看一遍再开始');
    await press(page, '开始投票');
    await says(page, /从这一刻起都不能再改/);
    await tabTo(page, /^开始投票，不再改$/);
    await page.keyboard.press('Enter');
    await says(page, '开始投票了');
    roundId =
      itemsOf(await ask(null, 'GET', '/areas/yikang/rounds?status=open', 200)).find(({ title }) => title === round)?.id ?? '';
    expect(await ask(null, 'GET', `/projects/${bellId}`, 200)).toMatchObject({ status: 'voting' });
  });

  it('are voted for on paper too: one worker enters it, another compares', async () => {
    for (const who of ['zhou', 'zhang'] as const) await ask(who, 'PUT', `/rounds/${roundId}/ballot`, 200, { choices: [bellId] });
    const { page } = wu;
    await press(page, '打开纸质选票');
    await press(page, '录入一张');
    const who = desk(page).getByRole('searchbox', { name: '是谁投的' });
    await who.fill('丁秀英');
    await who.press('Enter');
    await desk(page)
      .getByRole('button', { name: /^是 TA/ })
      .click();
    await desk(page)
      .getByRole('checkbox', { name: new RegExp(shelf) })
      .check();
    await press(page, '录入');
    await says(page, '录入了，等另一位社工核对');
    await says(page, '你录入的，要请另一位社工核对。');

    const other = shi.page;
    await tab(other, /^投票/);
    await take(other, new RegExp(round));
    const paper = sheet(other);
    await paper.getByRole('button', { name: '打开纸质选票' }).click();
    await paper.getByRole('button', { name: '对一对纸上写的' }).click();
    await paper.getByRole('button', { name: '和纸上一样', exact: true }).click();
    await paper.getByText(/纸上是丁秀英/).waitFor();
    await paper.getByRole('button', { name: '和纸上一样，算上' }).click();
    await paper.getByText('算上了').first().waitFor();
    expect(await ask(null, 'GET', `/rounds/${roundId}/results`, 200)).toMatchObject({ turnout: { ballots: 3, paper: 1 } });
  });

  it('are decided early for a reason that everyone reads', async () => {
    const { page } = wu;
    await press(page, '提前结束');
    await press(page, '提前结束，公开理由');
    await says(page, '写一句再结束，居民要知道为什么。');
    await desk(page).getByRole('textbox', { name: '公开的理由' }).fill('两件东西都要赶在入冬前装。');
    await press(page, '提前结束，公开理由');
    await says(page, '结束了，票已经数好');
    await says(page, '选上了');
    expect(await ask(null, 'GET', `/rounds/${roundId}`, 200)).toMatchObject({
      status: 'closed',
      reason: '两件东西都要赶在入冬前装。',
    });
  });

  it('are started, and tell how they get on', async () => {
    const { page } = wu;
    await tab(page, /^微实事/);
    await press(page, '选上和在建的');
    await take(page, new RegExp(bell));
    await desk(page).getByRole('textbox', { name: '谁来办' }).fill('社区物业，赵师傅');
    await desk(page).getByRole('textbox', { name: '预算' }).fill('4300');
    await press(page, '开工');
    await says(page, /开工了/);
    await press(page, '写一条进展');
    await desk(page).getByRole('textbox', { name: '这一步做什么' }).fill('线布好了');
    await desk(page)
      .getByRole('textbox', { name: /整件事做到多少/ })
      .fill('60');
    await press(page, '公布进展');
    await says(page, /进展公布了/);
    expect(await ask(null, 'GET', `/projects/${bellId}`, 200)).toMatchObject({
      status: 'under-way',
      budget: 430_000,
      percent: 60,
      milestones: [{ title: '线布好了', reached: true }],
    });
  });

  it('are put right before they are done', async () => {
    const { page } = wu;
    await ask('sun', 'POST', `/projects/${bellId}/comments`, 200, { words: '按钮太高，轮椅够不着。' });
    await says(page, '按钮太高，轮椅够不着。');
    await press(page, '转成整改');
    await desk(page).getByRole('textbox', { name: '谁来办' }).fill('安装师傅');
    await desk(page).getByLabel('哪天以前').fill(dayIn(5));
    await press(page, '转成整改');
    await says(page, /记成整改了/);
    await says(page, /还有 1 条整改没有办好/);
    await press(page, '回复整改');
    await desk(page).getByRole('textbox', { name: '怎么整改的' }).fill('移到一米高了。');
    await press(page, '公布回复');
    await says(page, /回复公布了/);
    const [comment] = itemsOf(await ask('sun', 'GET', `/projects/${bellId}/comments`, 200));
    await ask('sun', 'POST', `/projects/${bellId}/accept`, 200, { comment: comment?.id, accepted: true });
    await press(page, '整件事办好了');
    await desk(page)
      .getByRole('textbox', { name: /告诉邻居办成了什么样/ })
      .fill('按得响，也够得着。');
    await press(page, '办好了');
    await says(page, /办好了，邻居可以打分了/);
    expect(await ask(null, 'GET', `/projects/${bellId}`, 200)).toMatchObject({ status: 'done', closing: '按得响，也够得着。' });
  });
});

describe('stars on the desk', () => {
  const sentence = '谁家的门坏了，他拎着锤子就来。';
  const contest = '热心的邻居，选一位';
  const nominations = new Map<Resident, string>();

  /** A worker says who it is and asks; they agree on their own phone. */
  async function askAndAgree(who: Resident, called: RegExp, name: string): Promise<void> {
    const { page } = wu;
    await take(page, called);
    if (await desk(page).getByRole('searchbox', { name: '在居民里找' }).isVisible()) {
      const search = desk(page).getByRole('searchbox', { name: '在居民里找' });
      await search.fill(name);
      await search.press('Enter');
      await desk(page)
        .getByRole('button', { name: /^是 TA/ })
        .click();
    }
    await says(page, `是${name}`);
    await press(page, '去问 TA');
    await says(page, /问出去了/);
    const [asked] = itemsOf(await ask(who, 'GET', '/me/nominations', 200));
    nominations.set(who, asked?.id ?? '');
    await ask(who, 'POST', `/nominations/${asked?.id ?? ''}/consent`, 200, { name: 'masked' });
  }

  it('begin with a nomination by a worker, or by a neighbour, whom a worker asks', async () => {
    const { page } = wu;
    await tab(page, /^微星光/);
    await press(page, '提名一位');
    const form = sheet(page);
    const search = form.getByRole('searchbox', { name: /先在居民里找/ });
    await search.fill('孙福林');
    await search.press('Enter');
    await form.getByRole('button', { name: /^是 TA/ }).click();
    await form.getByRole('radio', { name: '服务之星' }).press('Space');
    await form.getByRole('textbox', { name: '一句话' }).fill(sentence);
    await form.getByRole('button', { name: '提名', exact: true }).click();
    await says(page, '提名记下了');
    await askAndAgree('sun', /孙福林/, '孙福林');

    const nomination = { who: '楼下的周姐', title: 'service', sentence: '谁家没人，她替谁收着快递。' };
    await ask('li', 'POST', '/areas/yikang/nominations', 201, nomination);
    await askAndAgree('zhou', /楼下的周姐/, '周丽华');
  });

  it('are voted for in a contest that a worker drafts, opens and closes', async () => {
    const { page } = wu;
    await tab(page, /^投票/);
    await press(page, '起草一轮投票');
    const form = sheet(page);
    await form.getByRole('radio', { name: '同意参加的提名里选' }).press('Space');
    await form.getByRole('textbox', { name: '标题' }).fill(contest);
    for (const name of [/^孙\*\*/, /^周\*\*/]) await form.getByRole('checkbox', { name }).check();
    await form.getByLabel('开始', { exact: true }).fill(inMinutes(-5));
    await form.getByLabel('截止', { exact: true }).fill(inMinutes(24 * 60));
    await form.getByRole('textbox', { name: '最多选几个' }).fill('1');
    await form.getByRole('textbox', { name: /最多选上几个/ }).fill('1');
    await form.getByRole('button', { name: '存成草稿' }).click();
    await says(page, '存成草稿了，看一遍再开始');
    await press(page, '开始投票');
    await press(page, '开始投票，不再改');
    await says(page, '开始投票了');
    const open = itemsOf(await ask(null, 'GET', '/areas/yikang/rounds?status=open', 200)).find(({ title }) => title === contest);
    await ask('zhang', 'PUT', `/rounds/${open?.id ?? ''}/ballot`, 200, { choices: [nominations.get('sun')] });
    await press(page, '提前结束');
    await desk(page).getByRole('textbox', { name: '公开的理由' }).fill('两位都同意早一天公布。');
    await press(page, '提前结束，公开理由');
    await says(page, '结束了，票已经数好');
  });

  it('are awarded to the winner, told of, and taken down for a reason', async () => {
    const { page } = wu;
    await tab(page, /^微星光/);
    await press(page, '同意了');
    await take(page, /评上了.*孙\*\*/);
    await desk(page).getByRole('textbox', { name: /故事/ }).fill('三年里修好了四十扇门。');
    await press(page, '颁星');
    await says(page, /星挂上了/);
    const star = itemsOf(await ask(null, 'GET', '/areas/yikang/stars', 200))[0];
    const at = `/stars/${star?.id ?? ''}`;
    expect(star).toMatchObject({ name: '孙**', sentence, story: '' });
    const { waiting } = (await ask('sun', 'GET', at, 200)) as { waiting?: { key: string } };
    await ask('sun', 'PUT', at, 200, { nod: { key: waiting?.key, show: true } });
    expect(await ask(null, 'GET', at, 200)).toMatchObject({ story: '三年里修好了四十扇门。' });

    await press(page, '挂着的星');
    await take(page, /孙\*\*.*拎着锤子/);
    await press(page, '改故事');
    await press(page, /加一句邻居的话/);
    await desk(page).getByRole('textbox', { name: '第 1 句', exact: true }).fill('门一关就响，现在静静的。');
    await desk(page).getByRole('textbox', { name: '第 1 句是谁说的' }).fill('五楼的邻居');
    await press(page, '改好了');
    await says(page, '门一关就响，现在静静的。');
    await press(page, '摘下来');
    await desk(page).getByRole('textbox', { name: '写给 TA 的话' }).fill('你当面说不想挂了，已经摘下来。');
    await press(page, '摘下来，告诉本人');
    await says(page, /摘下来了/);
    await ask(null, 'GET', at, 404);
  });

  it('leave nothing that a desk complains of', () => {
    expect([...wu.complaints, ...shi.complaints]).toEqual([]);
  });
});
