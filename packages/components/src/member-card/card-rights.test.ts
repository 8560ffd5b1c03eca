import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { fakeList, makeClaim, makeWish, pageOf } from '../shared/testing/fake-client.ts';
import { claimOf, heard, hours, me, reportInOf, risen, type SetUp, setUp } from './testing/set-up.ts';

const archive = async () => new Blob(['PK'], { type: 'application/zip' });

/** Keeps the browser of the test from really saving what a link offers. */
function watchDownloads(root: ParentNode | null | undefined): string[] {
  const saved: string[] = [];
  root?.addEventListener('click', (event) => {
    const link = event.composedPath()[0];
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    saved.push(`${link.download} ${link.protocol}`);
  });
  return saved;
}

describe('taking a copy', () => {
  it('says that it packs, saves the file under its day, and leaves a link where that did nothing', async () => {
    let answer: (blob: Blob) => void = () => {};
    const { part } = await setUp({ myself: { export: () => new Promise<Blob>((resolve) => (answer = resolve)) } });
    const copy = part('fm-card-export');
    const saved = watchDownloads(copy);
    copy?.querySelector('button')?.click();
    await waitUntil(() => copy?.textContent.includes('正在打包'));
    expect(saved).to.deep.equal([]);
    answer(await archive());
    await waitUntil(() => saved.length === 1);
    expect(saved).to.deep.equal(['我的五微-2026-11-23.zip blob:']);
    expect(copy?.querySelector('[role=status]')?.textContent.replace(/\s+/g, '')).to.equal(
      '存到你的下载里了：我的五微-2026-11-23.zip没有自动存下来？点这里存',
    );
    copy?.querySelector('a')?.click();
    expect(saved.length).to.equal(2);
  });

  it('says what went wrong, that nothing is lost, and works the next time', async () => {
    let fails = true;
    const { part } = await setUp({
      myself: {
        export: async () => {
          if (fails)
            throw new FiveMicroError('server.busy', { status: 503, requestId: 'r-1', message: '现在人多，请过一会儿再试。' });
          return archive();
        },
      },
    });
    const copy = part('fm-card-export');
    const saved = watchDownloads(copy);
    copy?.querySelector('button')?.click();
    await waitUntil(() => copy?.querySelector('.bad'));
    expect(copy?.textContent).to.contain('没有打成包，你的资料都还在。现在人多').and.to.contain('r-1');
    fails = false;
    copy?.querySelector('button')?.click();
    await waitUntil(() => saved.length === 1);
    expect(copy?.querySelector('.bad')).to.equal(null);
  });
});

const erased = { erasedAt: hours(0) };
const helped = makeWish({ status: 'claimed', can: ['release'] });
const forBranch = makeWish({ status: 'claimed', claims: [makeClaim({ id: 'claim-branch', organisation: 'p2' })], id: 'branch' });

