import { expect, html, oneEvent } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { beforeEach, describe, it } from 'vitest';
import { fakeList, pageOf } from '../shared/testing/fake-client.ts';
import { closed, from, makeProject, makeResults, makeRound, options, shares } from './testing/data.ts';
import { all, button, me, reads, text, until, voteOf } from './testing/set-up.ts';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

const stored = (): string => JSON.stringify(Object.entries(localStorage));

const press = async (root: ParentNode, name: string) => {
  button(root, name).click();
  await new Promise((resolve) => requestAnimationFrame(resolve));
};

describe('a vote on projects', () => {
  it('says what is voted on, how, until when and how many have voted', async () => {
    const { element } = await voteOf();
    await reads(element, '明年先办哪几件');
    await reads(element, '已有 1,128 位邻居投票，还有 14 天，12月7日 周一 11:32截止');
    await reads(element, '最多选 3 件 截止前随时能改');
    await reads(element, '票多的先办 办到钱用完为止');
    await reads(element, '30 万元');
    await reads(element, '已选 0 / 3');
    expect(all(element, '.opt .want').map((one) => one.textContent.trim())).to.deep.equal(options.map(({ title }) => title));
    await expect(element).to.be.accessible();
  });

  it('collects what is chosen in the tray, lets it be taken off again, and takes no more than fits', async () => {
    const { element } = await voteOf();
    for (const { title } of options.slice(0, 3)) await press(element, `选这件 ${title}`);
    await reads(element, '已选 3 / 3');
    const fourth = button(element, '选这件 单元门加装雨棚');
    expect(fourth.ariaDisabled).to.equal('true');
    fourth.click();
    await reads(element, '最多选 3 件。想换，先拿掉一件。');
    expect(button(element, '已选 楼门口').ariaPressed).to.equal('true');
    await press(element, '拿掉楼门口修一条慢坡道');
    await reads(element, '已选 2 / 3');
    expect(button(element, '选这件 楼门口').ariaPressed).to.equal('false');
  });

  it('casts once, always above the revision that stands, shows the receipt and keeps no choice on the device', async () => {
    const { element, cast } = await voteOf({ items: [makeRound({ mine: { voted: false, revision: 4, eligible: true } })] });
    await press(element, '选这件 楼门口');
    const taken = oneEvent(element, 'fm-ballot-cast');
    await press(element, '投出这张票');
    await taken;
    await reads(element, '你的票收到了');
    expect(cast).to.deep.equal([{ choices: ['slope'], revision: 5 }]);
    expect(all(element, '.slip .code span[aria-hidden]').map((one) => one.textContent)).to.deep.equal([
      '7QK4',
      'M2XD',
      '9RTH',
      '3WBF',
    ]);
    expect(stored()).not.to.contain('slope');
    expect(all(element, '.slip [role=heading]')[0]?.matches(':focus')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('keeps what was chosen over a reload, until it is cast', async () => {
    const first = await voteOf();
    await press(first.element, '选这件 香樟树');
    await until(() => stored().includes('benches'), 'it is kept');
    first.element.remove();
    const second = await voteOf();
    await reads(second.element, '已选 1 / 3');
    expect(button(second.element, '已选 香樟树').ariaPressed).to.equal('true');
  });

  it('is there for whoever comes back from a login page, with a word that it is not cast yet, and for nobody in another tab', async () => {
    const chooses = async () => {
      const { element } = await voteOf({ session: 'signed-out', items: [makeRound({ mine: null })] });
      await press(element, '选这件 香樟树');
      await until(() => JSON.stringify(Object.entries(sessionStorage)).includes('benches'), 'it is kept');
      element.remove();
    };
    await chooses();
    const back = await voteOf();
    await reads(back.element, '已选 1 / 3');
    await reads(back.element, '登录好了，选的都在，还没投出去');
    back.element.remove();
    localStorage.clear();
    await chooses();
    sessionStorage.clear();
    const late = await voteOf();
    await reads(late.element, '已选 0 / 3');
  });

  it('loses no press that came before it was known who presses', async () => {
    let known: (answer: typeof me) => void = () => undefined;
    const { element } = await voteOf({
      me: {
        get: () =>
          new Promise((resolve) => {
            known = resolve;
          }),
      },
    });
    await press(element, '选这件 香樟树');
    await reads(element, '已选 1 / 3');
    known(me);
    await until(() => stored().includes(`:${me.id}`), 'it is kept under their name');
    await reads(element, '已选 1 / 3');
  });

  it('goes on with the ballot once someone has signed in', async () => {
    const { element, client, cast, now } = await voteOf({ session: 'signed-out', items: [makeRound({ mine: null })] });
    Object.defineProperty(element.community, 'loginUrl', { value: '#login' });
    await press(element, '选这件 香樟树');
    const asked = oneEvent(element, 'fm-login-required');
    await press(element, '投出这张票');
    await asked;
    await reads(element, '登录以后就投出，选的都在');
    now.set('round-1', makeRound({ mine: { voted: false, revision: 0, eligible: true } }));
    client.become('signed-in');
    await until(() => cast.length === 1, 'it was cast');
    expect(cast).to.deep.equal([{ choices: ['benches'], revision: 1 }]);
    await reads(element, '你的票收到了');
  });

  it('sends nothing over the ballot that someone turns out to have cast before', async () => {
    const { element, client, cast, now } = await voteOf({
      session: 'signed-out',
      items: [makeRound({ mine: null })],
      rounds: { myBallot: async () => ({ choices: ['slope'], revision: 3 }) },
    });
    await press(element, '选这件 香樟树');
    await press(element, '投出这张票');
    now.set('round-1', makeRound({ mine: { voted: true, revision: 3, eligible: true } }));
    client.become('signed-in');
    await reads(element, '你之前投过一张票');
    expect(cast).to.deep.equal([]);
    await press(element, '改成这样投');
    await until(() => cast.length === 1, 'it was cast');
    expect(cast).to.deep.equal([{ choices: ['benches'], revision: 4 }]);
  });

  it('changes what was cast: the old choices are read, and the new ones go above them', async () => {
    const { element, cast } = await voteOf({
      items: [makeRound({ mine: { voted: true, revision: 3, eligible: true } })],
      rounds: { myBallot: async () => ({ choices: ['slope', 'lamps'], revision: 3 }) },
    });
    await reads(element, '你投过了');
    expect(all(element, '.opt .btn')).to.have.length(0);
    await press(element, '改我的票');
    await reads(element, '已选 2 / 3');
    await press(element, '已选 楼门口');
    await press(element, '改成这样投');
    await until(() => cast.length === 1, 'it was cast');
    expect(cast).to.deep.equal([{ choices: ['lamps'], revision: 4 }]);
  });

  it('says in words when it came too late, and when a later ballot stands', async () => {
    for (const [code, words] of [
      ['round.closed', '投票刚刚截止，这张票没有算进去'],
      ['ballot.superseded', '你在别处又投过一次'],
    ] as const) {
      const { element } = await voteOf({
        rounds: { cast: async () => Promise.reject(new FiveMicroError(code, { status: 409, message: code })) },
      });
      await press(element, '选这件 香樟树');
      await press(element, '投出这张票');
      await reads(element, words);
      element.remove();
      localStorage.clear();
    }
  });

  it('tells whoever may not vote here what they can do, and offers nothing to choose', async () => {
    const { element } = await voteOf({ items: [makeRound({ can: [], mine: { voted: false, revision: 0, eligible: false } })] });
    await reads(element, '这轮投票给怡康社区的居民');
    expect(button(element, '去报到').getAttribute('href')).to.equal('/me.html');
    expect(all(element, '.opt .btn, .tray')).to.have.length(0);
  });

  it('counts the money of a ballot within the budget', async () => {
    const { element } = await voteOf({ items: [makeRound({ ballot: { type: 'budget' }, budget: 13_000_000 })] });
    await reads(element, '不超过总的钱数就行');
    await press(element, '选这件 楼门口');
    await reads(element, '还剩 3.4 万元');
    expect(button(element, '选这件 楼道').ariaDisabled).to.equal('true');
    button(element, '选这件 楼道').click();
    await reads(element, '选不下这件');
  });

  it('only shows what is coming before it begins', async () => {
    const { element } = await voteOf({ items: [makeRound({ opensAt: from(73), can: [] })] });
    await reads(element, '还有 3 天开始');
    await reads(element, '还没到投票的时间');
    expect(all(element, '.opt')).to.have.length(4);
    expect(all(element, '.opt .btn, .tray')).to.have.length(0);
  });

  it('shows afterwards what won and why, and one tap away what the other rule would have given', async () => {
    const { element } = await voteOf({ items: [closed()] });
    await reads(element, '1,846 位邻居投票，有投票权的 4,200 位，其中 213 张是纸质票');
    await reads(element, '楼门口修一条慢坡道 入选 1,204 票');
    await reads(element, '6.3 万元 · 剩下的 3.4 万元不够');
    await reads(element, '没有人选');
    await reads(element, '为什么是这 2 件');
    await reads(element, '13 万元用了 12.8 万元');
    await press(element, '换一种算法会怎样');
    await reads(element, '要是总的钱平分给每张票');
    await reads(element, '会选上 楼道换成声控亮灯');
    await reads(element, '会选不上 楼门口修一条慢坡道');
    expect(button(element, '下载全部记录').getAttribute('href')).to.equal(
      'https://example.test/api/v1/rounds/round-0/record.json',
    );
    expect(text(element)).not.to.contain('自己再数一遍');
    await expect(element).to.be.accessible();
  });

  it('says of equal shares what each supporter paid, and why one with more votes lost', async () => {
    const { element } = await voteOf({
      items: [closed({ rule: 'equal-shares', completion: 'add1' })],
      rounds: { results: async () => makeResults({ outcome: shares, otherwise: null }) },
    });
    await reads(element, '总的钱里，795 张票每张分担 79.25 元');
    await reads(element, '总的钱里，627 张票分担，每张 8.01 元到 52 元');
    await reads(element, '选它的票分到的钱加起来只剩 1,200 元，不够');
    await reads(element, '不用居民掏钱');
    await reads(element, '给每张票各加一点再算一遍');
    expect(text(element)).not.to.contain('换一种算法');
  });

  it('shows how far every winner is, and the last results while another round is on', async () => {
    const second = makeProject({ id: 'lamps', title: '楼道的灯' });
    const { element } = await voteOf({
      items: [makeRound(), closed()],
      projects: { list: (query) => fakeList(() => pageOf(query?.status?.includes('done') ? [makeProject(), second] : [])) },
    });
    await reads(element, '上一轮的结果：今年办哪几件');
    await reads(element, '楼道的灯 正在办 1 处整改 60%');
    await reads(element, '负责人 陈工，南苑街道城管科 · 预计 12月18日 周五完工');
    await reads(element, '北段 120 米铺好，可以走了');
  });

  it('says what became of what no round chose, with its votes and why', async () => {
    const round = { id: 'r', title: '今年办哪几件', votes: 795, why: 'too-dear' as const, left: 3_400_000 };
    const lost = makeProject({ id: 'lamps', title: '楼道的灯', status: 'not-selected', round });
    const { element } = await voteOf({
      projects: { list: (query) => fakeList(() => pageOf(query?.status === 'not-selected' ? [lost] : [])) },
    });
    await reads(element, '没选上的 1 件');
    all(element, '.lost summary')[0]?.click();
    await reads(element, '楼道的灯 今年办哪几件 · 795 票 · 剩下的 3.4 万元不够');
    await expect(element).to.be.accessible();
  });

  it('asks for nothing in a visitor’s name that only members may ask for', async () => {
    const asked: (string | undefined)[] = [];
    const list = (query?: { status?: string | undefined }) => {
      asked.push(query?.status);
      return fakeList(() => pageOf([makeProject({ status: 'listed' })]));
    };
    const visitor = await voteOf({ session: 'signed-out', items: [makeRound({ mine: null })], projects: { list } });
    await reads(visitor.element, '一位邻居提的');
    expect(asked).to.include('listed');
    expect(asked.join()).not.to.contain('proposed');
    await voteOf({ projects: { list } });
    await until(() => asked.includes('listed,proposed,declined'), 'a member asks for their own as well');
  });

  it('shows a visitor’s view where the portal gives no token', async () => {
    const { element } = await voteOf({
      session: 'unknown',
      portal: () => Promise.reject(new FiveMicroError('token.unavailable')),
      items: [makeRound({ mine: null })],
      projects: { list: () => fakeList(() => pageOf([makeProject({ status: 'listed' })])) },
    });
    await reads(element, '一位邻居提的');
  });

  it('reads the round again when something happens to it', async () => {
    const { element, client, now } = await voteOf();
    now.set('round-1', { ...makeRound(), title: '改了名字' });
    client.emit({ type: 'round.edited', id: 'round-1', area: 'yikang' });
    await reads(element, '改了名字');
  });

  it('says what ends the emptiness where nothing is voted on', async () => {
    const { element } = await voteOf({ items: [] });
    await reads(element, '还没有要投的');
    expect(element.dataset['state']).to.equal('empty');
    button(element, '提一件实事');
  });

  it('is short in a sidebar and has nothing to press on a hall screen', async () => {
    const { element } = await voteOf({}, html`<fm-project-vote compact></fm-project-vote>`);
    expect(button(element, '去投票').getAttribute('href')).to.equal('/projects.html');
    expect(all(element, '.opt .btn, .tray')).to.have.length(0);
    const hall = await voteOf({}, html`<fm-project-vote display="hall"></fm-project-vote>`);
    expect(all(hall.element, 'button')).to.have.length(0);
  });

  it('speaks English', async () => {
    const { element } = await voteOf({}, html`<fm-project-vote lang="en"></fm-project-vote>`);
    await reads(element, 'Neighbours who have voted: 1,128, 14 days left, until Mon 7 Dec 11:32');
    await reads(element, 'Most votes first');
    await reads(element, '¥96,000');
  });
});
