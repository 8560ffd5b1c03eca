import { expect } from '@open-wc/testing';
import { beforeEach, describe, it } from 'vitest';
import { closed, from, makeRound } from './testing/data.ts';
import { all, area, button, reads, text, until, voteOf } from './testing/set-up.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const press = async (root: ParentNode, name: string) => {
  button(root, name).click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('rounds beside one another, and what is told of each', () => {
  it('offers the page that counts again and the record for it, and keeps digest and draw for those who check', async () => {
    const links = { ...area.settings.links, recount: '/recount/?round={id}' };
    const { element } = await voteOf({
      items: [closed()],
      areas: { get: async () => ({ ...area, settings: { ...area.settings, links } }) },
    });
    await until(() => all(element, '.links a').length === 3, 'all three are offered');
    expect(button(element, '自己再数一遍').getAttribute('href')).to.equal('/recount/?round=round-0');
    expect(button(element, '下载全部记录').getAttribute('href')).to.contain('/rounds/round-0/record.json');
    const [fold] = all(element, 'details');
    expect(fold?.hasAttribute('open')).to.equal(false);
    expect(fold?.textContent).to.contain('a'.repeat(64)).and.to.contain('怡康 2026 年冬至');
    expect(all(element, '.why')[0]?.textContent).not.to.contain('怡康 2026 年冬至');
  });

  it('folds away what only those ask who check, and says what was cast until the page is left', async () => {
    const { element } = await voteOf();
    await until(() => all(element, 'details').length === 1, 'it is folded');
    expect(all(element, 'details')[0]?.textContent).to.contain('偷拷了服务器的钥匙');
    await press(element, '选这件 香樟树');
    await press(element, '投出这张票');
    await reads(element, '选的是：香樟树下添八张长椅。只写在这一页，离开就没有了。');
    await press(element, '别人也用？不留');
    await until(() => !text(element).includes('选的是'), 'it is gone');
  });

  it('shows another round that is open above what is voted on, and says where nobody proposed anything', async () => {
    const later = makeRound({ id: 'round-2', title: '楼道怎么改', closesAt: from(20 * 24) });
    const { element } = await voteOf({ items: [makeRound(), later] });
    await reads(element, '还有一轮也在投 楼道怎么改');
    expect(text(element).indexOf('楼道怎么改')).to.be.lessThan(text(element).indexOf('香樟树下'));
    expect(text(element)).not.to.contain('另外几轮');
    await reads(element, '还没有人提');
    await expect(element).to.be.accessible();
    await press(element, '楼道怎么改');
    await until(() => element.round === 'round-2', 'it is shown');
  });

  it('says of a round that was closed early when that was and why, and takes the one that ended last for the last', async () => {
    const early = closed({ closesAt: from(200), closedAt: from(-2), reason: '钱提前到位' });
    const { element } = await voteOf({
      items: [makeRound(), early, closed({ id: 'older', title: '去年办哪几件', closesAt: from(-500), closedAt: from(-500) })],
    });
    await reads(element, '上一轮的结果：今年办哪几件');
    await reads(element, '11月23日 周一 8:32提前截止：钱提前到位');
    await reads(element, '怡康社区 · 提前截止 · 11月23日 周一 8:32');
  });
});
