import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { area, makeContest } from './testing/data.ts';
import { all, button, contestOf, names, one, pick, reads, refusal, text, until } from './testing/set-up.ts';

const code = '7QK4-M2XD-9RTH-3WBF';
const signedIn = 'signed-in' as const;

describe('how a contest ended', () => {
  it('shows how it ended above the receipt, where only what is past is told', async () => {
    const take = async () => ({ receipt: code, signature: 'signed', revision: 1 });
    const open = makeContest();
    const first = await contestOf(open, { session: signedIn, rounds: { get: async () => open, cast: take } });
    pick(first.element, names(first.element)[0] ?? '');
    await reads(first.element, '已选 1 / 3');
    button(first.element, '投出这张票').click();
    await reads(first.element, '你的票收到了');
    first.element.remove();
    const round: typeof open = {
      ...open,
      status: 'closed',
      can: [],
      closedAt: '2026-11-23T02:30:00.000Z',
      mine: { voted: true, revision: 1, eligible: true },
    };
    const { element } = await contestOf(round, { session: signedIn }, { kept: true });
    await reads(element, '评上的邻居');
    await reads(element, '你的投票回执');
    expect(text(element).indexOf('评上的邻居')).to.be.lessThan(text(element).indexOf('你的投票回执'));
    expect(text(element)).not.to.contain('截止前谁也看不到票数');
  });

  it('shows after the close who was chosen with how many votes, why not, and looks a code up', async () => {
    const codes: string[] = [];
    const round = makeContest({ status: 'closed', can: [], closedAt: '2026-11-22T02:30:00.000Z' });
    const links = { ...area.settings.links, recount: '/recount/?round={id}' };
    const { element } = await contestOf(round, {
      areas: { get: async () => ({ ...area, settings: { ...area.settings, links } }) },
      rounds: {
        get: async () => round,
        receipt: async (_id, asked) => {
          codes.push(asked);
          if (asked !== code) throw refusal('receipt.unknown', 404);
          return { state: 'counted', ballots: 128, hash: 'h' };
        },
      },
    });
    await reads(element, '评上的邻居');
    expect(all(element, '.won .cand').length).to.equal(2);
    expect(all(element, 'slot[name=act]').length, 'nobody is nominated for what is over').to.equal(0);
    expect(one(element, 'details').textContent).to.contain(round.openingDigest);
    await until(() => all(element, '.told a').length === 2);
    expect(button(element, '自己再数一遍').getAttribute('href')).to.equal(`/recount/?round=${round.id}`);
    expect(button(element, '下载全部记录').getAttribute('href')).to.contain(`/rounds/${round.id}/record.json`);
    expect(text(element)).to.contain('40 票').and.to.contain('票数一样，按开投前定好的办法');
    await expect(element).to.be.accessible();
    const field = one<HTMLInputElement>(element, '#receipt-code');
    const look = async (typed: string, says: string) => {
      field.value = typed;
      button(element, '查一查').click();
      await reads(element, says);
    };
    await look('7qk4', '号码是 16 个字母和数字');
    await look('7qk4 m2xd 9rth 3wbf', '128 张里的一张');
    await look('0000 0000 0000 0000', '名单里没有这个号。先看看有没有打错');
    expect(codes).to.deep.equal([code, '0000-0000-0000-0000']);
  });
});
