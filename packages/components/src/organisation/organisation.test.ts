import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeClient, fakeList, makeClaim, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import type { FmOrganisation } from './organisation.ts';
import { pageLike, secondPage, setUp, thanked } from './testing/set-up.ts';

describe('an organisation’s page', () => {
  it('says what it is, where it stands, and what came of it', async () => {
    const { read, root } = await setUp();
    expect(read('.name')).to.equal('怡康社区党总支');
    expect(read('.is p')).to.equal('党组织怡康社区');
    expect(read('.sums')).to.equal('圆了的心愿12个 正在帮3个');
    expect(read('.did .tiny')).to.contain('连同下面的组织一起算');
    expect([...(root?.querySelectorAll('.crumbs li') ?? [])].map((one) => one.textContent)).to.deep.equal([
      '南苑街道党工委',
      '怡康社区党总支',
    ]);
    expect(root?.querySelector('nav')?.getAttribute('aria-label')).to.equal('上级组织');
  });

  it('tells of each wish how far it is, which branch helped, and the thanks where they are public', async () => {
    const { notes } = await setUp({
      wishes: [
        thanked(),
        makeWish({
          title: '修纱窗',
          status: 'claimed',
          can: [],
          claims: [makeClaim({ name: '怡康社区党总支', organisation: 'party', dueAt: '2026-11-26T15:59:59.000Z' })],
        }),
        makeWish({
          title: '陪诊',
          status: 'closed',
          can: [],
          closing: { note: '上门看过，都好', at: '2026-11-20T02:00:00.000Z' },
        }),
      ],
    });
    const [first, second, third] = notes();
    expect(first)
      .to.contain('已经实现 昨天')
      .and.to.contain('“小陈教了我两遍，会用了”')
      .and.to.contain('为 李** · 怡康社区')
      .and.to.contain('怡康第二党支部帮的');
    expect(second).to.contain('正在圆梦').and.to.contain('说好 11月26日 前').and.not.to.contain('帮的');
    expect(third).to.contain('上门看过，都好').and.to.contain('社工去看过');
  });

  it('shows who speaks for it only to those who may know, and stands without them', async () => {
    const representative = { id: 'm', name: '张小满', origin: 'worker' as const, since: '2026-11-01T00:00:00.000Z' };
    const stranger = await setUp({ representatives: [representative] });
    expect(stranger.text()).not.to.contain('张小满').and.not.to.contain('联系人');
    const worker = await setUp({ pages: [pageLike({ can: ['representatives'] })], representatives: [representative] });
    expect(worker.read('.people')).to.equal('张小满社工定的 · 11月1日起');
    const failed = await setUp({
      pages: [pageLike({ can: ['representatives'] })],
      organisations: {
        representatives: () => fakeList(() => Promise.reject(new FiveMicroError('server.failed', { status: 500 }))),
      },
    });
    expect(failed.text()).to.contain('联系人没有读出来');
    expect(failed.notes().length).to.equal(1);
  });
});

describe('walking through the tree', () => {
  it('goes down and up inside the element by keyboard, and the reading goes on at the new name', async () => {
    const { page, root, read, asked } = await setUp();
    const told: string[] = [];
    page.addEventListener('fm-organisation-open', ({ organisation }) => told.push(organisation));
    const chips = [...(root?.querySelectorAll<HTMLElement>('.chip') ?? [])];
    expect(chips.map((chip) => chip.getAttribute('aria-label'))).to.deep.equal(['去看怡康第一党支部', '去看怡康第二党支部']);
    chips[1]?.focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => read('.name') === '怡康第二党支部');
    await waitUntil(() => root?.activeElement?.classList.contains('name'));
    expect(root?.querySelector('.chip')).to.equal(null);
    root?.querySelectorAll<HTMLElement>('.crumbs button')[1]?.focus();
    await userEvent.keyboard('{Enter}');
    await waitUntil(() => read('.name') === '怡康社区党总支');
    expect(told).to.deep.equal(['branch-2', 'party']);
    expect(asked).to.deep.equal(['party', 'branch-2', 'party']);
  });

  it('stays where the page goes there itself', async () => {
    const { page, read, button, asked } = await setUp();
    page.addEventListener('fm-organisation-open', (event) => event.preventDefault());
    button('怡康第二党支部')?.click();
    await page.updateComplete;
    expect(read('.name')).to.equal('怡康社区党总支');
    expect(asked).to.deep.equal(['party']);
  });

  it('comes back, and says so, where a branch does not open', async () => {
    const { root, read, button } = await setUp({ pages: [pageLike()] });
    button('怡康第二党支部')?.click();
    await waitUntil(() => root?.querySelector('fm-toast')?.text === '怡康第二党支部没有打开，还在原来的地方。');
    await waitUntil(() => read('.name') === '怡康社区党总支');
  });

  it('shows what the page names next', async () => {
    const { page, read } = await setUp();
    page.organisation = 'branch-2';
    await waitUntil(() => read('.name') === '怡康第二党支部');
  });
});

