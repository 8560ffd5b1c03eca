import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type Me } from '@five-micro/sdk';
import { ActController } from '../../shared/controllers/act.ts';
import { fakeClient } from '../../shared/testing/fake-client.ts';
import { afterEach, describe, it, vi } from 'vitest';
import { chen, cut, openActions, running, zhou } from './testing/set-up.ts';
import { TickController } from './tick-controller.ts';
import { TickBook } from './ticks.ts';

const title = '送热饺子';
afterEach(() => localStorage.clear());

const owner: Me = {
  id: 'whose',
  name: '小吴',
  maskedName: '吴**',
  area: null,
  reportedInAt: null,
  branch: null,
  waitingReportIn: null,
  roles: [],
  organisations: [],
  consents: { wishAuthor: false, helper: false, photos: false, star: false, ranking: 'off' },
  helped: 0,
  unseenNotices: 0,
};

const tick = { action: 'a', title, member: 'm', name: '周桂芳', state: 'attended' } as const;

describe('ticks on the organiser’s device', () => {
  it('are one of each member and action, and each has a key of its own from the beginning', () => {
    const book = new TickBook('me');
    book.put(tick);
    book.put({ ...tick, action: 'b' });
    const [first] = book.all;
    book.put({ ...tick, state: 'absent' });
    expect(book.all.map(({ action, state }) => [action, state])).to.deep.equal([
      ['b', 'attended'],
      ['a', 'absent'],
    ]);
    expect(book.of('a', 'm')?.key).not.to.equal(first?.key);
    expect(new TickBook('me').all, 'after a reload').to.deep.equal(book.all);
  });

  it('are not another organiser’s', () => {
    new TickBook('me').put(tick);
    expect(new TickBook('somebody').all).to.deep.equal([]);
  });

  it('stay where they were replaced while the one before was being sent', () => {
    const book = new TickBook('me');
    book.put(tick);
    const before = book.all[0]?.key ?? '';
    book.put({ ...tick, state: 'absent' });
    book.drop(before);
    expect(book.waiting.map(({ state }) => state)).to.deep.equal(['absent']);
  });

  it('live as long as the page where the browser keeps nothing, however often the sheet is closed', () => {
    const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    new TickBook('blocked').put(tick);
    blocked.mockRestore();
    const again = new TickBook('blocked');
    expect(again.kept).to.equal(false);
    expect(again.waiting.map(({ member }) => member)).to.deep.equal(['m']);
    again.drop(again.waiting[0]?.key ?? '');
    expect(new TickBook('blocked').kept, 'and are kept again as soon as they can be').to.equal(true);
  });

  it('are only what they can be, whatever a script of the page has written', () => {
    const rubbish = [{ action: 'a' }, 7, { ...tick, key: 'k', state: 'rich' }, { ...tick, key: 'k', minutes: 'x' }];
    localStorage.setItem('five-micro:draft:ticks:me', JSON.stringify({ value: rubbish, savedAt: new Date().toISOString() }));
    expect(new TickBook('me').all).to.deep.equal([{ ...tick, key: 'k' }]);
  });
});

