import { expect, html, oneEvent } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import { fakeList, pageOf } from '../shared/testing/fake-client.ts';
import { makeContest, makeNomination, makeStar } from './testing/data.ts';
import { all, button, galleryOf, one, reads, refusal, still, text, until } from './testing/set-up.ts';

const starNames = (element: Element): string[] => all(element, '.star [role=heading]').map((name) => name.textContent.trim());
const photo = { id: 'p', url: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=', width: 400, height: 500, public: true };

describe('a gallery of stars', () => {
  it('shows each with honour, time, name and sentence; an initial as a reader counts it where there is no portrait', async () => {
    const { element } = await galleryOf({
      stars_: [makeStar({ portrait: photo }), makeStar({ name: '𠮷田**', initial: '𠮷', period: '2025-Q4' })],
    });
    const [first, second] = all(element, '.star');
    expect(first?.textContent.replace(/\s+/g, ' '))
      .to.contain('服务之星 · 2026')
      .and.to.contain('王**')
      .and.to.contain('给三位老人量血压');
    expect(first?.querySelector('img')?.alt).to.equal('');
    expect(second?.querySelector('.face')?.textContent).to.equal('𠮷');
    expect(second?.textContent).to.contain('2025 年四季度');
    await expect(element).to.be.accessible();
  });

  it('asks for twelve, and narrows down by honour and time', async () => {
    const { element, asked } = await galleryOf({ stars_: [makeStar(), makeStar({ period: '2025' })] });
    expect(asked[0]).to.deep.equal({ area: 'yikang', contests: 'true', limit: 12 });
    button(element, '岗位之星').click();
    await until(() => asked.length === 2);
    expect(asked[1]).to.include({ title: 'post' });
    const select = one<HTMLSelectElement>(element, '.choose select');
    select.value = '2025';
    select.dispatchEvent(new Event('change'));
    await until(() => asked.length === 3);
    expect(asked[2]).to.include({ title: 'post', period: '2025' });
  });

  it('adds the next page below and puts the keyboard on its first star', async () => {
    const next = makeStar({ name: '第二页' });
    const { element } = await galleryOf({
      stars: {
        list: (query) =>
          fakeList(() =>
            query?.cursor
              ? pageOf([next])
              : pageOf(
                  Array.from({ length: 12 }, () => makeStar()),
                  'c',
                ),
          ),
      },
    });
    button(element, '再看 12 位').click();
    await until(() => starNames(element).includes('第二页'));
    await until(() => element.shadowRoot?.activeElement?.textContent === '第二页');
  });

  it('follows what happens: a star that is awarded, or taken down', async () => {
    let stars = [makeStar()];
    const { element, client } = await galleryOf({ stars: { list: () => fakeList(() => pageOf([...stars])) } });
    await until(() => client.listening > 0);
    stars = [makeStar({ name: '新来的' }), ...stars];
    client.emit({ type: 'star.awarded', id: 'n', area: 'yikang' });
    await until(() => starNames(element).includes('新来的'));
    stars = [];
    client.emit({ type: 'star.taken-down', id: 'n', area: 'yikang' });
    await reads(element, '还没有星光');
  });

  it('opens a story with the record, what was written and what neighbours said, and gives the keyboard back', async () => {
    const star = makeStar();
    const { element } = await galleryOf({ stars_: [star] });
    one(element, '[data-star]').click();
    await reads(element, '第二段。');
    expect(text(element)).to.contain('52个圆了心愿'.slice(0, 2)).and.to.contain('136.5').and.to.contain('连门口的垫子也抖了抖');
    expect(text(element)).not.to.contain('摘下');
    await still(element);
    await expect(element).to.be.accessible();
    one(element, 'fm-star-story >>> .close').click();
    await until(() => all(element, 'fm-star-story').length === 0);
    await until(() => element.shadowRoot?.activeElement?.getAttribute('data-star') === star.id);
  });

  it('leaves the opening to a portal that has a page for it', async () => {
    const { element } = await galleryOf();
    element.addEventListener('fm-star-open', (event) => event.preventDefault());
    one(element, '[data-star]').click();
    await element.updateComplete;
    expect(all(element, 'fm-star-story').length).to.equal(0);
  });

  it('lets a star change how their name is written, and take it down after a question', async () => {
    const star = makeStar({ mine: true, can: ['edit', 'take-down'] });
    const edits: unknown[] = [];
    let taken = '';
    const { element } = await galleryOf({
      session: 'signed-in',
      stars_: [star],
      stars: {
        edit: async (_id, body) => {
          edits.push(body);
          return { ...star, name: '王桂芳', nameAs: 'full' };
        },
        takeDown: async (id) => {
          taken = id;
          return { id, takenDownAt: '2026-11-23T02:32:00.000Z' };
        },
      },
    });
    one(element, '[data-star]').click();
    await reads(element, '这是你的星');
    button(element, '写全名').click();
    await until(() => starNames(element).includes('王桂芳'));
    expect(edits).to.deep.equal([{ name: 'full' }]);
    button(element, '摘下这颗星').click();
    await reads(element, '要摘下这颗星吗');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '还挂着').click();
    await reads(element, '这是你的星');
    expect(taken).to.equal('');
    button(element, '摘下这颗星').click();
    await reads(element, '要摘下这颗星吗');
    one(element, 'fm-star-story >>> .sure .primary').click();
    await until(() => taken === star.id && all(element, 'fm-star-story').length === 0);
  });

  it('asks a worker why before a star is taken down', async () => {
    const star = makeStar({ can: ['edit', 'take-down'] });
    const reasons: unknown[] = [];
    const { element } = await galleryOf({
      session: 'signed-in',
      stars_: [star],
      stars: {
        takeDown: async (id, body) => {
          reasons.push(body);
          return { id, takenDownAt: '2026-11-23T02:32:00.000Z' };
        },
      },
    });
    one(element, '[data-star]').click();
    await reads(element, '摘下这颗星');
    expect(text(element)).not.to.contain('名字怎么写');
    button(element, '摘下这颗星').click();
    await reads(element, '要摘下这颗星吗');
    one(element, '.sure .primary').click();
    await reads(element, '请写一句为什么');
    one<HTMLTextAreaElement>(element, '#reason').value = '本人搬走了，托我们摘下';
    one(element, '.sure .primary').click();
    await until(() => reasons.length === 1);
    expect(reasons).to.deep.equal([{ reason: '本人搬走了，托我们摘下' }]);
  });

  it('leads to the contest that is open, and back', async () => {
    const { element } = await galleryOf({ open: [makeContest()] });
    await reads(element, '正在评选：谁是今年的星光，12月20日 截止');
    button(element, '去看看，投一票').click();
    await reads(element, '最多选 3 位');
    button(element, '回到星光墙').click();
    await until(() => starNames(element).length === 1);
  });

  it('says what waits for one’s own word, and what became of those one nominated', async () => {
    const { element } = await galleryOf({
      session: 'signed-in',
      nominations: [
        makeNomination(),
        makeNomination({ mine: true, aboutMe: false, name: '孙师傅', status: 'declined', reason: '找不到本人', can: [] }),
      ],
    });
    await reads(element, '有邻居提名你当岗位之星，等你点头');
    expect(text(element)).to.contain('孙师傅 · 岗位之星').and.to.contain('找不到本人');
  });

  it('asks a visitor for nothing of their own, and asks the portal to sign in before someone is nominated', async () => {
    let own = 0;
    const { element, client } = await galleryOf({
      me: {
        nominations: () => {
          own++;
          return fakeList(() => pageOf([]));
        },
      },
    });
    await reads(element, '提名一位邻居');
    expect(own).to.equal(0);
    setTimeout(() => button(element, '提名一位邻居').click());
    expect(await oneEvent(element, 'fm-login-required')).to.include({ act: 'nominate' });
    expect(all(element, 'fm-star-nominate').length).to.equal(0);
    client.become('signed-in');
    await until(() => all(element, 'fm-star-nominate').length === 1);
  });

  it('is empty kindly, and says what nothing was found among', async () => {
    const { element } = await galleryOf({ stars_: [] });
    await reads(element, '还没有星光');
    await expect(element).to.be.accessible();
    button(element, '岗位之星').click();
    await reads(element, '这样挑，还没有邻居');
    button(element, '看全部').click();
    await reads(element, '还没有星光');
  });

  it('says what happened and tries again; keeps what it showed when the network goes', async () => {
    let works = false;
    const { element } = await galleryOf({
      stars: { list: () => fakeList(() => (works ? pageOf([makeStar()]) : Promise.reject(refusal('server.failed', 500)))) },
    });
    await reads(element, '微星光没有打开');
    await expect(element).to.be.accessible();
    works = true;
    button(element, '再试一次').click();
    await until(() => starNames(element).length === 1);
    works = false;
    element.list.reload().catch(() => undefined);
    await reads(element, '网络不稳');
    expect(starNames(element).length).to.equal(1);
  });

  it('shows a hall nothing to press', async () => {
    const { element, asked } = await galleryOf(
      { open: [makeContest()] },
      html`<fm-star-gallery display="hall"></fm-star-gallery>`,
    );
    await until(() => starNames(element).length === 1);
    expect(asked[0]).to.include({ limit: 4 });
    expect(all(element, 'button, a, select').length).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('is one star and the way to all of them where it is compact, and fits into a sidebar', async () => {
    await page.viewport(280, 700);
    const { element, asked } = await galleryOf({}, html`<fm-star-gallery compact all-href="/stars"></fm-star-gallery>`);
    await reads(element, '看全部');
    expect(asked[0]).to.include({ limit: 1 });
    expect(document.documentElement.scrollWidth).to.be.at.most(280);
    await expect(element).to.be.accessible();
  });

  it('speaks English where it is told to', async () => {
    const { element } = await galleryOf({ open: [makeContest()] }, html`<fm-star-gallery lang="en"></fm-star-gallery>`);
    await reads(element, 'Nominate a neighbour');
    expect(text(element)).to.contain('Voting is open');
  });
});
