import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type ModerationCase, type Wish } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeList, makeArea, makeClaim, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { makeProject } from './projects/testing/set-up.ts';
import { hours } from './testing/data.ts';
import { heard, lamp, quilt, setUp, stick } from './testing/set-up.ts';

describe('who may open the desk', () => {
  it('asks a signed-out visitor to sign in, asks the server nothing, and opens after the portal has signed them in', async () => {
    let asked = 0;
    const { desk, root, client } = await setUp({
      answers: {
        session: 'signed-out',
        areas: {
          get: async () => {
            asked++;
            return makeArea({ can: [] });
          },
        },
      },
    });
    expect(asked).to.equal(0);
    expect(root()?.textContent).to.contain('登录以后才能打开社工台');
    const wanted = heard(desk, 'fm-login-required');
    root()?.querySelector('button')?.click();
    expect((await wanted).act).to.equal('open-desk');
    client.become('signed-in');
    await waitUntil(() => asked > 0);
  });

  it('tells someone who is no worker who can, and reads no queue for them', async () => {
    let listed = 0;
    const { root } = await setUp({
      answers: { areas: { get: async () => makeArea({ can: ['post-wish'] }) } },
      wishes: {
        list: () => {
          listed++;
          return fakeList(() => pageOf<Wish>([]));
        },
      },
    });
    expect(root()?.textContent).to.contain('社工台只给社工用').and.to.contain('怡康社区的社工');
    expect(root()?.querySelector('.tabs')).to.equal(null);
    expect(listed).to.equal(0);
  });
});

describe('the numbers beside the tabs', () => {
  it('follow what happens in tabs that nobody looks at', async () => {
    const place = makeArea({ can: ['desk'] });
    const waiting = [makeProject()];
    const { root, client } = await setUp({
      answers: {
        areas: { get: async () => ({ ...place, settings: { ...place.settings, features: ['wishes', 'projects'] } }) },
        projects: { list: () => fakeList(() => pageOf(waiting)) },
      },
    });
    const number = () => root()?.querySelector('#tab-projects .num')?.textContent;
    expect(number()).to.equal('1');
    waiting.push(makeProject());
    client.emit({ type: 'project.proposed', id: 'p', area: 'yikang' });
    await waitUntil(() => number() === '2');
  });
});