describe('ticks without a network', () => {
  it('count at once, say that they wait, and go out once each under their own key when asked to', async () => {
    const { open, press, asked, line, text, find } = await openActions({ fails: [cut(), cut()] });
    await open(title);
    await press('来了：周桂芳');
    await waitUntil(() => asked.length === 1 && find('button', '现在送出'));
    await press('来了：陈建国');
    await waitUntil(() => asked.length === 2 && find('button', '现在送出'));
    expect(text('.unsent')).to.contain('还没送出 2 条');
    expect(line('陈建国')).to.contain('来了').and.to.contain('还没送出');
    await press('现在送出');
    await waitUntil(() => asked.length > 2 && !find('.unsent'));
    expect(line('周桂芳')).to.contain('来了').and.not.to.contain('还没送出');
    const bodies = asked.map(({ body, key }) => [JSON.stringify(body), key]);
    expect(bodies.length).to.equal(4);
    expect(bodies[1], 'the same tick, the same key').to.deep.equal(bodies[0]);
    expect(bodies[2], 'and again').to.deep.equal(bodies[0]);
    expect(bodies[3]?.[1]).not.to.equal(bodies[0]?.[1]);
  });

  it('go out with the same key when the answer was cut off and the network comes back', async () => {
    const { open, press, asked, find, text } = await openActions({ fails: [cut()] });
    await open(title);
    await press('来了：周桂芳');
    await waitUntil(() => find('button', '现在送出'));
    expect(text('.unsent')).to.contain('还没送出 1 条');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => asked.length === 2 && !find('.unsent'));
    expect(asked[1]).to.deep.equal(asked[0]);
    expect(asked[0]?.key).to.match(/^[0-9a-f]{32}$/);
  });

  it('go out after a reload, once, as soon as the tab is open', async () => {
    const one = running();
    const before = await openActions({ all: [one], fails: [cut()] });
    await before.open(title);
    await before.press('来了：周桂芳');
    await waitUntil(() => before.find('button', '现在送出'));
    before.desk.remove();
    const { asked, find } = await openActions({ all: [one] });
    await waitUntil(() => asked.length === 1 && !find('.unsent'));
    expect(asked[0]).to.deep.equal(before.asked[0]);
    expect(new TickBook('me').all).to.deep.equal([]);
  });

  it('that the server refuses are said by name and kept until they were read', async () => {
    const no = new FiveMicroError('action.state', { status: 409, message: '这场行动现在不能这样办。' });
    const { open, press, asked, text, find, line } = await openActions({ fails: [no] });
    await open(title);
    await press('来了：周桂芳');
    await waitUntil(() => text('.refused').includes('周桂芳的没有记上：这场行动现在不能这样办。'));
    expect(line('周桂芳'), 'it was not noted').to.contain('报了名');
    await press('来了：陈建国');
    await waitUntil(() => asked.length === 2);
    expect(find('.refused')).not.to.equal(undefined);
    window.dispatchEvent(new Event('online'));
    // They go one after the other: once this one has gone, so has whatever waited before it.
    await press('没来：陈建国');
    await waitUntil(() => JSON.stringify(asked).includes('absent'));
    expect(asked.length, 'it is not sent again').to.equal(3);
    await press('知道了');
    expect(find('.refused')).to.equal(undefined);
  });

  it('wait while the server is busy, which is no refusal', async () => {
    const busy = new FiveMicroError('request.rate-limited', { status: 429, message: '请过一会儿。' });
    const { open, press, find } = await openActions({ fails: [busy] });
    await open(title);
    await press('没来：陈建国');
    await waitUntil(() => find('button', '现在送出'));
    expect(find('.refused')).to.equal(undefined);
    expect(new TickBook('me').waiting.map(({ member, state }) => [member, state])).to.deep.equal([[chen.member, 'absent']]);
  });

  it('that came for somebody who is not on the list stand there meanwhile', async () => {
    const one = running();
    new TickBook('me').put({ action: one.id, title, member: 'new', name: '林阿妹', state: 'attended' });
    const { open, line } = await openActions({ all: [one], people: [zhou], fails: [cut(), cut(), cut()] });
    await open(title);
    await waitUntil(() => line('林阿妹').includes('还没送出'));
  });
});

describe('unsent ticks', () => {
  it('are not sent by who signed in while it was asked whose they are', async () => {
    const sent: string[] = [];
    const community = {
      client: fakeClient({
        session: 'signed-in',
        me: {
          get: async () => {
            community.epoch++;
            return owner;
          },
        },
        actions: {
          attendance: async (id) => {
            sent.push(id);
            return { items: [] };
          },
        },
      }),
      epoch: 0,
    };
    const host = Object.assign(document.createElement('div'), {
      community,
      addController() {},
      removeController() {},
      requestUpdate() {},
      updateComplete: Promise.resolve(true),
    });
    const ticks = new TickController(host, new ActController(host), () => {});
    ticks.use('whose');
    ticks.book?.put(tick);
    await ticks.send();
    expect(community.epoch).to.equal(1);
    expect(sent).to.deep.equal([]);
    expect(ticks.book?.waiting.length).to.equal(1);
  });

  it('are tried again by another list of the same organiser when the one that tried has left', async () => {
    vi.useFakeTimers();
    try {
      const tries: string[] = [];
      const listOf = (name: string) => {
        const host = Object.assign(document.createElement('div'), {
          community: { client: fakeClient({ session: 'signed-in' }), epoch: 0 },
          addController() {},
          removeController() {},
          requestUpdate() {},
          updateComplete: Promise.resolve(true),
        });
        document.body.append(host);
        const act = new ActController(host);
        act.run = async () => {
          tries.push(name);
          return { done: false, why: 'failed', error: cut() };
        };
        const ticks = new TickController(host, act, () => {});
        ticks.hostConnected();
        ticks.use('two-lists');
        return { host, ticks };
      };
      const [sheet, desk] = [listOf('sheet'), listOf('desk')];
      sheet.ticks.note(tick);
      await vi.advanceTimersByTimeAsync(0);
      expect(tries).to.deep.equal(['sheet']);
      sheet.host.remove();
      sheet.ticks.hostDisconnected();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(tries).to.deep.equal(['sheet', 'desk']);
      desk.host.remove();
      desk.ticks.hostDisconnected();
    } finally {
      vi.useRealTimers();
    }
  });
});
