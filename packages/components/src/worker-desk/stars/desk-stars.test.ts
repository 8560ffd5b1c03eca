import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { fakeNow } from '../../shared/testing/fake-client.ts';
import { setUp } from '../testing/set-up.ts';
import { makeNomination, makeStar, numbered, openStars } from './testing/set-up.ts';

afterEach(() => localStorage.clear());

const pickSomebody = async ({ search, press, find }: Awaited<ReturnType<typeof openStars>>) => {
  await search('who', '王');
  await press('是 TA');
  await waitUntil(() => find('b', '是王秀英'));
};

describe('nominations on the desk', () => {
  it('have no tab where the community has no stars', async () => {
    const { root } = await setUp({ queues: {} });
    expect(root()?.querySelector('#tab-members')).not.to.equal(null);
    expect(root()?.querySelector('#tab-stars')).to.equal(null);
  });

  it('wait in a list and are counted', async () => {
    const { rows, number, text } = await openStars({ all: [makeNomination(), numbered(), makeNomination({ status: 'asked' })] });
    expect(rows()).to.deep.equal(['修鞋的王师傅', '门口的小陈']);
    expect(number()).to.equal('2');
    expect(text('.queue li')).to.contain('服务之星 · 2026').and.to.contain('等了 3 天');
  });

  it('are asked once it is known who it is, with the version that was read', async () => {
    const one = makeNomination();
    const tab = await openStars({ all: [one] });
    await tab.press('去问 TA');
    expect(tab.text('[role=alert]')).to.contain('先找到是哪一位');
    await waitUntil(() => tab.focused()?.id === 'who', 'the keyboard is where somebody is looked for');
    expect(tab.asked).to.deep.equal([]);
    await pickSomebody(tab);
    await tab.press('去问 TA');
    await waitUntil(() => tab.asked.length > 0);
    expect(tab.asked).to.deep.equal([{ verb: 'ask', id: one.id, body: { member: 'm1', seen: one.updatedAt } }]);
    await waitUntil(() => tab.toast().includes('问出去了'));
  });

  it('are put right first, and asked with exactly these words', async () => {
    const one = numbered();
    const tab = await openStars({ all: [one] });
    expect(tab.find('#story')).to.have.property('value', '找他打 139****2046。');
    expect(tab.text('.said mark')).to.equal('13912342046');
    await pickSomebody(tab);
    await tab.press('去问 TA');
    await waitUntil(() => tab.asked.length === 2);
    expect(tab.asked).to.deep.equal([
      { verb: 'edit', id: one.id, body: { story: '找他打 139****2046。' } },
      { verb: 'ask', id: one.id, body: { member: 'm1', seen: fakeNow.toISOString() } },
    ]);
  });

  it('go no further with a reason and never without', async () => {
    const { press, write, asked, text } = await openStars({ all: [makeNomination()] });
    await press('不继续');
    await press('不继续，告诉提名的人');
    expect(text('#reason-error')).to.contain('提名的人才知道为什么');
    await write('reason', '想再问清楚一点。');
    await press('不继续，告诉提名的人');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'decline', body: { reason: '想再问清楚一点。' } });
  });

  it('wait for who answers themselves', async () => {
    const { press, find, text } = await openStars({ all: [makeNomination({ status: 'asked', can: ['decline'] })] });
    await press('问过了', '.chip');
    await waitUntil(() => text('.case-in').includes('等 TA 自己在手机上回答'));
    expect(find('button', 'TA 同意了')).to.equal(undefined);
  });

  it('are agreed to on behalf of who has no phone, once they said so in person', async () => {
    const one = makeNomination({ status: 'asked', can: ['consent', 'decline'] });
    const { press, asked, text } = await openStars({ all: [one] });
    await press('问过了', '.chip');
    await press('TA 同意了');
    expect(text('#said-error')).to.contain('当面同意了，才能勾上');
    expect(asked).to.deep.equal([]);
    await press('写全名', 'label');
    await press('TA 当面说了同意', 'label');
    await press('TA 同意了');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.equal({ verb: 'consent', id: one.id, body: { name: 'full', onBehalf: true } });
  });

  it('are refused on behalf, without a reason', async () => {
    const { press, asked } = await openStars({ all: [makeNomination({ status: 'asked', can: ['consent', 'decline'] })] });
    await press('问过了', '.chip');
    await press('TA 说算了');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ onBehalf: true });
  });

  it('are awarded with a story and what neighbours said', async () => {
    const one = makeNomination({ status: 'consented', can: ['decline'] });
    const { press, write, asked, text, toast } = await openStars({ all: [one] });
    await press('同意了', '.chip');
    await press('加一句邻居的话');
    await write('quote0', '鞋底开了他一敲就好。');
    await press('颁星', '.case-act button');
    expect(text('#by0-error')).to.contain('两样都要写');
    await write('by0', '李阿姨');
    await press('颁星', '.case-act button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({
      nomination: one.id,
      story: one.story,
      quotes: [{ words: '鞋底开了他一敲就好。', by: '李阿姨' }],
    });
    await waitUntil(() => toast().includes('星挂上了'));
  });

  it('say whether they have won their contest', async () => {
    const { press, text } = await openStars({ all: [makeNomination({ status: 'consented', won: true, can: ['decline'] })] });
    await press('同意了', '.chip');
    await waitUntil(() => text('.case-in').includes('评上了，等颁星'));
    expect(text('.queue li')).to.contain('评上了，等颁星');
  });

  it('are kind when a colleague was quicker', async () => {
    const refused = new FiveMicroError('nomination.state', { message: '现在不能这样办', status: 409 });
    const tab = await openStars({ all: [makeNomination()], fails: [refused] });
    await pickSomebody(tab);
    tab.known.nominations = [];
    await tab.press('去问 TA');
    await waitUntil(() => tab.text('.gone').includes('刚才有人处理了'));
  });

  it('are made by a worker, for an honour and a period', async () => {
    const tab = await openStars();
    const { press, write, asked, text, words } = tab;
    await press('提名一位');
    await waitUntil(() => tab.find('#sentence'));
    await press('提名', '.end button.primary');
    expect(text('#title-error')).to.contain('选一个称号');
    expect(text('#sentence-error')).to.contain('至少写两个字');
    await press('岗位之星', 'label');
    await write('sentence', '热心的邻居。');
    await write('period', '2026-q4');
    await write('called', '王师傅');
    await press('提名', '.end button.primary');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.include({ who: '王师傅', title: 'post', period: '2026-Q4', sentence: '热心的邻居。' });
    await waitUntil(() => words() === '王师傅');
  });
});