describe('the list of wishes', () => {
  const pages = (fails: () => boolean) => (_slug: string, query?: { cursor?: string | undefined }) =>
    fakeList(async () => {
      if (!query?.cursor) return pageOf([thanked({ id: 'a' })], 'next');
      if (fails()) throw new FiveMicroError('network.offline');
      return pageOf([thanked({ id: 'a' }), thanked({ id: 'b', title: '第二页的心愿' })]);
    });

  it('goes on below, says where that failed, and shows nothing twice', async () => {
    let fails = true;
    const { button, notes } = await setUp({ organisations: { wishes: pages(() => fails) } });
    button('再看一些')?.click();
    await waitUntil(() => button('没有读出来'));
    fails = false;
    button('没有读出来')?.click();
    await waitUntil(() => notes().length === 2);
    expect(notes()[1]).to.contain('第二页的心愿');
    expect(button('再看一些')).to.equal(undefined);
  });

  it('opens a wish and says which', async () => {
    const { root, page } = await setUp({ wishes: [thanked({ id: 'w' })] });
    const title = root?.querySelector<HTMLElement>('.want button');
    expect(title?.getAttribute('aria-label')).to.equal('看经过：想要一台血糖仪，每天在家量一量。');
    title?.click();
    await waitUntil(() => root?.querySelector('fm-wish-detail')?.wishId === 'w', undefined, { timeout: 5000 });
    root?.querySelector('fm-wish-detail')?.dispatchEvent(new Event('fm-sheet-close'));
    await page.updateComplete;
    expect(root?.querySelector('fm-wish-detail')).to.equal(null);
  });

  it('is read again when one of its wishes or somebody’s consent changes, not for a stranger’s', async () => {
    const { client, asked } = await setUp({ wishes: [thanked({ id: 'w' })] });
    client.emit({ type: 'wish.confirmed', id: 'another', area: 'yikang' });
    client.emit({ type: 'wish.confirmed', id: 'w', area: 'yikang' });
    await waitUntil(() => asked.length === 2);
    client.emit({ type: 'consent.changed', area: 'yikang' });
    await waitUntil(() => asked.length === 3);
  });
});

describe('how the page behaves', () => {
  it('has its shape while it opens', async () => {
    let answer: () => void = () => {};
    const client = fakeClient({
      organisations: {
        get: async () => {
          await new Promise<void>((resolve) => (answer = resolve));
          return pageLike();
        },
      },
    });
    const page = await fixture<FmOrganisation>(html`<fm-organisation .client=${client} organisation="party"></fm-organisation>`);
    expect(page.dataset['state']).to.equal('loading');
    expect(page.shadowRoot?.querySelectorAll('.skeleton').length).to.be.above(0);
    answer();
    await waitUntil(() => page.dataset['state'] === 'empty');
  });

  it('says what a webmaster forgot', async () => {
    const page = await fixture<FmOrganisation>(html`<fm-organisation organisation="party"></fm-organisation>`);
    expect(page.shadowRoot?.textContent).to.contain('api-url');
  });

  it('says which attribute is missing', async () => {
    const { text } = await setUp({ organisation: '' });
    expect(text()).to.contain('这块内容还没有接好').and.to.contain('organisation=');
  });

  it('has a kind sentence where there is nothing yet', async () => {
    const { page, text } = await setUp({ wishes: [], pages: [secondPage], organisation: 'branch-2' });
    expect(page.dataset['state']).to.equal('empty');
    expect(text()).to.contain('还没有帮过的心愿');
  });

  it('says what happened when it did not open, and tries again', async () => {
    let fails = true;
    const { page, root, text, read } = await setUp({
      organisations: {
        get: async () => {
          if (fails)
            throw new FiveMicroError('organisation.unknown', { status: 404, requestId: 'r-3', message: '没有找到这个组织。' });
          return pageLike();
        },
      },
    });
    expect(page.dataset['state']).to.equal('error');
    expect(text()).to.contain('这个组织的页面没有打开').and.to.contain('没有找到这个组织。').and.to.contain('r-3');
    fails = false;
    root?.querySelector<HTMLElement>('.calm button')?.click();
    await waitUntil(() => read('.name') === '怡康社区党总支');
  });

  it('keeps what it knows when a reload fails', async () => {
    let fails = false;
    const { page, root } = await setUp({
      organisations: {
        get: async () => {
          if (fails) throw new FiveMicroError('network.unreachable');
          return pageLike();
        },
      },
    });
    fails = true;
    await page.reload();
    await page.updateComplete;
    expect(page.dataset['state']).to.equal('offline');
    expect(root?.querySelector('.stale')?.textContent).to.contain('网络不稳');
    expect(root?.querySelector('.note')).not.to.equal(null);
  });

  it('speaks English where the page does', async () => {
    const { page, text } = await setUp();
    page.lang = 'en';
    await waitUntil(() => text().includes('What it helped with'));
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { page } = await setUp({
        mode,
        pages: [pageLike({ can: ['representatives'] })],
        representatives: [{ id: 'm', name: '张小满', origin: 'issuer', since: '2026-11-01T00:00:00.000Z' }],
        wishes: [thanked(), makeWish({ status: 'claimed', can: [] })],
      });
      await expect(page).to.be.accessible();
    });
  }

  it('has targets of 60 px and no text under 18 px in elder mode', async () => {
    const { root } = await setUp({ mode: 'elder' });
    const targets = [...(root?.querySelectorAll('.btn, .chip') ?? [])];
    expect(Math.min(...targets.map((target) => target.getBoundingClientRect().height))).to.be.at.least(60);
    const small = [...(root?.querySelectorAll('small, .tiny, .small, .tag, time, dt, .who-for') ?? [])];
    expect(Math.min(...small.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))).to.be.at.least(18);
  });
});
