import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeArea } from '../shared/testing/fake-client.ts';
import { eight, makeBoard, makeStanding, someone } from './testing/data.ts';
import { boardOf } from './testing/set-up.ts';

const signedIn = 'signed-in' as const;
const squeeze = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();

describe('one’s own line', () => {
  it('is pinned with the distance to the next and those in between', async () => {
    const { root, text } = await boardOf({ session: signedIn });
    await waitUntil(() => root.querySelector('.own'));
    expect(text('.own'))
      .to.contain('17')
      .and.to.contain('你，张**')
      .and.to.contain('距上一名还差 12 分')
      .and.to.contain('▲ 上升 4 名')
      .and.to.contain('76 分');
    expect(text('.more')).to.contain('中间还有 8 位邻居');
    expect(root.querySelector('.alone')).to.equal(null);
    expect(getComputedStyle(root.querySelector('.own') ?? root.host).position).to.equal('sticky');
  });

  it('of someone who is not listed is there all the same, and says who sees it and where to change that', async () => {
    const { root, text } = await boardOf({
      session: signedIn,
      me: { get: async () => ({ ...someone, consents: { ...someone.consents, ranking: 'off' } }) },
      points: { standing: async () => makeStanding({ listed: false }) },
    });
    await waitUntil(() => root.querySelector('.alone'));
    expect(text('.own')).to.contain('17');
    expect(text('.alone')).to.equal('这一行只有你自己看得到。想上榜，在“我的”的“积分榜上”里选。');
  });

  it('of someone who agreed to be listed but is at home elsewhere says so, and asks nothing of them', async () => {
    const me = { ...someone, area: { slug: 'huangshanlu', name: '黄山路社区' } };
    const { root, text } = await boardOf({
      session: signedIn,
      me: { get: async () => me },
      points: { standing: async () => makeStanding({ listed: false }) },
    });
    await waitUntil(() => root.querySelector('.alone'));
    expect(text('.alone')).to.equal('你报到在黄山路社区，这张榜上没有你。按你的分，会排在这里。');
  });

  it('leads to where that is changed, if the portal says where', async () => {
    const settings = { ...makeArea().settings, links: { me: '/me.html' } };
    const { root } = await boardOf({
      session: signedIn,
      me: { get: async () => ({ ...someone, consents: { ...someone.consents, ranking: 'off' } }) },
      areas: { get: async () => makeArea({ settings }) },
      points: { standing: async () => makeStanding({ listed: false }) },
    });
    await waitUntil(() => root.querySelector('.alone a'));
    expect(root.querySelector('.alone a')?.getAttribute('href')).to.equal('/me.html');
  });

  it('of whoever leads, and of someone without points, says so', async () => {
    const first = await boardOf({
      session: signedIn,
      points: { standing: async () => makeStanding({ rank: 1, next: null, points: 300 }) },
    });
    await waitUntil(() => first.root.querySelector('.own'));
    expect(first.text('.own')).to.contain('前面没有人了');
    expect(first.text('.more')).not.to.contain('中间');
    const none = await boardOf({
      session: signedIn,
      points: { standing: async () => makeStanding({ rank: 47, points: 0, next: { rank: 46, points: 1 }, delta: null }) },
    });
    await waitUntil(() => none.root.querySelector('.own'));
    expect(none.text('.own'))
      .to.contain('–')
      .and.to.contain('本月还没有积分')
      .and.not.to.contain('47')
      .and.not.to.contain('新上榜');
  });

  it('is offered to whoever is not signed in, without asking anything that needs a token, and comes with the sign-in', async () => {
    let asked = 0;
    const { board, client, root, button } = await boardOf({
      points: {
        standing: async () => {
          asked++;
          return makeStanding();
        },
      },
    });
    await waitUntil(() => root.querySelector('.offer'));
    expect(asked).to.equal(0);
    let act = '';
    board.addEventListener('fm-login-required', (event) => (act = event.act));
    button('去登录').click();
    expect(act).to.equal('open-board');
    client.become('signed-in');
    await waitUntil(() => root.querySelector('.own'));
    expect(asked).to.equal(1);
  });

  it('that could not be read says so, beside a board that stands', async () => {
    let fails = true;
    const { root, button, steps } = await boardOf({
      session: signedIn,
      me: {
        get: async () => {
          if (fails) throw new FiveMicroError('server.failed', { status: 500 });
          return someone;
        },
      },
    });
    await waitUntil(() => squeeze(root.querySelector('.offer')?.textContent).includes('你的名次没有读出来'));
    expect(steps().length).to.equal(3);
    fails = false;
    button('再试一次').click();
    await waitUntil(() => root.querySelector('.own'));
  });

  it('is marked in the table too', async () => {
    const items = eight.map((one, at) => (at === 4 ? { ...one, mine: true } : one));
    const { root } = await boardOf({ points: { leaderboard: async () => makeBoard({ items }) } });
    expect(squeeze(root.querySelector('tr.mine')?.textContent)).to.contain('古丽** 你');
  });

  it('opens its entries of the same period', async () => {
    const { root, button } = await boardOf({ session: signedIn });
    await waitUntil(() => root.querySelector('.own'));
    button('这些分从哪来').focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => root.querySelector('fm-points-why')?.period === 'month', undefined, { timeout: 5000 });
    root.querySelector('fm-points-why')?.dispatchEvent(new Event('fm-sheet-close'));
    await waitUntil(() => !root.querySelector('fm-points-why'));
  });

  it('leaves with whoever signs out, and is not what the next one finds', async () => {
    let asked = 0;
    const { board, client, root, button } = await boardOf({
      session: signedIn,
      points: { standing: async () => (++asked > 1 ? new Promise<never>(() => undefined) : makeStanding()) },
    });
    await waitUntil(() => root.querySelector('.own'));
    button('这些分从哪来').click();
    await waitUntil(() => root.querySelector('fm-points-why'), undefined, { timeout: 5000 });
    client.become('signed-out');
    await board.updateComplete;
    expect(root.querySelector('.own, fm-points-why')).to.equal(null);
    client.become('signed-in');
    await waitUntil(() => asked === 2);
    await board.updateComplete;
    expect(root.querySelector('.own, fm-points-why')).to.equal(null);
  });

  it('is not that of the area one has walked away from', async () => {
    const { board, root } = await boardOf({
      session: signedIn,
      points: {
        standing: async ({ area } = {}) => (area === 'nanyuan' ? new Promise<never>(() => {}) : makeStanding()),
      },
    });
    await waitUntil(() => root.querySelector('.own'));
    board.area = 'nanyuan';
    await waitUntil(() => !root.querySelector('.own'));
  });
});
