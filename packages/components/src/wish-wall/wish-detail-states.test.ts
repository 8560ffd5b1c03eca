import type { Fulfil, TimelineEntry, Wish } from '@five-micro/sdk';
import { expect, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import { FmSheetCloseEvent } from '../shared/events.ts';
import { fakeList, makeArea, makeClaim, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import type { WishIntent } from './events.ts';
import { all, focused, openDetail } from './testing/open.ts';

const dot = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const step = (id: number, type: string, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: String(id),
  type,
  at: '2026-11-23T00:12:00.000Z',
  by: null,
  onBehalf: false,
  words: null,
  dueAt: null,
  ...more,
});

/** What comes when it is let go. */
function held() {
  let release: (value: unknown) => void = () => undefined;
  const promise = new Promise((resolve) => {
    release = resolve;
  });
  return { promise, release: () => release(undefined) };
}

describe('what strangers do not see now', () => {
  it('is marked beside the text for whoever is concerned', async () => {
    const { texts, one } = await openDetail({
      wish: {
        status: 'confirmed',
        can: [],
        story: '住四楼。',
        claims: [makeClaim({ id: 'c', note: '打我电话', photos: [{ id: 'p', url: dot, width: 1, height: 1, public: false }] })],
        confirmation: { rating: 5, thanks: '谢谢', at: '2026-11-20T00:00:00.000Z' },
        withheld: [
          { part: 'title', claim: null, state: 'reported' },
          { part: 'story', claim: null, state: 'hidden' },
          { part: 'note', claim: 'c', state: 'held' },
          { part: 'photo', claim: 'c', state: 'held' },
        ],
      },
    });
    expect(texts('.paper .withheld')).to.deep.equal(['有邻居说这里不合适，等社工看']);
    expect(one('.story > p + .withheld').textContent.trim()).to.equal('社工收起来了');
    expect(one('.quote + .withheld').textContent.trim()).to.equal('社工正在看，现在只有你们看得到');
    expect(texts('.pics .withheld')).to.deep.equal(['社工正在看，现在只有你们看得到']);
    expect(texts('.thanks .withheld')).to.be.empty;
  });

  it('tells a worker how it stands', async () => {
    const { texts } = await openDetail({
      wish: { can: ['hide', 'show'], story: '住四楼。', withheld: [{ part: 'story', claim: null, state: 'held' }] },
    });
    expect(texts('.story .withheld')).to.deep.equal(['等社工看过再贴出来，大家看不到']);
  });

  it('leaves a line where a note is gone from sight altogether', async () => {
    const { texts } = await openDetail({
      wish: {
        status: 'fulfilled',
        can: [],
        claims: [makeClaim({ id: 'c', state: 'done' })],
        withheld: [{ part: 'note', claim: 'c', state: 'hidden' }],
      },
    });
    expect(texts('.helped')).to.deep.equal(['陈**说：社工收起来了']);
  });

  const held = { part: 'note', claim: 'c', state: 'held' };
  it.each([
    ['a phone number', '打我电话 １３８-1234 5678 就行', '你写了电话，社工看过再贴出来。现在只有你们看得到。'],
    ['something else', '门牌 12 幢 402', '写的话里像有不好公开的内容，社工看过再贴出来。现在只有你们看得到。'],
  ])('is said plainly after an act that wrote %s', async (_name, note, says) => {
    const { press, maybe, type, texts, calls } = await openDetail({
      wish: { status: 'claimed', can: ['fulfil'], claims: [makeClaim({ id: 'c', mine: true })] },
      after: { status: 'fulfilled', claims: [makeClaim({ id: 'c', mine: true, state: 'done', note })], withheld: [held] },
    });
    press('帮好了');
    await waitUntil(() => maybe('#note'));
    type('#note', note);
    press('告诉 TA 帮好了');
    await waitUntil(() => calls.length);
    await waitUntil(() => texts('.notice').length);
    const body = calls[0]?.[2] as Fulfil;
    expect(body.note).to.equal(note);
    expect(texts('.notice')).to.deep.equal([says]);
  });
});

describe('a wish whose wisher has erased themself', () => {
  it('is told calmly: its place and its steps, nobody’s name, and nothing to do', async () => {
    const { texts, button } = await openDetail({
      wish: { erased: true, title: '（这位邻居清掉了自己的资料）', can: ['claim', 'report', 'hide'], withheld: [] },
      wishes: { timeline: () => fakeList(() => pageOf([step(1, 'wish.submitted', { by: '一位邻居' })])) },
    });
    await waitUntil(() => texts('.steps li').length);
    expect(texts('.facts li')).to.deep.equal(['怡康社区']);
    expect(texts('.main > p').join()).to.contain('写过的话不在了');
    expect(texts('.flag')).to.be.empty;
    expect(button('我来帮 TA')).to.equal(undefined);
    expect(button('看看别的')).to.exist;
  });
});

describe('what moderation and time did to it', () => {
  it.each([
    [
      'zh-CN',
      [
        '有一处要等社工看过再贴出来',
        '有邻居说有一处不合适，请社工看看',
        '社工把一处收了起来',
        '社工看过一处，给大家看',
        '电话和门牌过了保存的日子，已经删掉',
      ],
    ],
    [
      'en',
      [
        'Something waits for a social worker before it is shown',
        'A neighbour asked a social worker to look at something',
        'A social worker put something away',
        'A social worker looked at something and shows it',
        'Phone number and address were kept long enough and are deleted',
      ],
    ],
  ])('stands in the timeline in %s', async (lang, words) => {
    const types = ['wish.held', 'wish.reported', 'wish.hidden', 'wish.shown', 'wish.contact-expired'];
    const { texts } = await openDetail({
      lang,
      wishes: { timeline: () => fakeList(() => pageOf(types.map((type, i) => step(i, type)))) },
    });
    await waitUntil(() => texts('.steps .done').length === 5);
    expect(texts('.steps .done b')).to.deep.equal(words);
  });
});

describe('the name of an organisation that helps', () => {
  const wish: Partial<Wish> = {
    status: 'claimed',
    can: [],
    claims: [makeClaim({ name: '怡康第二党支部', organisation: 'branch-2', note: '去过了' })],
  };
  const timeline = () => fakeList(() => pageOf([step(1, 'wish.claimed', { by: '怡康第二党支部' })]));

  it('leads to the portal’s page about it, where there is one', async () => {
    const settings = { ...makeArea().settings, links: { organisation: '/organisation.html?organisation={slug}' } };
    const { element, texts } = await openDetail({
      wish,
      areas: { get: async () => makeArea({ settings }) },
      wishes: { timeline },
    });
    await waitUntil(() => all(element, 'a.org').length === 2);
    expect(all(element, 'a.org').map((link) => link.getAttribute('href'))).to.deep.equal(
      Array(2).fill('/organisation.html?organisation=branch-2'),
    );
    expect(texts('.steps .done b')).to.deep.equal(['怡康第二党支部来帮忙']);
  });

  it('opens it in a sheet elsewhere, over the wish, which stays', async () => {
    const { element, one, maybe } = await openDetail({ wish, wishes: { timeline } });
    await waitUntil(() => all(element, 'button.org').length === 2);
    one('.steps button.org').click();
    await waitUntil(() => maybe('fm-organisation'));
    expect(one('fm-organisation').getAttribute('organisation')).to.equal('branch-2');
    let closed = 0;
    element.addEventListener('fm-sheet-close', () => {
      closed++;
    });
    // A wish that lies open over that page is closed: one is back at the page.
    one('fm-organisation').dispatchEvent(new FmSheetCloseEvent());
    await element.updateComplete;
    expect(maybe('fm-organisation')).to.exist;
    all(element, 'fm-sheet')[1]?.shadowRoot?.querySelector<HTMLElement>('.close')?.click();
    await waitUntil(() => !maybe('fm-organisation'));
    expect(closed, 'the page around hears nothing of it').to.equal(0);
    expect(maybe('.wish')).to.exist;
  });

  it('is plain words where someone helps in person', async () => {
    const { element } = await openDetail({ wish: { ...wish, claims: [makeClaim({ note: '去过了' })] } });
    expect(all(element, '.org')).to.be.empty;
  });
});

describe('opened for something', () => {
  const long = Array.from({ length: 12 }, (_, i) => `第 ${i} 段，说来话长，一行写不完，要写好几行才说得清楚。`).join('\n');
  const photos = [1, 2].map((n) => ({ id: `p${n}`, url: `/no-such-picture-${n}.jpg`, width: 1200, height: 900, public: true }));
  const steps = Array.from({ length: 8 }, (_, i) => step(i, 'wish.published'));
  const shapes: [WishIntent, Partial<Wish>, string][] = [
    ['claim', { can: ['claim'] }, 'fm-wish-claim'],
    ['contact', { status: 'claimed', can: ['contact', 'fulfil'], claims: [makeClaim({ mine: true })] }, 'fm-wish-contact'],
    ['fulfil', { status: 'claimed', can: ['contact', 'fulfil'], claims: [makeClaim({ mine: true })] }, 'fm-wish-help'],
    ['extend', { status: 'claimed', can: ['extend', 'fulfil'], claims: [makeClaim({ mine: true })] }, 'fm-wish-help'],
    ['release', { status: 'claimed', can: ['release', 'fulfil'], claims: [makeClaim({ mine: true })] }, 'fm-wish-help'],
    ['confirm', { status: 'fulfilled', mine: true, can: ['confirm', 'reopen'] }, 'fm-wish-answer'],
    ['reopen', { status: 'fulfilled', mine: true, can: ['confirm', 'reopen'] }, 'fm-wish-answer'],
    ['withdraw', { mine: true, can: ['withdraw'] }, 'fm-wish-own'],
    ['close', { status: 'fulfilled', can: ['close'] }, 'fm-wish-visit'],
  ];

  it.each(shapes)('%s lands there on a phone, heading in sight and the keyboard inside', async (intent, wish, tag) => {
    await page.viewport(390, 844);
    const late = held();
    const { element, one } = await openDetail({
      intent,
      whole: false,
      wish: { ...wish, story: long, photos },
      // What stands above comes last of all.
      wishes: { timeline: () => fakeList(async () => late.promise.then(() => pageOf(steps))) },
    });
    late.release();
    await waitUntil(() => one(tag).shadowRoot?.contains(focused()), 'the keyboard is elsewhere');
    const bar = all(one('fm-sheet'), '.bar')[0]?.getBoundingClientRect();
    await waitUntil(() => {
      const { top, bottom } = one(tag).getBoundingClientRect();
      return bar && top >= bar.bottom - 1 && (bottom <= 844 || top < 844 / 2);
    }, 'the page stands elsewhere');
    const first = one(tag).shadowRoot?.querySelector('[role=heading], .btn')?.getBoundingClientRect();
    const over =
      first &&
      all(element, 'button').filter((button) => {
        const { top, bottom, width } = button.getBoundingClientRect();
        return width > 0 && getComputedStyle(button).position === 'sticky' && top < first.bottom && bottom > first.top;
      });
    expect(over, 'nothing lies over its heading').to.be.empty;
  });

  it('lets whoever was quicker go on: what they have sent is not taken back', async () => {
    const [steps, answer] = [held(), held()];
    let asked: AbortSignal | undefined;
    const { press, type, texts, maybe } = await openDetail({
      intent: 'reopen',
      whole: false,
      wish: { status: 'fulfilled', mine: true, can: ['confirm', 'reopen'] },
      wishes: {
        timeline: () => fakeList(() => steps.promise.then(() => pageOf([step(1, 'wish.published')]))),
        reopen: async (id, _body, options) => {
          asked = options?.signal;
          await answer.promise;
          return makeWish({ id, status: 'claimed', mine: true, can: [] });
        },
      },
    });
    await waitUntil(() => maybe('fm-wish-answer'));
    press('还没好');
    await waitUntil(() => maybe('#reason'));
    type('#reason', '灯又不亮了');
    press('告诉 TA 还没好');
    await waitUntil(() => asked);
    steps.release();
    await waitUntil(() => texts('.steps li').length > 0);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(asked?.aborted).to.equal(false);
    answer.release();
    await waitUntil(() => texts('.fm').join(' ').includes('告诉帮忙的人了'));
  });

  it('what is taller than the screen stands with its heading at the top', async () => {
    await page.viewport(390, 480);
    const { one } = await openDetail({
      intent: 'fulfil',
      mode: 'elder',
      wish: { status: 'claimed', can: ['fulfil'], claims: [makeClaim({ mine: true })], story: long },
    });
    const heading = () => one('fm-wish-help').shadowRoot?.querySelector('[role=heading]')?.getBoundingClientRect();
    await waitUntil(() => one('fm-wish-help').shadowRoot?.contains(focused()));
    const bar = all(one('fm-sheet'), '.bar')[0]?.getBoundingClientRect();
    await waitUntil(() => {
      const { top = 0, bottom = 999 } = heading() ?? {};
      return bar && top >= bar.bottom - 1 && bottom <= 300;
    }, 'the heading is out of sight');
  });

  it('opens the form for a change', async () => {
    const { maybe } = await openDetail({ intent: 'edit', wish: { mine: true, status: 'declined', can: ['edit'] } });
    await waitUntil(() => maybe('fm-wish-form'));
  });

  it('asks for no phone number that nobody pressed for', async () => {
    const { calls, button } = await openDetail({
      intent: 'contact',
      wish: { status: 'claimed', can: ['contact'], claims: [makeClaim({ mine: true })] },
    });
    await waitUntil(() => focused() === button('看电话和门牌'));
    expect(calls).to.be.empty;
  });

  it('what cannot be done any more still leads to what can', async () => {
    const { element } = await openDetail({ intent: 'fulfil', wish: { status: 'confirmed', can: [] } });
    await waitUntil(() => focused() === all(element, '.acts[tabindex]')[0]);
  });
});
