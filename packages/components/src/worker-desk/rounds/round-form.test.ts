import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { makeProject } from '../projects/testing/set-up.ts';
import { draftLike, lamps, openRounds } from './testing/set-up.ts';

afterEach(() => localStorage.clear());

describe('a round that is drafted', () => {
  const listed = [makeProject({ status: 'listed' }), makeProject({ title: '小花园加两张长椅', status: 'listed', cost: 900_000 })];
  const openForm = async (more: Parameters<typeof openRounds>[0] = {}) => {
    const tab = await openRounds({ listed, ...more });
    await tab.press('起草一轮投票');
    await waitUntil(() => tab.find('.picks label'));
    return tab;
  };

  it('says of each box what is missing, and goes to the first', async () => {
    const { press, text, focused, asked } = await openForm();
    await press('存成草稿');
    expect(text('#title-error')).to.contain('至少写两个字');
    expect(text('#options-error')).to.contain('至少选两个');
    expect(text('#opens-error')).to.contain('选一个开始的时间');
    expect(text('#winners-error')).to.contain('或者写上总预算');
    await waitUntil(() => focused()?.id === 'title');
    expect(asked).to.deep.equal([]);
  });

  it('goes to the server in fen and in Beijing time, and is taken in hand among the drafts', async () => {
    const { press, write, asked, told, find } = await openForm();
    await write('title', '明年的钱，先办哪几件');
    await press('全选');
    await write('opens', '2026-11-25T09:00');
    await write('closes', '2026-12-01T18:00');
    await write('max', '2');
    await press('平分预算', 'label');
    await write('budget', '100000');
    expect(find('#winners')).to.equal(undefined);
    expect(find('.summary')?.textContent).to.contain('每人选 1 到 2 个').and.to.contain('10 万元');
    await press('存成草稿');
    await waitUntil(() => told().includes('存成草稿了'));
    expect(asked[0]?.body).to.deep.equal({
      title: '明年的钱，先办哪几件',
      of: 'projects',
      options: listed.map(({ id }) => id),
      opensAt: '2026-11-25T01:00:00.000Z',
      closesAt: '2026-12-01T10:00:00.000Z',
      ballot: { type: 'approval', min: 1, max: 2 },
      rule: 'equal-shares',
      completion: 'add1',
      winners: null,
      budget: 10_000_000,
      live: false,
      tie: null,
      cutOff: null,
      electorate: null,
    });
  });

  it('does not offer what costs more than all the money, and says so', async () => {
    const { press, write, asked, find, text, told } = await openForm();
    await write('title', '明年的钱，先办哪几件');
    await press('全选');
    await write('budget', '95000');
    const dear = find('.picks label', '楼门口修一条慢坡道');
    expect(dear?.textContent).to.contain('比总预算还贵');
    expect(dear?.querySelector('input')).to.include({ disabled: true, checked: false });
    expect(asked).to.deep.equal([]);
    await write('opens', '2026-11-25T09:00');
    await write('closes', '2026-12-01T18:00');
    await press('存成草稿');
    expect(text('#options-error')).to.contain('至少选两个');
    expect(text('fieldset#options')).not.to.contain('已经不在名单上');
    expect(told()).not.to.contain('存成草稿了');
  });

  it('goes on with the money that is left unless somebody says otherwise, and says what becomes of it', async () => {
    const { press, find } = await openForm();
    expect(find('.summary')?.textContent).not.to.contain('票数最多的');
    await press('平分预算', 'label');
    expect(find('.summary')?.textContent).to.contain('剩下的钱再按同样的办法花');
    await press('剩下的钱接着用', 'label');
    expect(find('.summary')?.textContent).to.contain('剩下的钱这一轮不再用');
  });

  it('offers no budget and no shares where people are chosen', async () => {
    const { press, find } = await openForm();
    await press('同意参加的提名里选', 'label');
    expect(find('#budget')).to.equal(undefined);
    expect(find('label', '平分预算')).to.equal(undefined);
    expect(find('#winners')).not.to.equal(undefined);
    await waitUntil(() => find('p', '还没有人同意参加'));
  });

  it('is not kept where a box says more than can be', async () => {
    const { press, write, text } = await openForm();
    await press('全选');
    await write('max', '5');
    await write('min', '9');
    await write('closes', '2026-11-01T09:00');
    await write('budget', '很多');
    await press('存成草稿');
    expect(text('#max-error')).to.contain('只有 2 个');
    expect(text('#min-error')).to.contain('最少不能比最多还多');
    expect(text('#closes-error')).to.contain('已经过了');
    expect(text('#budget-error')).to.contain('大于 0 的钱数');
  });

  it('shows at the box what the server says of it', async () => {
    const refused = new FiveMicroError('request.invalid', {
      message: '有几处要改',
      status: 400,
      fields: [{ path: 'closesAt', code: 'past', message: '这个时间过了' }],
    });
    const { press, text } = await openForm({
      all: [draftLike({ options: listed.map(({ id }) => ({ ...lamps, id })) })],
      fails: [refused],
    });
    await press('先放着');
    await press('草稿', '.chip');
    await press('修改', '.case-act button');
    await waitUntil(() => text('#options-hint').includes('选了 2 个'));
    await press('存成草稿');
    await waitUntil(() => text('#closes-error').includes('这个时间过了'));
  });

  it('says that the list could not be asked for, not that nothing is on it, and asks again', async () => {
    const { press, text, find, all, known } = await openRounds({ listed });
    known.listedFails = 1;
    await press('起草一轮投票');
    await waitUntil(() => text('#options [role=alert]').includes('名单没有打开'));
    expect(text('#options')).not.to.contain('名单上还没有实事');
    await press('再试一次', '#options button');
    await waitUntil(() => find('.picks label'));
    expect(all('.picks label').length).to.equal(2);
  });

  it('finds one among many without leaving those out that were chosen before', async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      makeProject({ title: `第 ${at + 1} 件`, place: at % 2 ? '北门' : '南门' }),
    );
    const { write, text, all, press } = await openForm({ listed: many });
    await press('第 1 件', 'label');
    await write('find', '北门');
    expect(all('.picks label').length).to.equal(6);
    expect(text('.find [role=status]')).to.contain('找到 6 个，共 12 个');
    await press('找到的都选上');
    expect(text('#options-hint')).to.contain('选了 7 个');
    await press('找到的都去掉');
    await write('find', '');
    expect(text('#options-hint')).to.contain('选了 1 个');
    const box = all('#find')[0];
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, composed: true });
    expect(box?.dispatchEvent(enter), 'looking for one sends nothing').to.equal(false);
  });

  it('does not fold what has to be mended away under the hand that mends it', async () => {
    const { press, write, all, focused } = await openForm();
    const folded = () => all('details')[0]?.hasAttribute('open') === false;
    expect(folded()).to.equal(true);
    await press('别的', 'summary');
    await write('electorate', '很多');
    await press('别的', 'summary');
    expect(folded()).to.equal(true);
    await press('全选');
    await write('title', '明年的钱');
    await write('opens', '2026-11-25T09:00');
    await write('closes', '2026-12-01T18:00');
    await write('max', '1');
    await write('winners', '1');
    await press('存成草稿');
    await waitUntil(() => focused()?.id === 'electorate');
    await write('electorate', '1200');
    expect(folded()).to.equal(false);
  });

  it('survives a reload', async () => {
    const first = await openForm();
    await first.write('title', '写到一半');
    first.desk.remove();
    const again = await openForm();
    expect(again.find('#title')).to.have.property('value', '写到一半');
    await again.press('重新写');
    await waitUntil(() => again.find('#title')?.matches(':placeholder-shown'));
  });

  it('is accessible', async () => {
    const { desk, all } = await openForm();
    // As long as the sheet rises its colours are paler than they will be.
    const dialogs = all('fm-sheet').flatMap((sheet) => sheet.shadowRoot?.querySelector('dialog') ?? []);
    expect(dialogs).to.have.length(1);
    await Promise.allSettled(dialogs.flatMap((dialog) => dialog.getAnimations().map(({ finished }) => finished)));
    await expect(desk).to.be.accessible();
  });
});
