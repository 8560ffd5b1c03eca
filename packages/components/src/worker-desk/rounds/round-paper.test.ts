import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { bench, lamps, makePaper, makeRound, openRounds, slope } from './testing/set-up.ts';

describe('paper ballots', () => {
  const openPapers = async (more: Parameters<typeof openRounds>[0] = {}) => {
    const tab = await openRounds({ all: [makeRound()], ...more });
    await tab.press('打开纸质选票');
    await waitUntil(() => tab.find('button', '录入一张'));
    return tab;
  };

  it('are not asked for before somebody opens them: whole names stand there', async () => {
    const { find, text } = await openRounds({ all: [makeRound()], papers: [makePaper()] });
    await waitUntil(() => find('button', '打开纸质选票'));
    expect(text('.case-in')).not.to.contain('曾桂兰');
  });

  it('are entered for the resident who is found, and wait for another worker', async () => {
    const { press, search, asked, text, find } = await openPapers();
    await press('录入一张');
    await search('who', '曾');
    await press('是 TA');
    await waitUntil(() => find('legend', '曾桂兰在纸上选了'));
    await press('录入', '.form button');
    expect(text('#choices-error')).to.contain('至少要选 1 个');
    for (const { title } of [lamps, slope, bench]) await press(title, 'label');
    await press('录入', '.form button');
    expect(text('#choices-error')).to.contain('最多选 2 个');
    await press(slope.title, 'label');
    await press('录入', '.form button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.have.deep.property('choices', [lamps.id, bench.id]);
    await waitUntil(() => find('p', '你录入的，要请另一位社工核对'));
  });

  it('count once another worker has compared them, after two presses', async () => {
    const paper = makePaper();
    const { press, asked, text, find } = await openPapers({ papers: [paper] });
    await press('对一对纸上写的');
    expect(text('.will')).to.contain(lamps.title).and.to.contain(bench.title);
    await press('和纸上一样');
    expect(text('.follows')).to.contain('纸上是曾桂兰');
    expect(asked).to.deep.equal([]);
    await press('和纸上一样，算上');
    await waitUntil(() => find('.tag', '算上了'));
    expect(asked.map(({ verb, id }) => [verb, id])).to.deep.equal([['confirmPaper', paper.id]]);
  });

  it('say what follows where it can be read, not under the acts of the round', async () => {
    const many = Array.from({ length: 12 }, () => makePaper());
    const { press, all, find, focused, settled } = await openPapers({ papers: many });
    await press('对一对纸上写的');
    const bottomOf = (element: Element | undefined) => element?.getBoundingClientRect().bottom ?? 0;
    const topOfActs = () => all('.case-act')[0]?.getBoundingClientRect().top ?? 0;
    window.scrollBy(0, bottomOf(find('button', '和纸上一样')) - topOfActs());
    await settled();
    expect(bottomOf(find('button', '和纸上一样')), 'it stands just above them').to.be.closeTo(topOfActs(), 2);
    await press('和纸上一样');
    await waitUntil(() => focused()?.classList.contains('follows'));
    await settled();
    expect(bottomOf(all('.follows')[0])).to.be.at.most(topOfActs());
  });

  it('are withdrawn where they are wrong', async () => {
    const paper = makePaper({ mine: true, can: ['withdraw'] });
    const { press, asked, find } = await openPapers({ papers: [paper] });
    expect(find('button', '对一对纸上写的')).to.equal(undefined);
    await press('不对，撤掉');
    await waitUntil(() => find('.tag', '撤掉了'));
    expect(asked[0]?.verb).to.equal('withdrawPaper');
  });

  it('are looked for again where a colleague has entered one', async () => {
    const { press, known, find } = await openPapers();
    await waitUntil(() => find('p', '还没有录入的纸质选票'));
    known.papers = [makePaper()];
    await press('看看有没有新录入的');
    await waitUntil(() => find('b', '曾桂兰'));
  });

  it('are sent by their button alone: Enter on a box that is ticked is no decision', async () => {
    const { press, search, all } = await openPapers();
    await press('录入一张');
    await search('who', '曾');
    await press('是 TA');
    await waitUntil(() => all('#choices input').length > 0);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true });
    expect(all('#choices input')[0]?.dispatchEvent(enter)).to.equal(false);
  });

  it('show how they stand where a colleague was quicker', async () => {
    const refused = new FiveMicroError('paper-ballot.state', { message: '已经有人核对过了', status: 409 });
    const paper = makePaper();
    const { press, known, find } = await openPapers({ papers: [paper], fails: [refused] });
    await press('对一对纸上写的');
    await press('和纸上一样');
    known.papers = [{ ...paper, state: 'confirmed', choices: null, can: [] }];
    await press('和纸上一样，算上');
    await waitUntil(() => find('.tag', '算上了'));
  });

  it('say why they were refused', async () => {
    const refused = new FiveMicroError('paper-ballot.voted', { message: '这位居民已经投过了', status: 409 });
    const { press, text } = await openPapers({ papers: [makePaper()], fails: [refused] });
    await press('对一对纸上写的');
    await press('和纸上一样');
    await press('和纸上一样，算上');
    await waitUntil(() => text('.papers [role=alert]').includes('已经投过了'));
  });

  it('are accessible', async () => {
    const { desk, press } = await openPapers({ papers: [makePaper()] });
    await press('对一对纸上写的');
    await expect(desk).to.be.accessible();
  });
});
