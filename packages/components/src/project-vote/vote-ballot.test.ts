import { expect } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { beforeEach, describe, it } from 'vitest';
import { fakeNow } from '../shared/testing/fake-client.ts';
import { closed, from, makeRound, options } from './testing/data.ts';
import { all, button, me, reads, text, until, voteOf } from './testing/set-up.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const stored = (): string => JSON.stringify([...Object.entries(localStorage), ...Object.entries(sessionStorage)]);
const focused = (root: ParentNode, selector: string) => all(root, selector).some((one) => one.matches(':focus'));
const voted = { voted: true, revision: 3, eligible: true };
const fresh = { voted: false, revision: 0, eligible: true };
const code = '7QK4-M2XD-9RTH-3WBF';

describe('a ballot on projects', () => {
  it('that came when voting was over is said not to be counted, above how it ended', async () => {
    const over = closed({ id: 'round-1', mine: fresh });
    const { element, now } = await voteOf({
      rounds: {
        cast: async () => {
          now.set('round-1', over);
          throw new FiveMicroError('round.closed', { status: 409, message: 'closed' });
        },
      },
    });
    button(element, '选这件 香樟树').click();
    await reads(element, '已选 1 / 3');
    button(element, '投出这张票').click();
    await reads(element, '为什么是这 2 件');
    await reads(element, '投票刚刚截止，这张票没有算进去');
    expect(stored()).not.to.contain('benches');
  });

  it('that was not sent when voting closed is said to be that, and forgotten', async () => {
    const { element, client, now } = await voteOf();
    button(element, '选这件 香樟树').click();
    await until(() => stored().includes('benches'), 'it is kept');
    now.set('round-1', closed({ id: 'round-1', mine: fresh }));
    await until(() => client.listening > 0, 'it listens');
    client.emit({ type: 'round.closed', id: 'round-1', area: 'yikang' });
    await reads(element, '你选的还没有投出去，没有算进去');
    expect(stored()).not.to.contain('benches');
  });

  it('that was being changed when voting closed is said to stand as it was', async () => {
    const { element, client, now } = await voteOf({
      items: [makeRound({ mine: voted })],
      rounds: { myBallot: async () => ({ choices: ['slope'], revision: 3 }) },
    });
    button(element, '改我的票').click();
    await reads(element, '已选 1 / 3');
    now.set('round-1', closed({ id: 'round-1', mine: voted }));
    await until(() => client.listening > 0, 'it listens');
    client.emit({ type: 'round.closed', id: 'round-1', area: 'yikang' });
    await reads(element, '算的是原来那张票');
  });

  it('goes along where the portal signs people in on a page of its own, and stays with nobody else', async () => {
    const visitor = await voteOf({ session: 'signed-out', items: [makeRound({ mine: null })] });
    button(visitor.element, '选这件 香樟树').click();
    await until(() => stored().includes('benches'), 'it is kept');
    expect(localStorage.length).to.equal(0);
    visitor.element.remove();
    const back = await voteOf();
    await reads(back.element, '已选 1 / 3');
    expect(sessionStorage.length).to.equal(0);
    back.element.remove();
    const next = await voteOf({ me: { get: async () => ({ ...me, id: 'next' }) } });
    await reads(next.element, '已选 0 / 3');
  });

  it('takes the keyboard along: to the tray to change it, back to the slip to leave it', async () => {
    const { element } = await voteOf({
      items: [makeRound({ mine: voted })],
      rounds: { myBallot: async () => ({ choices: ['slope'], revision: 3 }) },
    });
    await reads(element, '你投过了');
    button(element, '改我的票').focus();
    button(element, '改我的票').click();
    await until(() => focused(element, '.tray'), 'the tray has the keyboard');
    button(element, '不改了').click();
    await until(() => focused(element, '.slip [role=heading]'), 'the slip has the keyboard');
    button(element, '再拿一次回执').click();
    await reads(element, '你的票收到了');
    await until(() => focused(element, '.slip [role=heading]'), 'the slip has the keyboard again');
  });

  it('is taken as the server answers, whatever the clock of the phone says', async () => {
    for (const hours of [-24 * 30, 24 * 30]) {
      const { element } = await voteOf();
      element.now = () => fakeNow.getTime() + hours * 3_600_000;
      element.requestUpdate();
      await element.updateComplete;
      await reads(element, '已选 0 / 3');
      expect(all(element, '.opt .btn')).to.have.length(options.length);
      element.remove();
    }
  });
});

describe('a receipt', () => {
  const kept = (round: string, revision: number) =>
    localStorage.setItem(
      `five-micro:draft:receipt:https://example.test/api/v1:${round}:me`,
      JSON.stringify({
        value: { receipt: code, signature: 's', revision, at: from(-700), chosen: 2 },
        savedAt: from(-700),
        until: from(8000),
      }),
    );

  it('stays on this device for as long as the slip says, unless its voter would rather not', async () => {
    const { element } = await voteOf();
    button(element, '选这件 香樟树').click();
    await reads(element, '已选 1 / 3');
    button(element, '投出这张票').click();
    await reads(element, '这台设备替你留到2028年1月11日');
    expect(stored()).to.contain(code);
    button(element, '别人也用？不留').click();
    await reads(element, '离开这一页就看不到了');
    expect(text(element)).to.contain('7QK4');
    expect(stored()).not.to.contain(code);
    button(element, '留在这台设备上').click();
    await reads(element, '这台设备替你留到');
    expect(stored()).to.contain(code);
    await expect(element).to.be.accessible();
  });

  it('of a round that is over is shown beside how it went, also the one that an earlier ballot came with', async () => {
    kept('round-0', 1);
    const { element } = await voteOf({ items: [closed({ mine: voted })] });
    await reads(element, '你的投票回执 回执号 7QK4 M2XD 9RTH 3WBF');
    expect(all(element, '.beside .slip')).to.have.length(1);
    expect(all(element, '.look-up')).to.have.length(0);
  });

  it('of the round before is still there beside its results while the next one is on', async () => {
    kept('round-0', 3);
    const { element } = await voteOf({ items: [makeRound(), closed({ mine: voted })] });
    await reads(element, '上一轮的结果：今年办哪几件');
    await reads(element, '你的投票回执');
    expect(all(element, '.beside .slip')).to.have.length(1);
  });
});
