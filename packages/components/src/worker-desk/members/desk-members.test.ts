import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type Member } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeList, pageOf } from '../../shared/testing/fake-client.ts';
import { hours, makeMember } from '../testing/data.ts';
import { openTab } from '../testing/tabs.ts';
import { ordered } from './member-merge.ts';

const noPhone = makeMember({ name: '曾桂兰', phone: null, accounts: 0, registeredByWorker: true, createdAt: hours(4000) });
const signsIn = makeMember({ name: '曾桂兰', phone: '138****1188' });
const other = makeMember({ name: '单小平', branch: { slug: 'branch', name: '怡康第一党支部' } });

async function setUp({ all = [other, noPhone, signsIn], fails = [] as FiveMicroError[], width = 1000, mode = '' } = {}) {
  const people = { items: [...all] };
  const searched: (string | undefined)[] = [];
  const asked: unknown[][] = [];
  const tab = await openTab({
    tab: 'members',
    width,
    mode,
    answers: {
      members: {
        list: ({ q, cursor } = {}) => {
          searched.push(q);
          if (q === '很多') return fakeList(() => (cursor ? pageOf([signsIn]) : pageOf([noPhone], 'next')));
          return fakeList(() =>
            pageOf(people.items.filter(({ name }) => !q || name.includes(q) || (q === 'zeng' && name.startsWith('曾')))),
          );
        },
        merge: async (id, body) => {
          asked.push(['merge', id, body]);
          const error = fails.shift();
          if (error) throw error;
          people.items = people.items.filter((one) => one.id !== id);
          return { ...signsIn, id: body.into };
        },
        revoke: async (id): Promise<Member> => {
          asked.push(['revoke', id]);
          return other;
        },
      },
    },
  });
  return { ...tab, people, searched, asked, who: () => tab.text('.wish') };
}

/** To the comparison of the two records of one person. */
async function comparing(tab: Awaited<ReturnType<typeof setUp>>) {
  await tab.press('', '.queue li:nth-child(2) button');
  await tab.press('合成一个人');
  await tab.search('who', '曾');
  await tab.press('选 TA');
  await waitUntil(() => tab.find('.pair'));
}

describe('residents', () => {
  it('stand in the order the server gives, none of them opened by itself', async () => {
    const { rows, find, number } = await setUp();
    expect(rows()).to.deep.equal(['单小平', '曾桂兰', '曾桂兰']);
    expect(find('.pick')).not.to.equal(undefined);
    expect(number()).to.equal(undefined);
  });

  it('are found by reading, and all shown again', async () => {
    const { search, searched, rows, press } = await setUp();
    await search('q', ' ｚｅｎｇ ');
    await waitUntil(() => rows().length === 2);
    expect(searched.at(-1)).to.equal('zeng');
    await press('看全部');
    await waitUntil(() => rows().length === 3);
  });

  it('come page by page', async () => {
    const { search, rows, press } = await setUp();
    await search('q', '很多');
    await waitUntil(() => rows().length === 1);
    await press('再看后面的');
    await waitUntil(() => rows().length === 2);
  });

  it('say who nobody is', async () => {
    const { search, text } = await setUp();
    await search('q', '没有');
    await waitUntil(() => text('.calm').includes('没有找到'));
  });

  it('show phone, home, branch and how they sign in', async () => {
    const { press, text, find } = await setUp();
    await press('', '.queue button');
    await waitUntil(() => text('.facts').includes('用手机登录'));
    expect(text('.facts')).to.contain('139****2046').and.to.contain('怡康社区').and.to.contain('怡康第一党支部');
    await press('', '.queue li:nth-child(2) button');
    await waitUntil(() => text('.facts').includes('没有手机'));
    expect(find('button', '让 TA 重新登录'), 'nothing to take back').to.equal(undefined);
  });

  it('can be wished for', async () => {
    const { press, root } = await setUp();
    await press('', '.queue button');
    await press('替 TA 许愿');
    await waitUntil(() => root()?.querySelector('fm-wish-form'));
    expect(root()?.querySelector('fm-wish-form')?.onBehalfOf).to.deep.equal({ memberId: other.id, name: '单小平' });
  });

  it('offer only what the server lists', async () => {
    const { press, find, text } = await setUp({ all: [makeMember({ can: [] })] });
    await press('', '.queue button');
    await waitUntil(() => text('.case-in').includes('要请别的社工来办'));
    expect(find('.case-in .btn')).to.equal(undefined);
  });
});

