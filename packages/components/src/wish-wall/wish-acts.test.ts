import { expect, waitUntil } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { describe, it } from 'vitest';
import { isoDay } from '../shared/format.ts';
import { makeClaim, makeWish } from '../shared/testing/fake-client.ts';
import { heard, openDetail, refusal } from './testing/open.ts';
import { addDays } from './wish-days.ts';

const today = isoDay(Date.now());

describe('helping', () => {
  const helping = {
    status: 'claimed' as const,
    can: ['contact', 'fulfil', 'extend', 'release'],
    claims: [makeClaim({ mine: true, name: '张**' })],
  };

  it('shows phone and address only when asked for, the phone to be called', async () => {
    const { calls, press, maybe, one, texts } = await openDetail({ wish: helping });
    expect(maybe('a[href^="tel:"]')).to.equal(undefined);
    expect(calls).to.be.empty;
    press('看电话和门牌');
    await waitUntil(() => maybe('a[href^="tel:"]'));
    expect(calls).to.deep.equal([['contact', 'wish-1']]);
    expect(one<HTMLAnchorElement>('a[href^="tel:"]').href).to.equal('tel:13812345678');
    expect(texts('dd')).to.include('12 幢 402');
  });

  it('reports it done with words, which are needed, and pictures', async () => {
    const { calls, press, type, one, maybe, element, texts } = await openDetail({
      wish: helping,
      uploads: { post: async () => ({ id: 'upload-1', url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', width: 1, height: 1 }) },
    });
    press('帮好了');
    await waitUntil(() => maybe('#note'));
    press('告诉 TA 帮好了');
    await waitUntil(() => one('#note').getAttribute('aria-invalid') === 'true');
    expect(calls).to.be.empty;
    type('#note', ' 换好了 ');
    const picker = one<HTMLElementTagNameMap['fm-wish-photos']>('fm-wish-photos');
    picker.scaleDown = async (file) => file;
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'lamp.jpg', { type: 'image/jpeg' }));
    one<HTMLInputElement>('input[type=file]').files = files.files;
    one('input[type=file]').dispatchEvent(new Event('change'));
    await waitUntil(() => texts('figcaption').join() === '传好了');
    const changed = heard(element, 'fm-wish-changed');
    press('告诉 TA 帮好了');
    await changed;
    expect(calls).to.deep.equal([['fulfil', 'wish-1', { note: '换好了', photos: ['upload-1'] }]]);
  });

  it('moves the day, and puts it back on the wall after asking once', async () => {
    const first = await openDetail({ wish: helping });
    first.press('换个日子');
    await waitUntil(() => first.maybe('#dueAt'));
    first.type('#dueAt', addDays(today, 4));
    first.press('就这一天');
    await waitUntil(() => first.calls.length);
    expect(first.calls).to.deep.equal([['extend', 'wish-1', { dueAt: addDays(today, 4) }]]);
    const second = await openDetail({ wish: helping });
    second.press('放回墙上');
    await waitUntil(() => second.texts('.part').join().includes('没有关系'));
    expect(second.calls).to.be.empty;
    second.press('放回墙上');
    await waitUntil(() => second.calls.length);
    expect(second.calls).to.deep.equal([['release', 'wish-1', {}]]);
  });

  it('shows what the server says of a field at the field', async () => {
    const { press, maybe, type, texts } = await openDetail({
      wish: helping,
      wishes: {
        extend: refusal('request.invalid', {
          status: 422,
          fields: [{ path: 'dueAt', code: 'too-late', message: '太晚了，最晚到 11月30日。' }],
        }),
      },
    });
    press('换个日子');
    await waitUntil(() => maybe('#dueAt'));
    type('#dueAt', addDays(today, 2));
    press('就这一天');
    await waitUntil(() => texts('#dueAt-error').join() === '太晚了，最晚到 11月30日。');
    expect(texts('.trouble')).to.be.empty;
  });

  it('keeps what is typed while the wish changes around it', async () => {
    let can = helping.can;
    const { client, press, maybe, type, one } = await openDetail({
      wishes: { get: async () => makeWish({ id: 'wish-1', ...helping, can }) },
    });
    press('帮好了');
    await waitUntil(() => maybe('#note'));
    type('#note', '换到一半');
    can = ['fulfil'];
    client.emit({ type: 'resync' });
    await waitUntil(() => !maybe('fm-wish-contact'));
    expect(one<HTMLTextAreaElement>('#note').value).to.equal('换到一半');
  });
});

describe('the wisher', () => {
  const answered = {
    status: 'fulfilled' as const,
    mine: true,
    can: ['confirm', 'reopen'],
    claims: [makeClaim({ state: 'done', note: '换好了' })],
  };

  it('gives stars by keyboard and says thank you', async () => {
    const { calls, press, maybe, one, type, texts, element } = await openDetail({ wish: answered });
    press('好了，谢谢 TA');
    await waitUntil(() => maybe('#rating'));
    press('好了，谢谢 TA');
    await waitUntil(() => texts('#rating-error').length);
    expect(calls).to.be.empty;
    one('input[name=rating]').focus();
    await userEvent.keyboard(' {ArrowRight}{ArrowRight}{ArrowRight}');
    expect(one('input[name=rating]:checked').getAttribute('aria-label')).to.equal('4 颗星');
    type('#thanks', '灯亮了');
    const changed = heard(element, 'fm-wish-changed');
    press('好了，谢谢 TA');
    await changed;
    expect(calls).to.deep.equal([['confirm', 'wish-1', { rating: 4, thanks: '灯亮了' }]]);
  });

  it('says what is missing when it is not done', async () => {
    const { calls, press, maybe, type } = await openDetail({ wish: answered });
    press('还没好');
    await waitUntil(() => maybe('#reason'));
    type('#reason', '晚上又灭了');
    press('告诉 TA 还没好');
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal([['reopen', 'wish-1', { reason: '晚上又灭了' }]]);
  });

  it('takes a wish back after being asked once', async () => {
    const { calls, press, texts, button } = await openDetail({ wish: { mine: true, can: ['withdraw'] } });
    press('不要了');
    await waitUntil(() => texts('.part').join().includes('真的不要了？'));
    press('留着');
    await waitUntil(() => button('不要了'));
    expect(calls).to.be.empty;
    press('不要了');
    await waitUntil(() => button('不要了，取下来'));
    press('不要了，取下来');
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal([['withdraw', 'wish-1', {}]]);
  });

  it('reads why it was sent back, and changes it in place', async () => {
    const { calls, press, maybe, type, one, texts, element } = await openDetail({
      wish: { mine: true, status: 'declined', can: ['edit', 'withdraw'], reason: '请把门牌写到下面。' },
      after: { status: 'submitted', mine: true, can: ['edit'] },
    });
    expect(texts('.private').join()).to.contain('请把门牌写到下面。');
    press('改一改再交');
    await waitUntil(() => maybe('#title'));
    expect(one<HTMLTextAreaElement>('#title').value).to.contain('三楼走道');
    press('不改了');
    await waitUntil(() => !maybe('#title'));
    press('改一改再交');
    await waitUntil(() => maybe('#title'));
    type('#title', '想请人换根灯管');
    press('下一步：电话和照片');
    await waitUntil(() => maybe('#phone'));
    const changed = heard(element, 'fm-wish-changed');
    press('改好了，交给社工');
    expect((await changed).act).to.equal('edit');
    expect(calls).to.deep.equal([['edit', 'wish-1', { title: '想请人换根灯管' }]]);
    await waitUntil(() => texts('.notice').join() === '改好了，交给社工了。');
  });
});

describe('a social worker', () => {
  it('closes it after a visit, with a note', async () => {
    const { calls, press, maybe, type } = await openDetail({ wish: { status: 'fulfilled', can: ['close'] } });
    press('上门看过，办好了');
    await waitUntil(() => maybe('#note'));
    type('#note', '灯亮着');
    press('记下来，办好了');
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal([['close', 'wish-1', { note: '灯亮着' }]]);
  });
});
