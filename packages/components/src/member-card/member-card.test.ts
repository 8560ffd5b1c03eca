import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeClaim, makeWish } from '../shared/testing/fake-client.ts';
import { claimOf, heard, hours, me, noticeOf, setUp } from './testing/set-up.ts';

describe('the card of someone who is not signed in', () => {
  it('says what one finds here, asks for nothing, and asks the portal to sign in', async () => {
    const { card, text, root, asked, client } = await setUp({ session: 'signed-out' });
    expect(text()).to.contain('登录以后看你自己的');
    expect(asked()).to.equal(0);
    const wanted = heard(card, 'fm-login-required');
    root?.querySelector('button')?.click();
    expect((await wanted).act).to.equal('open-card');
    client.become('signed-in');
    await waitUntil(() => root?.querySelector('.me'));
  });
});

describe('what concerns me', () => {
  const lamp = makeWish({ title: '三楼走道的灯坏了一周，想请人换根灯管。', status: 'confirmed' });
  const mine = makeWish({ title: '想借一架梯子', status: 'fulfilled', mine: true, can: ['confirm', 'reopen'] });

  it('is one sentence each, the new ones marked for eye and ear, with the next step', async () => {
    const { rows, root } = await setUp({
      wishes: [mine],
      notices: [
        noticeOf('wish.confirmed', lamp, { by: '李**', words: '灯亮了' }),
        noticeOf('wish.fulfilled', mine, { by: '陈**', seen: true, at: hours(30) }),
        noticeOf('wish.something-new', lamp, { seen: true }),
      ],
    });
    const [first, second, third] = rows(0);
    expect(first)
      .to.contain('新的：李**说“三楼走道的灯坏了一周”好了，谢谢你')
      .and.to.contain('灯亮了')
      .and.to.contain('看看 TA 说的');
    expect(second).to.contain('陈**说“想借一架梯子”办好了').and.to.contain('去说一句').and.not.to.contain('新的');
    expect(third).to.contain('有了新的一步');
    expect(root?.querySelectorAll('.tell .new').length).to.equal(1);
  });

  it('also tells what happened to myself and to what I wrote, with the worker’s reason', async () => {
    const ofMe = (type: string, about: string | null, words: string | null = null) =>
      noticeOf(type, lamp, { wish: null, about, words, seen: true });
    const { rows, button, card } = await setUp({
      notices: [
        ofMe('member.report-in-accepted', '兴达社区'),
        ofMe('member.report-in-declined', '兴达社区', '门牌对不上'),
        ofMe('member.merged', null),
        ofMe('member.representative-named', '暖灯邻里互助社'),
        ofMe('member.representative-withdrawn', '暖灯邻里互助社'),
        ofMe('member.revoked', null),
        ofMe('member.something-new', null),
        noticeOf('wish.held', lamp, { seen: true }),
        noticeOf('wish.hidden', lamp, { seen: true, words: '写了别人的电话' }),
        noticeOf('wish.shown', lamp, { seen: true }),
      ],
    });
    button('更早的事')?.click();
    await card.updateComplete;
    const said = rows(0).map((row) => row.replace(/ 2 小时前.*/, ''));
    expect(said).to.deep.equal([
      '你到兴达社区的报到，社工看过了，好了',
      '你到兴达社区的报到，这次没有成 社工说：门牌对不上',
      '你的两个账号合成了一个，许过的、帮过的都在这里',
      '你是暖灯邻里互助社的联系人了，可以用它的名义帮忙',
      '你不再是暖灯邻里互助社的联系人了',
      '社工收回过你的登录。要是你没有请他们这样做，去问一问',
      '有一件和你有关的事',
      '你在“三楼走道的灯坏了一周”里写的话，社工先看一看再贴出来',
      '你在“三楼走道的灯坏了一周”里写的一段，社工收起来了 社工说：写了别人的电话',
      '你在“三楼走道的灯坏了一周”里写的话，社工看过，贴出来了',
    ]);
    expect(rows(0)[0]).not.to.contain('看一看');
  });

  it('is asked for again when something happens to me', async () => {
    const { client, asked } = await setUp();
    client.emit({ type: 'member.report-in-accepted', area: 'yikang' });
    await waitUntil(() => asked() === 2);
  });

  it('does not offer a step that has been taken since', async () => {
    const { rows } = await setUp({
      wishes: [{ ...mine, status: 'confirmed' }],
      notices: [noticeOf('wish.fulfilled', { ...mine, status: 'confirmed' })],
    });
    expect(rows(0)[0]).to.contain('看一看').and.not.to.contain('去说一句');
  });

  it('is seen up to the newest, and says when that was not saved', async () => {
    const bodies: unknown[] = [];
    let fails = true;
    const { button, root, card } = await setUp({
      notices: [noticeOf('wish.confirmed', lamp, { id: '40' }), noticeOf('wish.published', lamp, { id: '12' })],
      myself: {
        noticesSeen: async (body) => {
          if (fails) throw new FiveMicroError('network.offline');
          bodies.push(body);
          return { unseen: 0 };
        },
      },
    });
    button('都看过了')?.click();
    await waitUntil(() => root?.querySelector('fm-toast')?.tone === 'bad');
    expect(root?.querySelectorAll('.tell .new').length).to.equal(2);
    fails = false;
    button('都看过了')?.click();
    await waitUntil(() => root?.querySelectorAll('.tell .new').length === 0);
    await card.updateComplete;
    expect(bodies).to.deep.equal([{ upTo: '40' }]);
    expect(button('都看过了')).to.equal(undefined);
  });

  it('opens the wish it speaks of', async () => {
    const { root, button } = await setUp({ wishes: [mine], notices: [noticeOf('wish.fulfilled', mine)] });
    button('去说一句')?.click();
    await waitUntil(() => root?.querySelector('fm-wish-detail')?.wishId === mine.id);
  });
});

