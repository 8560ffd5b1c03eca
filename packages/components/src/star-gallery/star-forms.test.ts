import type { NewNomination, Nomination, NomineeConsent } from '@five-micro/sdk';
import { expect, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import type { FmStarAsked } from './star-asked.ts';
import { makeNomination } from './testing/data.ts';
import { all, button, galleryOf, one, reads, refusal, still, text, until } from './testing/set-up.ts';

const signedIn = 'signed-in' as const;

const write = (element: Element, selector: string, words: string): void => {
  const box = one<HTMLInputElement>(element, selector);
  box.value = words;
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

describe('the form in which someone is nominated', () => {
  const opened = async (nominate: (body: NewNomination) => Promise<Nomination>) => {
    localStorage.clear();
    const set = await galleryOf({ session: signedIn, stars: { nominate } });
    await reads(set.element, '提名一位邻居');
    button(set.element, '提名一位邻居').click();
    await reads(set.element, 'TA 是谁');
    await until(() => all(set.element, 'fm-star-nominate >>> [name=title]').length === 2);
    return set;
  };

  it('says what is missing, sends who, which star, what they did and whether they were asked', async () => {
    const sent: NewNomination[] = [];
    const { element } = await opened(async (body) => {
      sent.push(body);
      return makeNomination({ name: body.who, status: 'proposed', mine: true, aboutMe: false });
    });
    await reads(element, '服务之星 为邻居跑腿的热心人');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '交给社工').click();
    await reads(element, '请写下 TA 是谁');
    expect(text(element)).to.contain('请选一种').and.to.contain('请写一句 TA 做过的事');
    await until(() => all(element, '#who:focus').length === 1);
    write(element, '#who', '9 幢修自行车的周师傅');
    one<HTMLInputElement>(element, 'fm-star-nominate >>> [name=title][value=post]').click();
    write(element, '#sentence', '字'.repeat(61));
    button(element, '交给社工').click();
    await reads(element, '多了 1 个字');
    write(element, '#sentence', '孩子的车从来不收钱。');
    one<HTMLInputElement>(element, 'fm-star-nominate >>> [name=asked][value=yes]').click();
    button(element, '交给社工').click();
    await reads(element, '社工看过以后，会去问9 幢修自行车的周师傅愿不愿意');
    expect(sent).to.deep.equal([
      { who: '9 幢修自行车的周师傅', title: 'post', sentence: '孩子的车从来不收钱。', story: '', asked: true },
    ]);
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });

  it('keeps a draft for whoever writes it, also when it was refused', async () => {
    const { element } = await opened(() => Promise.reject(refusal('server.failed', 500)));
    write(element, '#who', '周师傅');
    write(element, '#sentence', '孩子的车从来不收钱。');
    one<HTMLInputElement>(element, 'fm-star-nominate >>> [name=title][value=post]').click();
    button(element, '交给社工').click();
    await until(() => all(element, 'fm-toast').length === 1);
    one(element, 'fm-star-nominate >>> .close').click();
    await until(() => all(element, 'fm-star-nominate').length === 0);
    button(element, '提名一位邻居').click();
    await reads(element, '上次写的还在');
    expect(one<HTMLInputElement>(element, '#who').value).to.equal('周师傅');
    button(element, '重新写').click();
    await until(() => one<HTMLInputElement>(element, '#who').value === '');
    expect(Object.keys(localStorage)).to.deep.equal([]);
  });
});

describe('what a nominee is asked', () => {
  const asked = async (
    answers: { consent?: (body: NomineeConsent) => Promise<Nomination>; decline?: () => Promise<Nomination> } = {},
  ) => {
    const nomination = makeNomination();
    const { element } = await galleryOf(
      {
        session: signedIn,
        nominations: [nomination],
        stars: {
          consent: (_id, body) => answers.consent?.(body) ?? Promise.reject(refusal('server.failed', 500)),
          decline: () => answers.decline?.() ?? Promise.reject(refusal('server.failed', 500)),
        },
        uploads: {
          post: async () => ({
            id: 'upload-1',
            url: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
            width: 4,
            height: 5,
          }),
        },
      },
      html`<fm-star-gallery .nomination=${nomination.id}></fm-star-gallery>`,
    );
    await reads(element, '邻居会看到');
    return { element, nomination };
  };

  it('shows what was said, and how neighbours would see them, before they agree', async () => {
    const sent: NomineeConsent[] = [];
    const { element, nomination } = await asked({
      consent: async (body) => {
        sent.push(body);
        return { ...nomination, status: 'consented' };
      },
    });
    await still(element);
    await expect(element).to.be.accessible();
    await reads(element, '“孩子的车从来不收钱。”');
    await until(() => one(element, '.asif b').textContent === '周**');
    one<HTMLInputElement>(element, '[name=name][value=full]').click();
    await until(() => one(element, '.asif b').textContent === '周国强');
    button(element, '我愿意').click();
    await reads(element, '谢谢你点头');
    expect(sent).to.deep.equal([{ name: 'full', portrait: null }]);
  });

  it('takes a portrait along, and says what is missing where none was chosen', async () => {
    const sent: NomineeConsent[] = [];
    const { element, nomination } = await asked({
      consent: async (body) => {
        sent.push(body);
        return { ...nomination, status: 'consented' };
      },
    });
    one<HTMLInputElement>(element, '[name=picture][value=with]').click();
    await until(() => all(element, 'input[type=file]').length === 1);
    button(element, '我愿意').click();
    await reads(element, '请选一张照片，或者选“不放”');
    one<FmStarAsked>(element, 'fm-star-asked').scaleDown = async (file) => file;
    const chosen = new DataTransfer();
    chosen.items.add(new File(['x'], 'me.jpg', { type: 'image/jpeg' }));
    const input = one<HTMLInputElement>(element, 'input[type=file]');
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    await reads(element, '换一张');
    button(element, '我愿意').click();
    await until(() => sent.length === 1);
    expect(sent[0]).to.deep.equal({ name: 'masked', portrait: 'upload-1' });
  });

  it('takes a no as it is, without asking why', async () => {
    const { element, nomination } = await asked({ decline: async () => ({ ...makeNomination(), status: 'declined' }) });
    expect(nomination.status).to.equal('asked');
    button(element, '谢谢，不用了').click();
    await reads(element, '好，就到这里');
  });

  it('lets them change how they are shown once they have agreed', async () => {
    const sent: NomineeConsent[] = [];
    const portrait = { id: 'p1', url: 'data:,', width: 4, height: 5, public: false };
    const agreed = makeNomination({ status: 'consented', name: '王秀英', portrait, can: ['consent', 'withdraw'] });
    const { element } = await galleryOf(
      {
        session: signedIn,
        nominations: [agreed],
        stars: {
          nomination: async () => agreed,
          consent: async (_id, body) => {
            sent.push(body);
            return agreed;
          },
        },
      },
      html`<fm-star-gallery nomination=${agreed.id}></fm-star-gallery>`,
    );
    await reads(element, '你已经点头了');
    expect(one<HTMLInputElement>(element, '[name=name][value=full]').checked).to.equal(true);
    one(element, '[name=picture][value=without]').click();
    button(element, '就这样').click();
    await until(() => sent.length === 1);
    expect(sent).to.deep.equal([{ name: 'full', portrait: null }]);
  });
});
