import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type Account, FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { LiveController } from '../shared/controllers/live.ts';
import { fakeClient, fakeNow } from '../shared/testing/fake-client.ts';
import './points-why.define.ts';
import type { FmPointsWhy } from './points-why.ts';
import { entries, makeAccount, makeEntry } from './testing/data.ts';

LiveController.longestDelay = 0;

async function whyOf(
  points: (query?: { cursor?: string | undefined; limit?: number | undefined; period?: string | undefined }) => Promise<Account>,
  mode = '',
) {
  const client = fakeClient({ session: 'signed-in', me: { points } });
  const why = await fixture<FmPointsWhy>(
    html`<fm-points-why .client=${client} period="month" mode=${mode} .now=${() => fakeNow.getTime()}></fm-points-why>`,
  );
  await waitUntil(() => why.dataset['state'] !== 'loading');
  await why.updateComplete;
  const root = why.shadowRoot;
  return {
    why,
    client,
    root,
    heading: () => root?.querySelector('fm-sheet')?.heading,
    rows: () => [...(root?.querySelectorAll('.entries > li') ?? [])].map((row) => row.textContent.replace(/\s+/g, ' ').trim()),
    text: () => root?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    button: () => root?.querySelector<HTMLElement>('.earlier button'),
  };
}

describe('where points come from', () => {
  it('is said by kind of deed and entry by entry', async () => {
    const { heading, rows, text } = await whyOf(async () => makeAccount());
    expect(heading()).to.equal('你本月的 76 分从哪来');
    expect(text())
      .to.contain('圆心愿 40')
      .and.to.contain('参加行动 30')
      .and.to.contain('网上报到 5')
      .and.not.to.contain('许愿 0');
    const [helped, dumplings, correction, vote, corrected, capped, reportIn] = rows();
    expect(helped).to.equal('圆了“楼道的灯管坏了” +10 11月22日 周日');
    expect(dumplings).to.equal('参加“给独居老人送热饺子”，2 小时 +10 11月21日 周六 · 以怡康第二党支部的名义');
    expect(correction).to.equal('更正：参加“夜间巡逻”，1 小时 30 分钟 −5 11月16日 周一 · 社工小吴更正 多记了 1 小时');
    expect(vote).to.contain('投了一票 +1');
    expect(corrected).to.equal('参加“夜间巡逻”，1 小时 30 分钟 +5 11月14日 周六 · 后来更正了');
    expect(capped).to.contain('0').and.to.contain('那天同类的分已经加满');
    expect(reportIn).to.contain('到怡康社区网上报到 +5');
  });

  it('has words where those of the thing are gone, and for a rule that is new', async () => {
    const { rows, text } = await whyOf(async () =>
      makeAccount({
        byRule: { feast: 3 },
        items: [
          makeEntry({ about: null }),
          makeEntry({ rule: 'feast', amount: 3, about: { kind: 'action', id: 'f', title: '百家宴' } }),
        ],
      }),
    );
    expect(rows()[0]).to.contain('圆了邻居的一个心愿');
    expect(rows()[1]).to.contain('百家宴 +3');
    expect(text()).to.contain('其他 3');
  });

  it('goes on below, says where that failed, and shows nothing twice', async () => {
    let fails = true;
    const [first] = entries;
    const { rows, button } = await whyOf(async (query) => {
      if (!query?.cursor) return makeAccount({ nextCursor: 'next' });
      if (fails) throw new FiveMicroError('network.offline');
      return makeAccount({
        items: [...(first ? [first] : []), makeEntry({ about: { kind: 'wish', id: 'o', title: '更早的心愿' } })],
      });
    });
    button()?.click();
    await waitUntil(() => button()?.textContent.includes('没有读出来'));
    fails = false;
    button()?.click();
    await waitUntil(() => rows().length === entries.length + 1);
    expect(rows().at(-1)).to.contain('更早的心愿');
    expect(button()).to.equal(null);
  });

  it('stays laid out as far as it was when something happens meanwhile', async () => {
    const all = Array.from({ length: 130 }, (_, at) => makeEntry({ id: `e${at}` }));
    const limits: (number | undefined)[] = [];
    const { client, rows, button } = await whyOf(async ({ cursor, limit = 0 } = {}) => {
      limits.push(limit);
      const from = Number(cursor ?? 0);
      const to = from + limit;
      return makeAccount({ items: all.slice(from, to), nextCursor: to < all.length ? String(to) : null });
    });
    for (let shown = 40; shown <= 120; shown += 20) {
      button()?.click();
      await waitUntil(() => rows().length === shown);
    }
    limits.length = 0;
    client.emit({ type: 'wish.confirmed', id: 'w', area: 'yikang' });
    await waitUntil(() => limits.length === 2);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(rows().length).to.equal(120);
    expect(limits).to.deep.equal([100, 20]);
  });

  it('has its shape while it opens, a sentence where there is nothing, words where it failed', async () => {
    const opening = await fixture<FmPointsWhy>(
      html`<fm-points-why .client=${fakeClient({ me: { points: () => new Promise(() => undefined) } })}></fm-points-why>`,
    );
    expect(opening.shadowRoot?.querySelectorAll('.skeleton').length).to.be.above(0);
    const none = await whyOf(async () => makeAccount({ points: 0, byRule: {}, items: [] }));
    expect(none.text()).to.contain('这段时间还没有积分。');
    let fails = true;
    const failed = await whyOf(async () => {
      if (fails) throw new FiveMicroError('server.failed', { status: 500, message: '服务器出了点问题。' });
      return makeAccount();
    });
    expect(failed.text()).to.contain('积分的来处没有打开').and.to.contain('服务器出了点问题');
    fails = false;
    failed.root?.querySelector<HTMLElement>('.calm button')?.click();
    await waitUntil(() => failed.rows().length > 0);
  });

  it('keeps what it knows when a reload fails, and reads anew what was taken back', async () => {
    let asked = 0;
    const { why, client, root } = await whyOf(async () => {
      if (++asked > 1) throw new FiveMicroError('network.unreachable');
      return makeAccount();
    });
    client.emit({ type: 'wish.claimed', area: 'yikang' });
    client.emit({ type: 'points.reversed', area: 'yikang' });
    await waitUntil(() => why.dataset['state'] === 'offline');
    await why.updateComplete;
    expect(asked).to.equal(2);
    expect(root?.querySelector('.stale')).to.exist;
    expect(root?.querySelector('.entries')).to.exist;
  });

  it('are nobody’s while it is not known whose they are now', async () => {
    let asked = 0;
    const { client, why, rows, heading } = await whyOf(async () =>
      ++asked > 1 ? new Promise<never>(() => undefined) : makeAccount(),
    );
    client.become('signed-out');
    await waitUntil(() => asked === 2);
    await why.updateComplete;
    expect(rows()).to.deep.equal([]);
    expect(heading()).to.equal('这些分从哪来');
  });

  it('speaks English where the page does', async () => {
    const { why, text, heading } = await whyOf(async () => makeAccount());
    why.lang = 'en';
    await waitUntil(() => text().includes('Correction: Took part in "夜间巡逻", 1 h 30 min'));
    expect(heading()).to.equal('Where your 76 points of this month come from');
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { why } = await whyOf(async () => makeAccount(), mode);
      const dialog = why.shadowRoot?.querySelector('fm-sheet')?.shadowRoot?.querySelector('dialog');
      await Promise.all((dialog?.getAnimations() ?? []).map(({ finished }) => finished));
      await expect(why).to.be.accessible();
    });
  }
});
