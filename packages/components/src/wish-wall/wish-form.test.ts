import { expect, waitUntil } from '@open-wc/testing';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { isoDay } from '../shared/format.ts';
import { expectTargets, focused, heard, makeMe, onSecondPage, openForm, risen, wanted } from './testing/open.ts';
import { addDays } from './wish-days.ts';

const today = isoDay(Date.now());
const next = '下一步：电话和照片';
const post = '交给社工';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

describe('writing a wish', () => {
  it('fits a phone on which WeChat makes the letters of the elder mode bigger still', async () => {
    const { element, maybe, press, choose, type } = await openForm({ mode: 'elder' });
    choose('kind', 'item');
    type('#title', wanted);
    press(next);
    await waitUntil(() => maybe('#phone'));
    // 18 px, 1.4 times, and 1.4 times again.
    element.style.setProperty('--fm-size', '35px');
    await element.updateComplete;
    const form = maybe('#phone')?.closest('form');
    const room = form?.parentElement?.clientWidth ?? 0;
    expect(room).to.be.within(250, 440);
    const wide = [...(form?.querySelectorAll('.input') ?? [])].filter((box) => box.clientWidth > room);
    expect(wide.map((box) => box.innerHTML)).to.deep.equal([]);
  });

  it('asks four things, then the rest, and sends exactly that', async () => {
    const { calls, choose, type, press, maybe, element, texts } = await openForm();
    choose('kind', 'company');
    type('#title', `  ${wanted}  `);
    choose('relation', 'family');
    await waitUntil(() => maybe('#name'));
    type('#name', '李桂芳');
    choose('wantedBy', 'day');
    press(next);
    await waitUntil(() => maybe('#phone'));
    expect(texts('#step')).to.deep.equal(['第 2 步，共 2 步']);
    await waitUntil(() => focused()?.id === 'head');
    type('#story', '晚上要摸黑。');
    type('#place', '12 幢');
    type('#phone', '138 1234 5678');
    type('#address', '12 幢 402');
    press('+');
    const posted = heard(element, 'fm-wish-posted');
    press(post);
    expect((await posted).wish.status).to.equal('submitted');
    expect(calls).to.deep.equal([
      [
        'post',
        {
          title: wanted,
          kind: 'company',
          forWhom: { relation: 'family', name: '李桂芳' },
          story: '晚上要摸黑。',
          place: '12 幢',
          wantedBy: addDays(today, 7),
          contact: { phone: '138 1234 5678', address: '12 幢 402' },
          claimersWanted: 2,
        },
      ],
    ]);
    await waitUntil(() => texts('#done').join() === '交给社工了');
    expect(texts('.done .tag')).to.deep.equal(['等社工看一看']);
    await waitUntil(() => focused()?.id === 'done');
  });

  it('sends no more than was written', async () => {
    const { calls, press } = await onSecondPage();
    press(post);
    await waitUntil(() => calls.length);
    expect(calls).to.deep.equal([['post', { title: wanted, kind: 'service', forWhom: { relation: 'self' } }]]);
  });

  it('says at each field what is missing, and puts the keyboard at the first', async () => {
    const { press, texts, one, maybe } = await openForm();
    press(next);
    await waitUntil(() => texts('.field-error').length === 2);
    expect(texts('.field-error')).to.deep.equal(['选一种帮忙。', '再写几个字，说清楚要什么。']);
    expect(one('#title').getAttribute('aria-describedby')).to.contain('title-error');
    await waitUntil(() => focused() === one('input[name=kind]'));
    expect(maybe('#phone')).to.equal(undefined);
  });

  it('counts as a reader does: 𠮷 is one, and so is 👨‍👩‍👧', async () => {
    const { type, texts, choose, press, maybe } = await openForm();
    type('#title', '𠮷👨‍👩‍👧a');
    await waitUntil(() => texts('.count').join() === '3 / 60');
    choose('kind', 'item');
    type('#title', '👨‍👩‍👧'.repeat(61));
    press(next);
    await waitUntil(() => texts('#title-error').join() === '写得长了一点，最多 60 个字。');
    type('#title', '👨‍👩‍👧'.repeat(60));
    press(next);
    await waitUntil(() => maybe('#phone'));
  });

  it('is never sent by Enter in a field', async () => {
    const { calls, one, maybe } = await onSecondPage();
    one('#phone').focus();
    await userEvent.keyboard('13812345678{Enter}');
    expect(calls).to.be.empty;
    expect(maybe('#phone')).to.exist;
  });

  it('lets another day be chosen, not one that has passed', async () => {
    const { choose, type, press, maybe, texts } = await openForm();
    choose('kind', 'item');
    type('#title', wanted);
    choose('wantedBy', 'pick');
    await waitUntil(() => maybe('#wantedDay'));
    press(next);
    await waitUntil(() => texts('#wantedDay-error').join().includes('选一天'));
    type('#wantedDay', addDays(today, -1));
    press(next);
    await waitUntil(() => texts('#wantedDay-error').join().includes('过了'));
    type('#wantedDay', addDays(today, 30));
    press(next);
    await waitUntil(() => maybe('#phone'));
  });
});

