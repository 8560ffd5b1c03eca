import { FiveMicroError } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import type { FiveMicroAdapter } from '../shared/adapter/adapter.ts';
import { withAdapter } from '../shared/testing/with-adapter.ts';
import { all, onSecondPage, type openForm } from './testing/open.ts';

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

describe('pictures from the picker of the app around', () => {
  const picture = () => new Blob(['x'], { type: 'image/jpeg' });
  const uploads = { post: async () => ({ id: 'up-1', url: 'data:,', width: 1, height: 1 }) };

  async function withPicker(chooseImage: FiveMicroAdapter['chooseImage']) {
    const form = await onSecondPage({ uploads });
    withAdapter(form.element, { ...(chooseImage && { chooseImage }) });
    await waitUntil(() => form.maybe('button.add'), 'the picker has no button');
    form.one<HTMLElementTagNameMap['fm-wish-photos']>('fm-wish-photos').scaleDown = async (file) => file;
    return form;
  }

  it('go the same way as any other, at most as many as there is room for', async () => {
    const asked: number[] = [];
    const form = await withPicker(async ({ most }) => {
      asked.push(most);
      return Array.from({ length: most + 1 }, picture);
    });
    await Promise.all(all(form.element, 'dialog').flatMap((dialog) => dialog.getAnimations().map(({ finished }) => finished)));
    await expect(form.element).to.be.accessible();
    form.one('button.add').click();
    await waitUntil(() => form.texts('.thumbs figcaption').filter((text) => text === '传好了').length === 4);
    expect(asked).to.deep.equal([4]);
    expect(form.texts('.field-error').join()).to.contain('最多 4 张');
    form.one('[aria-label="去掉第 2 张"]').click();
    await waitUntil(() => form.maybe('button.add:focus'));
    form.one('button.add').click();
    await waitUntil(() => asked.length === 2);
    expect(asked).to.deep.equal([4, 1]);
  });

  it('are none where somebody came back without one', async () => {
    let left = false;
    const form = await withPicker(async () => {
      left = true;
      return [];
    });
    form.one('button.add').click();
    await waitUntil(() => left);
    await form.element.updateComplete;
    expect(form.texts('.thumbs figcaption')).to.deep.equal([]);
    expect(form.texts('.field-error')).to.deep.equal([]);
  });

  it.each([
    ['a single one instead of a list', picture()],
    ['the app’s own names for them', ['weixin://resourceid/1']],
  ])('are said not to have come where the page gives %s', async (_what, given) => {
    const form = await withPicker(async () => given as unknown as Blob[]);
    form.one('button.add').click();
    await waitUntil(() => form.texts('.field-error').join().includes('没能打开相册'));
    expect(form.texts('.thumbs figcaption')).to.deep.equal([]);
  });

  it('can be asked for again where the picker did not open', async () => {
    let fails = true;
    const form = await withPicker(async () => {
      if (fails) throw new Error('chooseImage:fail');
      return [picture()];
    });
    form.one('button.add').click();
    await waitUntil(() => form.texts('.field-error').join().includes('没能打开相册'));
    fails = false;
    form.one('button.add').click();
    await waitUntil(() => form.texts('.thumbs figcaption').join() === '传好了');
    expect(form.texts('.field-error')).to.deep.equal([]);
  });
});
