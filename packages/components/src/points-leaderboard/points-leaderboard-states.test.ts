import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeClient, fakeList, makeArea, pageOf } from '../shared/testing/fake-client.ts';
import type { FmPointsLeaderboard } from './points-leaderboard.ts';
import { makeBoard, makeStanding } from './testing/data.ts';
import { boardOf } from './testing/set-up.ts';

const signedIn = 'signed-in' as const;
const squeeze = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();

describe('a hall screen', () => {
  it('has nothing to press where the board cannot be read either', async () => {
    const { root, text } = await boardOf(
      { points: { leaderboard: () => Promise.reject(new FiveMicroError('server.failed', { status: 500 })) } },
      html`<fm-points-leaderboard display="hall"></fm-points-leaderboard>`,
    );
    await waitUntil(() => text('[role=alert]'));
    expect(root.querySelector('button')).to.equal(null);
  });
});

describe('walking through the tree', () => {
  const places = {
    get: async ({ area }: { area?: string | undefined } = {}) =>
      area === 'nanyuan'
        ? makeArea({ slug: 'nanyuan', name: '南苑街道', level: 'street', path: makeArea().path.slice(0, 2) })
        : makeArea(),
    children: () => fakeList(() => pageOf([{ slug: 'yikang', name: '怡康社区', level: 'community' as const }])),
  };

  it('goes up and down inside the element by keyboard, and the reading goes on at the new place', async () => {
    const { board, root, asked, button, text } = await boardOf({ areas: places });
    const told: string[] = [];
    board.addEventListener('fm-area-open', ({ area }) => told.push(area));
    button('去看南苑街道的积分榜').focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => text('.crumbs [aria-current]') === '南苑街道');
    await waitUntil(() => root.activeElement?.getAttribute('aria-current') === 'page');
    expect(asked.at(-1)?.area).to.equal('nanyuan');
    button('各社区').click();
    await waitUntil(() => root.querySelector('.crumbs .chip'));
    button('去看怡康社区的积分榜').click();
    await waitUntil(() => text('.crumbs [aria-current]') === '怡康社区');
    expect(told).to.deep.equal(['nanyuan', 'yikang']);
    expect(root.querySelector('.crumbs .chip')).to.equal(null);
  });

  it('forgets what lies below the place that was left, however late it comes', async () => {
    let answer: (() => void) | undefined;
    const { root, button, text } = await boardOf({
      areas: {
        ...places,
        children: () =>
          fakeList(async () => {
            await new Promise<void>((go) => (answer = go));
            return pageOf([{ slug: 'grid-1', name: '第一网格', level: 'grid' as const }]);
          }),
      },
    });
    button('各网格').click();
    await waitUntil(() => answer);
    button('去看南苑街道的积分榜').click();
    await waitUntil(() => text('.crumbs [aria-current]') === '南苑街道');
    answer?.();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(button('各社区').getAttribute('aria-expanded')).to.equal('false');
    answer = undefined;
    button('各社区').click();
    await waitUntil(() => answer, 'one press asks what lies below');
    expect(root.querySelector('.crumbs .chip')).to.equal(null);
  });

  it('comes back to where it was, though two places were tried', async () => {
    const { board, button, text } = await boardOf({
      areas: places,
      points: {
        leaderboard: async (query) => {
          if (query?.area === 'nanyuan') return new Promise<never>(() => undefined);
          if (query?.area === 'jianye') throw new FiveMicroError('network.unreachable');
          return makeBoard();
        },
      },
    });
    button('去看南苑街道的积分榜').click();
    await waitUntil(() => text('.crumbs [aria-current]') === '南苑街道');
    button('去看建邺区的积分榜').click();
    await waitUntil(() => text('.crumbs [role=alert]') === '建邺区的积分榜没有打开。');
    expect(board.question.area).to.equal('yikang');
  });

  it('stays where the page goes there itself', async () => {
    const { board, asked, button } = await boardOf({ areas: places });
    board.addEventListener('fm-area-open', (event) => event.preventDefault());
    button('去看南苑街道的积分榜').click();
    await board.updateComplete;
    expect(asked.length).to.equal(1);
  });

  it('comes back, and says so, where a place does not open', async () => {
    const { root, button, text } = await boardOf({
      areas: places,
      points: {
        leaderboard: async (query) => {
          if (query?.area === 'jianye') throw new FiveMicroError('network.unreachable');
          return makeBoard();
        },
      },
    });
    button('去看建邺区的积分榜').click();
    await waitUntil(() => squeeze(root.querySelector('.crumbs [role=alert]')?.textContent) === '建邺区的积分榜没有打开。');
    await waitUntil(() => text('.crumbs [aria-current]') === '怡康社区');
    expect(root.querySelector('.podium')).to.exist;
  });
});

