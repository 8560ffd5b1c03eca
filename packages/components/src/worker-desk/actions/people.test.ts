import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type Page, type SignUp } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { fakeList, pageOf } from '../../shared/testing/fake-client.ts';
import { chen, coming, cut, inMinutes, openActions, running, zhou } from './testing/set-up.ts';

const title = '送热饺子';
afterEach(() => localStorage.clear());

describe('the list of people', () => {
  it('of one action is never shown under another, while that one’s is on its way', async () => {
    const [one, other] = [running(), running({ title: '磨剪刀' })];
    let answer: (page: Page<SignUp>) => void = () => {};
    const held = new Promise<Page<SignUp>>((resolve) => {
      answer = resolve;
    });
    const { open, line, find, text, press } = await openActions({
      all: [one, other],
      actions: { signUps: (id) => fakeList(() => (id === one.id ? pageOf([{ ...zhou, state: 'attended' }]) : held)) },
    });
    await open(title);
    await waitUntil(() => line('周桂芳'));
    await open('磨剪刀');
    expect(line('周桂芳')).to.equal('');
    expect(find('button', '来了：')).to.equal(undefined);
    await press('办完了');
    expect(text('.follows'), 'nor is it counted there').not.to.contain('来的 1 位');
    answer(pageOf([chen]));
    await waitUntil(() => line('陈建国'));
  });

  it('keeps an opened line with its person when others come before them', async () => {
    const { open, press, list, client, find, line, all } = await openActions({ people: [chen] });
    await open(title);
    await press('陈建国，更多');
    const row = all('.rows li')[0];
    list.people = [zhou, chen];
    client.emit({ type: 'resync' });
    await waitUntil(() => line('周桂芳'));
    expect(all('.rows li')[1]).to.equal(row);
    expect(find('[data-member] .opened')?.closest('li')).to.equal(row);
  });

  it('does not send out again who checked in by code while a finger was on its way', async () => {
    const came: SignUp = { ...zhou, state: 'attended', checkedInAt: inMinutes(-20) };
    const { open, press, asked, find } = await openActions({ people: [came] });
    await open(title);
    await press('来了：周桂芳');
    expect(asked).to.deep.equal([]);
    expect(find('.opened'), 'how to take it back is shown').not.to.equal(undefined);
    await press('撤掉“来了”');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ items: [{ member: zhou.member, state: 'signed-up' }] });
  });

  it('takes ticks by the clock where the network went before people could be ticked', async () => {
    const soon = coming({ startsAt: inMinutes(29), checkInFrom: inMinutes(-1), endsAt: inMinutes(90) });
    let network = true;
    const { open, find, line } = await openActions({
      all: [soon],
      actions: {
        signUps: () =>
          fakeList(() => {
            if (!network) throw cut();
            return pageOf([zhou]);
          }),
      },
    });
    await open('磨剪刀');
    await waitUntil(() => line('周桂芳'));
    expect(find('button', '来了：周桂芳'), 'as long as the server can say so').to.equal(undefined);
    network = false;
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => find('button', '来了：周桂芳'));
  });

  it('shows the minutes that were noted and not sent yet', async () => {
    const { open, press, write, line } = await openActions({ people: [zhou], fails: [cut()] });
    await open(title);
    await press('周桂芳，更多');
    await write(`minutes-${zhou.member}`, '45');
    await press('按这个记');
    await waitUntil(() => line('周桂芳').includes('还没送出'));
    expect(line('周桂芳')).to.contain('45 分钟');
  });

  it('is sent before the action is ended, and where it cannot be nobody is made absent', async () => {
    const { open, press, asked, text, find } = await openActions({ people: [zhou], fails: [cut(), cut()] });
    await open(title);
    await press('来了：周桂芳');
    await waitUntil(() => find('button', '现在送出'));
    await press('办完了');
    await press('办完了，记时长');
    await waitUntil(() => text('.field-error').includes('还有 1 条没送出'));
    expect(asked.map(({ verb }) => verb)).to.deep.equal(['attendance', 'attendance']);
    await press('办完了，记时长');
    await waitUntil(() => asked.length === 4);
    expect(asked.map(({ verb }) => verb)).to.deep.equal(['attendance', 'attendance', 'attendance', 'finish']);
  });

  it('waits for whoever ticked it to sign in again, and nobody else sends it', async () => {
    const out = new FiveMicroError('auth.required', { status: 401, message: '请先登录。' });
    let looks = 0;
    const { open, press, asked, text, client, find } = await openActions({
      fails: [out],
      actions: {
        signUps: () => {
          looks++;
          return fakeList(() => pageOf([zhou]));
        },
      },
    });
    await open(title);
    await press('来了：周桂芳');
    await waitUntil(() => text('.unsent').includes('您登录以后就送'));
    const me = await client.me.get();
    const becomes = (id: string) => {
      Object.assign(client.me, { get: async () => ({ ...me, id }) });
      client.become('signed-out');
      client.become('signed-in');
    };
    const before = looks;
    becomes('somebody');
    await waitUntil(() => looks > before && !find('.unsent'));
    expect(asked.length).to.equal(1);
    becomes('me');
    await waitUntil(() => asked.length === 2 && !text('.unsent'));
    expect(asked[1]).to.deep.equal(asked[0]);
  });
});