describe('what others will see', () => {
  it('is nobody’s name as long as one has not agreed', async () => {
    const { texts, choose, maybe } = await openForm();
    expect(texts('.public dd')[0]).to.equal('心愿这句话、类别、一位邻居、怡康社区');
    choose('relation', 'family');
    await waitUntil(() => maybe('#name'));
    expect(texts('#name-hint').join()).to.contain('不写名字');
  });

  it('is the masked name where one has, and what is written so far', async () => {
    const me = makeMe();
    const { texts, choose, type, maybe } = await openForm({ as: { ...me, consents: { ...me.consents, wishAuthor: true } } });
    expect(texts('.public dd')[0]).to.equal('心愿这句话、类别、张**、怡康社区');
    choose('relation', 'family');
    await waitUntil(() => maybe('#name'));
    type('#name', '欧阳某某');
    await waitUntil(() => texts('#name-hint').join() === '墙上只写“欧阳**”。');
    expect(texts('.preview .who').join()).to.contain('欧阳**');
  });
});

describe('changing a wish', () => {
  it('sends only what was changed, and leaves a masked name alone', async () => {
    const { calls, type, press, maybe, element, one } = await openForm({
      editing: {
        story: '旧的',
        forWhom: { relation: 'family', name: '李**' },
        wantedBy: '2026-12-01T15:59:59.000Z',
        place: '12 幢',
      },
    });
    expect(one<HTMLInputElement>('#name').value).to.equal('');
    press(next);
    await waitUntil(() => maybe('#place'));
    type('#place', '');
    const changed = heard(element, 'fm-wish-changed');
    press('改好了，交给社工');
    expect((await changed).act).to.equal('edit');
    expect(calls).to.deep.equal([['edit', 'wish-1', { place: null }]]);
  });
});

describe('a worker who writes it down', () => {
  it('does so on behalf of someone, who is named in the title and in the request', async () => {
    const { calls, press, texts } = await onSecondPage({ onBehalfOf: { memberId: 'member-9', name: '李桂芳' } });
    expect(texts('#head')).to.deep.equal(['替李桂芳许个心愿']);
    press(post);
    await waitUntil(() => calls.length);
    expect(calls[0]?.[1]).to.deep.include({ onBehalfOf: { memberId: 'member-9' } });
  });
});

describe('for everyone', () => {
  for (const mode of ['normal', 'elder'] as const) {
    it(`both pages are accessible in ${mode} mode`, async () => {
      const { element, press, choose, type, maybe } = await openForm({ mode });
      await risen(element);
      press(next);
      await waitUntil(() => maybe('#title-error'));
      await expect(element).to.be.accessible();
      expectTargets(element, mode === 'elder' ? 60 : 44);
      choose('kind', 'item');
      type('#title', wanted);
      press(next);
      await waitUntil(() => maybe('#phone'));
      await expect(element).to.be.accessible();
      expectTargets(element, mode === 'elder' ? 60 : 44);
    });
  }

  it('speaks English', async () => {
    const { texts } = await openForm({ lang: 'en' });
    expect(texts('#head')).to.deep.equal(['Make a wish']);
  });
});
