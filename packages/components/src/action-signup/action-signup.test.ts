import { type ActionVerb, FiveMicroError } from '@five-micro/sdk';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import { fakeClient, fakeList, makeAction, makeMySignUp, pageOf } from '../shared/testing/fake-client.ts';
import type { FmActionSignup } from './action-signup.ts';
import { actionsOf, all, area, button, nameOf, one, reads, text, titles, until } from './testing/set-up.ts';

const busy = new FiveMicroError('server.busy', { status: 503, message: '现在人多，请过一会儿再试。', requestId: '0198f2c4' });
const own = (overrides = {}) => makeAction({ title: '送热饺子', mine: makeMySignUp(), can: ['sign-off'], ...overrides });

describe('fm-action-signup', () => {
  it('leads each card with its day, and says time, place and places in words', async () => {
    const { element } = await actionsOf({
      items: [
        makeAction(),
        makeAction({ title: '防骗小课堂', places: 30, taken: 30, waiting: 2 }),
        makeAction({ minimumAge: 16 }),
      ],
    });
    await reads(element, '家政服务');
    const card = one(element, '.act');
    expect(card.querySelector('.leaf')?.textContent).to.equal('11月28周六');
    expect(card.querySelector('time')?.textContent).to.equal('11月28日 周六 9:00–11:30');
    expect(text(element)).to.contain('还剩 9 个名额').and.to.contain('3 / 12').and.to.contain('名额满了，候补 2 位');
    expect(button(element, '排个候补：防骗小课堂')).to.not.equal(undefined);
    expect(button(element, '我来报名 · 满 16 岁')).to.not.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('puts what one has promised first, with the next step on it', async () => {
    const { element } = await actionsOf({
      items: [
        makeAction({ title: '别人的' }),
        own(),
        own({ title: '候补的', mine: makeMySignUp({ state: 'waiting', position: 2 }) }),
      ],
    });
    await reads(element, '已报名');
    expect(titles(element)).to.deep.equal(['送热饺子', '候补的', '别人的']);
    expect(button(element, '加入日历').getAttribute('href')).to.contain('calendar.ics');
    expect(text(element)).to.contain('11月28日 周六见').and.to.contain('候补第 2 位');
    await expect(element).to.be.accessible();
  });

  it('offers the check-in as soon as it is open, and says when it is not yet', async () => {
    const today = {
      startsAt: '2026-11-23T06:30:00.000Z',
      endsAt: '2026-11-23T08:30:00.000Z',
      checkInFrom: '2026-11-23T06:00:00.000Z',
    };
    const { element } = await actionsOf({ items: [own(today), own({ ...today, can: ['check-in', 'sign-off'] })] });
    await reads(element, '14:00 开始签到');
    expect(all(element, '.act').map((card) => card.querySelector('.go .primary')?.textContent.trim())).to.deep.equal([
      undefined,
      '签到',
    ]);
  });

  it('tells whoever organises an action themself that another notes them, and never of a check-in', async () => {
    const today = {
      startsAt: '2026-11-23T06:30:00.000Z',
      endsAt: '2026-11-23T08:30:00.000Z',
      checkInFrom: '2026-11-23T01:00:00.000Z',
    };
    const can: ActionVerb[] = ['sign-off', 'sign-ups', 'check-in-code', 'attendance'];
    const { element } = await actionsOf({
      items: [own({ ...today, can }), own({ can }), own({ ...today, can, mine: makeMySignUp({ state: 'attended' }) })],
    });
    await reads(element, '你是组织的人，到了请别的社工给你记一下');
    expect(all(element, '.act .side .muted').map(nameOf)).to.deep.equal([
      '你是组织的人，到了请别的社工给你记一下',
      '你是组织的人，到了请别的社工给你记一下',
      '名单上记了你到了',
    ]);
  });

  it('keeps inside its box at any width, so that no page scrolls sideways', async () => {
    for (const width of [288, 374, 1100]) {
      const { element } = await actionsOf();
      element.style.setProperty('width', `${width}px`);
      await element.updateComplete;
      const box = element.getBoundingClientRect();
      for (const part of all(element, '.bar, .chips, .week, .act')) {
        const { left, right } = part.getBoundingClientRect();
        expect(right, `${width} ${part.className}`).to.be.at.most(box.right);
        expect(left, `${width} ${part.className}`).to.be.at.least(box.left);
      }
    }
  });

  it('counts the days of a week and narrows the list down to one of them', async () => {
    await page.viewport(1200, 900);
    const { element, asked } = await actionsOf({
      actions: {
        days: async () => ({
          items: [
            { day: '2026-11-23', actions: 1 },
            { day: '2026-11-28', actions: 3 },
            { day: '2026-11-30', actions: 2 },
          ],
        }),
      },
    });
    // Of today the days count one; the list says that it is over.
    await reads(element, '这一周，社区里有 3 场行动');
    const saturday = button(element, '周六 11月 28 3 场');
    expect(button(element, '周二 11月 24 没有行动').hasAttribute('disabled')).to.equal(true);
    saturday.click();
    await until(() => asked.at(-1)?.from === '2026-11-28');
    expect(asked.at(-1)).to.include({ to: '2026-11-28' });
    expect(saturday.getAttribute('aria-pressed')).to.equal('true');
    button(element, '下一周').click();
    await until(() => all(element, '.day').some((day) => day.textContent.includes('11月 周一')));
    button(element, '上一周').click();
    await until(() => all(element, '.day').some((day) => day.getAttribute('aria-current') === 'date'));
    await expect(element).to.be.accessible();
  });

  it('lets a day be chosen of which nobody knows how much is on', async () => {
    await page.viewport(1200, 900);
    const { element, asked } = await actionsOf({ actions: { days: () => Promise.reject(new Error('no')) } });
    const saturday = button(element, '周六 11月 28');
    expect(nameOf(saturday)).not.to.contain('没有行动');
    saturday.click();
    await until(() => asked.at(-1)?.from === '2026-11-28');
  });

  it('shows all of today where today is chosen, as many as the day says', async () => {
    await page.viewport(1200, 900);
    const { element, asked } = await actionsOf({
      actions: { days: async () => ({ items: [{ day: '2026-11-23', actions: 2 }] }) },
    });
    button(element, '今天 11月 23 2 场').click();
    await until(() => asked.at(-1)?.from === '2026-11-23');
    expect(asked.at(-1)?.status).to.equal('open,closed,finished');
  });

  it('narrows down by free places, this week and category, and shows all of it again', async () => {
    const { element, asked } = await actionsOf({ items: [makeAction(), makeAction({ category: 'care' })] });
    await reads(element, '扶老护幼');
    button(element, '还有名额').click();
    await until(() => asked.at(-1)?.free === 'true');
    button(element, '这一周').click();
    await until(() => asked.at(-1)?.to === '2026-11-29');
    button(element, '扶老护幼').click();
    await until(() => asked.at(-1)?.category === 'care');
    expect(asked.at(-1)).to.include({ to: '2026-11-29' });
    button(element, '全部').click();
    await until(() => !asked.at(-1)?.category && !asked.at(-1)?.to);
  });

  it('has the own ones for whoever is signed in: what is to come before what was', async () => {
    const past = makeAction({
      title: '上周的',
      status: 'finished',
      startsAt: '2026-11-20T01:00:00.000Z',
      endsAt: '2026-11-20T02:00:00.000Z',
    });
    const [near, far] = [makeAction({ title: '近的' }), makeAction({ title: '远的' })];
    const { element } = await actionsOf({
      session: 'signed-in',
      me: {
        actions: () =>
          fakeList(() =>
            pageOf([
              { action: far, signUp: makeMySignUp() },
              { action: near, signUp: makeMySignUp() },
              { action: past, signUp: makeMySignUp({ state: 'attended', minutes: 90 }) },
            ]),
          ),
      },
    });
    button(element, '我报的').click();
    await until(() => titles(element).length === 3);
    expect(titles(element)).to.deep.equal(['近的', '远的', '上周的']);
    expect(text(element)).to.contain('平台记录 1 小时 30 分钟');
  });

  it('asks a visitor for nothing of their own', async () => {
    const { element } = await actionsOf();
    await reads(element, '全部');
    expect(all(element, '.chip').some((chip) => chip.textContent.includes('我报的'))).to.equal(false);
  });

  it('adds the next page below and puts the keyboard on its first card', async () => {
    const next = makeAction({ title: '第二页的' });
    const { element, asked } = await actionsOf({
      actions: {
        list: (query) => fakeList(() => (query?.cursor ? pageOf([next]) : pageOf([makeAction()], 'c2'))),
        days: async () => ({ items: [{ day: '2026-11-28', actions: 2 }] }),
      },
    });
    await reads(element, '再看 1 场');
    button(element, '再看 1 场').click();
    await until(() => titles(element).length === 2);
    expect(asked.at(-1)).to.include({ cursor: 'c2' });
    await until(() => element.shadowRoot?.activeElement?.textContent.trim() === '第二页的');
  });

  it('asks again for the one action that changed, and for all when one is opened', async () => {
    const { element, client, asked, gets, now } = await actionsOf();
    await until(() => client.listening === 1);
    const [id] = [...now.keys()];
    if (!id) throw new Error('there is no action');
    now.set(id, makeAction({ id, taken: 11 }));
    client.emit({ type: 'action.signed-up', id, area: 'yikang' });
    client.emit({ type: 'action.signed-up', id: 'somewhere-else', area: 'yikang' });
    await reads(element, '还剩 1 个名额');
    expect(gets).to.deep.equal([id]);
    const lists = asked.length;
    client.emit({ type: 'action.opened', id: 'a-new-one', area: 'yikang' });
    await until(() => asked.length === lists + 1);
    client.emit({ type: 'consent.changed', area: 'yikang' });
    await until(() => asked.length === lists + 2);
  });

  it('says that one was cancelled, and why', async () => {
    const { element } = await actionsOf({ items: [makeAction({ status: 'cancelled', can: [], reason: '下大雨' })] });
    await reads(element, '取消的原因：下大雨');
    expect(all(element, '.act button.btn').length).to.equal(0);
  });

  it('shows the shape of cards while it waits', async () => {
    const element = await fixture<FmActionSignup>(html`<fm-action-signup></fm-action-signup>`);
    element.client = fakeClient({ actions: { list: () => fakeList(() => new Promise(() => {})) } });
    await until(() => element.dataset['state'] === 'loading' && !element.isUpdatePending);
    expect(all(element, '.ghosts .act').length).to.equal(5);
    expect(one(element, 'section').getAttribute('aria-busy')).to.equal('true');
    await expect(element).to.be.accessible();
  });

  it('says what happened with the request id, and tries again', async () => {
    let works = false;
    const { element } = await actionsOf({
      actions: { list: () => fakeList(() => (works ? pageOf([makeAction()]) : Promise.reject(busy))) },
    });
    await reads(element, '微行动没有打开');
    expect(text(element)).to.contain('编号 0198f2c4');
    await expect(element).to.be.accessible();
    works = true;
    button(element, '再试一次').click();
    await until(() => titles(element).length === 1);
  });

  it('keeps what it showed when the network goes, and lets nothing be begun', async () => {
    let works = true;
    const { element } = await actionsOf({
      actions: {
        list: () => fakeList(() => (works ? pageOf([makeAction()]) : Promise.reject(new FiveMicroError('network.offline')))),
      },
    });
    works = false;
    window.dispatchEvent(new Event('offline'));
    await reads(element, '网络不稳');
    expect(button(element, '连上网再报名').hasAttribute('disabled')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('is empty kindly, and says what nothing was found among', async () => {
    const { element } = await actionsOf({ items: [] });
    await reads(element, '最近还没有行动');
    await expect(element).to.be.accessible();
    button(element, '还有名额').click();
    await reads(element, '这样挑，现在没有行动');
    expect(one(element, 'p[role=status]').textContent).to.equal('这样挑，现在没有行动');
    button(element, '看全部').click();
    await reads(element, '最近还没有行动');
  });

  it('shows a hall nothing to press and nobody’s own part', async () => {
    const { element, asked } = await actionsOf({ items: [own()] }, html`<fm-action-signup display="hall"></fm-action-signup>`);
    await reads(element, '还剩 9 个名额');
    expect(asked[0]).to.include({ limit: 5 });
    expect(all(element, 'button, a, select').length).to.equal(0);
    expect(text(element)).not.to.contain('已报名');
    await expect(element).to.be.accessible();
  });

  it('is the next two without a toolbar where it is compact, and fits into a sidebar', async () => {
    await page.viewport(280, 700);
    const { element, asked } = await actionsOf({}, html`<fm-action-signup compact all-href="/actions"></fm-action-signup>`);
    await until(() => all(element, '.ends a').length === 1);
    expect(asked[0]).to.include({ limit: 2 });
    expect(all(element, '.chips, .week').length).to.equal(0);
    expect(document.documentElement.scrollWidth).to.be.at.most(280);
    await expect(element).to.be.accessible();
  });

  it('speaks English where it is told to', async () => {
    const { element } = await actionsOf({ items: [makeAction(), own()] }, html`<fm-action-signup lang="en"></fm-action-signup>`);
    await reads(element, 'Signed up');
    expect(text(element)).to.contain('Places left: 9').and.to.contain("I'll come").and.to.contain('Add to calendar');
  });

  it('offers to start one to whoever may, and opens the form after a sign-in', async () => {
    const { element, client } = await actionsOf({ areas: { get: async () => ({ ...area, can: ['post-action'] }) } });
    await reads(element, '发起一个行动');
    setTimeout(() => button(element, '发起一个行动').click());
    expect(await oneEvent(element, 'fm-login-required')).to.include({ act: 'post-action' });
    expect(all(element, 'fm-action-form').length).to.equal(0);
    client.become('signed-in');
    await until(() => all(element, 'fm-action-form').length === 1);
  });
});
