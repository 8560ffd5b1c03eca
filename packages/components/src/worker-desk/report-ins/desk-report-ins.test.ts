import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type ReportInCheck } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeList, pageOf } from '../../shared/testing/fake-client.ts';
import { hours, makeMember, makeReportIn } from '../testing/data.ts';
import { openTab } from '../testing/tabs.ts';

const moving = makeReportIn();
const branch = makeReportIn({
  member: { id: 'm2', name: '古丽**' },
  from: null,
  organisation: { slug: 'branch', name: '怡康第一党支部' },
  at: hours(2),
});

async function setUp({ all = [moving, branch], fails = [] as FiveMicroError[], width = 1000, mode = '' } = {}) {
  const queue = { items: [...all] };
  const asked: unknown[][] = [];
  const looked: string[] = [];
  const decide = async (verb: string, id: string, body?: unknown): Promise<ReportInCheck> => {
    asked.push([verb, id, body]);
    const error = fails.shift();
    if (error) throw error;
    queue.items = queue.items.filter((one) => one.id !== id);
    return { ...moving, id, state: 'done', can: [] };
  };
  const tab = await openTab({
    tab: 'reportIns',
    width,
    mode,
    answers: {
      reportIns: {
        list: () => fakeList(() => pageOf(queue.items)),
        accept: (id) => decide('accept', id),
        decline: (id, body) => decide('decline', id, body),
      },
      members: {
        get: async (id) => {
          looked.push(id);
          return makeMember({ id, name: '仇英' });
        },
      },
    },
  });
  return { ...tab, queue, asked, looked, who: () => tab.text('.wish') };
}

describe('report-ins', () => {
  it('say who, from where to where, with which branch and since when', async () => {
    const { rows, text, press, number } = await setUp();
    expect(rows()).to.deep.equal(['仇**', '古丽**']);
    expect(number()).to.equal('2');
    expect(text('.queue .pressing')).to.equal('等了 1 天');
    expect(text('.way')).to.contain('兴隆社区').and.to.contain('怡康社区');
    await press('', '.queue li:last-child button');
    await waitUntil(() => text('.way').includes('怡康第一党支部'));
    expect(text('.way')).to.contain('还没有');
  });

  it('look behind the masked name only when asked, because each look is logged', async () => {
    const { press, looked, text } = await setUp();
    expect(looked).to.deep.equal([]);
    await press('看看是哪一位');
    await waitUntil(() => text('.facts').includes('仇英'));
    expect(looked).to.deep.equal([moving.member.id]);
    await press('', '.queue li:last-child button');
    await waitUntil(() => text('.facts') === '');
  });

  it('are accepted by one press, and the next opens', async () => {
    const { press, asked, who, text } = await setUp();
    await press('接收');
    await waitUntil(() => who() === '古丽**');
    expect(asked).to.deep.equal([['accept', moving.id, undefined]]);
    expect(text('.told')).to.contain('接收了').and.to.contain('下一个：古丽**');
  });

  it('are declined with a reason and never without', async () => {
    const { press, asked, text, focused, write } = await setUp();
    await press('不是这里的', '.case-act button');
    expect(asked).to.deep.equal([]);
    expect(text('#reason-error')).to.contain('写一句再说不是');
    await waitUntil(() => focused()?.id === 'reason');
    await press('不住在这里');
    await write('reason', '你住在兴隆社区，请在那边报到。');
    await press('不是这里的', '.case-act button');
    await waitUntil(() => asked.length > 0);
    expect(asked).to.deep.equal([['decline', moving.id, { reason: '你住在兴隆社区，请在那边报到。' }]]);
  });

  it('are told kindly when somebody else has handled them', async () => {
    const refusal = new FiveMicroError('report-in.state', { message: '这次报到已经有人处理过了。', status: 409 });
    const { press, queue, text, who } = await setUp({ fails: [refusal] });
    queue.items.shift();
    await press('接收');
    await waitUntil(() => text('.gone').includes('别的社工处理了'));
    expect(who()).to.equal('仇**');
    await press('看下一个');
    await waitUntil(() => who() === '古丽**');
  });

  it('come in live', async () => {
    const { client, queue, rows } = await setUp();
    queue.items.push(makeReportIn());
    client.emit({ type: 'member.reported-in', area: 'yikang' });
    await waitUntil(() => rows().length === 3);
  });

  it('offer nothing to whoever reported in themself', async () => {
    const { text, find } = await setUp({ all: [makeReportIn({ can: [] })] });
    expect(text('.case-in')).to.contain('要请别的社工来看');
    expect(find('.case-act')).to.equal(undefined);
  });

  it('open as a sheet on a phone and close after the last', async () => {
    const { press, panel, toast } = await setUp({ all: [moving], width: 390 });
    await press('', '.queue button');
    await waitUntil(() => panel().querySelector('fm-sheet')?.open);
    await press('接收');
    await waitUntil(() => panel().querySelector('fm-sheet')?.open === false);
    await waitUntil(() => toast().includes('这一栏都看完了'));
  });

  for (const mode of ['normal', 'elder']) {
    it(`are accessible: ${mode}`, async () => {
      const { desk, press } = await setUp({ mode });
      await press('看看是哪一位');
      await expect(desk).to.be.accessible();
    });
  }
});