describe('what I help with', () => {
  const read = makeWish({
    title: '想有人来读读报',
    status: 'claimed',
    can: ['fulfil', 'contact', 'release', 'extend'],
    wisher: { name: '刘**' },
  });
  const late = makeWish({ title: '修纱窗', status: 'claimed', can: ['fulfil', 'extend'] });
  const done = makeWish({ title: '血糖仪', status: 'fulfilled', can: [] });
  const helped = makeWish({
    title: '放大镜',
    status: 'confirmed',
    confirmation: { rating: 5, thanks: '看得清了', at: hours(9) },
  });
  const givenBack = makeWish({ title: '搬书架', status: 'open' });

  it('says until when, lists what can be done, and keeps what is over behind a button', async () => {
    const { rows, button, card } = await setUp({
      claims: [
        claimOf(done, 'done'),
        claimOf(read, 'active'),
        claimOf(late, 'active', hours(3)),
        claimOf(helped, 'done'),
        claimOf(givenBack, 'released'),
      ],
    });
    const [first, second, third, ...rest] = rows(1);
    expect(first).to.contain('修纱窗').and.to.contain('已经过了').and.to.contain('换个日子');
    expect(second)
      .to.contain('为 刘**')
      .and.to.contain('11月25日 周三前去一趟')
      .and.to.contain('看电话和门牌')
      .and.to.contain('放回墙上');
    expect(third).to.contain('等 TA 点头').and.not.to.contain('帮好了');
    expect(rest).to.deep.equal([]);
    button('帮过的 1 个')?.click();
    await card.updateComplete;
    expect(rows(1)[3]).to.contain('放大镜').and.to.contain('看得清了');
    expect(rows(1).join()).not.to.contain('搬书架');
  });
});

