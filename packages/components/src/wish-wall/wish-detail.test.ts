import { expect, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { fakeList, makeClaim, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { expectTargets, heard, makeMe, openDetail, refusal, risen } from './testing/open.ts';

describe('what can be read of a wish', () => {
  it('is the wish, for whom, where, by when, its story and its photos', async () => {
    const { texts, one } = await openDetail({
      wish: {
        forWhom: { relation: 'family', name: '王**' },
        place: '12 幢',
        wantedBy: '2026-11-30T15:59:59.000Z',
        story: '住四楼。\n灯管买好了。',
        photos: [{ id: 'p', url: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', width: 4, height: 3, public: true }],
      },
    });
    expect(one('.want').textContent.trim()).to.equal('三楼走道的灯坏了一周，晚上回家要摸黑，想请人换根灯管。');
    expect(texts('.facts li')).to.deep.equal(['为王**许的愿', '怡康社区 12 幢', '最好在 11月30日 周一前']);
    expect(texts('.story > p')).to.deep.equal(['住四楼。', '灯管买好了。']);
    expect(one('.pics img').getAttribute('alt')).to.equal('心愿的照片，第 1 张，共 1 张');
  });

  it('tells how far it has come: what happened, what is going on, what is still to come', async () => {
    const { texts, one } = await openDetail({
      wishes: {
        timeline: () =>
          fakeList(() =>
            pageOf([
              {
                id: '1',
                type: 'wish.submitted',
                at: '2026-11-23T00:12:00.000Z',
                by: '李**',
                onBehalf: true,
                words: null,
                dueAt: null,
              },
              {
                id: '2',
                type: 'wish.published',
                at: '2026-11-23T01:05:00.000Z',
                by: null,
                onBehalf: false,
                words: null,
                dueAt: null,
              },
              {
                id: '3',
                type: 'wish.of-the-future',
                at: '2026-11-23T01:06:00.000Z',
                by: null,
                onBehalf: false,
                words: null,
                dueAt: null,
              },
            ]),
          ),
      },
    });
    await waitUntil(() => texts('.steps li').length === 5);
    expect(texts('.steps b')).to.deep.equal([
      '李**许下心愿',
      '社区看过，贴上了墙',
      '等一位邻居认领',
      '帮忙完成',
      '李**自己说“好了”才算数',
    ]);
    expect(texts('.steps small')[0]).to.equal('11月23日 周一 8:12 · 社工代为填写');
    expect(one('.steps li.now').getAttribute('aria-current')).to.equal('step');
    expect(texts('.steps .next')).to.have.length(2);
  });

  it('does not depend on being signed in, and asks for nothing that needs a token', async () => {
    const asked: string[] = [];
    const { button } = await openDetail({
      session: 'signed-out',
      me: {
        get: async () => {
          asked.push('me');
          return makeMe();
        },
      },
    });
    expect(button('我来帮 TA')).to.exist;
    expect(asked).to.be.empty;
  });

  it('says kindly that a wish is gone, and what happened where it did not open', async () => {
    const gone = await openDetail({ wishes: { get: refusal('wish.unknown', { status: 404 }) } });
    expect(gone.texts('.calm [role=heading]')).to.deep.equal(['这个心愿不在墙上了']);
    const closed = heard(gone.element, 'fm-sheet-close');
    gone.press('回到墙上');
    await closed;
    const broken = await openDetail({
      wishes: { get: refusal('server.failed', { status: 500, requestId: 'req-7', message: '服务器出了点问题。' }) },
    });
    expect(broken.texts('.calm').join()).to.contain('这个心愿没有打开').and.to.contain('req-7');
    expect(broken.button('再试一次')).to.exist;
  });

  it('follows what happens to its wish while it lies open', async () => {
    let title = '想要一盏灯';
    const { client, element, one } = await openDetail({ wishes: { get: async () => makeWish({ id: 'wish-1', title }) } });
    title = '想要两盏灯';
    client.emit({ type: 'wish.edited', id: 'another', area: 'yikang' });
    client.emit({ type: 'wish.edited', id: 'wish-1', area: 'yikang' });
    await waitUntil(() => one('.want').textContent.includes('两盏'));
    expect(element.dataset['state']).to.equal('ready');
  });
});

describe('what `can` lists is exactly what is offered', () => {
  const offers: [string, string][] = [
    ['claim', '我来帮 TA'],
    ['contact', '看电话和门牌'],
    ['fulfil', '帮好了'],
    ['extend', '换个日子'],
    ['release', '放回墙上'],
    ['confirm', '好了，谢谢 TA'],
    ['reopen', '还没好'],
    ['edit', '改一改'],
    ['withdraw', '不要了'],
    ['close', '上门看过，办好了'],
  ];

  it.each(offers)('%s alone offers %s alone', async (act, label) => {
    const { button } = await openDetail({ wish: { can: [act], mine: true, claims: [makeClaim({ mine: true })] } });
    expect(offers.filter(([, text]) => button(text)).map(([, text]) => text)).to.deep.equal([label]);
  });

  it('nothing leaves how it stands and the way back', async () => {
    const { button, texts } = await openDetail({
      wish: { can: [], status: 'claimed', claimersHeld: 1, claims: [makeClaim({ dueAt: '2026-11-28T15:59:59.000Z' })] },
    });
    expect(offers.filter(([, text]) => button(text))).to.be.empty;
    expect(texts('.rest').join()).to.contain('陈**正在办').and.to.contain('说好 11月28日 周六前');
    expect(button('看看别的')).to.exist;
  });
});

describe('for everyone', () => {
  const states = {
    open: { can: ['claim'], story: '一句话' },
    helping: { status: 'claimed', can: ['contact', 'fulfil', 'extend', 'release'], claims: [makeClaim({ mine: true })] },
    answer: { status: 'fulfilled', mine: true, can: ['confirm', 'reopen'], claims: [makeClaim({ state: 'done', note: '好了' })] },
    thanked: { status: 'confirmed', can: [], confirmation: { rating: 5, thanks: '谢谢', at: '2026-11-20T00:00:00.000Z' } },
    declined: { status: 'declined', mine: true, can: ['edit', 'withdraw'], reason: '再写清楚一点' },
  } as const;

  for (const mode of ['normal', 'elder'] as const) {
    it.each(Object.entries(states))(`%s is accessible in ${mode} mode`, async (_name, wish) => {
      const { element } = await openDetail({
        mode,
        wish: { ...wish, can: [...wish.can], claims: 'claims' in wish ? [...wish.claims] : [] },
      });
      await risen(element);
      await expect(element).to.be.accessible();
      expectTargets(element, mode === 'elder' ? 60 : 44);
    });
  }

  it('speaks English', async () => {
    const { button } = await openDetail({ lang: 'en' });
    expect(button("I'll help")).to.exist;
  });
});
