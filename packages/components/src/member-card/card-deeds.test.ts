import { noticeSentence } from '@five-micro/contract/notices';
import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type Action, type Hours, type MyAction, type MySignUp } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeAccount, makeStanding } from '../points-leaderboard/testing/data.ts';
import { fakeList, fakeNow, makeAction, makeArea, makeMySignUp, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { hours, me, noticeOf, type SetUp, setUp } from './testing/set-up.ts';
import { en } from './words/en.ts';
import { zhCN } from './words/zh-CN.ts';

const links = { action: '/actions.html?action={id}', actions: '/actions.html', leaderboard: '/points.html' };
const area = makeArea({ settings: { ...makeArea().settings, features: ['wishes', 'actions', 'points'], links } });

const record = (more: Partial<Hours> = {}): Hours => ({
  minutes: 390,
  actions: 3,
  items: [],
  nextCursor: null,
  links: { page: 'https://example.test/record', csv: 'https://example.test/record.csv' },
  ...more,
});

const coming = (action: Partial<Action>, signUp: Partial<MySignUp> = {}): MyAction => ({
  action: makeAction({ can: [], ...action }),
  signUp: makeMySignUp(signUp),
});

const today = coming({
  id: 'dumplings',
  title: '给独居老人送一顿热饺子',
  startsAt: '2026-11-23T06:30:00.000Z',
  endsAt: '2026-11-23T08:30:00.000Z',
  checkInFrom: '2026-11-23T06:00:00.000Z',
  place: '老年食堂',
});
const saturday = coming({ title: '防骗小课堂：陌生来电怎么接', place: '党群活动室' }, { state: 'waiting', position: 2 });

async function deedsOf({ actions = [today, saturday], myself = {}, ...more }: SetUp & { actions?: MyAction[] } = {}) {
  const set = await setUp({
    areas: { get: async () => area },
    myself: {
      actions: () => fakeList(() => pageOf(actions)),
      hours: async () => record(),
      points: async (query) => makeAccount(query?.period === 'all' ? { points: 320 } : {}),
      ...myself,
    },
    points: { standing: async () => makeStanding({ listed: false }) },
    ...more,
  });
  const part = (tag: string) => set.root?.querySelector<HTMLElement>(tag);
  await waitUntil(() => part('fm-card-actions')?.dataset['state'] && part('fm-card-actions')?.dataset['state'] !== 'loading');
  await waitUntil(() => part('fm-card-points')?.dataset['state'] && part('fm-card-points')?.dataset['state'] !== 'loading');
  await set.card.updateComplete;
  const text = (tag: string, selector = '.fm') =>
    (part(tag)?.shadowRoot?.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    ...set,
    inside: text,
    rowsOf: () =>
      [...(part('fm-card-actions')?.shadowRoot?.querySelectorAll('.mine > li') ?? [])].map((row) =>
        row.textContent.replace(/\s+/g, ' ').trim(),
      ),
    linkTo: (name: string) =>
      [...(part('fm-card-actions')?.shadowRoot?.querySelectorAll('a') ?? [])].find((one) =>
        (one.ariaLabel ?? one.textContent).trim().startsWith(name),
      ),
    press: (tag: string, name: string) =>
      [...(part(tag)?.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(name))?.click(),
  };
}

describe('my actions', () => {
  it('say how each stands and what its next step is', async () => {
    const { rowsOf, linkTo } = await deedsOf();
    const [first, second] = rowsOf();
    expect(first)
      .to.match(/^今天 ?23/)
      .and.to.contain('给独居老人送一顿热饺子')
      .and.to.contain('14:30–16:30 · 老年食堂')
      .and.to.contain('14:00 开始签到');
    expect(second)
      .to.match(/^周六 ?28/)
      .and.to.contain('候补第 2 位');
    expect(linkTo('给独居老人')?.getAttribute('href')).to.equal('/actions.html?action=dumplings');
    expect(linkTo('加入日历：给独居老人')?.getAttribute('href')).to.contain('.ics');
    expect(linkTo('看一看：防骗')).to.exist;
  });

  it('offer the check-in while it is open, and say when one has checked in', async () => {
    const open = await deedsOf({ actions: [coming({ ...today.action, can: ['check-in'] })] });
    expect(open.rowsOf()[0]).to.contain('可以签到了');
    expect(open.linkTo('签到：')?.getAttribute('href')).to.equal('/actions.html?action=dumplings');
    const { action } = today;
    const inside = await deedsOf({
      actions: [
        {
          action: { ...action, status: 'closed', endsAt: '2026-11-23T17:00:00.000Z', can: ['check-in'] },
          signUp: makeMySignUp({ state: 'attended', checkedInAt: '2026-11-23T06:28:00.000Z' }),
        },
      ],
    });
    expect(inside.rowsOf()[0]).to.contain('14:28 签到了').and.to.contain('14:30–次日 1:00');
    expect(inside.linkTo('签退：')?.getAttribute('href')).to.equal('/actions.html?action=dumplings');
  });

  it('tell of one that was cancelled until its time is over, with the reason', async () => {
    const { rowsOf } = await deedsOf({
      actions: [
        coming({ title: '下雨的', status: 'cancelled', reason: '明天有大雨' }, { state: 'cancelled' }),
        coming({ title: '早过了的', status: 'cancelled', startsAt: hours(30), endsAt: hours(28) }, { state: 'cancelled' }),
        coming({ title: '自己取消的' }, { state: 'cancelled' }),
      ],
    });
    expect(rowsOf().length).to.equal(1);
    expect(rowsOf()[0]).to.contain('取消了：明天有大雨');
  });

  it('keep those one went to behind a button, with what was credited', async () => {
    const went = coming(
      { title: '夜间巡逻', status: 'finished', startsAt: hours(72), endsAt: hours(70) },
      { state: 'attended', minutes: 90 },
    );
    const { rowsOf, press, card } = await deedsOf({ actions: [today, went] });
    expect(rowsOf().length).to.equal(1);
    press('fm-card-actions', '去过的 1 场');
    await waitUntil(() => rowsOf().length === 2);
    expect(rowsOf()[1]).to.contain('夜间巡逻').and.to.contain('记了 1 小时 30 分钟');
    await card.updateComplete;
  });

  it('have the hours as a platform record, never as a certificate, to print and as a spreadsheet', async () => {
    const { inside, linkTo, root } = await deedsOf();
    expect(inside('fm-card-actions', '.hours')).to.contain('平台记录 6 小时 30 分钟').and.to.contain('去过 3 场');
    expect(linkTo('打印')?.href).to.equal('https://example.test/record');
    expect(linkTo('存成表格')?.href).to.equal('https://example.test/record.csv');
    expect(inside('fm-card-actions')).not.to.contain('证明');
    expect(root?.querySelector('.sums')?.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      '圆了邻居的心愿4个 平台记录6.5小时本月积分76分',
    );
  });

  it('ask for fresh addresses of the record before the old ones end', async () => {
    let asked = 0;
    const { card, root } = await deedsOf({
      myself: {
        hours: async () => {
          asked++;
          return record();
        },
      },
    });
    const actions = root?.querySelector('fm-card-actions');
    if (actions) actions.now = () => fakeNow.getTime() + 600_000;
    await waitUntil(() => asked === 2);
    await card.updateComplete;
    expect(asked).to.equal(2);
  });

  it('have a kind sentence and the way to the neighbours’ actions where there are none', async () => {
    const { inside, linkTo } = await deedsOf({ actions: [], myself: { hours: async () => record({ minutes: 0, actions: 0 }) } });
    expect(inside('fm-card-actions')).to.contain('手上没有报名的行动').and.to.contain('还没有平台记录');
    expect(linkTo('看看邻居们的行动')?.getAttribute('href')).to.equal('/actions.html');
    expect(linkTo('打印')).to.equal(undefined);
  });

  it('that could not be read leave the card standing, and try again', async () => {
    let fails = true;
    const { inside, press, text } = await deedsOf({
      myself: {
        hours: async () => {
          if (fails) throw new FiveMicroError('server.failed', { status: 500 });
          return record();
        },
      },
    });
    expect(inside('fm-card-actions')).to.contain('这一块没有读出来');
    expect(text()).to.contain('我在帮的');
    fails = false;
    press('fm-card-actions', '再试一次');
    await waitUntil(() => inside('fm-card-actions').includes('平台记录'));
  });

  it('follow what happens to them, not what happens to others’', async () => {
    let asked = 0;
    const { client } = await deedsOf({
      myself: {
        actions: () => {
          asked++;
          return fakeList(() => pageOf([today]));
        },
      },
    });
    client.emit({ type: 'action.edited', id: 'another', area: 'yikang' });
    client.emit({ type: 'action.edited', id: 'dumplings', area: 'yikang' });
    await waitUntil(() => asked === 2);
  });
});

describe('my points', () => {
  it('are said for the month by kind, with where that stands and who sees it', async () => {
    const { inside, consents } = await deedsOf();
    expect(inside('fm-card-points'))
      .to.contain('本月 76 分')
      .and.to.contain('第 17 名 · 只有你自己看得到')
      .and.to.contain('圆心愿40')
      .and.to.contain('到现在一共 320 分');
    await waitUntil(() => consents()?.querySelector('input[value=masked]')?.parentElement?.textContent.includes('17 张**'));
  });

  it('say so where neighbours see them, and where there are none', async () => {
    const listed = await deedsOf({ points: { standing: async () => makeStanding() } });
    expect(listed.inside('fm-card-points')).to.contain('邻居在榜上看得到');
    const none = await deedsOf({ myself: { points: async () => makeAccount({ points: 0, byRule: {}, items: [] }) } });
    expect(none.inside('fm-card-points')).to.contain('本月还没有积分').and.not.to.contain('第 17 名');
    expect(none.consents()?.querySelector('input[value=masked]')?.parentElement?.textContent).not.to.contain('17');
  });

  it('open entry by entry, also from the notice that one was taken back', async () => {
    const notice = { ...noticeOf('points.reversed', makeWish(), { wish: null, words: '多记了一小时' }) };
    const { root, text, button, press } = await deedsOf({ notices: [notice] });
    expect(text()).to.contain('社工更正了你的一笔积分').and.to.contain('社工说：多记了一小时');
    const why = () => root?.querySelector('fm-card-points')?.shadowRoot?.querySelector('fm-points-why');
    button('一笔一笔看')?.click();
    await waitUntil(why, undefined, { timeout: 5000 });
    why()?.dispatchEvent(new Event('fm-sheet-close', { bubbles: true, composed: true }));
    await waitUntil(() => !why());
    press('fm-card-points', '一笔一笔看');
    await waitUntil(why);
  });
});

describe('where a feature is off', () => {
  it('its section is not there, and nothing is asked for it', async () => {
    const { root, text } = await setUp({ me: me() });
    expect(root?.querySelector('fm-card-actions, fm-card-points')).to.equal(null);
    expect(text()).to.contain('许过的心愿');
  });
});

describe('what is told of actions and points', () => {
  const action = { id: 'a', title: '给独居老人送热饺子', startsAt: hours(-5), status: 'open' as const };

  it.each([...Object.keys(zhCN.noticeOfAction), 'points.reversed'])('%s has words of its own in both languages', (type) => {
    const notice = { ...noticeOf(type, makeWish(), { wish: null }), action };
    for (const words of [zhCN, en]) {
      const sentence = noticeSentence(notice, words);
      expect(sentence).not.to.equal(words.noticeOther(action.title));
      if (type.startsWith('action.')) expect(sentence).to.contain(action.title);
    }
  });

  it('leads to the portal’s page of the action', async () => {
    const { root, text } = await deedsOf({ notices: [{ ...noticeOf('action.moved-up', makeWish(), { wish: null }), action }] });
    expect(text()).to.contain('“给独居老人送热饺子”有人让出名额，轮到你了');
    expect(root?.querySelector('.tell a')?.getAttribute('href')).to.equal('/actions.html?action=a');
  });
});

describe('the sections', () => {
  for (const mode of ['normal', 'elder']) {
    it(`are accessible: ${mode}`, async () => {
      const { card } = await deedsOf({ mode });
      await expect(card).to.be.accessible();
    });
  }
});
