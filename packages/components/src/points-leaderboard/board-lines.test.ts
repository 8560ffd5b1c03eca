import { expect, html, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeBoard, makeRanked } from './testing/data.ts';
import { boardOf } from './testing/set-up.ts';

describe('more of a board', () => {
  it('comes below, says where it failed, and is all read again by a reload', async () => {
    let fails = true;
    const { board, asked, button, rows, root, text } = await boardOf(
      {
        points: {
          leaderboard: async (query) => {
            if (!query?.cursor) return makeBoard();
            if (fails) throw new FiveMicroError('network.offline');
            return makeBoard({ items: [makeRanked(9, '𠮷田**', 90)], nextCursor: null });
          },
        },
      },
      html`<fm-points-leaderboard limit="8"></fm-points-leaderboard>`,
    );
    button('再看 8 名').click();
    await waitUntil(() => text('.more').includes('没有读出来'));
    fails = false;
    button('没有读出来').click();
    await waitUntil(() => rows().length === 6);
    expect(rows()[5]).to.contain('𠮷').and.to.contain('𠮷田**');
    expect(root.querySelector('.more')).to.equal(null);
    await waitUntil(() => root.activeElement?.textContent.includes('𠮷田**'));
    await board.reload();
    expect(asked.at(-1)?.limit).to.equal(9);
  });
});

describe('a page that comes late', () => {
  const further = makeBoard({ items: [makeRanked(9, '𠮷田**', 90)], nextCursor: null });

  it('and fails belongs to the board before, not to the one that is shown by then', async () => {
    let fail: (error: unknown) => void = () => undefined;
    const { board, asked, button, text } = await boardOf({
      points: {
        leaderboard: (query) =>
          query?.cursor && query.period === 'month' ? new Promise((_, no) => (fail = no)) : Promise.resolve(makeBoard()),
      },
    });
    button('再看').click();
    await waitUntil(() => asked.length === 2);
    button('本周').click();
    await waitUntil(() => text('.board th.c') === '比上周');
    fail(new FiveMicroError('network.offline'));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await board.updateComplete;
    expect(text('.more')).to.contain('再看').and.not.to.contain('没有读出来');
  });

  it('is not lost to a reading that began before it', async () => {
    let answer: (() => void) | undefined;
    let reads = 0;
    const { board, button, rows } = await boardOf(
      {
        points: {
          leaderboard: async (query) => {
            if (query?.cursor) return further;
            const whole = makeBoard({ items: [...makeBoard().items, ...further.items], nextCursor: null });
            if (++reads === 2) await new Promise<void>((go) => (answer = go));
            return (query?.limit ?? 0) > 8 ? whole : makeBoard();
          },
        },
      },
      html`<fm-points-leaderboard limit="8"></fm-points-leaderboard>`,
    );
    const reload = board.reload();
    button('再看').click();
    await waitUntil(() => rows().length === 6);
    answer?.();
    await reload;
    await board.updateComplete;
    expect(rows().length).to.equal(6);
  });
});

describe('how many lines', () => {
  for (const [limit, first, more] of [
    ['2.5', 2, 2],
    ['250', 100, 30],
    ['-3', 20, 20],
    ['many', 20, 20],
  ] as const) {
    it(`limit="${limit}" asks for ${first}, as the server answers them`, async () => {
      const all = Array.from({ length: 130 }, (_, at) => makeRanked(at + 1, `第${at + 1}**`, 1000 - at));
      const { asked, button } = await boardOf(
        {
          points: {
            leaderboard: async ({ cursor, limit = 0 } = {}) => {
              const from = Number(cursor ?? 0);
              const to = from + limit;
              return makeBoard({ items: all.slice(from, to), nextCursor: to < 130 ? String(to) : null, population: 130 });
            },
          },
        },
        html`<fm-points-leaderboard limit=${limit}></fm-points-leaderboard>`,
      );
      button(`再看 ${more} 名`).click();
      await waitUntil(() => asked.length === 2);
      expect(asked.map((query) => query?.limit)).to.deep.equal([first, Math.min(first, 100)]);
    });
  }

  it('follows the shape of the board when that changes', async () => {
    const { board, asked } = await boardOf();
    board.compact = true;
    await waitUntil(() => asked.length === 2);
    expect(asked.map((query) => query?.limit)).to.deep.equal([20, 5]);
  });
});

describe('a long board', () => {
  it('is read again page by page, as far as it was shown', async () => {
    const all = Array.from({ length: 130 }, (_, at) => makeRanked(at + 1, `第${at + 1}**`, 1000 - at));
    const { board, asked, button, rows } = await boardOf(
      {
        points: {
          leaderboard: async ({ cursor, limit = 0 } = {}) => {
            const from = Number(cursor ?? 0);
            const to = from + limit;
            return makeBoard({ items: all.slice(from, to), nextCursor: to < 130 ? String(to) : null, population: 130 });
          },
        },
      },
      html`<fm-points-leaderboard limit="80"></fm-points-leaderboard>`,
    );
    button('再看 50 名').click();
    await waitUntil(() => rows().length === 127);
    const before = asked.length;
    await board.reload();
    expect(asked.slice(before).map((query) => query?.limit)).to.deep.equal([100, 30]);
    expect(rows().length).to.equal(127);
  });
});
