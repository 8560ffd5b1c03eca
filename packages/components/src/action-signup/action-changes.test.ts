import type { Action, Page } from '@five-micro/sdk';
import { expect, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { fakeList, fakeNow, makeAction, makeMySignUp, pageOf } from '../shared/testing/fake-client.ts';
import { actionsOf, all, area, button, one, reads, text, titles, until } from './testing/set-up.ts';

const minutes = (count: number): string => new Date(fakeNow.getTime() + count * 60_000).toISOString();
const actRow = (element: Element, title: string): HTMLElement => {
  const row = all(element, '.act').find((act) => act.textContent.includes(title));
  if (!row) throw new Error(`there is no ${title}`);
  return row;
};

describe('what changes while actions are looked at', () => {
  it('does not shorten a long list to what the server answers at once', async () => {
    const many = Array.from({ length: 130 }, (_, at) => makeAction({ title: `第 ${at + 1} 场` }));
    const { element, client, asked } = await actionsOf(
      {
        actions: {
          list: ({ cursor, limit = 0 } = {}) =>
            fakeList(() => {
              const from = Number(cursor ?? 0);
              const to = from + limit;
              return pageOf(many.slice(from, to), to < many.length ? String(to) : null);
            }),
          days: async () => ({ items: [{ day: '2026-11-28', actions: 130 }] }),
        },
      },
      html`<fm-action-signup limit="80"></fm-action-signup>`,
    );
    button(element, '再看 50 场').click();
    await until(() => titles(element).length === 130);
    const before = asked.length;
    client.emit({ type: 'resync' });
    await until(() => asked.length === before + 2 && element.dataset['state'] === 'ready');
    expect(titles(element).length).to.equal(130);
    expect(asked.slice(before).map((query) => query?.limit)).to.deep.equal([100, 30]);
  });

  it('shows the check-in as soon as the clock says so, though nothing tells of it', async () => {
    const action = makeAction({
      startsAt: minutes(20),
      endsAt: minutes(80),
      checkInFrom: minutes(-10),
      mine: makeMySignUp(),
      can: ['sign-off'],
    });
    const now: Action = { ...action, can: ['sign-off', 'check-in'] };
    const { element } = await actionsOf({ session: 'signed-in', items: [action], actions: { get: async () => now } });
    await until(() => all(element, '.act button').some((act) => act.textContent.trim() === '签到'));
  });

  it('keeps the later of two answers, whichever comes first', async () => {
    const action = makeAction({ title: '磨剪刀', taken: 3, places: 12 });
    const waiting: ((answer: Action) => void)[] = [];
    const { element, client } = await actionsOf({
      items: [action],
      actions: { get: () => new Promise<Action>((resolve) => waiting.push(resolve)) },
    });
    await until(() => client.listening === 1);
    for (const asked of [1, 2]) {
      client.emit({ type: 'action.signed-up', id: action.id, area: 'yikang' });
      await until(() => waiting.length === asked);
    }
    waiting[1]?.({ ...action, taken: 11 });
    await reads(element, '还剩 1 个名额');
    waiting[0]?.({ ...action, taken: 10 });
    await element.updateComplete;
    await Promise.resolve();
    await element.updateComplete;
    expect(text(element)).to.contain('还剩 1 个名额');
  });

  it('is not ready because of one action while another question is on its way', async () => {
    const action = makeAction({ title: '磨剪刀' });
    let list: () => Page<Action> | Promise<Page<Action>> = () => pageOf([action]);
    const { element, client, now } = await actionsOf({ items: [action], actions: { list: () => fakeList(() => list()) } });
    await until(() => client.listening === 1);
    list = () => new Promise(() => {});
    element.category = 'care';
    await until(() => element.dataset['state'] === 'loading');
    now.set(action.id, { ...action, taken: action.taken + 1 });
    client.emit({ type: 'action.signed-up', id: action.id, area: 'yikang' });
    await until(() => element.list.shown?.items[0] !== action);
    await element.updateComplete;
    expect(element.dataset['state']).to.equal('loading');
  });
});

describe('while one is signing up', () => {
  const two = [makeAction({ title: '磨剪刀' }), makeAction({ title: '义诊' })];

  it('other cards say that they wait, and no press is lost on them', async () => {
    const sent: string[] = [];
    const { element } = await actionsOf({
      session: 'signed-in',
      items: [...two, makeAction({ title: '合唱队排练', mine: makeMySignUp(), can: ['sign-off'] })],
      actions: {
        signUp: (id) => {
          sent.push(id);
          return new Promise(() => {});
        },
      },
    });
    button(actRow(element, '磨剪刀'), '我来报名').click();
    await until(() => sent.length === 1);
    await until(() => one(actRow(element, '义诊'), '.btn.wide').getAttribute('aria-disabled') === 'true');
    const off = button(actRow(element, '合唱队排练'), '取消报名');
    expect(off.getAttribute('aria-disabled')).to.equal('true');
    off.click();
    await element.updateComplete;
    expect(all(element, 'fm-sheet.ask-sheet'), 'what could not be sent now is not asked for').to.deep.equal([]);
  });

  it('leaves the keyboard on the card when the button that was pressed is gone', async () => {
    const [action] = two;
    if (!action) throw new Error('there is none');
    const mine = makeMySignUp();
    const { element } = await actionsOf({
      session: 'signed-in',
      items: two,
      actions: { signUp: async () => mine, get: async () => ({ ...action, mine, can: ['sign-off'] }) },
    });
    const act = button(actRow(element, '磨剪刀'), '我来报名');
    act.focus();
    act.click();
    await reads(element, '取消报名');
    await until(() => element.shadowRoot?.activeElement?.textContent.trim() === '磨剪刀');
  });

  it('takes it to one’s own part in an opened action', async () => {
    const [action] = two;
    if (!action) throw new Error('there is none');
    const mine = makeMySignUp();
    let now: Action = action;
    const { element } = await actionsOf(
      {
        session: 'signed-in',
        items: two,
        actions: {
          signUp: async () => {
            now = { ...action, mine, can: ['sign-off'] };
            return mine;
          },
          get: async () => now,
        },
      },
      html`<fm-action-signup action=${action.id}></fm-action-signup>`,
    );
    await until(() => all(element, 'fm-action-detail >>> aside .btn.primary').length === 1);
    const act = one(element, 'fm-action-detail >>> aside .btn.primary');
    act.focus();
    act.click();
    await until(() => one(element, 'fm-action-detail').shadowRoot?.activeElement?.matches('aside'));
  });
});

it('who wants to post with an ended session is told to sign in', async () => {
  const { element, client } = await actionsOf({
    session: 'signed-in',
    areas: { get: async () => ({ ...area, can: ['post-action'] }) },
  });
  await reads(element, '发起');
  Object.assign(client.session, { check: async () => false });
  client.become('signed-out');
  all(element, 'button')
    .find((act) => act.textContent.includes('发起'))
    ?.click();
  await until(() => all(element, 'fm-toast >>> .said').length === 1);
});
