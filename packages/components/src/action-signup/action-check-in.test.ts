import { FiveMicroError, type MySignUp } from '@five-micro/sdk';
import { expect, html, oneEvent } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeAction, makeMySignUp } from '../shared/testing/fake-client.ts';
import { actionsOf, all, button, one, still, text, until } from './testing/set-up.ts';

const today = { startsAt: '2026-11-23T06:30:00.000Z', endsAt: '2026-11-23T08:30:00.000Z' };
const came = makeMySignUp({ checkedInAt: '2026-11-23T06:22:00.000Z' });

function door(mine: MySignUp = makeMySignUp()) {
  const action = makeAction({ ...today, title: '送热饺子', mine, can: ['check-in'] });
  const codes: string[] = [];
  return {
    action,
    codes,
    answers: {
      session: 'signed-in' as const,
      items: [action],
      actions: {
        get: async () => action,
        checkIn: async (_: string, { code }: { code: string }): Promise<MySignUp> => {
          codes.push(code);
          return came;
        },
      },
    },
  };
}

const field = (element: Element): HTMLInputElement => one<HTMLInputElement>(element, 'fm-action-check-in >>> input');

async function opened(made = door()) {
  const { element, client } = await actionsOf(made.answers);
  await until(() => all(element, '.go .btn').length > 0);
  one(element, '.go .btn').click();
  await until(() => all(element, 'fm-action-check-in >>> input').length === 1);
  await until(() => field(element).matches(':focus'), 'the field has not the keyboard');
  return { element, client, ...made };
}

const said = (element: Element): string => text(one(element, 'fm-action-check-in'));

describe('checking in', () => {
  it('takes six digits by keyboard alone, and says when one came', async () => {
    const { element, codes } = await opened();
    expect(field(element)).to.include({ inputMode: 'numeric', autocomplete: 'one-time-code' });
    await still(element);
    await expect(element).to.be.accessible();
    await userEvent.keyboard('48291');
    expect(button(one(element, 'fm-action-check-in >>> form'), '签到').hasAttribute('disabled')).to.equal(true);
    await userEvent.keyboard('3');
    expect(all(element, '.digits i').map((box) => box.textContent)).to.deep.equal(['4', '8', '2', '9', '1', '3']);
    const told = oneEvent(element, 'fm-action-checked-in');
    await userEvent.keyboard('{Enter}');
    const event = await told;
    expect(event).to.nested.include({ 'signUp.checkedInAt': came.checkedInAt });
    await until(() => said(element).includes('到了，14:22 记下了'));
    expect(said(element)).to.contain('16:30 结束时再签一次，就是 2 小时');
    expect(codes).to.deep.equal(['482913']);
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('takes digits that are pasted with blanks, or wide as Chinese keyboards write them', async () => {
    const { element, codes } = await opened();
    for (const [pasted, code] of [
      ['482 913', '482913'],
      ['４８２－９１４', '482914'],
    ] as const) {
      field(element).value = pasted;
      field(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
      await until(() => field(element).value === code);
    }
    await userEvent.keyboard('{Enter}');
    await until(() => codes.length === 1);
    expect(codes).to.deep.equal(['482914']);
  });

  it('says that a code is wrong beside it, and takes the next one', async () => {
    const made = door();
    const { checkIn } = made.answers.actions;
    made.answers.actions.checkIn = async (id, body) => {
      if (body.code === '000000')
        throw new FiveMicroError('action.check-in-code', { status: 422, message: '这个码不对，或者已经换了。' });
      return checkIn(id, body);
    };
    const { element, codes } = await opened(made);
    await userEvent.keyboard('000000{Enter}');
    await until(() => said(element).includes('这个码不对'));
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    await still(element);
    await expect(element).to.be.accessible();
    await until(() => field(element).matches(':focus') && field(element).selectionEnd === 6);
    await userEvent.keyboard('482913{Enter}');
    await until(() => said(element).includes('到了'));
    expect(codes).to.deep.equal(['482913']);
  });

  it('notes by the second time that one leaves', async () => {
    const made = door(came);
    made.answers.actions.checkIn = async () => ({ ...came, checkedOutAt: '2026-11-23T08:00:00.000Z' });
    const { element } = await opened(made);
    expect(said(element)).to.contain('要走了吗');
    await userEvent.keyboard('482913{Enter}');
    await until(() => said(element).includes('16:00 走的，记下了'));
    expect(said(element)).to.contain('在场 1 小时 30 分钟');
  });

  it('says when one had checked in already, where a second scan came too soon', async () => {
    const { element } = await opened(door(came));
    await userEvent.keyboard('482913{Enter}');
    await until(() => said(element).includes('14:22 已经记下了'));
  });

  it('lets whom the organiser had ticked check out, and says so where the scan came too soon', async () => {
    const ticked = makeMySignUp({ state: 'attended' });
    const made = door(ticked);
    made.answers.actions.checkIn = async (_, { code }) =>
      code === '482913' ? ticked : { ...ticked, checkedOutAt: '2026-11-23T08:00:00.000Z' };
    const { element } = await opened(made);
    expect(text(element)).to.contain('名单上记了你到了');
    expect(said(element)).to.contain('要走了吗');
    await userEvent.keyboard('482913{Enter}');
    await until(() => said(element).includes('名单上已经记了你到了'));
    button(element, '好的').click();
    await until(() => all(element, 'fm-action-check-in').length === 0);
    button(element, '签退').click();
    await until(() => all(element, 'fm-action-check-in >>> input').some((input) => input.matches(':focus')));
    await userEvent.keyboard('482914{Enter}');
    await until(() => said(element).includes('16:00 走的，记下了'));
    expect(said(element)).to.contain('在场 1 小时 30 分钟');
  });

  it('is done by the code of a scanned link, after a sign-in', async () => {
    const { answers, action, codes } = door();
    const { element, client } = await actionsOf(
      { ...answers, session: 'signed-out' },
      html`<fm-action-signup action=${action.id} code="482913"></fm-action-signup>`,
    );
    await until(() => all(element, 'fm-action-check-in').some((box) => text(box).includes('登录一下，接着签到')));
    expect(codes).to.deep.equal([]);
    client.become('signed-in');
    await until(() => said(element).includes('到了，14:22 记下了'));
    expect(codes).to.deep.equal(['482913']);
    button(element, '好的').click();
    await until(() => all(element, 'fm-action-check-in').length === 0);
    expect([element.action, element.code]).to.deep.equal(['', '']);
  });
});