describe('two records of one person', () => {
  it('keep the one that signs in, else the one with a home, else the older', () => {
    expect(ordered(noPhone, signsIn)).to.deep.equal({ stays: signsIn, goes: noPhone });
    expect(ordered(signsIn, noPhone)).to.deep.equal({ stays: signsIn, goes: noPhone });
    const homeless = makeMember({ area: null, createdAt: hours(9000) });
    expect(ordered(homeless, signsIn).stays).to.equal(signsIn);
    expect(ordered(signsIn, makeMember({ createdAt: hours(9000) })).goes).to.equal(signsIn);
  });

  it('are found by search without themselves, compared side by side, and say what follows', async () => {
    const tab = await setUp();
    await tab.press('', '.queue li:nth-child(2) button');
    await tab.press('合成一个人');
    await waitUntil(() => tab.focused()?.id === 'who');
    await tab.search('who', '曾');
    await waitUntil(() => tab.all('.people li').length === 1);
    await tab.press('选 TA');
    await waitUntil(() => tab.find('.pair'));
    expect(tab.all('.pair section').map((one) => one.querySelector('.tag')?.textContent.trim())).to.deep.equal([
      '并过去',
      '留下这一份',
    ]);
    await tab.press('是同一个人');
    await waitUntil(() => tab.focused()?.classList.contains('follows'));
    expect(tab.text('.follows')).to.contain('分不开，也不能反悔').and.to.contain('只算一次');
    expect(tab.asked).to.deep.equal([]);
  });

  it('become one after two presses, and the one that stays is shown', async () => {
    const tab = await setUp();
    await comparing(tab);
    await tab.press('是同一个人');
    await tab.press('想好了');
    await waitUntil(() => tab.text('.told').includes('合好了'));
    expect(tab.asked).to.deep.equal([['merge', noPhone.id, { into: signsIn.id }]]);
    expect(tab.rows()).to.deep.equal(['单小平', '曾桂兰']);
    expect(tab.text('.facts')).to.contain('138****1188');
  });

  it('are not merged by a double click', async () => {
    const tab = await setUp();
    await comparing(tab);
    await tab.press('是同一个人');
    tab.find('button', '想好了')?.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, composed: true }));
    await tab.settled();
    expect(tab.find('button', '想好了')?.hasAttribute('disabled')).to.equal(false);
    expect(tab.asked).to.deep.equal([]);
    await tab.press('想好了');
    await waitUntil(() => tab.asked.length === 1);
  });

  it('can be swapped, which asks for the first press anew', async () => {
    const tab = await setUp();
    await comparing(tab);
    await tab.press('是同一个人');
    await tab.press('换过来');
    expect(tab.find('button', '想好了')).to.equal(undefined);
    await tab.press('是同一个人');
    expect(tab.text('.follows')).to.contain('以后登录就是留下的这一位');
    await tab.press('想好了');
    await waitUntil(() => tab.asked.length > 0);
    expect(tab.asked).to.deep.equal([['merge', signsIn.id, { into: noPhone.id }]]);
  });

  it('stay two when the server says no, with its words', async () => {
    const refusal = new FiveMicroError('member.merge-target', {
      message: '这两位不能合成一位，请核对是不是同一个人。',
      status: 409,
    });
    const tab = await setUp({ fails: [refusal] });
    await comparing(tab);
    await tab.press('是同一个人');
    await tab.press('想好了');
    await waitUntil(() => tab.text('[role=alert]').includes('这两位不能合成一位'));
    expect(tab.rows().length).to.equal(3);
  });
});

describe('someone whose phone is lost', () => {
  it('has to sign in again after two presses, and the keyboard begins at what was said', async () => {
    const { press, asked, text, focused } = await setUp();
    await press('', '.queue button');
    await press('让 TA 重新登录');
    await waitUntil(() => focused()?.classList.contains('follows'));
    expect(asked).to.deep.equal([]);
    await press('收回登录');
    await waitUntil(() => text('.told').includes('登录都收回了'));
    expect(asked).to.deep.equal([['revoke', other.id]]);
    await waitUntil(() => focused()?.classList.contains('wish'));
  });

  it('is left alone', async () => {
    const { press, asked, find } = await setUp();
    await press('', '.queue button');
    await press('让 TA 重新登录');
    await press('先不收');
    expect(find('button', '收回登录')).to.equal(undefined);
    expect(asked).to.deep.equal([]);
  });
});

describe('how residents can be used', () => {
  it('tells kindly when a record is no more', async () => {
    const { press, people, client, text } = await setUp();
    await press('', '.queue button');
    people.items = people.items.filter(({ id }) => id !== other.id);
    client.emit({ type: 'member.erased', area: 'yikang' });
    await waitUntil(() => text('.gone').includes('这份资料刚才变了'));
  });

  it('is a sheet on a phone', async () => {
    const { press, panel } = await setUp({ width: 390 });
    await press('', '.queue button');
    await waitUntil(() => panel().querySelector('fm-sheet')?.open);
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const tab = await setUp({ mode });
      await comparing(tab);
      await tab.press('是同一个人');
      await expect(tab.desk).to.be.accessible();
    });
  }
});
