import { type ActionVerb, FiveMicroError, type MySignUp } from '@five-micro/sdk';
import { expect, html, oneEvent } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeAction, makeMySignUp } from '../shared/testing/fake-client.ts';
import { actionsOf, all, button, nameOf, one, reads, still, text, until } from './testing/set-up.ts';

/** An action that takes whoever signs up, as the server would. */
function shop(overrides = {}) {
  const action = makeAction({ title: '磨剪刀', ...overrides });
  const sent: unknown[] = [];
  const signedUp = { ...action, taken: action.taken + 1, mine: makeMySignUp(), can: ['sign-off'] };
  let now = action;
  return {
    action,
    signedUp,
    sent,
    answers: {
      session: 'signed-in' as const,
      items: [action],
      actions: {
        get: async () => now,
        signUp: async (_: string, body = {}) => {
          sent.push(body);
          now = signedUp;
          return makeMySignUp();
        },
        signOff: async (_: string, body = {}) => {
          sent.push(body);
          now = action;
          return makeMySignUp({ state: 'cancelled' as const });
        },
      },
    },
  };
}

describe('signing up', () => {
  it('takes one tap, is told to the page, and leaves the next step on the card', async () => {
    const { answers, sent, action } = shop();
    const { element } = await actionsOf(answers);
    setTimeout(() => button(element, '我来报名').click());
    const event = await oneEvent(element, 'fm-action-signed-up');
    expect(event).to.nested.include({ 'action.id': action.id, 'signUp.state': 'signed-up' });
    await until(() =>
      all(element, 'fm-toast >>> .said').some((said) => said.textContent.includes('报上了，11月28日 周六 9:00见')),
    );
    expect(button(element, '加入日历')).to.not.equal(undefined);
    // There seemed to be a place: nobody is put on a waiting list unasked.
    expect(sent).to.deep.equal([{ wait: false }]);
  });

  it('can be stopped by the page beforehand', async () => {
    const { answers, sent } = shop();
    const { element } = await actionsOf(answers);
    element.addEventListener('fm-before-act', (event) => event.preventDefault());
    setTimeout(() => button(element, '我来报名').click());
    expect(await oneEvent(element, 'fm-before-act')).to.include({ act: 'sign-up' });
    await element.updateComplete;
    expect(sent).to.deep.equal([]);
  });

  it('asks a visitor to sign in, and goes on by itself', async () => {
    const { answers, sent, action } = shop();
    const { element, client } = await actionsOf({ ...answers, session: 'signed-out' });
    setTimeout(() => button(element, '我来报名').click());
    expect(await oneEvent(element, 'fm-login-required')).to.include({ act: 'sign-up', subject: action.id });
    await until(() => all(element, 'fm-toast >>> .said').length === 1, 'nobody answered, so the element says it');
    expect(sent).to.deep.equal([]);
    client.become('signed-in');
    await until(() => sent.length === 1);
  });

  it('offers the waiting list of a full action, and says which place one has in it', async () => {
    const { answers, sent } = shop({ taken: 12, waiting: 1 });
    const waits = makeMySignUp({ state: 'waiting', position: 2 });
    answers.actions.signUp = async (_: string, body) => {
      sent.push(body);
      return waits;
    };
    const { element } = await actionsOf(answers);
    button(element, '排个候补').click();
    await until(() => all(element, 'fm-toast >>> .said').some((said) => said.textContent.includes('你是候补第 2 位')));
    expect(sent).to.deep.equal([{}]);
  });

  it('says kindly that the last place has just gone, and puts one on the list only when asked to', async () => {
    const { answers, sent, action } = shop({ places: 4 });
    answers.actions.get = async () => ({ ...action, taken: 4, waiting: 1 });
    answers.actions.signUp = async (_: string, body) => {
      sent.push(body);
      if (body && 'wait' in body) throw new FiveMicroError('action.full', { status: 409, message: '名额刚好满了' });
      return makeMySignUp({ state: 'waiting', position: 2 });
    };
    const { element } = await actionsOf(answers);
    button(element, '我来报名').click();
    await reads(element, '慢了一步，名额刚好满了');
    expect(text(element)).to.contain('前面有 1 位在候补');
    await still(element);
    await expect(element).to.be.accessible();
    all(element, '.ask-pane .primary')[0]?.click();
    await until(() => sent.length === 2);
    expect(sent).to.deep.equal([{ wait: false }, {}]);
  });

  it('names the other action at the same time, and opens it', async () => {
    const { answers } = shop();
    const other = makeAction({ title: '送热饺子', mine: makeMySignUp(), can: ['sign-off'] });
    answers.actions.signUp = () =>
      Promise.reject(new FiveMicroError('action.overlap', { status: 409, params: { id: other.id, title: other.title } }));
    answers.actions.get = async () => other;
    const { element } = await actionsOf(answers);
    const act = button(element, '我来报名');
    act.focus();
    act.click();
    await reads(element, '你报了“送热饺子”，和这一场碰在一起');
    button(element, '看看那一场').click();
    await until(() => all(element, 'fm-action-detail').length === 1);
    await until(() => one(element, 'fm-action-detail >>> .want').textContent.includes('送热饺子'));
    await userEvent.keyboard('{Escape}');
    await until(() => all(element, 'fm-action-detail').length === 0);
    expect(element.shadowRoot?.activeElement, 'the keyboard is where it was').to.equal(act);
  });

  it('says why it was refused, in the server’s words', async () => {
    const { answers } = shop();
    answers.actions.signUp = () =>
      Promise.reject(new FiveMicroError('auth.forbidden', { status: 403, message: '这件事要社工来办。' }));
    const { element } = await actionsOf(answers);
    button(element, '我来报名').click();
    await until(() => all(element, 'fm-toast >>> .said').some((said) => said.textContent.includes('这件事要社工来办')));
  });
});

