import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type CheckInCode, FiveMicroError, type SignUp } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { LiveController } from '../../shared/controllers/live.ts';
import { fakeClient, fakeList, fakeNow, makeSignUp, pageOf } from '../../shared/testing/fake-client.ts';
import './check-in.define.ts';
import type { FmDeskCheckIn } from './check-in.ts';
import { CodeClock } from './code-clock.ts';
import { pathOf, qrOf } from '../../shared/hall/qr.ts';
import { cut, inMinutes, running } from './testing/set-up.ts';

LiveController.longestDelay = 0;

const second = 1000;
const came = (name: string, minutesAgo: number): SignUp =>
  makeSignUp({ name, state: 'attended', checkedInAt: inMinutes(-minutesAgo) });

interface SetUp {
  people?: SignUp[];
  link?: string | null;
  fails?: FiveMicroError[];
  /** How far this device's clock is ahead of the server's. */
  ahead?: number;
  mode?: string;
  width?: number;
}

/** A screen over a server whose code changes each half minute, at a present that a test moves on. */
async function setUp({
  people = [came('周桂芳', 0), came('古丽·阿不都', 11), makeSignUp({ name: '陈建国' })],
  link = 'https://yikang.example/check-in?code=',
  fails = [],
  ahead = 0,
  mode = '',
  width = 1000,
}: SetUp = {}) {
  const action = running();
  const time = { server: fakeNow.getTime() + 12 * second };
  const asked: number[] = [];
  const list = { people };
  const client = fakeClient({
    session: 'signed-in',
    me: { get: async () => ({ ...(await fakeMe()), id: 'me' }) },
    actions: {
      signUps: () => fakeList(() => pageOf(list.people)),
      checkInCode: async (): Promise<CheckInCode> => {
        asked.push(time.server);
        const error = fails.shift();
        if (error) throw error;
        const step = Math.floor(time.server / (30 * second));
        const code = String(482_913 + step - Math.floor(fakeNow.getTime() / (30 * second)));
        return { code, validUntil: new Date((step + 1) * 30 * second).toISOString(), link: link && `${link}${code}` };
      },
    },
  });
  const frame = document.createElement('div');
  frame.style.width = `${width}px`;
  const screen = await fixture<FmDeskCheckIn>(
    html`<fm-desk-check-in .client=${client} area="yikang" mode=${mode} .action=${action} .now=${() => time.server + ahead}></fm-desk-check-in>`,
    { parentNode: frame },
  );
  await waitUntil(() => screen.dataset['state'] !== 'loading');
  await screen.updateComplete;
  const root = screen.shadowRoot;
  const settled = async () => {
    await new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    await screen.updateComplete;
  };
  return {
    screen,
    client,
    root,
    list,
    asked,
    action,
    settled,
    read: (selector: string) => root?.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '',
    /** So much later, a second for each beat. */
    pass: async (seconds: number) => {
      for (let i = 0; i < seconds; i++) {
        time.server += second;
        screen.beat();
        await settled();
      }
    },
    button: (name: string) => [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.includes(name)),
  };
}

