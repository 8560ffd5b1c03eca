import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type MySignUp } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { fakeList, makeMySignUp, pageOf } from '../../shared/testing/fake-client.ts';
import { makeMember } from '../testing/data.ts';
import { chen, coming, cut, inMinutes, openActions, running, zhou } from './testing/set-up.ts';

afterEach(() => localStorage.clear());

describe('what is done to people of a list', () => {
  it('is not said of another action that was taken in hand meanwhile', async () => {
    const zeng = makeMember({ name: '曾桂兰', phone: null });
    const [one, other] = [coming(), coming({ title: '修雨伞' })];
    let answer: (mine: MySignUp) => void = () => {};
    const held = new Promise<MySignUp>((resolve) => {
      answer = resolve;
    });
    const looks: string[] = [];
    const { open, press, search, text, line, find } = await openActions({
      all: [one, other],
      members: { list: () => fakeList(() => pageOf([zeng])) },
      actions: {
        signUp: () => held,
        signUps: (id) => {
          looks.push(id);
          return fakeList(() => pageOf([zhou]));
        },
      },
    });
    await open('磨剪刀');
    await press('加一位没有手机的邻居');
    await search('who', '曾');
    await press('加上：曾桂兰');
    await open('修雨伞');
    await waitUntil(() => line('周桂芳'));
    await press('周桂芳，更多');
    expect(find('button', '从名单上拿下来')?.hasAttribute('disabled'), 'nothing of the other is on its way').to.equal(false);
    await press('加一位没有手机的邻居');
    answer(makeMySignUp());
    await held;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(text('.told-small')).to.equal('');
    expect(find('fm-action-add'), 'what was begun here stays').not.to.equal(undefined);
    expect(looks).to.deep.equal([one.id, other.id]);
  });

  it('keeps minutes that were not sent yet when 没来 was a slip', async () => {
    const { open, press, write, asked } = await openActions({ people: [zhou], fails: [cut(), cut(), cut()] });
    await open('送热饺子');
    await press('周桂芳，更多');
    await write(`minutes-${zhou.member}`, '45');
    await press('按这个记');
    await waitUntil(() => asked.length === 1);
    await press('没来：周桂芳');
    await waitUntil(() => asked.length === 2);
    await press('来了：周桂芳');
    await waitUntil(() => asked.length === 3);
    expect(asked[2]?.body).to.deep.equal({ items: [{ member: zhou.member, state: 'attended', minutes: 45 }] });
  });
});

describe('a tick by someone who may no longer note who came', () => {
  it('is refused and said by name: it does not wait for ever, nor all others behind it', async () => {
    const no = new FiveMicroError('auth.forbidden', { status: 403, message: '要社工来办。' });
    const { open, press, text, find, asked } = await openActions({ people: [zhou, chen], fails: [no] });
    await open('送热饺子');
    await press('来了：周桂芳');
    await waitUntil(() => text('.refused').includes('周桂芳的没有记上'));
    await press('来了：陈建国');
    await waitUntil(() => asked.length === 2 && !find('.unsent'));
  });
});

describe('a tick that had to wait', () => {
  it('does not undo a check-in by code that came after it, and can be given again', async () => {
    const { open, press, asked, text, find, line, list, client } = await openActions({ people: [zhou, chen], fails: [cut()] });
    await open('送热饺子');
    await press('没来：周桂芳');
    await waitUntil(() => find('button', '现在送出'));
    list.people = [{ ...zhou, state: 'attended', checkedInAt: inMinutes(-1) }, chen];
    await press('现在送出');
    await waitUntil(() => text('.refused').includes('周桂芳的没有记上：后来自己签到了'));
    expect(asked.length, 'only the first try').to.equal(1);
    client.emit({ type: 'resync' });
    await waitUntil(() => line('周桂芳').includes('10:31 到'));
    await press('没来：周桂芳');
    await waitUntil(() => asked.length === 2);
    expect(asked[1]?.body).to.deep.equal({ items: [{ member: zhou.member, state: 'absent' }] });
  });

  it('is sent as it was noted where nothing has happened since', async () => {
    const { open, press, asked, find } = await openActions({ people: [zhou], fails: [cut()] });
    await open('送热饺子');
    await press('没来：周桂芳');
    await waitUntil(() => find('button', '现在送出'));
    await press('现在送出');
    await waitUntil(() => asked.length === 2 && !find('.unsent'));
    expect(asked[1]).to.deep.equal(asked[0]);
  });
});

describe('looks at a list, each of which is logged', () => {
  it('do not follow each of many who check in', async () => {
    const one = running();
    let looks = 0;
    let lists = 0;
    const { open, client, line } = await openActions({
      all: [one],
      actions: {
        list: () => {
          lists++;
          return fakeList(() => pageOf([one]));
        },
        signUps: () => {
          looks++;
          return fakeList(() => pageOf([zhou]));
        },
      },
    });
    await open('送热饺子');
    await waitUntil(() => line('周桂芳'));
    // The queue reads again for each: by then the list of names would have, too.
    for (let n = 0; n < 4; n++) {
      const before = lists;
      client.emit({ type: 'action.checked-in', area: 'yikang', id: one.id });
      await waitUntil(() => lists > before);
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(looks).to.equal(2);
  });
});