describe('what happens', () => {
  it('is read again when it moves a board, and not for anything else', async () => {
    const { client, asked } = await boardOf();
    for (const type of ['wish.claimed', 'action.signed-up', 'member.revoked']) client.emit({ type, area: 'yikang' });
    client.emit({ type: 'wish.confirmed', id: 'w', area: 'yikang' });
    await waitUntil(() => asked.length === 2);
    for (const [at, type] of [
      'wish.closed',
      'wish.published',
      'action.finished',
      'points.reversed',
      'consent.changed',
    ].entries()) {
      client.emit({ type, area: 'yikang' });
      await waitUntil(() => asked.length === at + 3);
    }
  });

  it('at one moment for many is read again once or twice, not for each', async () => {
    const { client, asked } = await boardOf();
    for (const id of ['a', 'b', 'c', 'd', 'e']) client.emit({ type: 'wish.confirmed', id, area: 'yikang' });
    await waitUntil(() => asked.length >= 3);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(asked.length).to.equal(3);
  });

  it('in the place that was walked to is heard there', async () => {
    const heard: (string | undefined)[] = [];
    const client = fakeClient();
    const subscribe = client.live.subscribe.bind(client.live);
    client.live.subscribe = (listener, options) => {
      heard.push(options?.area);
      return subscribe(listener, options);
    };
    const board = await fixture<FmPointsLeaderboard>(html`<fm-points-leaderboard .client=${client}></fm-points-leaderboard>`);
    await waitUntil(() => heard.length === 1);
    board.walked = 'nanyuan';
    await waitUntil(() => heard.length === 2);
    expect(heard).to.deep.equal(['yikang', 'nanyuan']);
  });
});

describe('how a board behaves', () => {
  it('has its shape while it opens', async () => {
    const client = fakeClient({ points: { leaderboard: () => new Promise(() => undefined) } });
    const board = await fixture<FmPointsLeaderboard>(html`<fm-points-leaderboard .client=${client}></fm-points-leaderboard>`);
    expect(board.dataset['state']).to.equal('loading');
    expect(board.shadowRoot?.querySelectorAll('.ghosts .step').length).to.equal(3);
  });

  it('says what a webmaster forgot', async () => {
    const board = await fixture<FmPointsLeaderboard>(html`<fm-points-leaderboard></fm-points-leaderboard>`);
    await waitUntil(() => board.shadowRoot?.textContent.includes('api-url'));
  });

  it('has a kind sentence and the way out where nobody is on it', async () => {
    const { board, text, button } = await boardOf({
      points: { leaderboard: async () => makeBoard({ items: [], population: 0, nextCursor: null }) },
    });
    expect(board.dataset['state']).to.equal('empty');
    expect(text('.calm')).to.contain('本月还没有上榜的邻居');
    button('看全部时间的').click();
    await waitUntil(() => text('.calm').includes('还没有上榜的邻居') && !text('.calm').includes('看全部'));
  });

  it('says what happened when it did not open, and tries again', async () => {
    let fails = true;
    const { board, root, text, button, steps } = await boardOf({
      points: {
        leaderboard: async () => {
          if (fails) throw new FiveMicroError('area.feature-off', { status: 409, requestId: 'r-9', message: '这里没有开积分。' });
          return makeBoard();
        },
      },
    });
    expect(board.dataset['state']).to.equal('error');
    expect(text('.calm')).to.contain('积分榜没有打开').and.to.contain('这里没有开积分。').and.to.contain('r-9');
    expect(root.querySelector('.own')).to.equal(null);
    fails = false;
    button('再试一次').click();
    await waitUntil(() => steps().length === 3);
  });

  it('keeps what it knows when a reload fails', async () => {
    let fails = false;
    const { board, root } = await boardOf({
      points: {
        leaderboard: async () => {
          if (fails) throw new FiveMicroError('network.unreachable');
          return makeBoard();
        },
      },
    });
    fails = true;
    await board.reload();
    await board.updateComplete;
    expect(board.dataset['state']).to.equal('offline');
    expect(root.querySelector('.stale')?.textContent).to.contain('网络不稳');
    expect(root.querySelector('.podium')).to.exist;
  });

  it('speaks English where the page does', async () => {
    const { board, text } = await boardOf({ session: signedIn });
    board.lang = 'en';
    await waitUntil(() => text().includes('Only neighbours who agreed') && text().includes('12 points to the next'));
    expect(text()).to.contain('up 3').and.to.contain('6 wishes helped with').and.to.contain('new this month');
  });

  for (const mode of ['normal', 'elder'] as const) {
    it(`is accessible: ${mode}`, async () => {
      const { board, root, button } = await boardOf(
        { session: signedIn, points: { standing: async () => makeStanding({ listed: false }) } },
        html`<fm-points-leaderboard mode=${mode}></fm-points-leaderboard>`,
      );
      await waitUntil(() => root.querySelector('.own'));
      button('各网格').click();
      await waitUntil(() => root.querySelector('.crumbs [role=status]'));
      await expect(board).to.be.accessible();
    });
  }

  it('has targets of 60 px and no text under 18 px in elder mode', async () => {
    const { root } = await boardOf({ session: signedIn }, html`<fm-points-leaderboard mode="elder"></fm-points-leaderboard>`);
    await waitUntil(() => root.querySelector('.own'));
    const targets = [...root.querySelectorAll('button')];
    expect(Math.min(...targets.map((target) => target.getBoundingClientRect().height))).to.be.at.least(60);
    const small = [...root.querySelectorAll('small, .pts, th, td, .small, .foot-note, .more, .name')];
    expect(Math.min(...small.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))).to.be.at.least(18);
  });
});