describe('what else is watched', () => {
  const due = (in_: number) => makeClaim({ dueAt: hours(-in_) });
  const late = makeWish({
    status: 'claimed',
    title: '读读报',
    can: ['contact', 'lower'],
    claimersWanted: 3,
    claimersHeld: 1,
    claims: [due(20)],
  });
  const far = makeWish({ status: 'claimed', title: '修窗', can: ['contact'], claims: [due(120)] });
  const done = makeWish({
    status: 'fulfilled',
    title: '血糖仪',
    can: ['close', 'approve-photos', 'contact'],
    claims: [
      makeClaim({ state: 'done', note: '送到了', photos: [{ id: 'p1', url: 'data:,', width: 1, height: 1, public: false }] }),
    ],
  });

  it('lists what is due within three days and not what is due later', async () => {
    const { press, root, queue, calls } = await setUp({ queues: { 'open,claimed': [late, far] } });
    await press('快到期的认领', root());
    expect(queue()).to.deep.equal([late.title]);
    await press('改成 1 位就够');
    await waitUntil(() => calls.length > 0);
    expect(calls).to.deep.equal([{ verb: 'lower', id: late.id, body: { claimersWanted: 1 } }]);
  });

  it('closes after a visit, with a note and never without', async () => {
    const { press, write, root, calls, inCase } = await setUp({ queues: { fulfilled: [done] } });
    await press('等回访', root());
    await press('去看过了，办结');
    expect(calls).to.deep.equal([]);
    expect(inCase()?.querySelector('#note-error')).not.to.equal(null);
    await write('note', '去看过了，她每天都量。');
    await press('去看过了，办结');
    await waitUntil(() => calls.length > 0);
    expect(calls).to.deep.equal([{ verb: 'close', id: done.id, body: { note: '去看过了，她每天都量。' } }]);
  });

  it('lets helpers’ photos be shown with the visit; by themselves they wait with all that is said', async () => {
    const { press, root, calls } = await setUp({ queues: { fulfilled: [done] } });
    expect(root()?.querySelector('.tabs')?.textContent).not.to.contain('照片');
    await press('等回访', root());
    await press('照片可以贴出来');
    await waitUntil(() => calls.length > 0);
    expect(calls).to.deep.equal([{ verb: 'approve-photos', id: done.id, body: { photos: ['p1'] } }]);
  });

  it('moves between the tabs by the arrow keys', async () => {
    const { root, desk } = await setUp({ queues: { submitted: [lamp], fulfilled: [done] } });
    const tab = root()?.querySelector<HTMLElement>('#tab-submitted');
    tab?.focus();
    tab?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await desk.updateComplete;
    expect(root()?.querySelector('[aria-selected=true]')?.id).to.equal('tab-due');
    expect(root()?.activeElement?.id).to.equal('tab-due');
    expect(root()?.textContent).to.contain('没有快到期的');
  });

  it('moves the row of tabs after a press, never under it', async () => {
    const { desk, root } = await setUp({});
    desk.setAttribute('style', 'display: block; width: 320px');
    const row = root()?.querySelector('.tabs');
    const last = root()?.querySelector<HTMLElement>('[role="tab"]:last-child');
    // As a finger does it: the tab has the focus before it is pressed.
    last?.focus({ preventScroll: true });
    expect(row?.scrollLeft).to.equal(0);
    last?.click();
    await waitUntil(() => (row?.scrollLeft ?? 0) > 0);
    // Where it goes on to the left, it fades there too.
    await waitUntil(() => row?.matches('.before'));
    // In sight, and not under the fade.
    expect(last?.getBoundingClientRect().right).to.be.below((row?.getBoundingClientRect().right ?? 0) - 30);
  });

  it('has all of its tabs in sight where there is room, each row beginning below the title', async () => {
    const { desk, root } = await setUp({ mode: 'elder' });
    for (const width of [560, 720, 1000, 1168]) {
      desk.setAttribute('style', `display: block; width: ${width}px`);
      const { left, right } = desk.getBoundingClientRect();
      const tabs = [...(root()?.querySelectorAll('[role="tab"]') ?? [])].map((tab) => tab.getBoundingClientRect());
      expect(
        tabs.filter((tab) => tab.right > right),
        `${width}`,
      ).to.deep.equal([]);
      const first = tabs.filter((tab, at) => tab.left < (tabs[at - 1]?.left ?? Number.POSITIVE_INFINITY));
      // The words begin twelve pixels after the tab's edge.
      expect(new Set(first.map((tab) => Math.round(tab.left - left))), `${width}`).to.deep.equal(new Set([-12]));
    }
  });

  it('gives all of its width to the words about an empty tab', async () => {
    const answers = { moderation: { list: () => fakeList(() => pageOf<ModerationCase>([])) } };
    const { desk, root, press } = await setUp({ queues: {}, answers });
    const middle = (box: DOMRect | undefined) => Math.round(((box?.left ?? 0) + (box?.right ?? 0)) / 2);
    expect(middle(root()?.querySelector('.calm [role=heading]')?.getBoundingClientRect())).to.equal(
      middle(desk.getBoundingClientRect()),
    );
    await press('大家说的话', root());
    const calm = () => root()?.querySelector('fm-desk-moderation')?.shadowRoot?.querySelector('.calm');
    await waitUntil(() => calm());
    expect(middle(calm()?.getBoundingClientRect())).to.equal(middle(desk.getBoundingClientRect()));
  });

  it('walks the queue by the arrow keys', async () => {
    const { root } = await setUp();
    const buttons = [...(root()?.querySelectorAll<HTMLElement>('.queue button') ?? [])];
    buttons[0]?.focus();
    buttons[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(root()?.activeElement).to.equal(buttons[1]);
  });

  it('keeps what it knows when a reload fails, and says from when it is', async () => {
    let fails = false;
    const { desk, root, queue } = await setUp({
      answers: {
        areas: {
          get: async () => {
            if (fails) throw new FiveMicroError('network.offline');
            return makeArea({ can: ['desk'] });
          },
        },
      },
    });
    fails = true;
    await desk.reload();
    await desk.updateComplete;
    expect(desk.dataset['state']).to.equal('offline');
    expect(root()?.querySelector('.stale')?.textContent).to.contain('网络不稳');
    expect(queue().length).to.equal(3);
  });
});

describe('on a phone', () => {
  it('opens the case as a sheet, goes on to the next in it, and closes after the last', async () => {
    const { root, press, current, inCase, desk, toast } = await setUp({ queues: { submitted: [stick, quilt] }, width: 390 });
    const sheet = () => root()?.querySelector('fm-sheet');
    expect(sheet()?.open).to.equal(false);
    root()?.querySelector<HTMLElement>('.queue button')?.click();
    await desk.updateComplete;
    expect(sheet()?.open).to.equal(true);
    expect(current()).to.equal(stick.title);
    await press('贴上墙');
    await waitUntil(() => current() === quilt.title);
    await waitUntil(() => inCase()?.activeElement?.classList.contains('wish'));
    await press('贴上墙');
    await waitUntil(() => sheet()?.open === false);
    await waitUntil(() => toast() === '贴上墙了。这一栏都看完了');
  });
});

describe('how it can be used', () => {
  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { desk, press, inCase } = await setUp({
        mode,
        queues: { submitted: [lamp, stick], found: [makeWish({ title: '12 幢三楼走道的灯不亮' })] },
      });
      await press('改文字');
      await waitUntil(() => inCase()?.querySelector('fm-desk-same')?.shadowRoot?.querySelector('li'));
      await expect(desk).to.be.accessible();
    });
  }

  it('has targets of 60 px and no text under 18 px in elder mode', async () => {
    const { inCase, root } = await setUp({ mode: 'elder' });
    const buttons = [...(inCase()?.querySelectorAll('button') ?? []), ...(root()?.querySelectorAll('button') ?? [])];
    expect(Math.min(...buttons.map((button) => button.getBoundingClientRect().height))).to.be.at.least(60);
    const small = [
      ...(inCase()?.querySelectorAll('small, .small, .chip, .hint') ?? []),
      ...(root()?.querySelectorAll('.row, .tag') ?? []),
    ];
    expect(Math.min(...small.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))).to.be.at.least(18);
  });
});
