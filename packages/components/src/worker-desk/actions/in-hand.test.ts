import { expect, waitUntil } from '@open-wc/testing';
import type { Action } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { fakeList, pageOf } from '../../shared/testing/fake-client.ts';
import { coming, cut, draft, openActions, running, zhou } from './testing/set-up.ts';
import { TickBook } from './ticks.ts';

describe('the action in hand', () => {
  it('that was ended does not open the names of the next one unasked; the next draft opens by itself', async () => {
    const looks: string[] = [];
    const [one, next] = [running(), coming()];
    const drafts = [draft(), draft({ title: '修雨伞' })];
    const { open, press, focused, find, text, toast } = await openActions({
      all: [one, next, ...drafts],
      actions: {
        signUps: (id) => {
          looks.push(id);
          return fakeList(() => pageOf([zhou]));
        },
      },
    });
    await open('送热饺子');
    await press('办完了');
    await press('办完了，记时长');
    await waitUntil(() => toast().includes('办完了，时长和积分都记上了'));
    await waitUntil(() => focused()?.getAttribute('data-id') === next.id);
    expect(find('fm-action-case')).to.equal(undefined);
    expect(new Set(looks)).to.deep.equal(new Set([one.id]));
    await press('草稿');
    await open('旧衣换盆花');
    await press('发布');
    await waitUntil(() => text('.told').includes('下一个：修雨伞'));
  });

  it('has a part hidden where it is read, and shown again', async () => {
    const bodies: unknown[] = [];
    const shown = coming({ bring: '五百块押金', can: ['hide', 'show'] });
    const { open, press, write, list, text } = await openActions({
      all: [shown],
      actions: {
        hidePart: async (_id, body) => {
          bodies.push(body);
          const hidden = { ...shown, withheld: [{ part: 'bring', of: null, state: 'hidden' }] };
          list.actions = [hidden];
          return hidden;
        },
        showPart: async (_id, body) => {
          bodies.push(body);
          list.actions = [shown];
          return shown;
        },
      },
    });
    await open('磨剪刀');
    await press('收起其中一处');
    await press('带什么', '.chip');
    await write('reason', '不收押金。');
    await press('收起“带什么”');
    await waitUntil(() => bodies.length === 1, `not sent: ${text('fm-said-hide .fm')}`);
    await waitUntil(() => text('.tags').includes('带什么'), 'it says what is hidden');
    await press('重新贴出去');
    await waitUntil(() => bodies.length === 2, 'it is shown again');
    expect(bodies).to.deep.equal([
      { part: 'bring', reason: '不收押金。', seen: { state: 'shown' } },
      { part: 'bring', seen: { state: 'hidden' } },
    ]);
  });

  it('does not hide what waits to be sent, where it is a draft without a list', async () => {
    const one = running();
    new TickBook('me').put({ action: one.id, title: one.title, member: 'm', name: '周桂芳', state: 'attended' });
    const { press, open, find, text } = await openActions({ all: [one, draft()], fails: [cut(), cut(), cut()] });
    await waitUntil(() => find('.unsent'));
    await press('草稿');
    await open('旧衣换盆花');
    await waitUntil(() => find('fm-action-case'));
    expect(text('.unsent')).to.contain('还没送出 1 条');
    localStorage.clear();
  });

  it('leaves the keyboard at the next line on a phone too, where a sheet lay over the list', async () => {
    const [one, next] = [running(), coming()];
    const { open, press, focused, find } = await openActions({ all: [one, next], width: 390 });
    await open('送热饺子');
    await press('办完了');
    await press('办完了，记时长');
    await waitUntil(() => !find('fm-action-case'));
    await waitUntil(() => focused()?.getAttribute('data-id') === next.id);
  });

  it('stays in hand when the list is read again, though it came from below', async () => {
    const many = Array.from({ length: 60 }, (_, at): Action => coming({ title: `第 ${at + 1} 场` }));
    const { press, client, find, text, rows } = await openActions({
      all: many,
      actions: {
        list: ({ cursor, limit = 0 } = {}) =>
          fakeList(() => {
            const from = Number(cursor ?? 0);
            return pageOf(many.slice(from, from + limit), from + limit < many.length ? String(from + limit) : null);
          }),
      },
    });
    while (rows().length < 50) await press('后面还有');
    await press('', '.rest button');
    await waitUntil(() => rows().length === 60);
    await press('', `.queue [data-id="${many[57]?.id ?? ''}"]`);
    await waitUntil(() => find('fm-action-people'));
    const row = find('.queue [aria-current=true]');
    many.unshift(coming({ title: '新的一场' }));
    client.emit({ type: 'action.opened', area: 'yikang', id: 'new' });
    await waitUntil(() => rows()[0] === '新的一场');
    expect(text('[role=status]')).not.to.contain('刚才变了');
    expect(find('fm-action-people')).not.to.equal(undefined);
    expect(find('.queue [aria-current=true]'), 'nor does its line become another one’s').to.equal(row);
  });
});
