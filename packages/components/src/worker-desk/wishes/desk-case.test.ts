import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeClaim, makeWish } from '../../shared/testing/fake-client.ts';
import { heard, lamp, quilt, setUp, stick, submitted } from '../testing/set-up.ts';

describe('checking wishes', () => {
  it('shows the one that waited longest, with what should not be public marked', async () => {
    const { current, queue, inCase, root } = await setUp();
    expect(queue()).to.deep.equal([lamp.title, stick.title, quilt.title]);
    expect(current()).to.equal(lamp.title);
    expect([...(inCase()?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).to.deep.equal([
      '13912342046',
      '12幢402',
    ]);
    expect(root()?.querySelector('.head p')?.textContent).to.equal('早上好，小吴。有 3 个心愿等着看');
  });

  it.each([
    ['2026-11-29T18:10:00Z', '夜深了，小吴'],
    ['2026-11-29T21:55:00Z', '早上好，小吴'],
    ['2026-11-30T11:00:00Z', '晚上好，小吴'],
  ])('greets at %s by the hour in Nanjing: %s', async (now, words) => {
    const { desk, root } = await setUp();
    desk.now = () => Date.parse(now);
    await desk.updateComplete;
    expect(root()?.querySelector('.head p')?.textContent).to.contain(words);
  });

  it('publishes with the category that was set and with numbers masked, says so, and goes on to the next', async () => {
    const { calls, press, current, told, queue, desk } = await setUp();
    await press('修修补补');
    const changed = heard(desk, 'fm-wish-changed');
    await press('贴上墙');
    expect((await changed).act).to.equal('publish');
    await waitUntil(() => current() === stick.title);
    expect(calls).to.deep.equal([
      {
        verb: 'publish',
        id: lamp.id,
        body: { category: 'repair', story: '打 139****2046 找我，我在（门牌不公开）。', seen: lamp.updatedAt },
      },
    ]);
    expect(told()).to.equal(`贴上墙了。下一个：${stick.title}`);
    expect(queue()).to.deep.equal([stick.title, quilt.title]);
  });

  it('publishes what the worker wrote instead, and nothing that was not changed', async () => {
    const { calls, press, write, current } = await setUp();
    await press('改文字');
    await write('title', '三楼走道的灯坏了，请人换一根');
    await write('story', '灯管我买好了。');
    await press('贴上墙');
    await waitUntil(() => current() === stick.title);
    await press('贴上墙');
    await waitUntil(() => current() === quilt.title);
    expect(calls.map(({ body }) => body)).to.deep.equal([
      { title: '三楼走道的灯坏了，请人换一根', story: '灯管我买好了。', seen: lamp.updatedAt },
      { seen: stick.updatedAt },
    ]);
  });

  it('shows how it would hang there, goes back to the original words, and takes the masked ones again by one press', async () => {
    const { press, inCase, calls } = await setUp();
    const look = () => inCase()?.querySelector('.look')?.textContent;
    const story = () => inCase()?.querySelector<HTMLTextAreaElement>('#story')?.value;
    expect(look()).to.contain('文字里有电话、门牌').and.to.contain('会贴成：').and.to.contain('139****2046');
    await press('改文字');
    expect(story()).to.contain('139****2046');
    await press('用回原文');
    expect(story()).to.equal(lamp.story);
    expect(look()).to.contain('照现在的写法，大家都看得到');
    await press('用遮好的');
    expect(story()).to.contain('139****2046');
    expect(look()).not.to.contain('大家都看得到。');
    await press('用回原文');
    await press('贴上墙');
    await waitUntil(() => calls.length > 0);
    expect(calls[0]?.body).to.deep.equal({ seen: lamp.updatedAt });
  });

  it('names what was found for ears that do not hear marks', async () => {
    const { inCase } = await setUp();
    expect(inCase()?.querySelector('.said')?.textContent).to.contain('13912342046（电话）').and.to.contain('12幢402（门牌）');
  });

  it('lets a worker change the place, also take it away', async () => {
    const wish = submitted({ title: '修修纱窗', place: '12 幢 402' });
    const { calls, press, write } = await setUp({ queues: { submitted: [wish] } });
    await press('改文字');
    await write('place', ' ');
    await press('贴上墙');
    await waitUntil(() => calls.length > 0);
    expect(calls[0]?.body).to.deep.equal({ place: null, seen: wish.updatedAt });
  });

  it('shows the fresh words when the wisher changed them meanwhile, and says so', async () => {
    const { press, all, inCase, current, queue } = await setUp({
      wishes: {
        publish: async () => {
          all.set(lamp.id, { ...lamp, title: '四楼走道的灯坏了', screening: [], updatedAt: '2026-11-23T02:31:00.000Z' });
          throw new FiveMicroError('wish.state', { message: '这个心愿现在不能这样办', status: 409 });
        },
      },
    });
    await press('改文字');
    await press('贴上墙');
    await waitUntil(() => current() === '四楼走道的灯坏了');
    expect(inCase()?.querySelector('.gone')?.textContent).to.contain('TA 刚刚改过');
    expect(inCase()?.querySelector('.field-error')).to.equal(null);
    expect(inCase()?.querySelector('#title')).to.equal(null);
    expect(inCase()?.querySelector('.case-act .primary')).not.to.equal(null);
    expect(queue().length).to.equal(3);
  });

  it('says that a helper’s words are not public yet', async () => {
    const claim = makeClaim({ state: 'done', note: '打 13912342046' });
    const done = makeWish({
      status: 'fulfilled',
      can: ['close', 'contact'],
      claims: [claim],
      withheld: [{ part: 'note', claim: claim.id, state: 'held' }],
    });
    const { press, root, inCase } = await setUp({ queues: { fulfilled: [done] } });
    await press('等回访', root());
    expect(inCase()?.querySelector('.helper')?.textContent).to.contain('这段话还没公开');
  });

  it('does not send a wish back without a reason', async () => {
    const { calls, press, write, inCase, current } = await setUp();
    await press('退回补充');
    expect(calls).to.deep.equal([]);
    expect(inCase()?.querySelector('#reason-error')?.textContent).to.equal('写一句再退回，TA 才知道补什么。');
    expect(inCase()?.activeElement?.id).to.equal('reason');
    await press('想再问清楚一点');
    await write('reason', '想再问清楚一点：灯管是长条的还是圆的？');
    await press('退回补充');
    await waitUntil(() => current() === stick.title);
    expect(calls).to.deep.equal([
      { verb: 'decline', id: lamp.id, body: { reason: '想再问清楚一点：灯管是长条的还是圆的？', seen: lamp.updatedAt } },
    ]);
  });

  it('merges into a wish that is likely the same, and proposes no other', async () => {
    const same = makeWish({ title: '12 幢三楼走道的灯不亮' });
    const other = makeWish({ title: '想要一台血糖仪' });
    const { calls, press, current, inCase } = await setUp({ queues: { submitted: [lamp, stick], found: [same, other] } });
    const proposals = () => inCase()?.querySelector('fm-desk-same')?.shadowRoot;
    await waitUntil(() => proposals()?.querySelector('li'));
    expect(proposals()?.querySelectorAll('li').length).to.equal(1);
    await press('合并过去', proposals());
    await waitUntil(() => current() === stick.title);
    expect(calls).to.deep.equal([{ verb: 'merge', id: lamp.id, body: { into: same.id, seen: lamp.updatedAt } }]);
  });

  it('shows name and phone only when asked, because each look is logged', async () => {
    let looks = 0;
    const { press, inCase } = await setUp({
      wishes: {
        contact: async () => {
          looks++;
          return { name: '李秀兰', phone: '139 1234 2046', address: null };
        },
      },
    });
    expect(looks).to.equal(0);
    await press('看全名和电话');
    await waitUntil(() => inCase()?.querySelector('.facts'));
    expect(looks).to.equal(1);
    expect(inCase()?.querySelector('.facts')?.textContent).to.contain('李秀兰');
    expect(inCase()?.querySelector<HTMLAnchorElement>('.facts a')?.getAttribute('href')).to.equal('tel:13912342046');
  });

  it('says that nothing was saved when publishing fails, and stays', async () => {
    const { press, inCase, current, queue } = await setUp({
      wishes: { publish: () => Promise.reject(new FiveMicroError('network.offline')) },
    });
    await press('贴上墙');
    await waitUntil(() => inCase()?.querySelector('[role=alert]'));
    expect(inCase()?.querySelector('[role=alert]')?.textContent).to.contain('没有连上网。').and.to.contain('没有存上');
    expect(current()).to.equal(lamp.title);
    expect(queue().length).to.equal(3);
  });

  it('keeps the case in sight but without acts when a colleague was quicker', async () => {
    const { all, client, inCase, current, press } = await setUp();
    all.delete(lamp.id);
    client.emit({ type: 'wish.published', id: lamp.id, area: 'yikang' });
    await waitUntil(() => inCase()?.querySelector('.gone'));
    expect(current()).to.equal(lamp.title);
    expect(inCase()?.querySelector('.case-act .primary')).to.equal(null);
    await press('看下一个');
    await waitUntil(() => current() === stick.title);
  });

  it('hears of new wishes and counts them', async () => {
    const { all, client, queue, root } = await setUp();
    const fresh = submitted({ title: '借一架梯子' });
    all.set(fresh.id, fresh);
    client.emit({ type: 'wish.submitted', id: fresh.id, area: 'yikang' });
    await waitUntil(() => queue().length === 4);
    expect(root()?.querySelector('#tab-submitted .num')?.textContent).to.equal('4');
    expect([...(root()?.querySelectorAll('[role=status]') ?? [])].map((one) => one.textContent).join()).to.contain(
      '又有 1 个心愿交来了',
    );
  });

  it('shows no act that the server does not list', async () => {
    const { inCase } = await setUp({ queues: { submitted: [submitted({ can: ['decline'] })] } });
    const text = inCase()?.querySelector('.case-act')?.textContent ?? '';
    expect(text).to.contain('退回补充').and.not.to.contain('贴上墙');
    expect(inCase()?.querySelector('.look, fm-desk-same, .who .btn')).to.equal(null);
  });
});
