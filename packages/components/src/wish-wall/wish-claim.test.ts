import { FiveMicroError } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { isoDay } from '../shared/format.ts';
import { makeClaim, makeWish } from '../shared/testing/fake-client.ts';
import { all, focused, heard, makeMe, openDetail, refusal } from './testing/open.ts';
import { addDays } from './wish-days.ts';

const today = isoDay(Date.now());

describe('claiming', () => {
  it('sends the day, in one’s own name or an organisation’s', async () => {
    const { calls, choose, press, texts, element } = await openDetail({
      as: makeMe({ organisations: [{ slug: 'branch-2', name: '怡康第二党支部' }] }),
    });
    await waitUntil(() => texts('.pick label').length === 2);
    expect(texts('.pick small')).to.deep.equal(['墙上写“张**”', '你是这里的联系人']);
    choose('as', 'branch-2');
    choose('when', 'tomorrow');
    const changed = heard(element, 'fm-wish-changed');
    press('我来帮 TA');
    expect((await changed).act).to.equal('claim');
    expect(calls).to.deep.equal([['claim', 'wish-1', { dueAt: addDays(today, 1), as: 'branch-2' }]]);
  });

  it('says that the wall will name nobody where that is what one decided', async () => {
    const me = makeMe();
    const { texts } = await openDetail({ as: { ...me, consents: { ...me.consents, helper: false } } });
    await waitUntil(() => texts('.pick label').length === 1);
    expect(texts('.pick small')).to.deep.equal(['墙上写“一位热心邻居”']);
  });

  it('lets a day be chosen within the lease, and says at the field where it is not', async () => {
    const { calls, choose, press, type, one, element } = await openDetail();
    choose('when', 'pick');
    await waitUntil(() => all(element, '#dueAt').length);
    const date = one<HTMLInputElement>('#dueAt');
    expect([date.min, date.max]).to.deep.equal([today, addDays(today, 7)]);
    press('我来帮 TA');
    await waitUntil(() => one('#dueAt').getAttribute('aria-invalid') === 'true');
    expect(one('#dueAt').getAttribute('aria-describedby')).to.contain('dueAt-error');
    await waitUntil(() => focused() === one('#dueAt'));
    expect(calls).to.be.empty;
    type('#dueAt', addDays(today, 3));
    press('我来帮 TA');
    await waitUntil(() => calls.length);
    expect(calls[0]).to.deep.equal(['claim', 'wish-1', { dueAt: addDays(today, 3) }]);
  });

  it('goes to the next box, says thank you and keeps the keyboard there', async () => {
    const { press, texts, button, element } = await openDetail({
      after: { status: 'claimed', can: ['fulfil'], claims: [makeClaim({ mine: true })] },
    });
    press('我来帮 TA');
    await waitUntil(() => button('帮好了'));
    expect(texts('.notice')).to.deep.equal(['说好了，谢谢你。']);
    await waitUntil(() => focused() === all(element, '.acts[tabindex]')[0]);
  });

  it('that comes second says who was first, kindly, and offers the others', async () => {
    let taken = false;
    const { press, texts, button, element } = await openDetail({
      wishes: {
        claim: () => {
          taken = true;
          return refusal('wish.already-claimed', { status: 409, params: { name: '陈**' } })();
        },
        get: async () => makeWish({ id: 'wish-1', ...(taken && { can: [], status: 'claimed', claims: [makeClaim()] }) }),
      },
    });
    press('我来帮 TA');
    await waitUntil(() => texts('.calm').join().includes('23 个'));
    expect(texts('.calm [role=heading]')).to.deep.equal(['陈**早了一步']);
    expect(button('我来帮 TA')).to.equal(undefined);
    const closed = heard(element, 'fm-sheet-close');
    press('看看别的');
    await closed;
  });

  it('that someone else does while it lies open is told too, instead of a box that is gone', async () => {
    let taken = false;
    const { client, texts } = await openDetail({
      wishes: {
        get: async () =>
          makeWish({ id: 'wish-1', ...(taken && { can: [], status: 'claimed', claims: [makeClaim({ name: '周**' })] }) }),
      },
    });
    taken = true;
    client.emit({ type: 'wish.claimed', id: 'wish-1', area: 'yikang' });
    await waitUntil(() => texts('.calm [role=heading]').join() === '周**早了一步');
  });

  it('asks a visitor to sign in, and then goes on with what was begun', async () => {
    const { calls, client, element, press, texts, choose } = await openDetail({ session: 'signed-out' });
    choose('when', 'tomorrow');
    const asked = heard(element, 'fm-login-required');
    press('我来帮 TA');
    expect((await asked).act).to.equal('claim');
    await waitUntil(() => texts('.ask [role=heading]').join() === '登录一下，接着帮 TA');
    expect(calls).to.be.empty;
    const again = heard(element, 'fm-login-required');
    press('去登录');
    await again;
    client.become('signed-in');
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal([['claim', 'wish-1', { dueAt: addDays(today, 1) }]]);
  });

  it('that failed says whether anything was saved, and can be tried again', async () => {
    let tries = 0;
    const keys: unknown[] = [];
    const { press, texts, button } = await openDetail({
      wishes: {
        claim: async (_id, _body, options) => {
          keys.push(options?.idempotencyKey);
          if (tries++ === 0) throw new FiveMicroError('network.timeout', { saved: 'unknown' });
          return makeWish({ id: 'wish-1', can: [] });
        },
      },
    });
    press('我来帮 TA');
    await waitUntil(() => texts('.trouble').length);
    expect(texts('.trouble').join()).to.contain('再试一次不会重复');
    press('我来帮 TA');
    await waitUntil(() => !button('我来帮 TA'));
    expect(keys[0]).to.equal(keys[1]);
  });

  it('can be where the keyboard is at once', async () => {
    const { element } = await openDetail({ intent: 'claim' });
    await waitUntil(() => focused() === all(element, 'form.box')[0]);
  });
});
