import { FiveMicroError, type Wish } from '@five-micro/sdk';
import { expect, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { fakeList, makeArea, makeClaim, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { button, rootOf, text, titles, wallOf } from './testing/wall.ts';

describe('fm-wish-wall', () => {
  it('shows the wishes in the order of the answer, each with a heading and a named act', async () => {
    const lamp = makeWish({ title: '换一根灯管。' });
    const { wall } = await wallOf({ wishes: { list: () => fakeList(() => pageOf([lamp, makeWish({ title: '想要一盆花' })])) } });
    expect(titles(wall)).to.deep.equal(['换一根灯管。', '想要一盆花']);
    expect(rootOf(wall).querySelector('.want')?.getAttribute('aria-level')).to.equal('3');
    expect(button(wall, '我来帮 TA：换一根灯管。').textContent.trim()).to.equal('我来帮 TA');
    expect(wall.dataset['state']).to.equal('ready');
  });

  it('asks for what its attributes say to begin with, and for everything where they say something unknown', async () => {
    const { asked } = await wallOf(
      {},
      html`<fm-wish-wall status="in-progress" kind="item" category="repair" limit="5"></fm-wish-wall>`,
    );
    expect(asked[0]).to.include({ status: 'claimed,fulfilled', kind: 'item', category: 'repair', limit: 5, area: 'yikang' });
    const other = await wallOf({}, html`<fm-wish-wall status="toString" kind="gold"></fm-wish-wall>`);
    expect(other.asked[0]).to.include({ status: '', kind: '', limit: 12 });
    // The server takes whole numbers up to 100.
    for (const [limit, taken] of [
      ['2.5', 2],
      ['250', 100],
    ] as const) {
      const odd = await wallOf({}, html`<fm-wish-wall limit=${limit}></fm-wish-wall>`);
      expect(odd.asked[0]).to.include({ limit: taken });
    }
  });

  it('asks anew for a count, a kind and a category, and takes a count back when it is pressed again', async () => {
    const { wall, asked } = await wallOf();
    const last = async (press: () => void) => {
      press();
      await wall.updateComplete;
      return asked.at(-1);
    };
    expect(await last(() => button(wall, '已经实现').click())).to.include({ status: 'confirmed,closed' });
    expect(button(wall, '已经实现').getAttribute('aria-pressed')).to.equal('true');
    expect(await last(() => button(wall, '陪伴').click())).to.include({ status: 'confirmed,closed', kind: 'company' });
    const choice = rootOf(wall).querySelector('select');
    if (!choice) throw new Error('there are no categories');
    choice.value = 'elderly';
    expect(await last(() => choice.dispatchEvent(new Event('change')))).to.include({ category: 'elderly' });
    expect(await last(() => button(wall, '已经实现').click())).to.include({ status: '', kind: 'company', category: 'elderly' });
  });

  it('does not search while an input method is composing, nor twice for the same words', async () => {
    const { wall, asked } = await wallOf();
    const input = rootOf(wall).querySelector('input');
    if (!input) throw new Error('there is no search');
    const before = asked.length;
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    input.value = 'deng';
    input.dispatchEvent(new InputEvent('input', { isComposing: true }));
    const enter = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, cancelable: true });
    input.dispatchEvent(enter);
    expect(enter.defaultPrevented).to.equal(true);
    input.value = '灯';
    input.dispatchEvent(new CompositionEvent('compositionend'));
    await waitUntil(() => asked.length > before);
    expect(asked.slice(before).map((query) => query?.q)).to.deep.equal(['灯']);
    input.form?.requestSubmit();
    await wall.updateComplete;
    expect(asked.length).to.equal(before + 1);
  });

  it('drops the answer to a question that is no longer asked', async () => {
    const late: ((wishes: Wish[]) => void)[] = [];
    const { wall } = await wallOf({
      wishes: {
        list: (query) =>
          fakeList(() =>
            query?.kind === 'item'
              ? new Promise((resolve) => late.push((wishes) => resolve(pageOf(wishes))))
              : pageOf([makeWish({ title: '陪伴的' })]),
          ),
      },
    });
    button(wall, '实物').click();
    await waitUntil(() => late.length === 1);
    button(wall, '陪伴').click();
    await wall.updateComplete;
    await wall.list.settled;
    late[0]?.([makeWish({ title: '来晚了' })]);
    await wall.updateComplete;
    expect(titles(wall)).to.deep.equal(['陪伴的']);
  });

  it('loads more below, without doubles, says how many there are and puts the focus on the first new one', async () => {
    const first = makeWish({ title: '第一张' });
    const { wall, asked } = await wallOf(
      {
        wishes: {
          list: (query) =>
            fakeList(() => (query?.cursor ? pageOf([first, makeWish({ title: '第二张' })]) : pageOf([first], 'more'))),
        },
      },
      html`<fm-wish-wall status="open"></fm-wish-wall>`,
    );
    expect(button(wall, '再看').textContent.trim()).to.equal('再看 12 个心愿');
    button(wall, '再看').click();
    await waitUntil(() => titles(wall).length === 2);
    await waitUntil(() => rootOf(wall).activeElement?.textContent.trim() === '第二张');
    expect(asked.at(-1)).to.include({ cursor: 'more', status: 'open' });
    await waitUntil(() => rootOf(wall).querySelector('.vh[role=status]')?.textContent === '显示 2 个心愿');
    expect(text(wall)).not.to.contain('再看');
  });

  it('says that the next page did not come and lets it be asked again', async () => {
    let works = false;
    const { wall } = await wallOf({
      wishes: {
        list: (query) =>
          fakeList(() =>
            query?.cursor && !works
              ? Promise.reject(new FiveMicroError('network.unreachable'))
              : pageOf([makeWish()], query?.cursor ? null : 'more'),
          ),
      },
    });
    button(wall, '再看').click();
    await waitUntil(() => text(wall).includes('没有打开，再试一次'));
    works = true;
    button(wall, '没有打开').click();
    await waitUntil(() => titles(wall).length === 2);
  });

  it('shows how far each wish is', async () => {
    const claimed = makeWish({
      status: 'claimed',
      can: [],
      claims: [makeClaim({ name: '怡康第二党支部', organisation: 'p2', dueAt: '2026-11-28T15:59:59.000Z' })],
    });
    const mine = makeWish({ status: 'fulfilled', can: [], claims: [makeClaim({ mine: true })] });
    const partly = makeWish({ claimersWanted: 3, claimersHeld: 1 });
    const thanked = makeWish({
      status: 'confirmed',
      can: [],
      wisher: { name: '周**' },
      claims: [makeClaim({ state: 'done' }), makeClaim({ state: 'done', name: '王**' })],
      confirmation: { rating: 5, thanks: '坐满一屋子。', at: '2026-11-17T02:00:00.000Z' },
    });
    const visited = makeWish({
      status: 'closed',
      can: [],
      claims: [makeClaim({ state: 'done' })],
      closing: { note: '上门看过。', at: '2026-11-01T02:00:00.000Z' },
    });
    const past = makeWish({ status: 'expired', can: [], wantedBy: '2026-11-20T15:59:59.000Z' });
    const own = makeWish({ mine: true, can: ['withdraw'] });
    const { wall } = await wallOf({
      wishes: { list: () => fakeList(() => pageOf([claimed, mine, partly, thanked, visited, past, own])) },
    });
    const notes = [...rootOf(wall).querySelectorAll('.note')].map((note) => note.textContent.replace(/\s+/g, ' '));
    expect(notes[0]).to.contain('怡康第二党支部').and.to.contain('正在圆梦 · 11月28日前');
    expect(notes[1]).to.contain('我已经办好 · 等许愿人确认');
    expect(notes[2]).to.contain('已有 1 位，还差 2 位').and.to.contain('我来帮 TA');
    expect(notes[3]).to.contain('“坐满一屋子。”').and.to.contain('周** 谢谢 陈**等 2 位');
    expect(notes[4]).to.contain('11月1日').and.to.contain('社工上门看过 · 陈**').and.not.to.contain('谢谢');
    expect(notes[5]).to.contain('过了 11月20日，没来得及圆上').and.not.to.contain('我来帮 TA');
    expect(notes[6]).to.contain('我许的心愿').and.not.to.contain('我来帮 TA');
  });

  it('names the community of each note, and offers to post only where the area says so', async () => {
    const street = { areas: { get: async () => makeArea({ level: 'street', name: '南苑街道', can: [] }) } };
    const partly = { wishes: { list: () => fakeList(() => pageOf([makeWish({ claimersWanted: 2, claimersHeld: 1 })])) } };
    const { wall } = await wallOf({ ...street, ...partly });
    await waitUntil(() => text(wall).includes('南苑街道各社区邻居的心愿'));
    expect(rootOf(wall).querySelector('.who')?.textContent).to.contain('怡康社区');
    expect(text(wall)).not.to.contain('许个心愿');
    // Whoever is known, and lives elsewhere, reads where they can.
    expect(text(wall)).to.contain('在你家所在社区的墙上许愿');
    const community = await wallOf();
    await waitUntil(() => text(community.wall).includes('许个心愿'));
  });

  it('keeps a title of 60 characters and rare names inside 288 px, in elder mode too', async () => {
    const long = makeWish({
      title: '想学会用手机挂号和视频孩子们在外地一年也见不到几次面请有耐心的邻居来家里慢慢教一教我们老两口周末也行啊都行的啊谢谢',
      forWhom: { relation: 'self', name: '古丽·阿不都热合曼**' },
    });
    const rare = makeWish({
      title: 'https://example.test/a-very-long-address-without-any-break-in-it',
      forWhom: { relation: 'self', name: '𠮷田**' },
    });
    const claimed = makeWish({
      status: 'claimed',
      can: [],
      claims: [makeClaim({ name: '建邺区南苑街道怡康社区第二网格党支部志愿服务总队' })],
    });
    for (const mode of ['normal', 'elder']) {
      const { wall } = await wallOf(
        { wishes: { list: () => fakeList(() => pageOf([long, rare, claimed])) } },
        html`<fm-wish-wall class="narrow" mode=${mode}></fm-wish-wall>`,
      );
      wall.style.setProperty('width', '288px');
      await wall.updateComplete;
      const box = wall.getBoundingClientRect();
      for (const part of rootOf(wall).querySelectorAll('.note, .ribbon, .counts, .chips, .input, .want, .dock')) {
        const { left, right } = part.getBoundingClientRect();
        expect(right, `${mode} ${part.className}`).to.be.at.most(box.right);
        expect(left, `${mode} ${part.className}`).to.be.at.least(box.left);
        // Tilted paper, and the ribbon that goes 7 px around it.
        expect(part.scrollWidth, `${mode} ${part.className}`).to.be.at.most(part.clientWidth + 9);
      }
    }
  });

  it('has the bigger letters that WeChat gives the page’s body, unless the page refuses them', async () => {
    const { wall } = await wallOf({});
    for (const percent of ['140%', '100%']) {
      wall.style.setProperty('-webkit-text-size-adjust', percent);
      expect(getComputedStyle(rootOf(wall).querySelector('.fm')!).getPropertyValue('-webkit-text-size-adjust')).to.equal(percent);
    }
  });

  for (const mode of ['normal', 'elder']) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible in ${mode} mode by ${scheme === 'dark' ? 'night' : 'day'}`, async () => {
        const helped = makeWish({
          status: 'confirmed',
          can: [],
          claims: [makeClaim({ state: 'done' })],
          confirmation: { rating: 5, thanks: '谢谢。', at: '2026-11-17T02:00:00.000Z' },
        });
        const claimed = makeWish({ status: 'claimed', can: [], claims: [makeClaim()] });
        const { wall } = await wallOf(
          { wishes: { list: () => fakeList(() => pageOf([makeWish(), helped, claimed], 'more')) } },
          html`<fm-wish-wall mode=${mode}></fm-wish-wall>`,
        );
        wall.style.setProperty('color-scheme', scheme);
        wall.style.setProperty('background', scheme === 'dark' ? '#1a1b19' : '#fcfbf8');
        await wall.updateComplete;
        await expect(wall).to.be.accessible();
        const target = mode === 'elder' ? 60 : 44;
        for (const one of rootOf(wall).querySelectorAll<HTMLElement>('.btn, .chip, .counts button')) {
          if (one.offsetHeight) expect(one.offsetHeight, one.textContent).to.be.at.least(target);
        }
        const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
        if (mode === 'elder')
          for (const one of rootOf(wall).querySelectorAll('p, b, button, time')) expect(size(one)).to.be.at.least(18);
      });
    }
  }
});

describe('a wall that was asked for one wish by its address', () => {
  const wish = makeWish({ id: 'wish-9', area: 'other-place' });
  const open = (wall: Element) => wall.shadowRoot?.querySelector('fm-wish-detail');

  it('opens it, wherever it is from, and forgets it when it is closed', async () => {
    const { wall } = await wallOf({ wishes: { get: async () => wish } }, html`<fm-wish-wall wish="wish-9"></fm-wish-wall>`);
    await waitUntil(() => open(wall)?.dataset['state'] === 'ready');
    expect(open(wall)?.wishId).to.equal('wish-9');
    expect(open(wall)?.community.area, 'it listens to the wish’s own area').to.equal('other-place');
    open(wall)?.shadowRoot?.querySelector('fm-sheet')?.close();
    await waitUntil(() => !open(wall));
    expect(wall.wish).to.equal('');
    wall.wish = 'wish-9';
    await waitUntil(() => open(wall));
    wall.wish = '';
    await waitUntil(() => !open(wall));
  });
});
