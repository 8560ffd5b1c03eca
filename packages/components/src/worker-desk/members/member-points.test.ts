import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type PointEntry } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeAccount, makeEntry } from '../../points-leaderboard/testing/data.ts';
import { fakeList, pageOf } from '../../shared/testing/fake-client.ts';
import { makeMember } from '../testing/data.ts';
import { openTab } from '../testing/tabs.ts';

const wrong = makeEntry({
  id: '31',
  rule: 'action-hour',
  amount: 10,
  about: { kind: 'action', id: 'a', title: '夜间巡逻' },
  minutes: 120,
  can: ['reverse'],
});
const right = makeEntry({ id: '32' });

async function setUp({
  fails = [] as FiveMicroError[],
  can = ['post-wish', 'merge', 'revoke'],
  mode = '',
  slow = async () => {},
} = {}) {
  const asked: unknown[][] = [];
  let items: PointEntry[] = [wrong, right];
  const member = makeMember({ can });
  const tab = await openTab({
    tab: 'members',
    mode,
    answers: {
      members: { list: () => fakeList(() => pageOf([member])) },
      points: {
        ofMember: async (id, query) => {
          asked.push(['ofMember', id, query?.period]);
          return makeAccount({ points: 120, items });
        },
        reverse: async (id, body) => {
          asked.push(['reverse', id, body.reason]);
          await slow();
          const error = fails.shift();
          if (error) throw error;
          const correction = makeEntry({
            ...wrong,
            id: '33',
            amount: -10,
            minutes: -120,
            reverses: '31',
            reason: body.reason,
            by: '小吴',
            can: [],
          });
          items = [correction, { ...wrong, reversed: true, reason: body.reason, by: '小吴', can: [] }, right];
          return correction;
        },
      },
    },
  });
  await tab.press('', '.queue li button');
  return {
    ...tab,
    asked,
    member,
    entries: () => tab.all('.entries > li').map((one) => one.textContent.replace(/\s+/g, ' ').trim()),
  };
}

describe('a resident’s points', () => {
  it('are looked at only when the worker asks', async () => {
    const { asked, press, entries, text, member } = await setUp();
    expect(asked).to.deep.equal([]);
    await press('看每一笔');
    await waitUntil(() => entries().length === 2);
    expect(asked).to.deep.equal([['ofMember', member.id, 'all']]);
    expect(text('.points')).to.contain('到现在一共 120 分');
    expect(entries()[0]).to.contain('参加“夜间巡逻”，2 小时 +10').and.to.contain('收回这一笔');
    expect(entries()[1]).not.to.contain('收回');
  });

  it('are taken back with a reason, never without one', async () => {
    const { asked, press, write, entries, text, find, focused } = await setUp();
    await press('看每一笔');
    await press('收回这一笔');
    await waitUntil(() => focused()?.id === 'reason');
    await press('收回 10 分');
    await waitUntil(() => text('#reason-error') === '写一句，TA 才知道为什么。');
    expect(asked.length).to.equal(1);
    await write('reason', ' 多记了一次 ');
    await press('收回 10 分');
    await waitUntil(() => text('.done').includes('收回了 10 分，已经告诉 TA'));
    expect(asked).to.deep.include(['reverse', '31', '多记了一次']);
    await waitUntil(() => entries().length === 3);
    expect(find('.done')?.compareDocumentPosition(find('.entries') ?? document)).to.equal(
      Node.DOCUMENT_POSITION_FOLLOWING,
      'what became of it is said above the entries, not below all of them',
    );
    expect(entries()[0]).to.contain('更正：参加“夜间巡逻”').and.to.contain('社工小吴更正').and.to.contain('多记了一次');
    await waitUntil(() => focused()?.classList.contains('done'));
  });

  it('stay as they are where that failed, and where the worker thinks better of it', async () => {
    const refused = new FiveMicroError('points.reversed', { status: 409, message: '这一笔已经收回过了。' });
    const { press, write, text, find, focused, entries } = await setUp({ fails: [refused] });
    await press('看每一笔');
    await press('收回这一笔');
    await write('reason', '多记了');
    await press('收回 10 分');
    await waitUntil(() => text('.taking [role=alert]') === '这一笔已经收回过了。');
    await press('先不收');
    await waitUntil(() => focused()?.classList.contains('take'));
    expect(find('.taking')).to.equal(undefined);
    expect(entries().length).to.equal(2);
  });

  it('are not let go of while one is being taken back', async () => {
    let answer: (() => void) | undefined;
    const { press, write, find, entries, text } = await setUp({ slow: () => new Promise<void>((go) => (answer = go)) });
    await press('看每一笔');
    expect(find('.take')?.getAttribute('aria-label')).to.equal('收回这一笔：参加“夜间巡逻”，2 小时');
    await press('收回这一笔');
    await write('reason', '多记了');
    await press('收回 10 分');
    await waitUntil(() => answer);
    expect(find('.sides .line')).to.have.property('disabled', true);
    answer?.();
    await waitUntil(() => text('.done').includes('收回了 10 分'));
    expect(entries()[0]).to.contain('更正');
  });

  it('of the worker themself are another worker’s matter', async () => {
    const { find } = await setUp({ can: [] });
    expect(find('fm-member-points')).to.equal(undefined);
  });

  for (const mode of ['normal', 'elder']) {
    it(`are accessible: ${mode}`, async () => {
      const { press, find, desk } = await setUp({ mode });
      await press('看每一笔');
      await press('收回这一笔');
      await waitUntil(() => find('#reason'));
      await expect(desk).to.be.accessible();
    });
  }
});
