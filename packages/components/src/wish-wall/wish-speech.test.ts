import type { Wish } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { makeClaim } from '../shared/testing/fake-client.ts';
import { all, expectTargets, focused, openDetail, type OpenOptions, risen } from './testing/open.ts';
import { FmWishModerate } from './wish-moderate.ts';

const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const picture = (id: string, shown = true) => ({ id, url: dot, width: 4, height: 3, public: shown });
const claim = makeClaim({
  id: 'claim-1',
  name: '怡康第二党支部',
  state: 'done',
  note: '换好了，亮堂。',
  photos: [picture('help-1')],
});
const told: Partial<Wish> = {
  status: 'confirmed',
  can: ['report'],
  story: '住四楼。',
  photos: [picture('own-1')],
  claims: [claim],
  confirmation: { rating: 5, thanks: '谢谢你们', at: '2026-11-20T00:00:00.000Z' },
};

async function open(options: OpenOptions, nth = 0) {
  const opened = await openDetail(options);
  const flags = () => all(opened.element, '.flag');
  // By a real press: the keyboard comes back to what was pressed, and Escape closes one sheet at a time.
  const flag = flags()[nth];
  if (flag) await userEvent.click(flag);
  const sheet =
    options.wish?.can?.includes('hide') || options.wish?.can?.includes('show') ? 'fm-wish-moderate' : 'fm-wish-report';
  await waitUntil(() => opened.maybe(sheet) && all(opened.one(sheet), 'form').length, 'the sheet did not open');
  return { ...opened, flags, sheet: opened.one(sheet) };
}

describe('someone who finds words or a picture wrong', () => {
  it('finds a quiet way to say so beside everything that a stranger reads', async () => {
    const { texts } = await openDetail({ wish: told });
    expect(texts('.flag')).to.deep.equal(['这段话不合适？', '这段话不合适？', '这段话不合适？']);
    const closed = await openDetail({
      wish: { ...told, story: '', confirmation: null, closing: { note: '看过', at: '2026-11-20T00:00:00.000Z' } },
    });
    expect(closed.texts('.flag')).to.have.length(3);
    const alone = await openDetail({ wish: { ...told, claims: [{ ...claim, note: '' }], confirmation: null } });
    expect(alone.texts('.flag').at(-1)).to.equal('这张照片不合适？');
  });

  it('finds none beside their own words, nor where the server offers none', async () => {
    const own = await openDetail({ wish: { ...told, mine: true } });
    expect(own.texts('.flag')).to.have.length(1);
    const helper = await openDetail({ wish: { ...told, claims: [{ ...claim, mine: true }] } });
    expect(helper.texts('.flag')).to.have.length(2);
    const none = await openDetail({ wish: { ...told, can: [] } });
    expect(none.texts('.flag')).to.be.empty;
  });

  it('says which part and why, is told what happens next, and is back where they were', async () => {
    const { sheet, choose, type, press, calls, texts, flags, maybe } = await open({ wish: told, after: { can: ['report'] } });
    expect(all(sheet, 'input[name=part]').map((input) => input.getAttribute('value'))).to.deep.equal(['title', 'story', 'own-1']);
    choose('part', 'story');
    choose('reason', 'private');
    type('#words', ' 写了我家的门牌 ');
    press('告诉社工');
    await waitUntil(() => texts('#told').join().includes('社工会来看，谢谢你说一声'));
    expect(calls).to.deep.equal([['report', 'wish-1', { part: 'story', reason: 'private', words: '写了我家的门牌' }]]);
    expect(focused()?.id).to.equal('told');
    press('好的');
    await waitUntil(() => !maybe('fm-wish-report'));
    expect(maybe('.wish'), 'the wish stays open').to.exist;
    await waitUntil(() => focused() === flags()[0]);
  });

  it('names the claim of a note, and a picture by its id alone', async () => {
    const note = await open({ wish: told }, 1);
    note.choose('reason', 'rude');
    note.press('告诉社工');
    await waitUntil(() => note.calls.length);
    expect(note.calls).to.deep.equal([['report', 'wish-1', { part: 'note', claim: 'claim-1', reason: 'rude' }]]);
    const photo = await open({ wish: told }, 1);
    photo.choose('part', 'help-1');
    photo.choose('reason', 'unsafe');
    photo.press('告诉社工');
    await waitUntil(() => photo.calls.length);
    expect(photo.calls).to.deep.equal([['report', 'wish-1', { part: 'photo', photo: 'help-1', reason: 'unsafe' }]]);
  });

  it('is asked for a reason before anything is sent', async () => {
    const { press, calls, texts, sheet } = await open({ wish: told });
    press('告诉社工');
    await waitUntil(() => texts('#reason-error').length);
    expect(calls).to.be.empty;
    expect(all(sheet, 'fieldset#reason')[0]?.contains(focused())).to.equal(true);
  });

  it('signs in first where they are not, and need not write it again', async () => {
    const { press, choose, calls, client, texts, element } = await open({ wish: told, session: 'signed-out' });
    choose('reason', 'untrue');
    let asked = '';
    element.addEventListener('fm-login-required', ({ act }) => {
      asked = act;
    });
    press('告诉社工');
    await waitUntil(() => texts('.ask').join().includes('登录一下，接着说'));
    expect(asked).to.equal('report');
    expect(calls).to.be.empty;
    client.become('signed-in');
    await waitUntil(() => texts('#told').length);
    expect(calls[0]?.[2]).to.include({ reason: 'untrue' });
  });

  it('leaves by Escape with nothing sent, and the wish stays', async () => {
    const { calls, maybe, element } = await open({ wish: told });
    let closed = 0;
    element.addEventListener('fm-sheet-close', () => {
      closed++;
    });
    await userEvent.keyboard('{Escape}');
    await waitUntil(() => !maybe('fm-wish-report'));
    expect([calls, closed]).to.deep.equal([[], 0]);
  });
});

