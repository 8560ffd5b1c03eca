import { FiveMicroError, type Wish } from '@five-micro/sdk';
import { expect, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { fakeList, makeClaim, makeSummary, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { rootOf, text, titles, wallOf } from './testing/wall.ts';

/** A wall of two wishes, what it asks for one by one, and what those questions are answered. */
async function liveWall(template = html`<fm-wish-wall></fm-wish-wall>`) {
  const shown = [makeWish({ title: '第一张' }), makeWish({ title: '第二张' })] as const;
  const now = new Map<string, Wish | FiveMicroError>();
  const gets: string[] = [];
  const sums = { asked: 0, open: 23 };
  const made = await wallOf(
    {
      wishes: {
        list: () => fakeList(() => pageOf([...shown])),
        get: async (id) => {
          gets.push(id);
          const wish = now.get(id);
          if (wish && 'title' in wish) return wish;
          throw wish ?? new Error(`nobody said what ${id} is`);
        },
        summary: async () => {
          sums.asked++;
          return makeSummary({ open: sums.open });
        },
      },
    },
    template,
  );
  await waitUntil(() => made.client.listening === 1);
  return { ...made, shown, now, gets, sums };
}

describe('fm-wish-wall, live', () => {
  it('asks again for the one wish that changed, and for the counts, and for nothing else', async () => {
    const { wall, client, shown, now, gets, asked, sums } = await liveWall();
    now.set(shown[1].id, { ...shown[1], status: 'claimed', can: [], claims: [makeClaim({ name: '陈**' })] });
    const [lists, summaries] = [asked.length, sums.asked];
    sums.open = 22;
    client.emit({ type: 'wish.claimed', id: shown[1].id, area: 'yikang' });
    client.emit({ type: 'wish.claimed', id: shown[1].id, area: 'yikang' });
    await waitUntil(() => text(wall).includes('正在圆梦 ·'));
    await waitUntil(() => rootOf(wall).querySelector('.counts b')?.textContent === '22');
    expect(gets).to.deep.equal([shown[1].id]);
    expect(asked.length).to.equal(lists);
    expect(sums.asked).to.equal(summaries + 1);
    expect(titles(wall)).to.deep.equal(['第一张', '第二张']);
  });

  it('does not ask for wishes that are not on screen', async () => {
    const { client, gets, sums } = await liveWall();
    const before = sums.asked;
    client.emit({ type: 'wish.claimed', id: 'somewhere-else', area: 'yikang' });
    await waitUntil(() => sums.asked > before);
    expect(gets).to.deep.equal([]);
  });

  it('turns a note over when its wish comes true', async () => {
    const { wall, client, shown, now } = await liveWall();
    now.set(shown[0].id, {
      ...shown[0],
      status: 'confirmed',
      can: [],
      confirmation: { rating: 5, thanks: '灯亮了。', at: shown[0].updatedAt },
    });
    client.emit({ type: 'wish.confirmed', id: shown[0].id, area: 'yikang' });
    await waitUntil(() => text(wall).includes('“灯亮了。”'));
    const turned = rootOf(wall).querySelector('.note');
    expect(turned?.classList.contains('turning')).to.equal(true);
    turned?.dispatchEvent(new Event('animationend', { bubbles: true }));
    wall.requestUpdate();
    await wall.updateComplete;
    expect(rootOf(wall).querySelector('.turning')).to.equal(null);
  });

  it('puts a new wish first and leaves the focus on the note where it is', async () => {
    const { wall, client, shown, now } = await liveWall();
    wall.focusWish(shown[0].id);
    const focused = rootOf(wall).activeElement;
    const fresh = makeWish({ title: '刚贴上的' });
    now.set(fresh.id, fresh);
    client.emit({ type: 'wish.published', id: fresh.id, area: 'yikang' });
    await waitUntil(() => titles(wall).length === 3);
    expect(titles(wall)).to.deep.equal(['刚贴上的', '第一张', '第二张']);
    expect(rootOf(wall).activeElement).to.equal(focused);
    expect(focused?.textContent.trim()).to.equal('第一张');
  });

  it('leaves out a new wish that it was not asked to show', async () => {
    const { wall, client, now, gets } = await liveWall(html`<fm-wish-wall kind="item"></fm-wish-wall>`);
    const fresh = makeWish({ kind: 'company' });
    now.set(fresh.id, fresh);
    client.emit({ type: 'wish.published', id: fresh.id, area: 'yikang' });
    await waitUntil(() => gets.includes(fresh.id));
    await wall.updateComplete;
    expect(titles(wall)).to.deep.equal(['第一张', '第二张']);
  });

  it('takes down what is no longer there', async () => {
    const { wall, client, shown, now } = await liveWall();
    now.set(shown[0].id, new FiveMicroError('wish.unknown', { status: 404 }));
    client.emit({ type: 'wish.withdrawn', id: shown[0].id, area: 'yikang' });
    await waitUntil(() => titles(wall).length === 1);
    expect(titles(wall)).to.deep.equal(['第二张']);
  });

  it('keeps the later of two answers, whichever comes first', async () => {
    const { wall, client, shown } = await liveWall();
    const [wish] = shown;
    const answers: ((wish: Wish) => void)[] = [];
    Object.assign(client.wishes, { get: () => new Promise<Wish>((resolve) => answers.push(resolve)) });
    for (const asked of [1, 2]) {
      client.emit({ type: 'wish.edited', id: wish.id, area: 'yikang' });
      await waitUntil(() => answers.length === asked);
    }
    answers[1]?.({ ...wish, title: '第二次改的' });
    await waitUntil(() => titles(wall)[0] === '第二次改的');
    answers[0]?.({ ...wish, title: '第一次改的' });
    // Whatever follows from an answer has followed by the next task.
    await new Promise((resolve) => setTimeout(resolve));
    await wall.updateComplete;
    expect(titles(wall)[0]).to.equal('第二次改的');
  });

  it('asks for everything that is shown after it may have missed something', async () => {
    const { client, asked } = await liveWall();
    const before = asked.length;
    client.emit({ type: 'resync' });
    await waitUntil(() => asked.length === before + 1);
  });

  it('no longer listens when it has left the page', async () => {
    const { wall, client } = await liveWall();
    wall.remove();
    expect(client.listening).to.equal(0);
    document.body.append(wall);
    await waitUntil(() => client.listening === 1);
    wall.remove();
  });

  it('lets the client rest while nobody looks at the page', async () => {
    const { client } = await liveWall();
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(client.paused).to.equal(true);
    Reflect.deleteProperty(document, 'hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(client.paused).to.equal(false);
  });
});
