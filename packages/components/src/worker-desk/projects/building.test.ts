import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError, type Project } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { hours } from '../testing/data.ts';
import { makeComment, makeProject, openProjects, underWay } from './testing/set-up.ts';

async function openBuilding({ all = [underWay()] as Project[], ...more }: Parameters<typeof openProjects>[0] = {}) {
  const tab = await openProjects({ all, ...more });
  await tab.press('选上和在建的', '.chip');
  await waitUntil(() => tab.rows().length > 0);
  return tab;
}

describe('a chosen project', () => {
  it('is started with who sees to it, what it may cost, and by when', async () => {
    const one = makeProject({ status: 'selected', can: ['start'] });
    const { press, write, asked, text, told } = await openBuilding({ all: [one] });
    await press('开工');
    expect(text('#owner-error')).to.contain('写上谁来办');
    await write('owner', '物业办赵师傅');
    await write('budget', '95000');
    await write('dueOn', '2026-12-18');
    await press('开工');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({
      verb: 'start',
      id: one.id,
      body: { owner: '物业办赵师傅', budget: 9_500_000, dueOn: '2026-12-18' },
    });
    await waitUntil(() => told().includes('开工了'));
  });
});

describe('a project under way', () => {
  it('has a planned step reached, with words and percent', async () => {
    const one = underWay();
    const { press, write, asked, find } = await openBuilding({ all: [one] });
    await press('这一步做到了');
    expect(find('#title')).to.have.property('value', '装好 12 个桩');
    await write('on', '2026-11-23');
    await write('words', '比说好的早。');
    await press('公布进展');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({
      milestone: one.milestones[1]?.id,
      title: '装好 12 个桩',
      words: '比说好的早。',
      on: '2026-11-23',
      percent: 90,
      reached: true,
      photos: [],
    });
  });

  it('has steps planned, which say a day and no percent that is none', async () => {
    const { press, write, asked, text } = await openBuilding();
    await press('加一步计划');
    await write('title', '验收');
    await write('percent', '120');
    await press('记下计划');
    expect(text('#on-error')).to.contain('选一天');
    expect(text('#percent-error')).to.contain('0 到 100');
    await write('percent', '100');
    await write('on', '2026-12-17');
    await press('记下计划');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ title: '验收', words: null, on: '2026-12-17', percent: 100 });
  });

  it('shows at the box what the server says of it', async () => {
    const refused = new FiveMicroError('request.invalid', {
      message: '有几处要改',
      status: 400,
      fields: [{ path: 'percent', code: 'too-small', message: '不能比 40 少' }],
    });
    const { press, write, text } = await openBuilding({ fails: [refused] });
    await press('写一条进展');
    await write('title', '先停一停');
    await write('percent', '10');
    await press('公布进展');
    await waitUntil(() => text('#percent-error').includes('不能比 40 少'));
  });

  it('is called done with a sentence, and not while something has to be put right', async () => {
    const { press, write, asked, text } = await openBuilding();
    await press('整件事办好了');
    await press('办好了', '.form button');
    expect(text('#note-error')).to.contain('写一句');
    await write('note', '12 个桩都通电了。');
    await press('办好了', '.form button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'done', body: { note: '12 个桩都通电了。' } });
    const blocked = await openBuilding({ all: [underWay({ can: ['milestones', 'comments'], openCorrections: 1 })] });
    await waitUntil(() => blocked.find('.thread'));
    expect(blocked.find('button', '整件事办好了')).to.equal(undefined);
    expect(
      blocked
        .all('.muted')
        .map((one) => one.textContent)
        .join(),
    ).to.contain('还有 1 条整改没有办好');
  });
});

