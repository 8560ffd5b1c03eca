import { expect, waitUntil } from '@open-wc/testing';
import { FiveMicroError } from '@five-micro/sdk';
import { afterEach, describe, it } from 'vitest';
import { setUp } from '../testing/set-up.ts';
import { makeCase, makeProject, numbered, openProjects, underWay } from './testing/set-up.ts';

afterEach(() => localStorage.clear());

describe('proposals on the desk', () => {
  it('have no tab where the community has no projects', async () => {
    const { root } = await setUp({ queues: {} });
    expect(root()?.querySelector('#tab-members')).not.to.equal(null);
    expect(root()?.querySelector('#tab-projects')).to.equal(null);
  });

  it('wait in a list with what they cost and what was found in them, and are counted', async () => {
    const { rows, number, text } = await openProjects({ all: [numbered(), makeProject(), underWay()] });
    expect(rows()).to.deep.equal(['楼道换成声控亮灯', '楼门口修一条慢坡道']);
    expect(number()).to.equal('2');
    expect(text('.queue li')).to.contain('9.6 万元').and.to.contain('写了电话').and.to.contain('等了 3 天');
  });

  it('go on the list in the proposed wording, with the version that was read, and the next one opens', async () => {
    const one = numbered();
    const { press, asked, find, words, told, text } = await openProjects({ all: [one, makeProject()] });
    expect(find('#story')).to.have.property('value', '有事打 139****2046。');
    expect(text('.said mark')).to.equal('13912342046');
    await press('列入名单');
    await waitUntil(() => words() === '楼门口修一条慢坡道');
    expect(asked.map(({ verb, id, body }) => [verb, id, body])).to.deep.equal([
      ['enlist', one.id, { story: '有事打 139****2046。', seen: one.updatedAt }],
    ]);
    expect(told()).to.contain('列入名单了。下一个：');
  });

  it('are listed with another cost, in fen, and never with none', async () => {
    const { press, write, asked, text, focused } = await openProjects({ all: [makeProject()] });
    await press('改文字或钱数');
    await write('cost', '三万');
    await press('列入名单');
    expect(text('#cost-error')).to.contain('大于 0 的钱数');
    await waitUntil(() => focused()?.id === 'cost');
    expect(asked).to.deep.equal([]);
    await write('cost', '30,000.50');
    await press('列入名单');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.have.property('cost', 3_000_050);
  });

  it('are declined with a reason and never without', async () => {
    const { press, write, asked, text, focused } = await openProjects({ all: [makeProject()] });
    await press('不列入', '.case-act button');
    expect(text('#reason-error')).to.contain('写一句再退回');
    await waitUntil(() => focused()?.id === 'reason');
    await write('reason', '这件事归物业管。');
    await press('不列入', '.case-act button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'decline', body: { reason: '这件事归物业管。' } });
  });

  it('are merged into one that is alike, after two presses', async () => {
    const other = makeProject({ title: '楼门口的坡道修一修', status: 'listed', can: ['merge'] });
    const { press, asked, text, focused } = await openProjects({ all: [makeProject(), other] });
    await press('合并过去');
    await waitUntil(() => focused()?.classList.contains('follows'));
    expect(text('.follows')).to.contain('会并到“楼门口的坡道修一修”里');
    expect(asked).to.deep.equal([]);
    await press('合并到这一件');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'merge', body: { into: other.id } });
  });

  it('offer no act that the server does not list', async () => {
    const { find, text } = await openProjects({ all: [makeProject({ can: [], mine: true })] });
    expect(find('.case-act')).to.equal(undefined);
    expect(find('#reason')).to.equal(undefined);
    expect(text('.case-in')).to.contain('要请别的社工来看');
  });

  it('are kind when a colleague was quicker', async () => {
    const refused = new FiveMicroError('project.state', { message: '现在不能这样办', status: 409 });
    const { press, known, text, find } = await openProjects({ all: [makeProject()], fails: [refused] });
    known.projects = [];
    await press('列入名单');
    await waitUntil(() => text('.gone').includes('刚才有人处理了'));
    expect(find('.case-act')).to.equal(undefined);
  });

  it('are listed once though the answer was lost: the same key again', async () => {
    const { press, asked, text } = await openProjects({
      all: [makeProject()],
      fails: [new FiveMicroError('network.timeout', { saved: 'unknown' })],
    });
    await press('列入名单');
    await waitUntil(() => text('[role=alert]').includes('再试一次不会重复'));
    await press('列入名单');
    await waitUntil(() => asked.length === 2);
    expect(asked[0]?.key).to.be.a('string').and.to.equal(asked[1]?.key);
  });

  it('keep what a worker has written of the wording over a reload', async () => {
    const one = makeProject();
    const first = await openProjects({ all: [one] });
    await first.press('改文字或钱数');
    await first.write('title', '楼门口修坡道');
    first.desk.remove();
    const again = await openProjects({ all: [one] });
    await waitUntil(() => again.find('#title'));
    expect(again.find('#title')).to.have.property('value', '楼门口修坡道');
    await again.press('重新写');
    await waitUntil(() => !again.find('#title'));
  });

  it('say so when they were changed while they are in hand', async () => {
    const one = makeProject();
    const { client, known, text, find, press } = await openProjects({ all: [one] });
    await press('改文字或钱数');
    known.projects = [{ ...one, title: '楼门口修坡道', updatedAt: '2026-11-23T02:31:00.000Z' }];
    client.emit({ type: 'project.edited', id: one.id, area: 'yikang' });
    await waitUntil(() => text('.follows').includes('刚刚改过'));
    expect(find('#title')).to.equal(undefined);
    expect(text('.case .wish')).to.equal('楼门口修坡道');
  });

  it('follow the live stream', async () => {
    const { client, known, rows } = await openProjects({ all: [makeProject()] });
    known.projects.push(makeProject({ title: '新提的一件' }));
    client.emit({ type: 'project.proposed', id: 'x', area: 'yikang' });
    await waitUntil(() => rows().length === 2);
  });
});