const fakeMe = async () => ({
  name: '小吴',
  maskedName: '吴**',
  area: null,
  reportedInAt: null,
  branch: null,
  waitingReportIn: null,
  roles: [],
  organisations: [],
  consents: { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' as const },
  helped: 0,
  unseenNotices: 0,
});

describe('the check-in screen', () => {
  it('shows the code of the portal’s link, six digits in two groups, and how long they hold', async () => {
    const { root, read } = await setUp();
    await waitUntil(() => root?.querySelector('.qr path')?.getAttribute('d'));
    expect(read('.code')).to.equal('签到码 4 8 2 9 1 3482913');
    expect([...(root?.querySelectorAll('.code [aria-hidden]') ?? [])].map((one) => one.textContent)).to.deep.equal([
      '482',
      '913',
    ]);
    expect(read('.left')).to.equal('18 秒后换新码');
    expect(root?.querySelector('.qr')?.getAttribute('aria-label')).to.equal('签到的二维码');
  });

  it('asks for the next code a moment before this one ends, and not before that', async () => {
    const { asked, pass, read } = await setUp();
    await pass(16);
    expect(asked.length).to.equal(1);
    expect(read('.left')).to.equal('2 秒后换新码');
    await pass(3);
    await waitUntil(() => read('.code').includes('482914'));
    expect(asked.length).to.be.at.most(3);
    expect(read('.left')).to.match(/^(29|30) 秒后换新码$/);
    await pass(20);
    expect(asked.length).to.be.at.most(3);
  });

  for (const [ahead, words] of [
    [120, 'two minutes ahead'],
    [-120, 'two minutes behind'],
  ] as const) {
    it(`renews its code on a device whose clock is ${words}`, async () => {
      const { asked, pass, read } = await setUp({ ahead: ahead * second });
      await pass(62);
      await waitUntil(() => read('.code').includes('482915'));
      expect(asked.length).to.be.within(3, 7);
    });
  }

  it('counts who came, the last of them first, by masked names', async () => {
    const { read, root, list, client, action } = await setUp();
    await waitUntil(() => root?.querySelector('.arrived li'));
    expect(read('.sum b')).to.equal('2 / 3');
    expect(read('.sum span')).to.equal('还有 1 位没到');
    const lines = () =>
      [...(root?.querySelectorAll('.arrived li') ?? [])].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
    expect(lines()).to.deep.equal(['周周** 刚刚', '古古丽** 10:21']);
    list.people = [came('陈建国', 0)];
    client.emit({ type: 'action.checked-in', area: 'yikang', id: action.id });
    await waitUntil(() => read('.sum span') === '都到了');
  });

  it('says that the network is gone, keeps the code while it is taken, and offers the list', async () => {
    const { pass, read, root, screen, button } = await setUp({ fails: [] });
    await waitUntil(() => root?.querySelector('.qr'));
    let asked = false;
    screen.addEventListener('fm-check-in-list', () => (asked = true));
    const { client } = screen;
    if (client && 'actions' in client) {
      Object.assign(client, { actions: { ...(client.actions as object), checkInCode: () => Promise.reject(cut()) } });
    }
    await pass(18);
    await waitUntil(() => read('.cut').includes('没有连上网，码换不了'));
    expect(read('.code')).to.contain('482913');
    expect(root?.querySelector('.left')).to.equal(null);
    await pass(32);
    expect(root?.querySelector('.code'), 'no code that nobody takes').to.equal(null);
    button('到名单上打勾')?.click();
    await waitUntil(() => asked);
  });

  it('says in the server’s words why there is no code', async () => {
    const no = new FiveMicroError('action.check-in-time', { status: 409, message: '还没到签到的时间，或者已经结束了。' });
    const { read } = await setUp({ fails: [no] });
    expect(read('.cut')).to.contain('签到码没有拿到').and.to.contain('还没到签到的时间');
  });

  it('does not blame the network for a code that has run out with the action', async () => {
    const { pass, read, screen } = await setUp();
    const over = new FiveMicroError('action.check-in-time', { status: 409, message: '还没到签到的时间，或者已经结束了。' });
    const { client } = screen;
    if (client && 'actions' in client) {
      Object.assign(client, { actions: { ...(client.actions as object), checkInCode: () => Promise.reject(over) } });
    }
    await pass(18);
    await waitUntil(() => read('.cut'));
    expect(read('.cut')).to.contain('或者已经结束了').and.not.to.contain('没有连上网').and.not.to.contain('连上网');
  });

  it('works by its digits alone where the portal names no page', async () => {
    const { root, read } = await setUp({ link: null });
    expect(root?.querySelector('.qr')).to.equal(null);
    expect(read('.show')).to.contain('打开行动的页面，输入六位数').and.to.contain('482913');
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { screen, root } = await setUp({ mode, width: 390 });
      await waitUntil(() => root?.querySelector('.arrived li'));
      // As long as the sheet rises its colours are paler than they will be.
      const dialog = root?.querySelector('fm-sheet')?.shadowRoot?.querySelector('dialog');
      await Promise.allSettled((dialog?.getAnimations() ?? []).map(({ finished }) => finished));
      await expect(screen).to.be.accessible();
    });
  }
});

describe('a QR code', () => {
  it('is one path over runs of dark modules', () => {
    expect(
      pathOf([
        [true, true, false],
        [false, false, true],
      ]),
    ).to.equal('M0 0h2v1H0zM2 1h1v1H2z');
  });

  it('has its quiet zone', async () => {
    const { size, path } = await qrOf('https://yikang.example/check-in?code=482913');
    expect((size - 8 - 17) % 4).to.equal(0);
    expect(path.startsWith('M4 4h7v1H4z')).to.equal(true);
  });
});

describe('what codes tell of the server’s clock', () => {
  const at = (seconds: number) => new Date(seconds * second).toISOString();

  it('is nothing while this device may be right', () => {
    const clock = new CodeClock();
    clock.learn(at(30), 12 * second);
    expect(clock.left(at(30), 12 * second)).to.equal(18 * second);
  });

  it('is learned where this device is wrong, and forgotten where it was set meanwhile', () => {
    const clock = new CodeClock();
    clock.learn(at(30), 132 * second);
    expect(clock.left(at(30), 132 * second)).to.be.within(0, 30 * second);
    clock.learn(at(60), 31 * second);
    expect(clock.left(at(60), 31 * second)).to.equal(29 * second);
  });
});