describe('signing off', () => {
  it('asks once more, then tells the page, and the card is open again', async () => {
    const { answers, signedUp, sent } = shop();
    const { element } = await actionsOf({ ...answers, items: [{ ...signedUp, waiting: 1 }] });
    await reads(element, '取消报名');
    const off = button(element, '取消报名');
    off.focus();
    off.click();
    await reads(element, '你的名额会马上给候补的第一位');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '我还去').click();
    await until(() => all(element, 'fm-sheet').length === 0);
    expect(sent).to.deep.equal([]);
    expect(element.shadowRoot?.activeElement, 'the keyboard is where it was').to.equal(off);
    button(element, '取消报名').click();
    await until(() => all(element, '.ask-pane .primary').length === 1);
    setTimeout(() => one(element, '.ask-pane .primary').click());
    expect(await oneEvent(element, 'fm-action-signed-off')).to.nested.include({ 'signUp.state': 'cancelled' });
    await reads(element, '还剩 9 个名额');
  });
});

describe('an opened action', () => {
  const whole = {
    story: '把剪刀带来。\n雨伞也修。',
    bring: '要修的东西',
    forWhom: '谁都可以',
    minimumAge: 16,
    series: { id: 's', index: 3, of: 8 },
    host: { slug: 'ginkgo', name: '银杏志愿服务队' },
  };

  it('opens from its card unless the page keeps it, and says all there is to know', async () => {
    const { answers } = shop(whole);
    const { element } = await actionsOf(answers);
    element.addEventListener('fm-action-open', (event) => event.preventDefault(), { once: true });
    one(element, '.want button').click();
    await element.updateComplete;
    expect(all(element, 'fm-action-detail').length).to.equal(0);
    one(element, '.want button').click();
    await until(() => all(element, 'fm-action-detail >>> .facts').length === 1);
    const said = text(one(element, 'fm-action-detail'));
    for (const words of [
      '雨伞也修。',
      '要修的东西',
      '谁都可以',
      '满 16 岁才能报',
      '第 3 次，一共 8 次',
      '银杏志愿服务队',
      '我来报名 · 满 16 岁',
    ])
      expect(said).to.contain(words);
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('opens by the address of the page, and the address is empty again when it is closed by keyboard', async () => {
    const { answers, action } = shop(whole);
    const { element } = await actionsOf(answers, html`<fm-action-signup action=${action.id}></fm-action-signup>`);
    await until(() => all(element, 'fm-action-detail >>> .facts').length === 1);
    await userEvent.keyboard('{Escape}');
    await until(() => all(element, 'fm-action-detail').length === 0);
    expect(element.action).to.equal('');
  });

  it('shows how far one is, and follows what is done there on the card too', async () => {
    const { answers, action } = shop();
    const { element } = await actionsOf(answers, html`<fm-action-signup action=${action.id}></fm-action-signup>`);
    await until(() => all(element, 'fm-action-detail >>> aside .btn.primary').length === 1);
    one(element, 'fm-action-detail >>> aside .btn.primary').click();
    await until(() => all(element, 'fm-action-detail >>> .steps li').length === 3);
    expect(one(element, 'fm-action-detail >>> .steps .now').textContent)
      .to.contain('到场签到')
      .and.to.contain('11月28日 周六 8:30 起可以签');
    expect(one(element, '.acts .act').classList.contains('mine')).to.equal(true);
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('shows whoever organises it themself no check-in on the way', async () => {
    const can: ActionVerb[] = ['sign-off', 'sign-ups'];
    const steps = async (mine: MySignUp) => {
      const { answers, action } = shop({ mine, can });
      const { element } = await actionsOf(answers, html`<fm-action-signup action=${action.id}></fm-action-signup>`);
      await until(() => all(element, 'fm-action-detail >>> .steps li').length === 3);
      return all(element, 'fm-action-detail >>> .steps li').map((step) => [...step.children].map(nameOf).join(' '));
    };
    expect(await steps(makeMySignUp())).to.deep.equal(['报上了', '到了请别的社工记一下', '结束后记下时长和积分']);
    expect(await steps(makeMySignUp({ state: 'attended' }))).to.deep.equal(['报上了', '到了', '结束后记下时长和积分']);
  });

  it('says that it was cancelled and why, and that one is gone', async () => {
    const { answers, action } = shop({ status: 'cancelled', can: [], reason: '下大雨' });
    const { element } = await actionsOf(answers, html`<fm-action-signup action=${action.id}></fm-action-signup>`);
    await until(() => all(element, 'fm-action-detail >>> .called-off').length === 1);
    expect(one(element, '.called-off').textContent).to.contain('下大雨');
    answers.actions.get = () => Promise.reject(new FiveMicroError('action.unknown', { status: 404 }));
    const gone = await actionsOf(answers, html`<fm-action-signup action="nowhere"></fm-action-signup>`);
    await until(() => all(gone.element, 'fm-action-detail').some((detail) => text(detail).includes('这场行动不在了')));
  });
});