describe('a project that a round did not choose', () => {
  it('goes on the list again, for a later round', async () => {
    const one = makeProject({ status: 'not-selected', can: ['list', 'comments'] });
    const { press, asked, told } = await openProjects({ all: [one] });
    await press('名单上的', '.chip');
    await press('重新列入名单');
    await waitUntil(() => told().includes('列入名单了'));
    expect(asked.map(({ verb, id }) => [verb, id])).to.deep.equal([['enlist', one.id]]);
  });

  it('is found among many into which another may be merged', async () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      makeProject({ title: `${'甲乙丙丁戊己庚辛壬癸子丑'.charAt(at)}处换灯`, status: 'listed' }),
    );
    const { press, write, all } = await openProjects({ all: [makeProject({ title: '门口修坡道' }), ...many] });
    await press('从名单里找一件来合并');
    expect(all('.same li').length).to.equal(12);
    await write('find', '丙处');
    expect(all('.same li').length).to.equal(1);
  });
});

describe('comments that wait', () => {
  const openSaid = async (more = {}) => {
    const tab = await openProjects({ queue: [makeCase(more)] });
    await waitUntil(() => tab.find('.chip', '评论待看')?.textContent.includes('1'));
    await tab.press('评论待看', '.chip');
    await waitUntil(() => tab.rows().length === 1);
    return tab;
  };

  it('are counted beside the tab with the proposals, also before somebody opens it', async () => {
    const { number, known, client, press } = await openProjects({ all: [makeProject()], queue: [makeCase()] });
    await waitUntil(() => number() === '2');
    await press('名单上的', '.chip');
    known.queue.push(makeCase());
    client.emit({ type: 'project.comment-held', id: 'p', area: 'yikang' });
    await waitUntil(() => number() === '3');
  });

  it('are shown in the proposed wording by one press', async () => {
    const { press, asked, toast, find } = await openSaid();
    expect(find('#wording')).to.have.property('value', '装好叫我，139****2046。');
    await press('按改好的贴出去');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.have.property('wording', '装好叫我，139****2046。');
    await waitUntil(() => toast().includes('改好的已经贴出去了'));
  });

  it('are hidden with a reason, and found again among the hidden ones', async () => {
    const { press, write, asked, text, rows, known } = await openSaid();
    await press('收起来', '.case-act button');
    expect(text('#reason-error')).to.contain('写一句再收起来');
    await write('reason', '里面有电话。');
    await press('收起来', '.case-act button');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'hide' });
    known.queue = [makeCase({ withheld: 'hidden', can: ['show'] })];
    await press('看收起来的');
    await waitUntil(() => rows().length === 1);
    await press('重新贴出去');
    await waitUntil(() => asked.length === 2);
  });
});

it('one part of a project is hidden where it is read', async () => {
  const photos = ['p1', 'p2'].map((id) => ({ id, url: 'data:,', width: 1, height: 1, public: true }));
  const { press, write, asked, told } = await openProjects({
    all: [makeProject({ status: 'listed', photos, can: ['hide-part', 'show-part'] })],
  });
  await press('名单上的', '.chip');
  await press('收起其中一处');
  await press('第 2 张照片', '.chip');
  await write('reason', '拍到了别人的脸。');
  await press('收起“第 2 张照片”');
  await waitUntil(() => told().includes('收起来了'));
  expect(asked[0]?.body).to.deep.equal({ part: 'photo', photo: 'p2', reason: '拍到了别人的脸。', seen: { state: 'shown' } });
});

for (const mode of ['normal', 'elder']) {
  it(`a proposal in hand is accessible: ${mode}`, async () => {
    const { desk } = await openProjects({ all: [numbered(), makeProject({ status: 'listed' })], mode });
    await expect(desk).to.be.accessible();
  });
}