describe('whoever looks after the place and is no worker there', () => {
  it('sees the stars that hang, and asks for no nomination', async () => {
    const { rows, all, known, find } = await openStars({
      all: [makeNomination()],
      stars: [makeStar({ can: [] })],
      can: ['desk'],
    });
    expect(rows()).to.deep.equal(['王**']);
    expect(all('.above .chip').map((chip) => chip.textContent.trim())).to.deep.equal(['挂着的星']);
    expect(find('button', '提名一位')).to.equal(undefined);
    expect(known.looks).to.equal(0);
  });
});

describe('stars that hang', () => {
  const openHanging = async (more: Parameters<typeof openStars>[0] = {}) => {
    const tab = await openStars({ stars: [makeStar()], ...more });
    await tab.press('挂着的星', '.chip');
    await waitUntil(() => tab.rows().length === 1);
    return tab;
  };

  it('have their story and quotes changed', async () => {
    const { press, write, asked, told } = await openHanging();
    await press('改故事');
    await write('story', '雨天也在。');
    await write('by0', '');
    await write('quote0', '');
    await press('改好了');
    await waitUntil(() => told().includes('改好了'));
    expect(asked[0]?.body).to.deep.include({ story: '雨天也在。', quotes: [] });
  });

  it('say what waits for their owner’s nod, and go on from there', async () => {
    const { press, find, asked, text } = await openHanging({ stars: [makeStar({ waiting: { key: 'k1', story: '新写的。' } })] });
    expect(text('.waiting')).to.contain('等 TA 点头才登').and.to.contain('新写的。');
    await press('改故事');
    await press('改好了');
    await waitUntil(() => asked.length);
    expect(asked[0]?.body).to.deep.include({ story: '新写的。' });
    await waitUntil(() => !find('button', '改好了'));
  });

  it('wait with a picture that their owner has changed until a worker has looked at it', async () => {
    const portrait = { id: 'face', url: 'data:,', width: 1, height: 1, public: false };
    const { press, asked, told } = await openHanging({ stars: [makeStar({ portrait })] });
    await press('照片可以公开');
    await waitUntil(() => told().includes('照片公开了'));
    expect(asked[0]?.body).to.deep.equal({ portrait: 'face' });
  });

  it('are taken down with a reason, and leave the list', async () => {
    const { press, write, asked, text, toast } = await openHanging();
    await press('摘下来');
    await press('摘下来，告诉本人');
    expect(text('#reason-error')).to.contain('写一句再摘');
    await write('reason', '写错了人。');
    await press('摘下来，告诉本人');
    await waitUntil(() => toast().includes('摘下来了'));
    expect(asked[0]).to.deep.include({ verb: 'takeDown', body: { reason: '写错了人。' } });
  });

  it('have one part hidden where it is read, with a reason, and shown again', async () => {
    const { desk, press, write, asked, text, told, find } = await openHanging({ stars: [makeStar({ can: ['hide', 'show'] })] });
    await press('收起其中一处');
    await press('收起来', 'button.line');
    expect(text('.field-error')).to.contain('先选收起哪一处');
    await press('星光故事', '.chip');
    await press('收起“星光故事”');
    expect(text('#reason-error')).to.contain('写一句再收起来');
    await expect(desk).to.be.accessible();
    await write('reason', '里面有别人的电话。');
    await press('收起“星光故事”');
    await waitUntil(() => told().includes('收起来了'));
    expect(asked[0]?.body).to.deep.equal({ part: 'story', reason: '里面有别人的电话。', seen: { state: 'shown' } });
    await press('重新贴出去');
    await waitUntil(() => told().includes('贴出去了') && !find('button', '重新贴出去'));
    expect(asked[1]).to.deep.include({ verb: 'show', body: { part: 'story', seen: { state: 'hidden' } } });
  });

  it('offer no act that the server does not list', async () => {
    const { find } = await openHanging({ stars: [makeStar({ can: [] })] });
    expect(find('.case-act')).to.equal(undefined);
    expect(find('button', '收起其中一处')).to.equal(undefined);
  });
});

for (const mode of ['normal', 'elder']) {
  it(`a nomination in hand is accessible: ${mode}`, async () => {
    const { desk } = await openStars({ all: [numbered()], mode });
    await expect(desk).to.be.accessible();
  });
  it(`an answer on behalf is accessible: ${mode}`, async () => {
    const { desk, press } = await openStars({ all: [makeNomination({ status: 'asked', can: ['consent', 'decline'] })], mode });
    await press('问过了', '.chip');
    await press('TA 同意了');
    await expect(desk).to.be.accessible();
  });
}
