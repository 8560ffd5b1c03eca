import { FiveMicroError } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it } from 'vitest';
import { makeWish } from '../shared/testing/fake-client.ts';
import { heard, makeMe, onSecondPage, openForm, wanted } from './testing/open.ts';

const post = '交给社工';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

describe('the draft', () => {
  it('survives the form being opened anew, and says from when it is', async () => {
    const first = await openForm();
    first.choose('kind', 'service');
    first.type('#title', wanted);
    await waitUntil(() => first.texts('.draft').join().includes('草稿存在这台'));
    first.element.remove();
    const second = await openForm();
    await waitUntil(() => second.texts('.draft').join().includes('接着上次的写'));
    expect(second.one<HTMLTextAreaElement>('#title').value).to.equal(wanted);
    expect(second.one<HTMLInputElement>('input[value=service]').checked).to.equal(true);
    second.press('重新写');
    await waitUntil(() => second.one<HTMLTextAreaElement>('#title').value === '');
    expect(localStorage.length).to.equal(0);
  });

  it('belongs to who wrote it', async () => {
    const mine = await openForm();
    mine.type('#title', wanted);
    mine.element.remove();
    const other = await openForm({ as: makeMe({ id: 'member-2' }) });
    expect(other.one<HTMLTextAreaElement>('#title').value).to.equal('');
  });

  it('is gone once the wish is handed in', async () => {
    const { press, texts } = await onSecondPage();
    expect(localStorage.length).to.equal(1);
    press(post);
    await waitUntil(() => texts('#done').length);
    expect(localStorage.length).to.equal(0);
  });

  it('is kept when handing in fails, which says whether anything was saved', async () => {
    const failed = await onSecondPage({
      wishes: {
        post: () =>
          Promise.reject(
            new FiveMicroError('server.failed', { status: 500, requestId: 'req-9', message: '服务器出了点问题，没有存上。' }),
          ),
      },
    });
    failed.press(post);
    await waitUntil(() => failed.texts('.calm').length);
    expect(failed.texts('.calm').join()).to.contain('你的心愿没有存上').and.to.contain('没有丢').and.to.contain('req-9');
    expect(localStorage.length).to.equal(1);
    failed.press('回去看看草稿');
    await waitUntil(() => failed.maybe('#phone'));
    const unknown = await onSecondPage({
      wishes: { post: () => Promise.reject(new FiveMicroError('network.timeout', { saved: 'unknown' })) },
    });
    unknown.press(post);
    await waitUntil(() => unknown.texts('.calm').join().includes('不确定有没有存上'));
  });
});

describe('what the server says', () => {
  it('of a field stands at the field, on its own page', async () => {
    const { press, texts, maybe } = await onSecondPage({
      wishes: {
        post: () =>
          Promise.reject(
            new FiveMicroError('request.invalid', {
              status: 422,
              fields: [{ path: 'title', code: 'too-short', message: '再写几个字。' }],
            }),
          ),
      },
    });
    press(post);
    await waitUntil(() => texts('#title-error').join() === '再写几个字。');
    expect(maybe('.calm')).to.equal(undefined);
  });

  it('is asked again under the same key after an answer got lost', async () => {
    const keys: unknown[] = [];
    const { press, texts, button } = await onSecondPage({
      wishes: {
        post: async (body, _at, options) => {
          keys.push(options?.idempotencyKey);
          if (keys.length === 1) throw new FiveMicroError('network.timeout', { saved: 'unknown' });
          return makeWish({ title: body.title });
        },
      },
    });
    press(post);
    await waitUntil(() => button('再试一次'));
    press('再试一次');
    await waitUntil(() => texts('#done').length);
    expect(keys[0]).to.equal(keys[1]);
  });
});

describe('signing in', () => {
  it('is asked for when it is handed in, which then happens by itself', async () => {
    const { client, calls, press, texts, element } = await onSecondPage({ session: 'signed-out' });
    const asked = heard(element, 'fm-login-required');
    press(post);
    await asked;
    await waitUntil(() => texts('.ask').join().includes('登录一下'));
    client.become('signed-in');
    await waitUntil(() => calls.length);
    expect(calls[0]?.[0]).to.equal('post');
  });
});
