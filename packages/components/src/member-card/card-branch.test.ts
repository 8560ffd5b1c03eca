import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type Organisation } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeList, pageOf } from '../shared/testing/fake-client.ts';
import { inTreeOrder } from './card-branch.ts';
import { heard, reportInOf, risen, type SetUp, setUp } from './testing/set-up.ts';

const organisation = (slug: string, name: string, parent: string | null = null, kind: Organisation['kind'] = 'party') => ({
  slug,
  name,
  parent,
  kind,
  area: 'yikang',
});
const some = [
  organisation('b2', '怡康第二党支部', 'p'),
  organisation('shop', '巷口修理铺', null, 'partner'),
  organisation('p', '怡康社区党总支'),
];

async function openBranch(found: Organisation[], areas: SetUp['areas'] = {}, mode = '') {
  const it = await setUp({ mode, areas: { organisations: () => fakeList(() => pageOf(found)), ...areas } });
  it.button('我是党员')?.click();
  await waitUntil(() => it.part('fm-card-branch')?.querySelector('form'));
  const sheet = it.part('fm-card-branch');
  const names = () =>
    [...(sheet?.querySelectorAll('.pick label') ?? [])].map((label) => label.textContent.replace(/\s+/g, ' ').trim());
  return { ...it, sheet, names, act: () => sheet?.querySelector<HTMLButtonElement>('button[type=submit]')?.click() };
}

describe('reporting in with one’s party branch', () => {
  it('offers the branches of the party alone, each below the one it belongs to, and says who will see it', async () => {
    const { names, sheet } = await openBranch(some);
    expect(names()).to.deep.equal(['怡康社区党总支', '怡康第二党支部 怡康社区党总支'].map((name) => name.replace(' ', '')));
    expect(sheet?.textContent).to.contain('邻居看不到');
  });

  it('asks for a choice, sends it by keyboard, tells the page, and closes', async () => {
    const bodies: unknown[] = [];
    const { card, sheet, root, act } = await openBranch(some, {
      reportIn: async (body) => {
        bodies.push(body);
        return reportInOf({ state: 'waiting' });
      },
    });
    act();
    await waitUntil(() => sheet?.querySelector('.field-error'));
    expect(bodies).to.deep.equal([]);
    const told = heard(card, 'fm-reported-in');
    sheet?.querySelector<HTMLElement>('input[value=p]')?.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await told;
    expect(bodies).to.deep.equal([{ area: 'yikang', organisation: 'b2' }]);
    await waitUntil(() => !root?.querySelector('fm-card-branch'));
    expect(root?.querySelector('fm-toast')?.text).to.equal('已经告诉社工，等他们看一看');
  });

  it('keeps the choice and says why where it was refused', async () => {
    const { sheet, act } = await openBranch(some, {
      reportIn: () => Promise.reject(new FiveMicroError('organisation.unknown', { status: 404, message: '没有找到这个组织。' })),
    });
    sheet?.querySelector<HTMLElement>('input[value=b2]')?.click();
    act();
    await waitUntil(() => sheet?.querySelector('.trouble'));
    expect(sheet?.querySelector('.trouble')?.textContent).to.equal('没有找到这个组织。');
    expect(sheet?.querySelector<HTMLInputElement>('input[value=b2]')?.checked).to.equal(true);
  });

  it('finds a branch among many, and keeps what was chosen in sight', async () => {
    const many = Array.from({ length: 12 }, (_, at) => organisation(`b${at}`, `第${at + 1}党支部`));
    const { sheet, names } = await openBranch(many);
    sheet?.querySelector<HTMLElement>('input[value=b3]')?.click();
    const search = sheet?.querySelector<HTMLInputElement>('input[type=search]');
    if (search) await userEvent.fill(search, '12');
    await waitUntil(() => names().length === 2);
    expect(names()).to.deep.equal(['第4党支部', '第12党支部']);
  });

  it('says whom to ask where there is none, and that it did not open where it did not', async () => {
    const none = await openBranch([]);
    expect(none.sheet?.textContent).to.contain('这里还没有登记党支部');
    const failed = await setUp({
      areas: { organisations: () => fakeList(() => Promise.reject(new FiveMicroError('network.offline'))) },
    });
    failed.button('我是党员')?.click();
    await waitUntil(() => failed.part('fm-card-branch')?.querySelector('.calm'));
    expect(failed.part('fm-card-branch')?.textContent).to.contain('支部没有打开');
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { card, sheet } = await openBranch(some, {}, mode);
      await risen(sheet);
      await expect(card).to.be.accessible();
    });
  }
});

describe('branches in the order of their tree', () => {
  it('puts each right after its parent, and what stands under somebody unknown at the top', () => {
    const order = inTreeOrder([
      organisation('c', 'c', 'b'),
      organisation('x', 'x', 'far'),
      organisation('b', 'b', 'a'),
      organisation('a', 'a'),
    ]);
    expect(order.map(({ slug }) => slug)).to.deep.equal(['x', 'a', 'b', 'c']);
  });
});