describe('what somebody else did meanwhile', () => {
  it('shows where a colleague was quicker', async () => {
    const one = makeProject({ status: 'selected', can: ['start'] });
    const refused = new FiveMicroError('project.state', { message: '现在不能这样办', status: 409 });
    const { press, write, known, text } = await openBuilding({ all: [one], fails: [refused] });
    await write('owner', '物业办赵师傅');
    known.projects = [];
    await press('开工');
    await waitUntil(() => text('.gone').includes('刚才有人处理了这一件'));
  });

  it('shows when a neighbour says something', async () => {
    const { known, client, all } = await openBuilding({ comments: [makeComment()] });
    const said = (words: string) => all('.said').some((one) => one.textContent.includes(words));
    await waitUntil(() => said('线槽露在外面'));
    known.comments.push(makeComment({ words: '门口也想要一盏灯。' }));
    known.projects = known.projects.map((one) => ({ ...one, comments: 2 }));
    client.emit({ type: 'project.commented', id: known.projects[0]?.id, area: 'yikang' });
    await waitUntil(() => said('门口也想要一盏灯'));
  });

  it('takes what is being written about a correction away once somebody has settled it', async () => {
    const correction = {
      state: 'open',
      owner: '赵师傅',
      dueAt: hours(-48),
      raisedAt: hours(30),
      answer: null,
      reason: null,
    } as const;
    const one = makeComment({ correction, can: ['answer'] });
    const { known, client, press, find } = await openBuilding({ comments: [one] });
    await press('回复整改');
    await waitUntil(() => find('#words'));
    known.comments = [{ ...one, correction: { ...correction, state: 'overruled', reason: '换了做法' }, can: [] }];
    known.projects = known.projects.map((project) => ({ ...project, updatedAt: hours(0) }));
    client.emit({ type: 'project.correction-overruled', id: known.projects[0]?.id, area: 'yikang' });
    await waitUntil(() => !find('#words'));
  });
});

describe('corrections', () => {
  const open = { state: 'open', owner: '赵师傅', dueAt: hours(2), raisedAt: hours(30), answer: null, reason: null } as const;

  it('are raised from what a neighbour says, with somebody to see to it and a day', async () => {
    const one = makeComment();
    const { press, write, asked, find, text, told } = await openBuilding({ comments: [one] });
    await press('转成整改');
    await press('转成整改', '.form button');
    expect(text('#words-error')).to.contain('写上谁来办');
    expect(find('#dueOn')).to.have.property('value', '2026-11-30');
    await write('dueOn', '');
    await press('转成整改', '.form button');
    expect(text('#dueOn-error')).to.contain('选一天');
    await write('words', '赵师傅');
    await write('dueOn', '2026-11-30');
    await press('转成整改', '.form button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ comment: one.id, owner: '赵师傅', dueOn: '2026-11-30' });
    await waitUntil(() => told().includes('记成整改了'));
  });

  it('that are raised while the end is being written take its form away, and leave the other acts', async () => {
    const { press, write, find, known } = await openBuilding({ comments: [makeComment()] });
    await press('整件事办好了');
    known.projects = known.projects.map((one) => ({ ...one, openCorrections: 1, can: ['milestones', 'comments'] }));
    await press('转成整改');
    await write('words', '赵师傅');
    await write('dueOn', '2026-11-30');
    await press('转成整改', '.form button');
    await waitUntil(() => find('p', '还有 1 条整改没有办好'));
    for (const act of ['写一条进展', '加一步计划']) await waitUntil(() => find('button', act));
  });

  it('say who is late, and are answered', async () => {
    const one = makeComment({ correction: open, can: ['answer', 'corrections', 'overrule'] });
    const { press, write, asked, find } = await openBuilding({ comments: [one] });
    await waitUntil(() => find('.correction .late', '11月23日 到期了'));
    await press('回复整改');
    await write('words', '线槽包好了。');
    await press('公布回复');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'answer', body: { comment: one.id, words: '线槽包好了。', photos: [] } });
  });

  it('are accepted, or not yet, by whoever raised them', async () => {
    const one = makeComment({ correction: { ...open, state: 'answered' }, can: ['accept'] });
    const { press, asked } = await openBuilding({ comments: [one] });
    await press('还没好');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ comment: one.id, accepted: false });
  });

  it('are overruled with a reason that is published', async () => {
    const one = makeComment({ correction: open, can: ['overrule'] });
    const { press, write, asked, text } = await openBuilding({ comments: [one] });
    await press('不采纳');
    expect(text('#words-hint')).to.contain('会公开');
    await press('不采纳，公布理由');
    expect(text('#words-error')).to.contain('写一句');
    await write('words', '线槽是按规范装的。');
    await press('不采纳，公布理由');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'overrule', body: { comment: one.id, reason: '线槽是按规范装的。' } });
  });

  it('are accessible', async () => {
    const { desk, find, press } = await openBuilding({ comments: [makeComment({ correction: open, can: ['answer'] })] });
    await waitUntil(() => find('.correction'));
    await press('回复整改');
    await expect(desk).to.be.accessible();
  });
});