describe('a worker', () => {
  const seen: Partial<Wish> = { ...told, can: ['report', 'hide', 'show'] };

  it('puts a part away, with a reason that is needed', async () => {
    const { press, type, calls, texts, maybe, choose } = await open({ wish: { ...seen, title: '写了 13912342046' } });
    choose('part', 'title');
    press('收起来，告诉 TA');
    await waitUntil(() => texts('#reason-error').length);
    expect(calls).to.be.empty;
    type('#reason', '写了别人的电话');
    press('收起来，告诉 TA');
    await waitUntil(() => !maybe('fm-wish-moderate'));
    expect(calls).to.deep.equal([
      ['hide', 'wish-1', { part: 'title', seen: { words: '写了 13912342046' }, reason: '写了别人的电话' }],
    ]);
    expect(texts('.notice')).to.deep.equal(['收起来了，也会告诉写的人。']);
  });

  it('shows what is held as it was written, or in other words', async () => {
    const read = { words: '换好了，亮堂。' };
    const held = { ...seen, withheld: [{ part: 'note', claim: 'claim-1', state: 'held' }] };
    const plain = await open({ wish: held }, 1);
    await waitUntil(() => plain.texts('.now').join().includes('社工看过才贴出来'));
    plain.choose('deed', 'show');
    await waitUntil(() => plain.button('给大家看'));
    plain.press('给大家看');
    await waitUntil(() => plain.calls.length);
    expect(plain.calls).to.deep.equal([['show', 'wish-1', { part: 'note', claim: 'claim-1', seen: read }]]);
    const other = await open({ wish: held }, 1);
    other.choose('deed', 'show');
    await waitUntil(() => other.maybe('#wording'));
    expect(other.one<HTMLTextAreaElement>('#wording').value).to.equal('换好了，亮堂。');
    other.type('#wording', '换好了。');
    other.press('给大家看');
    await waitUntil(() => other.calls.length);
    expect(other.calls).to.deep.equal([['show', 'wish-1', { part: 'note', claim: 'claim-1', seen: read, wording: '换好了。' }]]);
  });

  it('decides about the words they read when they began to write, and about no other part', async () => {
    const { press, type, calls, sheet } = await open({ wish: { ...seen, title: '一盏灯', story: '打 13912342046 找我' } });
    type('#reason', '写了电话');
    const before = sheet instanceof FmWishModerate ? sheet.wish : undefined;
    Object.assign(sheet, { wish: { ...before, title: '一盏灯，要很亮很亮很亮很亮很亮很亮的', story: '打电话' } });
    press('收起来，告诉 TA');
    await waitUntil(() => calls.length);
    expect(calls[0]?.[2]).to.deep.equal({ part: 'story', seen: { words: '打 13912342046 找我' }, reason: '写了电话' });
  });

  it('is offered what makes sense for the part as it stands, and is allowed', async () => {
    const hidden = await open({ wish: { ...seen, withheld: [{ part: 'thanks', claim: null, state: 'hidden' }] } }, 2);
    expect(hidden.button('给大家看')).to.exist;
    expect(hidden.maybe('#reason')).to.equal(undefined);
    const only = await open(
      { wish: { ...seen, can: ['hide'], withheld: [{ part: 'thanks', claim: null, state: 'reported' }] } },
      2,
    );
    expect(only.button('收起来，告诉 TA')).to.exist;
    expect(only.maybe('input[name=deed]')).to.equal(undefined);
  });
});

describe('for everyone', () => {
  it.each([
    ['a report', 'normal', ['report']],
    ['a report', 'elder', ['report']],
    ['a decision', 'normal', ['hide', 'show']],
    ['a decision', 'elder', ['hide', 'show']],
  ] as const)('%s is accessible in %s mode', async (_name, mode, can) => {
    const { element, sheet } = await open({
      mode,
      wish: { ...told, can: [...can], withheld: [{ part: 'story', claim: null, state: 'held' }] },
    });
    await risen(element);
    await expect(sheet).to.be.accessible();
    expectTargets(sheet, mode === 'elder' ? 60 : 44);
  });
});
