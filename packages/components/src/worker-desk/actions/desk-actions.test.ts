import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeList, makeAction, makeMySignUp, pageOf } from '../../shared/testing/fake-client.ts';
import { makeMember } from '../testing/data.ts';
import { setUp } from '../testing/set-up.ts';
import { chen, coming, draft, inMinutes, openActions, place, qiu, running, zhou } from './testing/set-up.ts';

const later = { series: { id: '01990000-0000-7000-8000-00000000000a', index: 1, of: 4 } };

describe('actions on the desk', () => {
  it('show what runs now before what comes, and count the drafts', async () => {
    const { rows, number, text, press } = await openActions();
    expect(rows()).to.deep.equal(['送热饺子', '磨剪刀']);
    expect(number()).to.equal('1');
    expect(text('.queue li')).to.contain('正在进行').and.to.contain('家政服务').and.to.contain('3 / 12');
    await press('草稿');
    await waitUntil(() => rows().join() === '旧衣换盆花');
    await press('办完的');
    await waitUntil(() => text('.calm').includes('还没有办完的'));
  });

  it('have no tab where the community has none', async () => {
    const { root } = await setUp({ queues: {} });
    expect(root()?.querySelector('#tab-members')).not.to.equal(null);
    expect(root()?.querySelector('#tab-actions')).to.equal(null);
  });

  it('are not opened by themselves: looking at names is logged', async () => {
    let looks = 0;
    const { find, open, line } = await openActions({
      actions: {
        signUps: () => {
          looks++;
          return fakeList(() => pageOf([zhou]));
        },
      },
    });
    expect(find('.pick')).not.to.equal(undefined);
    expect(looks).to.equal(0);
    await open('送热饺子');
    await waitUntil(() => line('周桂芳'));
    expect(looks).to.equal(1);
  });

  it('tell what waits to be ended', async () => {
    const { text } = await openActions({ all: [running({ endsAt: inMinutes(-1) })] });
    expect(text('.queue li')).to.contain('等着办完');
  });

  it('show what the server lists and nothing else', async () => {
    const { open, find, text } = await openActions({ all: [coming({ can: [], bring: '手套', minimumAge: 16 })] });
    await open('磨剪刀');
    await waitUntil(() => text('.facts').includes('手套'));
    expect(text('.facts')).to.contain('11月28日 周六 9:00–11:30').and.to.contain('16 岁');
    expect(find('.case-act')).to.equal(undefined);
    expect(find('fm-action-people')).to.equal(undefined);
  });

  it('ask again once the clock says that people can check in', async () => {
    const late = coming({ startsAt: inMinutes(20), checkInFrom: inMinutes(-10), endsAt: inMinutes(80) });
    const { open, list, find } = await openActions({ all: [late] });
    list.actions = [{ ...late, can: ['check-in-code', 'attendance', 'sign-ups'] }];
    await open('磨剪刀');
    await waitUntil(() => find('button', '打开签到屏'));
  });
});