async function openErase(more: SetUp = {}) {
  const it = await setUp(more);
  it.button('清掉我的资料')?.click();
  await waitUntil(() => it.part('fm-card-erase')?.querySelector('.what li'));
  const sheet = it.part('fm-card-erase');
  const inside = (words: string) => [...(sheet?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(words));
  const box = sheet?.querySelector<HTMLInputElement>('input[name=ready]');
  const lines = (section: number) =>
    [...(sheet?.querySelectorAll('.what section')[section]?.querySelectorAll('li') ?? [])].map((line) => line.textContent.trim());
  return { ...it, sheet, box, inside, lines };
}

describe('leaving', () => {
  it('says what goes, what stays, and what becomes of what is under way, in numbers', async () => {
    const { lines, sheet } = await openErase({
      me: me({ branch: { slug: 'p2', name: '怡康第二党支部' }, waitingReportIn: reportInOf({ state: 'waiting' }) }),
      wishes: [
        makeWish({ status: 'submitted', mine: true }),
        makeWish({ status: 'claimed', mine: true, claims: [makeClaim()] }),
        makeWish({ status: 'fulfilled', mine: true }),
        makeWish({ status: 'confirmed', mine: true }),
      ],
      claims: [
        claimOf(helped, 'active'),
        claimOf(forBranch, 'active'),
        claimOf(makeWish({ status: 'fulfilled' }), 'done'),
        claimOf(makeWish({ status: 'confirmed' }), 'done'),
      ],
    });
    expect(lines(0)).to.deep.equal([
      '在等的 2 个心愿会撤下来',
      '在等的心愿会撤下来，其中 1 个有邻居答应了，会告诉他们不用来',
      '等你说一句的 1 个心愿，社工去看过再办结',
      '你答应帮的 1 个会放回墙上，许愿的邻居会知道你来不了了',
      '你说帮好了、等 TA 点头的 1 个，还算帮好了',
      '到怡康社区的报到会撤回来',
    ]);
    expect(lines(1).join()).to.contain('名字、电话').and.to.contain('你的党支部');
    expect(lines(2).join()).to.contain('谁也看不出是你').and.to.contain('以组织名义答应的 1 个');
    expect(sheet?.querySelector('fm-card-export')).not.to.equal(null);
  });

  it('counts also what the card had no room for', async () => {
    const many = Array.from({ length: 70 }, () => makeWish({ status: 'open', mine: true }));
    const { lines } = await openErase({
      myself: {
        wishes: () => fakeList((cursor) => (cursor ? pageOf(many.slice(50)) : pageOf(many.slice(0, 50), 'more'))),
      },
    });
    expect(lines(0)).to.deep.equal(['在等的 70 个心愿会撤下来']);
  });

  it('does nothing before one has said so, and then only once', async () => {
    let asked = 0;
    const { box, inside, card, root } = await openErase({
      myself: {
        erase: async () => {
          asked++;
          return erased;
        },
      },
    });
    inside('清掉我的资料')?.click();
    expect(inside('清掉我的资料')?.disabled).to.equal(true);
    box?.focus();
    await userEvent.keyboard(' ');
    await waitUntil(() => inside('清掉我的资料')?.disabled === false);
    expect(asked).to.equal(0);
    const told = heard(document.body, 'fm-member-erased');
    inside('清掉我的资料')?.click();
    inside('清掉我的资料')?.click();
    expect((await told).erasedAt).to.equal(erased.erasedAt);
    await waitUntil(() => root?.querySelector('.gone'));
    expect(asked).to.equal(1);
    expect(root?.querySelector('fm-card-erase')).to.equal(null);
    expect(root?.querySelector('.gone')?.textContent).to.contain('你的资料清掉了').and.to.contain('11月23日 周一 10:32');
    await waitUntil(() => root?.activeElement?.classList.contains('gone'));
    await expect(card).to.be.accessible();
  });

  it('keeps the farewell, with nobody signed in here from that moment, until somebody signs in', async () => {
    const { box, inside, root, client, card } = await openErase({ myself: { erase: async () => erased } });
    box?.click();
    await waitUntil(() => inside('清掉我的资料')?.disabled === false);
    inside('清掉我的资料')?.click();
    await waitUntil(() => root?.querySelector('.gone'));
    // The portal's own session may be slower to end, and would make them a new member.
    expect(client.session.state).to.equal('signed-out');
    await card.reload();
    await card.updateComplete;
    expect(root?.querySelector('.gone')).not.to.equal(null);
    client.become('signed-in');
    await waitUntil(() => root?.querySelector('.me'));
  });

  it('says that nothing was erased where it was refused', async () => {
    const { box, inside, sheet, root } = await openErase({
      myself: {
        erase: () =>
          Promise.reject(new FiveMicroError('server.failed', { status: 500, message: '服务器出了点问题。', requestId: 'r-2' })),
      },
    });
    box?.click();
    await waitUntil(() => inside('清掉我的资料')?.disabled === false);
    inside('清掉我的资料')?.click();
    await waitUntil(() => sheet?.querySelector('.bad'));
    expect(sheet?.querySelector('.sure')?.textContent).to.contain('什么都没有清掉').and.to.contain('r-2');
    expect(root?.querySelector('.gone')).to.equal(null);
  });

  it('does not claim to know where the answer was lost, and finds out with the next try', async () => {
    let lost = true;
    const { box, inside, sheet, root } = await openErase({
      myself: {
        erase: () =>
          Promise.reject(
            lost
              ? new FiveMicroError('network.unreachable', { saved: 'unknown' })
              : new FiveMicroError('token.revoked', { status: 401, message: '这次登录已经被收回。' }),
          ),
      },
    });
    box?.click();
    await waitUntil(() => inside('清掉我的资料')?.disabled === false);
    inside('清掉我的资料')?.click();
    await waitUntil(() => sheet?.querySelector('.bad'));
    expect(sheet?.querySelector('.bad')?.textContent).to.contain('不知道清掉没有').and.not.to.contain('什么都没有清掉');
    lost = false;
    inside('清掉我的资料')?.click();
    await waitUntil(() => root?.querySelector('.gone'));
  });

  it('never erases somebody else who signed in meanwhile', async () => {
    let person = me();
    let asked = 0;
    const { box, inside, sheet } = await openErase({
      myself: {
        get: async () => person,
        erase: async () => {
          asked++;
          return erased;
        },
      },
    });
    person = me({ id: 'another' });
    box?.click();
    await waitUntil(() => inside('清掉我的资料')?.disabled === false);
    inside('清掉我的资料')?.click();
    await waitUntil(() => sheet?.querySelector('.bad'));
    expect(sheet?.querySelector('.bad')?.textContent).to.contain('现在登录的已经不是你了');
    expect(asked).to.equal(0);
  });

  it('can be thought better of, by button and by Escape', async () => {
    const { inside, root, button } = await openErase();
    inside('先不了')?.click();
    await waitUntil(() => !root?.querySelector('fm-card-erase'));
    button('清掉我的资料')?.click();
    await waitUntil(() => root?.querySelector('fm-card-erase')?.shadowRoot?.querySelector('fm-sheet'));
    await userEvent.keyboard('{Escape}');
    await waitUntil(() => !root?.querySelector('fm-card-erase'));
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { card, box, inside, sheet } = await openErase({ mode, claims: [claimOf(helped, 'active')] });
      await risen(sheet);
      await expect(card).to.be.accessible();
      box?.click();
      await waitUntil(() => inside('清掉我的资料')?.disabled === false);
      await expect(card).to.be.accessible();
    });
  }
});