describe('what I wished for', () => {
  it('asks first for what waits for my word, then for what needs a change', async () => {
    const { rows } = await setUp({
      wishes: [
        makeWish({ title: '教用手机', status: 'submitted', mine: true, can: ['edit'], createdAt: hours(2) }),
        makeWish({ title: '路灯太暗', status: 'declined', mine: true, can: ['edit'], reason: '是哪一盏？' }),
        makeWish({
          title: '借梯子',
          status: 'fulfilled',
          mine: true,
          can: ['confirm', 'reopen'],
          claims: [makeClaim({ state: 'done', name: '一位热心邻居', note: '送来了' })],
        }),
        makeWish({ title: '旧的', status: 'withdrawn', mine: true, can: [] }),
      ],
    });
    const [first, second, third, ...rest] = rows(2);
    expect(first)
      .to.contain('等你说一句')
      .and.to.contain('一位热心邻居 帮的')
      .and.to.contain('好了，谢谢 TA')
      .and.to.contain('还没好');
    expect(second).to.contain('社工说：是哪一盏？').and.to.contain('改一改');
    expect(third).to.contain('社工在看').and.to.contain('2 小时前交的');
    expect(rest).to.deep.equal([]);
  });

  it('is asked for again when one of my wishes changes, and not for a stranger’s', async () => {
    const wish = makeWish({ mine: true });
    const { client, asked } = await setUp({ wishes: [wish] });
    expect(asked()).to.equal(1);
    client.emit({ type: 'wish.claimed', id: 'somebody-else', area: 'yikang' });
    client.emit({ type: 'wish.claimed', id: wish.id, area: 'yikang' });
    await waitUntil(() => asked() === 2);
  });

  it('has a kind sentence where there is nothing, and the state says so', async () => {
    const { card, text } = await setUp();
    expect(card.dataset['state']).to.equal('empty');
    expect(text()).to.contain('还没有新鲜事').and.to.contain('手上没有在帮的心愿').and.to.contain('还没有许过心愿');
  });
});

describe('how the card behaves', () => {
  it('says what happened when it did not open, and tries again', async () => {
    let fails = true;
    const { card, root, text } = await setUp({
      myself: {
        get: async () => {
          if (fails)
            throw new FiveMicroError('server.failed', { status: 500, requestId: '0198f2c4', message: '服务器出了点问题' });
          return me();
        },
      },
    });
    expect(card.dataset['state']).to.equal('error');
    expect(text()).to.contain('你的资料没有打开').and.to.contain('0198f2c4');
    fails = false;
    root?.querySelector<HTMLElement>('.calm button')?.click();
    await waitUntil(() => root?.querySelector('.me'));
  });

  it('keeps what it knows when a reload fails', async () => {
    let fails = false;
    const { card, root } = await setUp({
      myself: {
        get: async () => {
          if (fails) throw new FiveMicroError('network.unreachable');
          return me();
        },
      },
    });
    fails = true;
    await card.reload();
    await card.updateComplete;
    expect(card.dataset['state']).to.equal('offline');
    expect(root?.querySelector('.stale')?.textContent).to.contain('网络不稳');
    expect(root?.querySelector('.me')).not.to.equal(null);
  });

  it('speaks English where the page does', async () => {
    const { card, text } = await setUp();
    card.lang = 'en';
    await waitUntil(() => text().includes('What concerns you'));
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const wish = makeWish({ status: 'claimed', can: ['fulfil', 'contact', 'release'] });
      const { card } = await setUp({
        mode,
        notices: [noticeOf('wish.claimed', wish, { by: '陈**' })],
        claims: [claimOf(wish, 'active')],
        wishes: [makeWish({ status: 'declined', mine: true, can: ['edit'], reason: '是哪一盏？' })],
      });
      await expect(card).to.be.accessible();
    });
  }

  it('has targets of 60 px and no text under 18 px in elder mode', async () => {
    const wish = makeWish({ status: 'claimed', can: ['fulfil', 'contact', 'release'] });
    const { root, consents } = await setUp({
      mode: 'elder',
      notices: [noticeOf('wish.claimed', wish)],
      claims: [claimOf(wish, 'active')],
    });
    const targets = [...(root?.querySelectorAll('button') ?? []), ...(consents()?.querySelectorAll('label') ?? [])];
    expect(Math.min(...targets.map((target) => target.getBoundingClientRect().height))).to.be.at.least(60);
    const small = [
      ...(root?.querySelectorAll('small, .small, .tag, .nextup') ?? []),
      ...(consents()?.querySelectorAll('small, p') ?? []),
    ];
    expect(Math.min(...small.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))).to.be.at.least(18);
  });
});