describe('an action in hand', () => {
  it('is published, and with it the later ones of its series where that is meant', async () => {
    const first = draft(later);
    const { press, open, asked, toast } = await openActions({ all: [first] });
    await press('草稿');
    await open('旧衣换盆花');
    await press('连后面的 3 场一起发布');
    await waitUntil(() => toast().includes('发布了'));
    expect(asked).to.deep.equal([{ verb: 'open', id: first.id, body: { seen: first.updatedAt, following: true } }]);
  });

  it('is published alone by its first button', async () => {
    const first = draft(later);
    const { press, open, asked } = await openActions({ all: [first] });
    await press('草稿');
    await open('旧衣换盆花');
    await press('只发布这一场');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ seen: first.updatedAt });
  });

  it('is cancelled with a reason, which those who signed up will read', async () => {
    const one = coming({ ...later, taken: 3, waiting: 1 });
    const { press, open, asked, text, write, focused } = await openActions({ all: [one] });
    await open('磨剪刀');
    await press('取消行动');
    await waitUntil(() => focused()?.id === 'reason');
    expect(text('.reply')).to.contain('会告诉报了名的 4 位');
    await press('取消行动', '.grave');
    expect(text('#reason-error')).to.contain('写一句再取消');
    expect(asked).to.deep.equal([]);
    await write('reason', '场地停电。');
    await press('连后面的 3 场', 'label');
    await press('取消行动', '.grave');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.equal({ verb: 'cancel', id: one.id, body: { reason: '场地停电。', following: true } });
  });

  it('is ended after two presses, which say whose hours are credited and who counts as absent', async () => {
    const one = running();
    const { press, open, asked, text, focused, line } = await openActions({
      all: [one],
      people: [{ ...zhou, state: 'attended' }, chen, qiu],
    });
    await open('送热饺子');
    await waitUntil(() => line('周桂芳'));
    await press('办完了');
    await waitUntil(() => focused()?.classList.contains('follows'));
    expect(text('.follows')).to.contain('来的 1 位').and.to.contain('没打勾的 1 位，会记成没来');
    expect(asked).to.deep.equal([]);
    await press('办完了，记时长');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.equal({ verb: 'finish', id: one.id, body: undefined });
  });

  it('says in the server’s words why something could not be done, and stays', async () => {
    const refusal = new FiveMicroError('request.invalid', { status: 422, message: '这个时间已经过去了。' });
    const { press, open, text, rows } = await openActions({ all: [draft()], actions: { open: () => Promise.reject(refusal) } });
    await press('草稿');
    await open('旧衣换盆花');
    await press('发布');
    await waitUntil(() => text('[role=alert]').includes('这个时间已经过去了'));
    expect(rows()).to.deep.equal(['旧衣换盆花']);
  });

  it('opens its form, and goes on with what was changed', async () => {
    const one = coming();
    const { press, open, text, root, panel } = await openActions({
      all: [one],
      actions: { edit: async () => ({ ...one, title: '磨剪刀和菜刀' }) },
    });
    await open('磨剪刀');
    await press('修改');
    const form = () => panel().querySelector('fm-action-form');
    await waitUntil(() => form()?.shadowRoot?.querySelector('#title'));
    expect(root()).not.to.equal(null);
    const field = form()?.shadowRoot?.querySelector<HTMLInputElement>('#title');
    expect(field?.value).to.equal('磨剪刀');
    if (field) field.value = '磨剪刀和菜刀';
    field?.dispatchEvent(new InputEvent('input', { bubbles: true }));
    form()?.shadowRoot?.querySelector<HTMLFormElement>('form.action-form')?.requestSubmit();
    await waitUntil(() => text('.told').includes('改好了'));
    await waitUntil(() => !form());
  });

  it('is a draft in hand once it was written', async () => {
    const written = draft({ title: '新写的' });
    const all = [coming()];
    const { press, panel, rows, list, text } = await openActions({ all });
    await press('发起一个行动');
    const form = () => panel().querySelector('fm-action-form');
    await waitUntil(form);
    list.actions = [...all, written];
    const { FmActionSavedEvent } = await import('./events.ts');
    form()?.dispatchEvent(new FmActionSavedEvent(written));
    await waitUntil(() => rows().join() === '新写的' && text('.told').includes('存成草稿了'));
  });
});

