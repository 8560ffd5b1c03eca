import type { Ballot } from '@five-micro/sdk';
import { expect, oneEvent } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import { makeContest, makeOption } from './testing/data.ts';
import { all, button, contestOf, names, one, pick, reads, refusal, text, until } from './testing/set-up.ts';

const code = '7QK4-M2XD-9RTH-3WBF';
const signature = 'signed';
const signedIn = 'signed-in' as const;

/** Takes ballots as the server does, and remembers them. */
function box(standing = 0) {
  const cast: (Ballot & { revision: number })[] = [];
  return {
    cast,
    take: async (_id: string, body: Ballot & { revision: number }) => {
      if (body.revision <= Math.max(standing, ...cast.map(({ revision }) => revision))) throw refusal('ballot.superseded', 409);
      cast.push(body);
      return { receipt: code, signature, revision: body.revision };
    },
  };
}

describe('a contest of stars', () => {
  it('says how to vote, who may and until when, and shows twelve of thirty in an order of one’s own, and says so', async () => {
    const { element } = await contestOf(makeContest(), { session: signedIn });
    for (const words of ['最多选 3 位', '住在怡康社区的居民', '12月20日', '30 位，每个人看到的先后都不一样'])
      expect(text(element)).to.contain(words);
    expect(names(element).length).to.equal(12);
    await expect(element).to.be.accessible();
    button(element, '再看 12 位').click();
    await until(() => names(element).length === 24);
    await until(() => all(element, '.cand:focus').length === 1);
    button(element, '再看 6 位').click();
    await until(() => names(element).length === 30);
  });

  it('draws the same order for one member each time, whatever order the server answers, and another for the next', async () => {
    const options = makeContest().options;
    const first = await contestOf(makeContest(), { session: signedIn });
    const before = names(first.element);
    first.element.remove();
    const again = await contestOf(makeContest({ options: [...options].reverse() }), { session: signedIn });
    expect(names(again.element)).to.deep.equal(before);
    again.element.remove();
    const other = await contestOf(makeContest(), { session: signedIn, who: 'm2' });
    expect(names(other.element)).not.to.deep.equal(before);
    expect(before).not.to.deep.equal(options.slice(0, 12).map(({ title }) => title));
  });

  it('keeps a visitor’s order when they come back, and when they sign in while they look', async () => {
    const first = await contestOf(makeContest({ mine: null }));
    const before = names(first.element);
    first.client.become('signed-in');
    await first.element.updateComplete;
    expect(names(first.element)).to.deep.equal(before);
    first.element.remove();
    const again = await contestOf(makeContest({ mine: null }));
    expect(names(again.element)).to.deep.equal(before);
  });

  it('finds by name or deed, by community and by honour', async () => {
    const { element } = await contestOf(makeContest(), { session: signedIn });
    const search = one<HTMLInputElement>(element, 'input[type=search]');
    search.value = '候选17';
    search.dispatchEvent(new InputEvent('input'));
    await until(() => names(element).join() === '候选17');
    search.value = '书法';
    search.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await element.updateComplete;
    expect(names(element)).to.deep.equal(['候选17']);
    search.dispatchEvent(new CompositionEvent('compositionend'));
    await reads(element, '15 位');
    const select = one<HTMLSelectElement>(element, '.find select');
    select.value = '双和社区';
    select.dispatchEvent(new Event('change'));
    await reads(element, '5 位');
    button(element, '服务之星').click();
    await reads(element, '没有找到这样的邻居');
    button(element, '看全部').click();
    await reads(element, '30 位');
  });

  it('collects at most three in the tray, takes one off, and casts the rest once', async () => {
    const { cast, take } = box();
    const round = makeContest();
    const { element } = await contestOf(round, { session: signedIn, rounds: { get: async () => round, cast: take } });
    expect(button(element, '投出这张票').hasAttribute('disabled')).to.equal(true);
    const [a = '', b = '', c = '', d = ''] = names(element);
    for (const name of [a, b, c]) pick(element, name);
    await reads(element, '已选 3 / 3');
    expect(text(element)).to.contain('选满了');
    pick(element, d);
    await reads(element, '最多选 3 位。想换人，先拿掉一位。');
    await expect(element).to.be.accessible();
    button(element, `拿掉${b}`).focus();
    button(element, `拿掉${b}`).click();
    await reads(element, '已选 2 / 3');
    await until(() => all(element, '.slots button:focus').length === 1);
    const told = oneEvent(element, 'fm-ballot-cast');
    button(element, '投出这张票').click();
    expect(Object.keys(await told)).not.to.include('choices');
    await reads(element, '你的票收到了');
    expect(all(element, '.code span').map((part) => part.textContent))
      .to.include('7QK4')
      .and.to.include('3WBF');
    expect(cast).to.deep.equal([
      { choices: [a, c].map((name) => round.options.find(({ title }) => title === name)?.id), revision: 1 },
    ]);
    expect(one(element, 'details').textContent).to.contain('要是有人偷拷了服务器的钥匙');
    await until(() => all(element, '.slip [role=heading]:focus').length === 1);
    await expect(element).to.be.accessible();
  });

  it('changes a ballot always above the revision that stands', async () => {
    const { cast, take } = box(4);
    const round = makeContest({ mine: { voted: true, revision: 4, eligible: true } });
    const { element } = await contestOf(round, {
      session: signedIn,
      rounds: { get: async () => round, myBallot: async () => ({ choices: ['option-003'], revision: 4 }), cast: take },
    });
    await reads(element, '你投过了');
    expect(all(element, '.tray').length).to.equal(0);
    button(element, '改我的票').click();
    await reads(element, '已选 1 / 3');
    const other = names(element).find((name) => name !== '候选3') ?? '';
    pick(element, other);
    await reads(element, '已选 2 / 3');
    button(element, '改成这样投').click();
    await reads(element, '你的票收到了');
    expect(cast.map(({ revision }) => revision)).to.deep.equal([5]);
    expect(cast[0]?.choices.length).to.equal(2);
  });

  it('gets the receipt again by casting the same ballot once more, above what stands', async () => {
    const { cast, take } = box(2);
    const round = makeContest({ mine: { voted: true, revision: 2, eligible: true } });
    const { element } = await contestOf(round, {
      session: signedIn,
      rounds: { get: async () => round, myBallot: async () => ({ choices: ['option-003'], revision: 2 }), cast: take },
    });
    await reads(element, '这台设备上没有回执');
    button(element, '再拿一次回执').click();
    await reads(element, '7QK4');
    expect(cast).to.deep.equal([{ choices: ['option-003'], revision: 3 }]);
  });

  it('sends a ballot whose answer was lost again as the same revision, and another choice as the next', async () => {
    const sent: (Ballot & { revision: number })[] = [];
    const round = makeContest();
    const { element } = await contestOf(round, {
      session: signedIn,
      rounds: {
        get: async () => round,
        cast: async (_id, body) => {
          sent.push(body);
          if (sent.length < 3) throw refusal('network.timeout', 0);
          return { receipt: code, signature, revision: body.revision };
        },
      },
    });
    const [a = '', b = ''] = names(element);
    pick(element, a);
    await reads(element, '已选 1 / 3');
    button(element, '投出这张票').click();
    await until(() => sent.length === 1 && !all(element, '.tray [aria-disabled]').length);
    button(element, '投出这张票').click();
    await until(() => sent.length === 2 && !all(element, '.tray [aria-disabled]').length);
    pick(element, b);
    await reads(element, '已选 2 / 3');
    button(element, '投出这张票').click();
    await reads(element, '你的票收到了');
    expect(sent.map(({ revision }) => revision)).to.deep.equal([1, 1, 2]);
  });

  it('asks a visitor to sign in and goes on; an earlier ballot of theirs is not overwritten unasked', async () => {
    const { cast, take } = box(1);
    let signed = false;
    const mine = { voted: true, revision: 1, eligible: true };
    const { element, client } = await contestOf(makeContest({ mine: null }), {
      rounds: { get: async () => makeContest({ mine: signed ? mine : null }), cast: take },
    });
    pick(element, names(element)[0] ?? '');
    await reads(element, '已选 1 / 3');
    setTimeout(() => button(element, '投出这张票').click());
    expect(await oneEvent(element, 'fm-login-required')).to.include({ act: 'vote', subject: 'round-1' });
    signed = true;
    client.become('signed-in');
    await reads(element, '你之前投过一张票');
    expect(cast.length).to.equal(0);
    button(element, '改成这样投').click();
    await reads(element, '你的票收到了');
    expect(cast.map(({ revision }) => revision)).to.deep.equal([2]);
  });

  it('keeps what was chosen over a reload, for this voter alone', async () => {
    const first = await contestOf(makeContest(), { session: signedIn });
    pick(first.element, names(first.element)[0] ?? '');
    await reads(first.element, '已选 1 / 3');
    first.element.remove();
    const again = await contestOf(makeContest(), { session: signedIn }, { kept: true });
    await reads(again.element, '已选 1 / 3');
    again.element.remove();
    const other = await contestOf(makeContest(), { session: signedIn, who: 'm2' }, { kept: true });
    await reads(other.element, '已选 0 / 3');
  });

  it('says that it was over just before, and shows how it ended', async () => {
    const closed = makeContest({ status: 'closed', can: [], closedAt: '2026-11-23T02:30:00.000Z', reason: '大风停电' });
    let now = makeContest();
    const { element } = await contestOf(now, {
      session: signedIn,
      rounds: {
        get: async () => now,
        cast: async () => {
          now = closed;
          throw refusal('round.closed', 409);
        },
      },
    });
    pick(element, names(element)[0] ?? '');
    await reads(element, '已选 1 / 3');
    button(element, '投出这张票').click();
    await reads(element, '已经结束');
    await reads(element, '提前结束：大风停电');
    await reads(element, '投票刚刚截止，这张票没有算进去');
  });

  it('says who may vote to whoever may not, and shows no ballot', async () => {
    const { element } = await contestOf(makeContest({ can: [], mine: { voted: false, revision: 0, eligible: false } }), {
      session: signedIn,
    });
    await reads(element, '由住在怡康社区、社工核对过的居民来投');
    expect(all(element, '.tray, .cand [aria-pressed]').length).to.equal(0);
  });

  it('says when it begins', async () => {
    const { element } = await contestOf(makeContest({ opensAt: '2026-11-25T01:00:00.000Z', can: [] }), { session: signedIn });
    await reads(element, '11月25日 周三 9:00 开始投票，可以先看看');
  });

  it('folds a ballot of ten until it is looked at, and counts what is missing', async () => {
    const { element } = await contestOf(makeContest({ ballot: { type: 'approval', min: 2, max: 10 } }), { session: signedIn });
    pick(element, names(element)[0] ?? '');
    await reads(element, '至少还要选 1 位');
    expect(button(element, '投出这张票').hasAttribute('disabled')).to.equal(true);
    expect(all(element, '.slots').length).to.equal(0);
    button(element, '看看选了哪些').click();
    await until(() => all(element, '.slots li').length === 1);
  });

  it('is large enough for old fingers in elder mode, and fits into 320 px', async () => {
    await page.viewport(320, 700);
    const { element } = await contestOf(makeContest(), { session: signedIn });
    element.mode = 'elder';
    await until(() => one(element, '.cand .btn').getBoundingClientRect().height >= 60);
    pick(element, names(element)[0] ?? '');
    await reads(element, '已选 1 / 3');
    await until(() => one(element, '.slots li').getBoundingClientRect().height >= 60);
    const small = all(element, 'fm-star-contest >>> p, fm-star-contest >>> button').filter(
      (part) => part.checkVisibility() && Number.parseFloat(getComputedStyle(part).fontSize) < 18,
    );
    expect(small.map((part) => part.className)).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(element).to.be.accessible();
  });

  it('stays pleasant with 210 candidates', async () => {
    const options = Array.from({ length: 210 }, (_, index) => makeOption(index));
    const { element } = await contestOf(makeContest({ options }), { session: signedIn });
    await reads(element, '210 位');
    expect(names(element).length).to.equal(12);
  });
});
