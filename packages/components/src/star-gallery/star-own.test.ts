import { withAdapter } from '../shared/testing/with-adapter.ts';
import type { Me } from '@five-micro/sdk';
import { expect } from '@open-wc/testing';
import type { FmStarStory } from './star-story.ts';
import { describe, it } from 'vitest';
import { fakeList, pageOf } from '../shared/testing/fake-client.ts';
import { area, makeContest, makeNomination, makeStar, me } from './testing/data.ts';
import { all, button, galleryOf, one, reads, still, text, until } from './testing/set-up.ts';

const signedIn = 'signed-in' as const;
const picture = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

describe('what of the stars is about oneself', () => {
  const hiddenIf = async (star: boolean, stars = [makeStar({ mine: true })]) =>
    galleryOf({
      session: signedIn,
      areas: { get: async () => ({ ...area, settings: { ...area.settings, links: { me: '/me.html' } } }) },
      me: { get: async () => ({ ...me(), consents: { ...me().consents, star } }), stars: () => fakeList(() => pageOf(stars)) },
    });

  it('is said where nobody else sees one’s star, with the way to the switch', async () => {
    const { element } = await hiddenIf(false);
    await reads(element, '你的星现在只有你看得到');
    expect(button(element, '去打开').getAttribute('href')).to.equal('/me.html');
    await expect(element).to.be.accessible();
    element.remove();
    for (const other of [await hiddenIf(true), await hiddenIf(false, [])]) {
      await other.element.updateComplete;
      expect(text(other.element)).not.to.contain('只有你看得到');
      other.element.remove();
    }
  });

  it('is what one agreed to, with the way back, and that somebody won whose star is still to come', async () => {
    const agreed = makeNomination({ status: 'voting', can: ['withdraw'] });
    const { element } = await galleryOf({
      session: signedIn,
      nominations: [
        agreed,
        makeNomination({ status: 'consented', won: true, can: ['withdraw'] }),
        makeNomination({ mine: true, aboutMe: false, name: '孙师傅', status: 'consented', won: null, can: [] }),
      ],
    });
    await reads(element, '我的提名 · 3');
    for (const words of ['你 · 岗位之星正在评选', '你 · 岗位之星评上了，等着颁星', '孙师傅 · 岗位之星TA 愿意'])
      expect(text(element).replaceAll(' ', '')).to.contain(words.replaceAll(' ', ''));
    one(element, '.mine summary').click();
    button(one(element, '.mine'), '看看').click();
    await reads(element, '我不想了，撤下来');
  });

  it('is read by oneself before others read it: what a worker wrote waits for the nod', async () => {
    const star = makeStar({
      mine: true,
      can: ['edit'],
      waiting: { key: 'k1', story: '社工写的故事', quotes: [{ words: '他总是笑', by: '李奶奶' }] },
    });
    for (const [press, show] of [
      ['登吧', true],
      ['不登', false],
    ] as const) {
      const edits: unknown[] = [];
      const { element } = await galleryOf({
        session: signedIn,
        stars_: [star],
        stars: {
          edit: async (_id, body) => {
            edits.push(body);
            return makeStar({ id: star.id, mine: true, can: ['edit'] });
          },
        },
      });
      one(element, '[data-star]').click();
      await reads(element, '社工写了这些，等你点头');
      expect(text(element)).to.contain('社工写的故事').and.to.contain('李奶奶');
      await still(element);
      await expect(element).to.be.accessible();
      button(element, press).click();
      await until(() => !text(element).includes('等你点头'));
      expect(edits).to.deep.equal([{ nod: { key: 'k1', show } }]);
      element.remove();
    }
  });

  it('lets a star choose another portrait, and says that it waits for a worker’s look', async () => {
    const portrait = { id: 'old', url: picture, width: 4, height: 5, public: true };
    const star = makeStar({ mine: true, can: ['edit', 'take-down'], portrait });
    const edits: unknown[] = [];
    const { element } = await galleryOf({
      session: signedIn,
      stars_: [star],
      stars: {
        edit: async (_id, body) => {
          edits.push(body);
          return { ...star, portrait: body.portrait ? { ...portrait, id: body.portrait, public: false } : null };
        },
      },
      uploads: { post: async () => ({ id: 'new', url: picture, width: 4, height: 5 }) },
    });
    one(element, '[data-star]').click();
    await reads(element, '这是你的星');
    one<FmStarStory>(element, 'fm-star-story').scaleDown = async (file) => file;
    const chosen = new DataTransfer();
    chosen.items.add(new File(['x'], 'me.jpg', { type: 'image/jpeg' }));
    const input = one<HTMLInputElement>(element, '.upload input');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    await reads(element, '社工看过这张照片以后，邻居才看得到');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '不放照片了').click();
    await reads(element, '放一张照片');
    expect(edits).to.deep.equal([{ portrait: 'new' }, { portrait: null }]);
    await until(() => all(element, '.upload input:focus').length === 1);
    // In an app that has a picker of its own.
    const answers = [[], [new Blob(['x'], { type: 'image/jpeg' })]];
    withAdapter(element, { chooseImage: async () => answers.shift() ?? Promise.reject(new Error('chooseImage:fail')) });
    one(element, '[data-star]').click();
    await until(() => all(element, 'button.upload').length === 1);
    one<FmStarStory>(element, 'fm-star-story').scaleDown = async (file) => file;
    button(element, '换一张照片').click();
    await until(() => answers.length === 1);
    button(element, '换一张照片').click();
    await until(() => edits.length === 3);
    expect(edits[2]).to.deep.equal({ portrait: 'new' });
    button(element, '不放照片了').click();
    await until(() => all(element, 'button.upload:focus').length === 1);
    button(element, '放一张照片').click();
    await reads(element, '没能打开相册');
  });
});

describe('the keyboard', () => {
  it('goes to a contest that was opened, and back to where it was opened', async () => {
    const past = makeContest({ id: 'round-0', title: '去年', status: 'closed', can: [], closedAt: '2026-01-01T00:00:00.000Z' });
    let known: (one: Me) => void = () => undefined;
    const asked = new Promise<Me>((resolve) => {
      known = resolve;
    });
    const { element } = await galleryOf({ session: signedIn, open: [makeContest()], closed: [past], me: { get: () => asked } });
    // Who looks is known last: only then the candidates have their order.
    setTimeout(() => known(me()), 50);
    for (const [name, back] of [
      ['去看看，投一票', '.call button'],
      ['看结果', '[data-round]'],
    ] as const) {
      await until(() => all(element, back).length);
      button(element, name).focus();
      button(element, name).click();
      await until(() => all(element, 'fm-star-contest >>> .title:focus').length === 1);
      button(element, '回到星光墙').click();
      await until(() => all(element, `${back}:focus`).length === 1);
    }
  });
});