describe('the list of people', () => {
  it('has full names, state, position and in whose name', async () => {
    const { open, line } = await openActions();
    await open('送热饺子');
    await waitUntil(() => line('周桂芳'));
    expect(line('陈建国')).to.contain('怡康第一党支部');
    expect(line('仇英')).to.contain('候补第 1 位');
  });

  it('is ticked, and a second press takes it back', async () => {
    const { open, press, asked, line, find } = await openActions();
    await open('送热饺子');
    await press('来了：周桂芳');
    await waitUntil(() => asked.length === 1 && find('[aria-pressed=true]', '来了：周桂芳'));
    await waitUntil(() => !line('周桂芳').includes('还没送出'));
    await press('来了：周桂芳');
    await waitUntil(() => asked.length === 2);
    await press('没来：陈建国');
    await waitUntil(() => asked.length === 3);
    expect(asked.map(({ body }) => body)).to.deep.equal([
      { items: [{ member: zhou.member, state: 'attended' }] },
      { items: [{ member: zhou.member, state: 'signed-up' }] },
      { items: [{ member: chen.member, state: 'absent' }] },
    ]);
    expect(new Set(asked.map(({ key }) => key)).size).to.equal(3);
  });

  it('takes minutes where the organiser knows better', async () => {
    const { open, press, write, asked, find } = await openActions();
    await open('送热饺子');
    await press('周桂芳，更多');
    await write(`minutes-${zhou.member}`, '45');
    await press('按这个记');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ items: [{ member: zhou.member, state: 'attended', minutes: 45 }] });
    expect(find(`#minutes-${zhou.member}`)).to.equal(undefined);
  });

  it('does not let an organiser note for themself', async () => {
    const { open, line, find } = await openActions({ people: [{ ...zhou, member: 'me', name: '小吴' }] });
    await open('送热饺子');
    await waitUntil(() => line('小吴').includes('自己的要请别的社工记'));
    expect(find('button', '来了：小吴')).to.equal(undefined);
  });

  it('signs up a neighbour without a phone before it begins', async () => {
    const zeng = makeMember({ name: '曾桂兰', phone: null });
    const bodies: unknown[] = [];
    const { open, press, search, text } = await openActions({
      all: [coming()],
      members: { list: () => fakeList(() => pageOf([zeng])) },
      actions: {
        signUp: async (_id, body) => {
          bodies.push(body);
          return makeMySignUp({ state: 'waiting', position: 2 });
        },
      },
    });
    await open('磨剪刀');
    await press('加一位没有手机的邻居');
    await search('who', '曾');
    await press('加上：曾桂兰');
    await waitUntil(() => text('.told-small').includes('曾桂兰排在候补第 2 位'));
    expect(bodies).to.deep.equal([{ onBehalfOf: { memberId: zeng.id } }]);
  });

  it('registers whoever is new, and notes that they came where it has begun', async () => {
    const lin = makeMember({ name: '林阿妹', phone: null });
    const { open, press, write, asked, line } = await openActions({ members: { register: async () => lin } });
    await open('送热饺子');
    await press('没报名的人来了');
    await press('登记新邻居');
    await write('name', '林阿妹');
    await press('登记', '.newcomer button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ items: [{ member: lin.id, state: 'attended' }] });
    await waitUntil(() => line('来客').includes('来了'));
  });

  it('takes someone off, whose place goes on', async () => {
    const bodies: unknown[] = [];
    const { open, press, text, list } = await openActions({
      all: [coming()],
      actions: {
        signOff: async (_id, body) => {
          bodies.push(body);
          list.people = [chen];
          return makeMySignUp({ state: 'cancelled' });
        },
      },
    });
    await open('磨剪刀');
    await press('周桂芳，更多');
    expect(text('.remove')).to.contain('名额会让给候补的人');
    await press('从名单上拿下来');
    await waitUntil(() => text('.told-small').includes('周桂芳拿下来了'));
    expect(bodies).to.deep.equal([{ onBehalfOf: { memberId: zhou.member } }]);
  });

  it('follows what happens elsewhere', async () => {
    const one = running();
    const { open, client, list, line } = await openActions({ all: [one] });
    await open('送热饺子');
    await waitUntil(() => line('周桂芳'));
    list.people = [{ ...zhou, state: 'attended', checkedInAt: inMinutes(-5) }];
    client.emit({ type: 'action.checked-in', area: 'yikang', id: one.id });
    await waitUntil(() => line('周桂芳').includes('10:27 到'));
  });
});

describe('how actions can be used', () => {
  it('is a sheet on a phone', async () => {
    const { open, panel } = await openActions({ width: 390 });
    await open('送热饺子');
    await waitUntil(() => panel().querySelector('fm-sheet')?.open);
  });

  it('leads the keyboard from the list into the case and back', async () => {
    const { find, focused, panel } = await openActions({ all: [makeAction({ title: '一场', can: [] })] });
    find('.queue button')?.click();
    await waitUntil(() => focused()?.classList.contains('wish'));
    focused()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitUntil(() => panel().activeElement?.getAttribute('aria-current') === 'true');
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const tab = await openActions({ mode });
      await tab.open('送热饺子');
      await tab.press('周桂芳，更多');
      await tab.press('没报名的人来了');
      await tab.press('办完了');
      expect(place.can).to.contain('post-action');
      await expect(tab.desk).to.be.accessible();
    });
  }
});
