import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { hours } from '../testing/data.ts';
import { setUp } from '../testing/set-up.ts';
import { counted, draftLike, makeRound, openRounds } from './testing/set-up.ts';

afterEach(() => localStorage.clear());

describe('rounds on the desk', () => {
  it('have no tab where the community votes on nothing', async () => {
    const { root } = await setUp({ queues: {} });
    expect(root()?.querySelector('#tab-members')).not.to.equal(null);
    expect(root()?.querySelector('#tab-rounds')).to.equal(null);
  });

  it('say in plain words how one votes and what decides, and how many have voted', async () => {
    const { text, find } = await openRounds({ all: [makeRound()] });
    await waitUntil(() => text('.options').includes('楼道换成声控亮灯'));
    expect(text('.facts'))
      .to.contain('每人选 1 到 2 个')
      .and.to.contain('票数多的先选，钱够就办')
      .and.to.contain('128 位，共 1200 位能投 · 其中纸质 3 张')
      .and.to.contain('截止以前只看得到多少人投了');
    expect(find('.case-act .btn', '修改')).to.equal(undefined);
  });

  it('open after two presses, which say what is frozen', async () => {
    const one = draftLike();
    const { press, asked, text, focused, told, find } = await openRounds({ all: [one] });
    await press('草稿', '.chip');
    await press('开始投票');
    await waitUntil(() => focused()?.classList.contains('follows'));
    expect(text('.follows')).to.contain('3 个选项').and.to.contain('不能再改').and.to.contain('11月24日 周二 10:32 起可以投');
    expect(asked).to.deep.equal([]);
    await press('开始投票，不再改');
    await waitUntil(() => told().includes('开始投票了'));
    expect(asked.map(({ verb, id }) => [verb, id])).to.deep.equal([['open', one.id]]);
    expect(find('.chip', '正在投的')?.getAttribute('aria-pressed')).to.equal('true');
    await waitUntil(() => focused()?.classList.contains('wish'), 'the keyboard goes on where it is open');
  });

  it('say that the time when they were meant to begin is past', async () => {
    const { press, text } = await openRounds({ all: [draftLike({ opensAt: hours(30), closesAt: hours(-300) })] });
    await press('草稿', '.chip');
    await press('开始投票');
    await waitUntil(() => text('.follows').includes('已经过了：现在开始'));
  });

  it('are not opened as a colleague has just changed them: what is frozen has been read', async () => {
    const one = draftLike();
    const { press, known, client, text, find, focused, asked } = await openRounds({ all: [one] });
    await press('草稿', '.chip');
    await press('开始投票');
    await waitUntil(() => find('.follows'));
    known.rounds = [{ ...one, title: '换过的题目', updatedAt: hours(0) }];
    client.emit({ type: 'round.edited', id: one.id, area: 'yikang' });
    await waitUntil(() => text('.wish') === '换过的题目');
    expect(find('button', '开始投票，不再改')).to.equal(undefined);
    await waitUntil(() => text('.follows').includes('同事刚刚改过这份草稿'));
    await press('开始投票');
    await press('再看看');
    await waitUntil(() => focused()?.textContent.includes('开始投票'), 'the keyboard stays among the acts');
    expect(asked).to.deep.equal([]);
  });

  it('are discarded while they are drafts, after two presses, and leave the list', async () => {
    const one = draftLike({ can: ['edit', 'open', 'discard'] });
    const { press, asked, text, rows, toast } = await openRounds({ all: [one] });
    await press('草稿', '.chip');
    await press('删掉草稿');
    expect(text('.follows')).to.contain('还在名单上');
    expect(asked).to.deep.equal([]);
    await press('删掉，不要了');
    await waitUntil(() => toast().includes('草稿删掉了'));
    expect(asked.map(({ verb, id }) => [verb, id])).to.deep.equal([['discard', one.id]]);
    await waitUntil(() => rows().length === 0);
  });

  it('are counted beside the tab, whatever is looked at', async () => {
    const { number, known, client } = await openRounds({ all: [makeRound(), draftLike()] });
    expect(number()).to.equal('1');
    known.rounds.push(draftLike());
    client.emit({ type: 'round.drafted', id: 'another', area: 'yikang' });
    await waitUntil(() => number() === '2', 'another draft, while those that are open are listed');
  });

  it('close early with a reason that is published, and never without', async () => {
    const { press, write, asked, text } = await openRounds({ all: [makeRound()] });
    await press('提前结束');
    await press('提前结束，公开理由');
    expect(text('#reason-error')).to.contain('居民要知道为什么');
    expect(asked).to.deep.equal([]);
    await write('reason', '有一件已经办了。');
    await press('提前结束，公开理由');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'close', body: { reason: '有一件已经办了。' } });
  });

  it('say after the close who won, why others did not, and what another rule had given', async () => {
    const one = makeRound({ status: 'closed', closesAt: '2026-11-22T10:00:00.000Z', can: [] });
    const { press, text, find, all } = await openRounds({ all: [one], results: counted });
    await press('投完的', '.chip');
    await waitUntil(() => find('.won'));
    expect(all('.options .won').length).to.equal(2);
    expect(text('.options')).to.contain('剩下的钱不够').and.to.contain('88 票');
    expect(text('.case-in')).to.contain('一共 10 万元，用了 7.2 万元').and.to.contain('会选上：楼门口修一条慢坡道');
    expect(find('a', '整份记录')?.getAttribute('href')).to.match(/record\.json$/);
  });

  it('say when they were closed, not when they would have been', async () => {
    const times = { closesAt: '2026-12-02T10:00:00.000Z', closedAt: '2026-11-22T18:32:00.000Z' };
    const { press, find, rows } = await openRounds({ all: [makeRound({ status: 'closed', can: [], ...times })] });
    await press('投完的', '.chip');
    await waitUntil(() => rows().length === 1);
    expect(find('.queue button')?.textContent).to.contain('2:32 结束').and.not.to.contain('12月2日');
  });

  it('are kind when a colleague was quicker', async () => {
    const refused = new FiveMicroError('round.state', { message: '现在不能这样办', status: 409 });
    const { press, known, text } = await openRounds({ all: [draftLike()], fails: [refused] });
    await press('草稿', '.chip');
    await press('开始投票');
    known.rounds = [];
    await press('开始投票，不再改');
    await waitUntil(() => text('.gone').includes('刚才有人动了这一轮'));
  });
});
