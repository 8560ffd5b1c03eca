import type { Action } from '@five-micro/sdk';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { LiveController } from '../../shared/controllers/live.ts';
import { fakeClient, fakeList, fakeNow, pageOf } from '../../shared/testing/fake-client.ts';
import './action-keeper.define.ts';
import type { FmActionKeeper } from './action-keeper.ts';
import { coming, inMinutes } from './testing/set-up.ts';

LiveController.longestDelay = 0;

/** One who looks after an action, over a server whose answers a test holds back. */
async function setUp() {
  const action = coming({ can: ['edit', 'cancel'] });
  const answers: ((action: Action) => void)[] = [];
  const client = fakeClient({
    session: 'signed-in',
    actions: { get: () => new Promise<Action>((resolve) => answers.push(resolve)) },
  });
  const keeper = await fixture<FmActionKeeper>(
    html`<fm-action-keeper .client=${client} area="yikang" .action=${action}></fm-action-keeper>`,
  );
  await waitUntil(() => client.listening === 1);
  const shown = () => keeper.shadowRoot?.querySelector('fm-action-case')?.shadowRoot?.querySelector('.wish')?.textContent ?? '';
  return { action, answers, client, keeper, shown };
}

describe('an action that a representative looks after', () => {
  it('is asked for again after something may have been missed', async () => {
    const { action, answers, client, shown } = await setUp();
    client.emit({ type: 'resync' });
    await waitUntil(() => answers.length === 1);
    answers[0]?.({ ...action, title: '磨剪刀，改在二楼' });
    await waitUntil(() => shown() === '磨剪刀，改在二楼');
  });

  it('keeps the later of two answers, whichever comes first', async () => {
    const { action, answers, client, keeper, shown } = await setUp();
    for (const asked of [1, 2]) {
      client.emit({ type: 'action.edited', id: action.id, area: 'yikang' });
      await waitUntil(() => answers.length === asked);
    }
    answers[1]?.({ ...action, title: '第二次改的' });
    await waitUntil(() => shown() === '第二次改的');
    answers[0]?.({ ...action, title: '第一次改的' });
    // Whatever follows from an answer has followed by the next task.
    await new Promise((resolve) => setTimeout(resolve));
    await keeper.updateComplete;
    expect(shown()).to.equal('第二次改的');
  });

  it('is asked for again once the clock says that people can check in', async () => {
    const action = coming({ startsAt: inMinutes(20), checkInFrom: inMinutes(-10), endsAt: inMinutes(80) });
    const now: Action = { ...action, can: ['check-in-code', 'attendance', 'sign-ups'] };
    const client = fakeClient({
      session: 'signed-in',
      actions: { get: async () => now, signUps: () => fakeList(() => pageOf([])) },
    });
    const keeper = await fixture<FmActionKeeper>(
      html`<fm-action-keeper .client=${client} area="yikang" .action=${action} .now=${() => fakeNow.getTime()}></fm-action-keeper>`,
    );
    const buttons = () => [...(keeper.shadowRoot?.querySelector('fm-action-case')?.shadowRoot?.querySelectorAll('button') ?? [])];
    await waitUntil(() => buttons().some(({ textContent }) => textContent.includes('打开签到屏')));
    expect(keeper.action?.can).to.deep.equal(now.can);
  });
});
