import { expect, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeNow, makeArea } from '../shared/testing/fake-client.ts';
import { branches, eight, makeBoard } from './testing/data.ts';
import { boardOf } from './testing/set-up.ts';

const signedIn = 'signed-in' as const;
const squeeze = (words: string | null | undefined): string => (words ?? '').replace(/\s+/g, ' ').trim();

describe('a board', () => {
  it('asks for this month’s neighbours, and says since when it holds', async () => {
    const { asked, text, root } = await boardOf();
    expect(asked).to.deep.equal([{ area: 'yikang', period: 'month', of: 'members', limit: 20 }]);
    expect(text('.head p')).to.equal('只列愿意上榜的邻居，截至 10:32');
    expect(text()).not.to.contain('更新');
    expect(root.querySelector('.seg [aria-pressed=true]')?.textContent).to.equal('本月');
  });

  it('puts three on a podium in the order of their ranks, and the others in a table in words', async () => {
    const { steps, rows } = await boardOf();
    expect(steps()).to.deep.equal(['第 1 名陈陈** 214 分 1', '第 2 名王王** 186 分 2', '第 3 名李李** 171 分 3']);
    const [zhao, guli, ouyang, liu, sun] = rows();
    expect(zhao)
      .to.contain('4')
      .and.to.contain('赵**')
      .and.to.contain('圆了 6 个心愿')
      .and.to.contain('▲ 上升 3 名')
      .and.to.contain('158 分');
    expect(guli).to.contain('没有变').and.to.contain('行动 21 小时');
    expect(ouyang).to.match(/^5/).and.to.contain('行动 18 小时，圆了 3 个心愿');
    expect(liu).to.contain('▼ 下降 2 名');
    expect(sun).to.contain('本月新上榜');
  });

  it.each([
    [1, ['1', '还空着 2', '还空着 3']],
    [2, ['1', '2', '还空着 3']],
  ])('keeps the steps that nobody stands on while %i are on the board', async (count, expected) => {
    const items = eight.slice(0, count);
    const { rows, root } = await boardOf({ points: { leaderboard: async () => makeBoard({ items, nextCursor: null }) } });
    const steps = [...root.querySelectorAll('.podium li')];
    const said = steps.map((one) => [...one.querySelectorAll('.free .pts, .step')].map((part) => part.textContent).join(' '));
    expect(said).to.deep.equal(expected);
    // The first in the middle, the second at its left, the third at its right.
    const [first = 0, second = 0, third = 0] = steps.map((one) => one.getBoundingClientRect().left);
    expect(second < first && first < third).to.equal(true);
    expect(rows()).to.deep.equal([]);
    expect(root.querySelector('table')).to.equal(null);
  });

  it('calls no step free where only so few were asked for', async () => {
    const { steps, root } = await boardOf(
      { points: { leaderboard: async () => makeBoard({ items: eight.slice(0, 2), nextCursor: 'next' }) } },
      html`<fm-points-leaderboard limit="2"></fm-points-leaderboard>`,
    );
    await waitUntil(() => root.querySelector('[part=toolbar]'));
    expect(steps().length).to.equal(2);
    expect(root.querySelector('.free')).to.equal(null);
  });

  it('gives two who share the first place the same step, and nobody the second', async () => {
    const items = eight.map((one, at) => (at === 1 ? { ...one, rank: 1, points: 214 } : one));
    const { root, steps } = await boardOf({ points: { leaderboard: async () => makeBoard({ items }) } });
    const heights = [...root.querySelectorAll('.step')].map((step) => step.getBoundingClientRect().height);
    expect(heights[0]).to.equal(heights[1]);
    expect(heights[2]).to.be.lessThan(heights[0] ?? 0);
    expect(steps()[1]).to.match(/第 1 名.*1$/);
  });

  it('says nothing of a change for all time', async () => {
    const { rows, root } = await boardOf({}, html`<fm-points-leaderboard period="all"></fm-points-leaderboard>`);
    expect(root.querySelector('th.c')).to.equal(null);
    expect(rows()[0]).not.to.contain('上升');
  });

  it('says what the area’s deeds brought, what brings points, and that sharing brings none', async () => {
    const settings = { ...makeArea().settings, points: { 'wish-helped': 10, 'action-hour': 5, vote: 0 } };
    const { text } = await boardOf({ areas: { get: async () => makeArea({ settings }) } });
    expect(text('.foot-note'))
      .to.contain('本月在怡康社区做的事，一共加了 3,210 分。榜上有 46 位邻居。')
      .and.to.contain('怎么加分：圆一个心愿 10 分，行动每小时 5 分。转发、拉人不加分。')
      .and.not.to.contain('投票');
  });

  it('names votes where there is something to vote on, and not elsewhere', async () => {
    const { settings } = makeArea();
    const said = async (...features: string[]) => {
      const area = makeArea({ settings: { ...settings, features, points: { 'action-hour': 5, vote: 1 } } });
      return (await boardOf({ areas: { get: async () => area } })).text('.foot-note');
    };
    expect(await said('wishes', 'actions', 'points'))
      .to.contain('怎么加分：行动每小时 5 分。')
      .and.not.to.contain('投票');
    expect(await said('actions', 'points', 'projects')).to.contain('怎么加分：行动每小时 5 分，投票 1 分。');
    expect(await said('actions', 'points', 'stars')).to.contain('投票 1 分');
  });

  it('says nothing of what deeds here brought where its people did theirs elsewhere', async () => {
    const { text } = await boardOf({ points: { leaderboard: async () => makeBoard({ total: 0 }) } });
    expect(text('.foot-note')).to.contain('榜上有 46 位邻居。').and.not.to.contain('一共加了');
  });

  it('shows organisations with their points a head, and no line of one’s own', async () => {
    const { board, root, asked, rows, steps, text, settled } = await boardOf({
      session: signedIn,
      points: {
        leaderboard: async (query) =>
          query?.of === 'organisations' ? makeBoard({ items: branches, population: 4 }) : makeBoard(),
      },
    });
    root.querySelectorAll<HTMLElement>('.seg')[1]?.querySelectorAll('button')[1]?.click();
    await waitUntil(() => asked.at(-1)?.of === 'organisations');
    await waitUntil(() => root.querySelector('.podium b')?.textContent === '怡康第二党支部');
    await settled();
    expect(steps()[0]).to.contain('640 分').and.to.contain('人均 53.3 分');
    expect(rows()[0]).to.contain('南苑农商行').and.to.contain('人均 18 分');
    expect(root.querySelector('.own, .offer')).to.equal(null);
    expect(text('.foot-note')).to.contain('转发、拉人不加分。').and.not.to.contain('想上榜');
    expect(board.of).to.equal('organisations');
  });
});

