import { expect, html, waitUntil } from '@open-wc/testing';
import { nothing } from 'lit';
import { beforeEach, describe, it } from 'vitest';
import { qrOf } from '../shared/hall/qr.ts';
import { HallScan } from '../shared/hall/scan.ts';
import { fakeList, pageOf } from '../shared/testing/fake-client.ts';
import { from, makeComment, makeProject, makeRound } from './testing/data.ts';
import { all, button, reads, text, until, voteOf } from './testing/set-up.ts';

beforeEach(() => localStorage.clear());

const correction = {
  state: 'open' as const,
  owner: '施工队',
  dueAt: from(60),
  raisedAt: from(-40),
  answer: null,
  reason: null,
};
const done = makeProject({ id: 'lift', title: '送餐电梯', status: 'done', percent: 100, milestones: [] });
const comments = [
  makeComment({ id: 'first', words: '第一句。' }),
  makeComment({ id: 'wrong', words: '井盖高出一截。', correction, can: ['accept', 'report'] }),
  makeComment({ id: 'last', words: '最后一句。' }),
];

const withProjects = (...chosen: ReturnType<typeof makeProject>[]) => ({
  list: (query?: { status?: string | undefined }) => fakeList(() => pageOf(query?.status?.includes('done') ? chosen : [])),
  comments: () => fakeList(() => pageOf(comments)),
  get: async (id: string) => chosen.find((one) => one.id === id) ?? makeProject(),
});

describe('the winner that is being built', () => {
  it('stands on the page step by step, with what is to be put right and what was said last; the others are a row each', async () => {
    const { element } = await voteOf({ projects: withProjects(done, makeProject()) });
    await reads(element, '怡康街人行道补平 负责人 陈工');
    expect(all(element, '.lead .steps > li')).to.have.length(4);
    await reads(element, '井盖高出一截。 在改 施工队来改');
    await reads(element, '最后一句。');
    expect(text(element)).not.to.contain('第一句');
    expect(all(element, '.lead .says li .btn')).to.have.length(0);
    expect(all(element, '.prog .want').map((one) => one.textContent.trim())).to.deep.equal(['送餐电梯']);
    await expect(element).to.be.accessible();
  });

  it('lets a neighbour say something at once', async () => {
    await import('./project-detail.define.ts');
    const { element } = await voteOf({ projects: withProjects(makeProject()) });
    await reads(element, '我也说一句');
    button(element, '我也说一句').click();
    await until(() => all(element, '#words').some((one) => one.matches(':focus')), 'one writes');
  });

  it('keeps a long story short, and says how much of it there is', async () => {
    const [step] = makeProject().milestones;
    const milestones = Array.from({ length: 9 }, (_, at) => ({
      ...step,
      id: `s${at}`,
      title: `第 ${at + 1} 步`,
      reached: at < 7,
    }));
    const { element } = await voteOf({ projects: withProjects(makeProject({ milestones: milestones as never })) });
    await reads(element, '前面还有 4 步');
    expect(all(element, '.lead .steps > li b').map((one) => one.textContent)).to.deep.equal(
      [5, 6, 7, 8, 9].map((at) => `第 ${at} 步`),
    );
  });

  it('is a row without anything to press where there is no room', async () => {
    const { element } = await voteOf(
      { items: [makeRound()], projects: withProjects(makeProject()) },
      html`<fm-project-vote compact></fm-project-vote>`,
    );
    await reads(element, '怡康街人行道补平');
    expect(all(element, '.lead')).to.have.length(0);
    expect(all(element, 'button')).to.have.length(0);
  });
});

describe('proposals', () => {
  it('are shown page by page, and the keyboard goes on at the first of the next', async () => {
    const proposal = (id: string) => makeProject({ id, title: `提的 ${id}`, status: 'listed' });
    const { element } = await voteOf({
      projects: {
        list: (query) => {
          if (query?.status?.includes('done')) return fakeList(() => pageOf([]));
          return fakeList(() => (query?.cursor === 'next' ? pageOf([proposal('b')]) : pageOf([proposal('a')], 'next')));
        },
      },
    });
    await reads(element, '提的 a');
    expect(text(element)).not.to.contain('提的 b');
    button(element, '再看几件').click();
    await reads(element, '提的 b');
    await until(() => all(element, '[data-project=b]').some((one) => one.matches(':focus')), 'the keyboard is there');
    expect(text(element)).not.to.contain('再看几件');
  });
});

describe('the code on a hall screen', () => {
  it('is drawn of the present link, though one before it, which no code can hold, fails meanwhile', async () => {
    // From then on they are made in the order in which they are asked for.
    await qrOf('');
    const drawn: boolean[] = [];
    const words = { scan: '扫一扫', scanText: '用手机来办' };
    const render = (link: string) => scan.render(link, words) !== nothing;
    const host = { addController() {}, removeController() {}, updateComplete: Promise.resolve(true) };
    const scan: HallScan = new HallScan({ ...host, requestUpdate: () => drawn.push(render('/projects.html')) });
    expect(render(`/projects.html?${'a'.repeat(9000)}`)).to.equal(false);
    expect(render('/projects.html')).to.equal(false);
    await waitUntil(() => drawn.length > 0);
    expect(drawn).to.deep.equal([true]);
  });
});
