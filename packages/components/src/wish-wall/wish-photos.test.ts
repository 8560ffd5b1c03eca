import { FiveMicroError } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { onSecondPage, type openForm } from './testing/open.ts';

const post = '交给社工';

afterEach(() => localStorage.clear());

describe('pictures', () => {
  const choose = (form: Awaited<ReturnType<typeof openForm>>, count: number) => {
    const picker = form.one<HTMLElementTagNameMap['fm-wish-photos']>('fm-wish-photos');
    picker.scaleDown = async (file) => file;
    const files = new DataTransfer();
    for (let i = 0; i < count; i++) files.items.add(new File([`${i}`], `${i}.jpg`, { type: 'image/jpeg' }));
    const input = form.one<HTMLInputElement>('input[type=file]');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  };

  it('are sent one by one, four at most, and can be taken out again', async () => {
    let sent = 0;
    const form = await onSecondPage({
      uploads: { post: async () => ({ id: `up-${++sent}`, url: 'data:,', width: 1, height: 1 }) },
    });
    choose(form, 5);
    await waitUntil(() => sent === 4);
    await waitUntil(() => form.texts('.thumbs figcaption').filter((text) => text === '传好了').length === 4);
    expect(form.texts('.field-error').join()).to.contain('最多 4 张');
    form.one('[aria-label="去掉第 2 张"]').click();
    await waitUntil(() => form.maybe('input[type=file]'));
    form.press(post);
    await waitUntil(() => form.calls.length);
    expect(form.calls[0]?.[1]).to.deep.include({ photos: ['up-1', 'up-3', 'up-4'] });
  });

  it('that did not arrive hold the wish back until they are sent again or taken out', async () => {
    let fails = true;
    const form = await onSecondPage({
      uploads: {
        post: async () => {
          if (fails) throw new FiveMicroError('network.unreachable');
          return { id: 'up-1', url: 'data:,', width: 1, height: 1 };
        },
      },
    });
    choose(form, 1);
    await waitUntil(() => form.button('再传一次'));
    form.press(post);
    await waitUntil(() => form.texts('.field-error').join().includes('没传上'));
    expect(form.calls).to.be.empty;
    fails = false;
    form.press('再传一次');
    await waitUntil(() => form.texts('.thumbs figcaption').join() === '传好了');
    form.press(post);
    await waitUntil(() => form.calls.length);
  });
});
