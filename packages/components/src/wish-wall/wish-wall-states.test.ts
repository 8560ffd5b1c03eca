import { FiveMicroError } from '@five-micro/sdk';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { describe, it, vi } from 'vitest';
import { fakeClient, fakeList, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { button, rootOf, text, titles, wallOf } from './testing/wall.ts';
import type { FmWishWall } from './wish-wall.ts';

const failing = (error: Error) => () => fakeList<never>(() => Promise.reject(error));
const busy = new FiveMicroError('server.busy', { status: 503, message: '现在人多，请过一会儿再试。', requestId: '0198f2c4' });

/** What the console hears meanwhile. */
async function heard(during: () => Promise<unknown>): Promise<string[]> {
  const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
  try {
    await during();
    return spy.mock.calls.map(([first]) => String(first));
  } finally {
    spy.mockRestore();
  }
}

describe('fm-wish-wall, by state', () => {
  it('shows the shape of notes while it waits', async () => {
    const wall = await fixture<FmWishWall>(html`<fm-wish-wall></fm-wish-wall>`);
    wall.client = fakeClient({ wishes: { list: () => fakeList(() => new Promise(() => {})) } });
    await waitUntil(() => wall.dataset['state'] === 'loading' && !wall.isUpdatePending);
    expect(wall.dataset['state']).to.equal('loading');
    expect(rootOf(wall).querySelectorAll('.ghost').length).to.equal(6);
    expect(rootOf(wall).querySelector('section')?.getAttribute('aria-busy')).to.equal('true');
    await expect(wall).to.be.accessible();
  });

  it('invites to the first wish on an empty wall, with one filled button', async () => {
    const { wall } = await wallOf({ wishes: { list: () => fakeList(() => pageOf([])) } });
    await waitUntil(() => text(wall).includes('许第一个心愿'));
    expect(wall.dataset['state']).to.equal('empty');
    expect(rootOf(wall).querySelectorAll('.btn.primary').length).to.equal(1);
    await expect(wall).to.be.accessible();
  });

  it('never leaves the categories alone on a line of the filters', async () => {
    const { wall } = await wallOf({ wishes: { list: () => fakeList(() => pageOf([makeWish()])) } });
    await waitUntil(() => rootOf(wall).querySelector('.choose'));
    for (const width of [288, 358, 480, 600, 684, 852]) {
      wall.style.setProperty('width', `${width}px`);
      const [choose, ...others] = ['.choose', '.chips button:last-of-type', '[role=search]'].map((selector) =>
        rootOf(wall).querySelector(selector)?.getBoundingClientRect(),
      );
      const beside = others.filter((other) => choose && other && other.top < choose.bottom && other.bottom > choose.top);
      expect(beside.length, `${width}`).to.be.at.least(1);
    }
  });

  it('says what was not found and shows everything again', async () => {
    const { wall } = await wallOf({ wishes: { list: (query) => fakeList(() => pageOf(query?.q ? [] : [makeWish()])) } });
    const input = rootOf(wall).querySelector('input');
    if (!input) throw new Error('there is no search');
    input.value = '修伞';
    input.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => text(wall).includes('没有写到“修伞”的心愿'));
    expect(text(wall)).to.contain('全部 23 个等待认领的');
    expect(rootOf(wall).querySelector('.vh[role=status]')?.textContent).to.equal('没有写到“修伞”的心愿');
    button(wall, '看全部').click();
    await waitUntil(() => titles(wall).length === 1);
    expect(input.value).to.equal('');
  });

  it('says what happened with the request id, and tries again', async () => {
    let works = false;
    const { wall } = await wallOf({
      wishes: { list: () => fakeList(() => (works ? pageOf([makeWish()]) : Promise.reject(busy))) },
    });
    await waitUntil(() => rootOf(wall).querySelector('[role=alert]'));
    expect(text(wall)).to.contain('心愿墙没有打开').and.to.contain('现在人多').and.to.contain('编号 0198f2c4');
    expect(wall.dataset['state']).to.equal('error');
    await expect(wall).to.be.accessible();
    works = true;
    button(wall, '再试一次').click();
    await waitUntil(() => titles(wall).length === 1);
  });

  it('keeps what it showed when the network goes, says from when it is, and lets nothing be begun', async () => {
    let works = true;
    const { wall } = await wallOf({
      wishes: {
        list: () => fakeList(() => (works ? pageOf([makeWish()]) : Promise.reject(new FiveMicroError('network.offline')))),
      },
    });
    works = false;
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => wall.dataset['state'] === 'offline');
    expect(text(wall)).to.match(/网络不稳，显示 \d+:\d\d 的内容/);
    expect(button(wall, '连上网再认领').hasAttribute('disabled')).to.equal(true);
    await expect(wall).to.be.accessible();
    works = true;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => wall.dataset['state'] === 'ready');
    expect(text(wall)).not.to.contain('网络不稳');
  });

  const wrong = [
    { name: 'a wrong area', error: new FiveMicroError('area.unknown', { status: 404 }), says: 'area 不对：没有叫“yikang”的社区' },
    { name: 'a wrong address', error: new FiveMicroError('answer.not-five-micro', { status: 200 }), says: 'api-url 不对' },
    {
      name: 'a refused token',
      error: new FiveMicroError('token.signature', { status: 401, message: '登录凭证的签名不对。' }),
      says: '登录凭证没有被接受：登录凭证的签名不对。',
    },
    { name: 'a token-url that fails', error: new FiveMicroError('token.unavailable'), says: '没有从 token-url 拿到登录凭证' },
  ];
  for (const { name, error, says } of wrong) {
    it(`tells the webmaster of ${name}, in the page and once in the console`, async () => {
      const words = await heard(async () => {
        for (const _ of [1, 2]) {
          const { wall } = await wallOf({ apiUrl: `https://example.test/${error.code}`, wishes: { list: failing(error) } });
          await waitUntil(() => text(wall).includes(says));
        }
      });
      expect(words.filter((line) => line.startsWith('[five-micro]') && line.includes(says)).length).to.equal(1);
    });
  }

  it('tells the webmaster what is missing where it stands alone', async () => {
    await heard(async () => {
      const wall = await fixture<FmWishWall>(html`<fm-wish-wall></fm-wish-wall>`);
      await waitUntil(() => text(wall).includes('请把它放进 <fm-community'));
    });
  });

  it('speaks English where it is told to, never Chinese first', async () => {
    const { wall } = await wallOf({ lang: 'en' }, html`<fm-wish-wall lang="en"></fm-wish-wall>`);
    expect(text(wall)).to.contain('Wish wall').and.to.contain("I'll help").and.to.contain('Waiting');
    expect(rootOf(wall).querySelector('section')?.lang).to.equal('en');
  });

  it('asks the portal before a wish opens, and leaves it to a portal that has a page for it', async () => {
    const wish = makeWish();
    const { wall } = await wallOf({ wishes: { list: () => fakeList(() => pageOf([wish])) } });
    wall.addEventListener('fm-wish-open', (event) => event.preventDefault());
    setTimeout(() => button(wall, '我来帮 TA').click());
    const event = await oneEvent(wall, 'fm-wish-open');
    expect(event).to.include({ intent: 'claim', wish });
    await wall.updateComplete;
    expect(rootOf(wall).querySelector('fm-wish-detail')).to.equal(null);
  });

  it('asks a visitor to sign in before the form opens, and goes on when they did', async () => {
    const { wall, client } = await wallOf();
    await waitUntil(() => text(wall).includes('许个心愿'));
    setTimeout(() => button(wall, '许个心愿').click());
    const event = await oneEvent(wall, 'fm-login-required');
    expect(event).to.include({ act: 'post' });
    await waitUntil(() => rootOf(wall).querySelector('fm-toast'), 'nobody answered, so the wall says it');
    expect(rootOf(wall).querySelector('fm-wish-form')).to.equal(null);
    client.become('signed-in');
    await waitUntil(() => rootOf(wall).querySelector('fm-wish-form'));
    expect(rootOf(wall).querySelector('fm-toast')).to.equal(null);
  });

  it('is a few notes without filters where it is compact', async () => {
    const { wall, asked } = await wallOf({}, html`<fm-wish-wall compact all-href="/wishes"></fm-wish-wall>`);
    expect(asked[0]).to.include({ limit: 3 });
    expect(rootOf(wall).querySelector('.counts, input')).to.equal(null);
    await waitUntil(() => text(wall).includes('23 个等人帮，已经实现 1,286 个'));
    expect(rootOf(wall).querySelector('.ends a')?.getAttribute('href')).to.equal('/wishes');
    await expect(wall).to.be.accessible();
  });
});
