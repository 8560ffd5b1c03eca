import { expect, waitUntil } from '@open-wc/testing';
import { type Consents, FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { heard, off, setUp } from './testing/set-up.ts';

describe('what neighbours see of me', () => {
  it('is drawn both ways, and says which one holds now', async () => {
    const { consents, now } = await setUp();
    const item = consents()?.querySelector('li');
    expect(
      [...(item?.querySelectorAll('.look') ?? [])].map((look) => look.textContent.replace(/\s+/g, ' ').trim()),
    ).to.deep.equal(['关着，现在这样 为 一位邻居', '打开以后 为 张**']);
    expect(now('wishAuthor')).to.equal('关着，现在这样');
  });

  it('is saved at once, is not called saved before it is, and is told to the page', async () => {
    const bodies: unknown[] = [];
    let answer: (consents: Consents) => void = () => {};
    const { card, toggle, now } = await setUp({
      myself: {
        consents: (body) => {
          bodies.push(body);
          return new Promise((resolve) => {
            answer = resolve;
          });
        },
      },
    });
    const told = heard(card, 'fm-consents-changed');
    toggle('helper')?.click();
    await waitUntil(() => bodies.length === 1);
    expect(bodies).to.deep.equal([{ helper: true }]);
    expect(now('helper')).to.equal('正在存');
    answer({ ...off, helper: true });
    expect((await told).consents.helper).to.equal(true);
    await waitUntil(() => now('helper') === '开着，现在这样');
    expect(toggle('helper')?.checked).to.equal(true);
  });

  it('goes back and says so when it was not saved', async () => {
    const { toggle, now, consents } = await setUp({
      myself: { consents: () => Promise.reject(new FiveMicroError('network.offline')) },
    });
    toggle('photos')?.click();
    await waitUntil(() => consents()?.querySelector('.not-saved'));
    expect(toggle('photos')?.checked).to.equal(false);
    expect(now('photos')).to.equal('关着，现在这样');
    expect(consents()?.querySelector('#photos-problem')?.textContent).to.contain('没有存上，还是原来的样子。');
  });

  it('keeps the last wish of someone who changes their mind while it is being saved', async () => {
    const bodies: unknown[] = [];
    const { toggle, now } = await setUp({
      myself: {
        consents: async (body) => {
          bodies.push(body);
          return { ...off, star: body.star ?? false };
        },
      },
    });
    toggle('star')?.click();
    toggle('star')?.click();
    toggle('star')?.click();
    await waitUntil(() => now('star') === '开着，现在这样');
    expect(bodies.at(-1)).to.deep.equal({ star: true });
    expect(toggle('star')?.checked).to.equal(true);
  });

  it('is switched by the keyboard alone, and says each switch by its name', async () => {
    const bodies: unknown[] = [];
    const { toggle, consents } = await setUp({
      myself: {
        consents: async (body) => {
          bodies.push(body);
          return { ...off, photos: body.photos ?? false, ranking: body.ranking ?? 'off' };
        },
      },
    });
    const names = [...(consents()?.querySelectorAll<HTMLInputElement>('input[role=switch]') ?? [])].map((one) =>
      one.labels?.[0]?.textContent.trim(),
    );
    expect(names).to.deep.equal(['许愿、道谢的时候', '帮别人的时候', '照片里有我的时候', '当上星光的时候']);
    toggle('photos')?.focus();
    await userEvent.keyboard(' ');
    await waitUntil(() => bodies.length === 1);
    expect(bodies).to.deep.equal([{ photos: true }]);
    const ranking = consents()?.querySelector<HTMLInputElement>('input[value=off]');
    ranking?.focus();
    await userEvent.keyboard('{ArrowRight}');
    await waitUntil(() => bodies.length === 2);
    expect(bodies[1]).to.deep.equal({ ranking: 'masked' });
  });

  it('draws every surface off and on, each otherwise', async () => {
    const { consents } = await setUp();
    const drawn = [...(consents()?.querySelectorAll('li') ?? [])].map((item) =>
      [...item.querySelectorAll('.look p')].map((one) => one.textContent.trim()),
    );
    expect(drawn).to.deep.equal([
      ['为 一位邻居', '为 张**'],
      ['一位热心邻居 正在圆梦', '张** 正在圆梦'],
      ['照片只留给你和社工', '社工看过，再贴出来'],
      ['不上榜', '张**', '张小满'],
      ['谁也不能替你登上去', '照片和故事先给你看，点头才登'],
    ]);
    expect(consents()?.querySelector('.lead')?.textContent).to.contain('每次改动都记着');
  });

  it('lets the ranking be chosen as one of three', async () => {
    const bodies: unknown[] = [];
    const { consents } = await setUp({
      myself: {
        consents: async (body) => {
          bodies.push(body);
          return { ...off, ranking: body.ranking ?? 'off' };
        },
      },
    });
    consents()?.querySelector<HTMLElement>('input[value=masked]')?.click();
    await waitUntil(
      () =>
        consents()?.querySelector('.three .is')?.textContent.includes('张**') &&
        consents()?.querySelector('.three .is')?.textContent.includes('现在这样'),
    );
    expect(bodies).to.deep.equal([{ ranking: 'masked' }]);
  });
});
