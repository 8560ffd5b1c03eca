import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { makeProject } from '../projects/testing/set-up.ts';
import { setUp } from '../testing/set-up.ts';
import { counted, draftLike, makePaper, makeRound, openRounds, lamps, bench, slope } from './testing/set-up.ts';

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

describe('a round that is drafted', () => {
  const listed = [makeProject({ status: 'listed' }), makeProject({ title: '小花园加两张长椅', status: 'listed', cost: 900_000 })];
  const openForm = async (more: Parameters<typeof openRounds>[0] = {}) => {
    const tab = await openRounds({ listed, ...more });
    await tab.press('起草一轮投票');
    await waitUntil(() => tab.find('.picks label'));
    return tab;
  };

  it('says of each box what is missing, and goes to the first', async () => {
    const { press, text, focused, asked } = await openForm();
    await press('存成草稿');
    expect(text('#title-error')).to.contain('至少写两个字');
    expect(text('#options-error')).to.contain('至少选两个');
    expect(text('#opens-error')).to.contain('选一个开始的时间');
    expect(text('#winners-error')).to.contain('或者写上总预算');
    await waitUntil(() => focused()?.id === 'title');
    expect(asked).to.deep.equal([]);
  });

  it('goes to the server in fen and in Beijing time, and is taken in hand among the drafts', async () => {
    const { press, write, asked, told, find } = await openForm();
    await write('title', '明年的钱，先办哪几件');
    await press('全选');
    await write('opens', '2026-11-25T09:00');
    await write('closes', '2026-12-01T18:00');
    await write('max', '2');
    await press('平分预算', 'label');
    await press('剩下的钱接着用', 'label');
    await write('budget', '100000');
    expect(find('#winners')).to.equal(undefined);
    expect(find('.summary')?.textContent).to.contain('每人选 1 到 2 个').and.to.contain('10 万元');
    await press('存成草稿');
    await waitUntil(() => told().includes('存成草稿了'));
    expect(asked[0]?.body).to.deep.equal({
      title: '明年的钱，先办哪几件',
      of: 'projects',
      options: listed.map(({ id }) => id),
      opensAt: '2026-11-25T01:00:00.000Z',
      closesAt: '2026-12-01T10:00:00.000Z',
      ballot: { type: 'approval', min: 1, max: 2 },
      rule: 'equal-shares',
      completion: 'add1',
      winners: null,
      budget: 10_000_000,
      live: false,
      tie: null,
      cutOff: null,
      electorate: null,
    });
  });

  it('offers no budget and no shares where people are chosen', async () => {
    const { press, find } = await openForm();
    await press('同意参加的提名里选', 'label');
    expect(find('#budget')).to.equal(undefined);
    expect(find('label', '平分预算')).to.equal(undefined);
    expect(find('#winners')).not.to.equal(undefined);
    await waitUntil(() => find('p', '还没有人同意参加'));
  });

  it('is not kept where a box says more than can be', async () => {
    const { press, write, text } = await openForm();
    await press('全选');
    await write('max', '5');
    await write('min', '9');
    await write('closes', '2026-11-01T09:00');
    await write('budget', '很多');
    await press('存成草稿');
    expect(text('#max-error')).to.contain('只有 2 个');
    expect(text('#min-error')).to.contain('最少不能比最多还多');
    expect(text('#closes-error')).to.contain('已经过了');
    expect(text('#budget-error')).to.contain('大于 0 的钱数');
  });

  it('shows at the box what the server says of it', async () => {
    const refused = new FiveMicroError('request.invalid', {
      message: '有几处要改',
      status: 400,
      fields: [{ path: 'closesAt', code: 'past', message: '这个时间过了' }],
    });
    const { press, text } = await openForm({
      all: [draftLike({ options: listed.map(({ id }) => ({ ...lamps, id })) })],
      fails: [refused],
    });
    await press('先不写');
    await press('草稿', '.chip');
    await press('修改', '.case-act button');
    await waitUntil(() => text('#options-hint').includes('选了 2 个'));
    await press('存成草稿');
    await waitUntil(() => text('#closes-error').includes('这个时间过了'));
  });

  it('survives a reload', async () => {
    const first = await openForm();
    await first.write('title', '写到一半');
    first.desk.remove();
    const again = await openForm();
    expect(again.find('#title')).to.have.property('value', '写到一半');
    await again.press('重新写');
    await waitUntil(() => again.find('#title')?.matches(':placeholder-shown'));
  });

  it('is accessible', async () => {
    const { desk } = await openForm();
    await expect(desk).to.be.accessible();
  });
});

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

  it('are withdrawn where they are wrong', async () => {
    const paper = makePaper({ mine: true, can: ['withdraw'] });
    const { press, asked, find } = await openPapers({ papers: [paper] });
    expect(find('button', '对一对纸上写的')).to.equal(undefined);
    await press('不对，撤掉');
    await waitUntil(() => find('.tag', '撤掉了'));
    expect(asked[0]?.verb).to.equal('withdrawPaper');
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