describe('the period', () => {
  it('is changed by keyboard, asked for once, and said', async () => {
    const { board, root, asked } = await boardOf();
    const week = root.querySelector<HTMLElement>('.seg button');
    week?.focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => asked.length === 2);
    expect(asked[1]?.period).to.equal('week');
    await waitUntil(() => squeeze(root.querySelector('p.vh[role=status]')?.textContent) === '本周 显示 8 名，下面还有');
    expect(board.period).to.equal('week');
    expect(root.querySelector('th.c')?.textContent).to.equal('比上周');
  });

  it('that nobody knows is the month', async () => {
    const { asked } = await boardOf({}, html`<fm-points-leaderboard period="decade" of="cats"></fm-points-leaderboard>`);
    expect(asked[0]).to.include({ period: 'month', of: 'members' });
  });

  it('gives way to the next when it is over', async () => {
    const { board, asked } = await boardOf();
    board.now = () => Date.parse('2026-11-30T16:00:01.000Z');
    board.requestUpdate();
    await waitUntil(() => asked.length === 2);
    board.requestUpdate();
    await board.updateComplete;
    expect(asked.length).to.equal(2);
  });
});

describe('other shapes of it', () => {
  it('on a hall screen there is nothing to press, and the area is named', async () => {
    const { root, asked, text } = await boardOf(
      { session: signedIn },
      html`<fm-points-leaderboard display="hall"></fm-points-leaderboard>`,
    );
    expect(asked[0]?.limit).to.equal(9);
    expect(root.querySelector('button, a')).to.equal(null);
    expect(text('.head')).to.contain('本月积分榜').and.to.contain('怡康社区');
    expect(root.querySelector('.own')).to.equal(null);
    const sizes = [...root.querySelectorAll('.fm *')].filter(
      (one) => one.textContent.trim() && one.checkVisibility() && !one.closest('.vh'),
    );
    expect(Math.min(...sizes.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))).to.be.at.least(28);
  });

  for (const display of ['', 'hall']) {
    it(`looks again by itself, because not all that moves a board is told to everybody: ${display || 'page'}`, async () => {
      const { board, asked } = await boardOf({}, html`<fm-points-leaderboard display=${display}></fm-points-leaderboard>`);
      board.now = () => fakeNow.getTime() + 299_000;
      board.requestUpdate();
      await board.updateComplete;
      expect(asked.length).to.equal(1);
      board.now = () => fakeNow.getTime() + 300_000;
      board.requestUpdate();
      await waitUntil(() => asked.length === 2);
    });
  }

  it('in a sidebar the first five stand in a table with the way to all of it', async () => {
    const { root, asked, rows, text } = await boardOf(
      {
        session: signedIn,
        areas: { get: async () => makeArea({ settings: { ...makeArea().settings, links: { leaderboard: '/points.html' } } }) },
        points: { leaderboard: async () => makeBoard({ items: eight.slice(0, 5) }) },
      },
      html`<fm-points-leaderboard compact></fm-points-leaderboard>`,
    );
    expect(asked[0]?.limit).to.equal(5);
    expect(rows().length).to.equal(5);
    expect(root.querySelector('.podium, .seg, .crumbs')).to.equal(null);
    expect(root.querySelector('a.all')?.getAttribute('href')).to.equal('/points.html');
    await waitUntil(() => text('.foot-note').includes('你在第 17 名，76 分。'));
    expect(text('.title')).to.equal('本月积分榜');
  });
});
