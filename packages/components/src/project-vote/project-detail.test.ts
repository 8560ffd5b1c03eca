import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { Comment, FiveMicro, Project } from '@five-micro/sdk';
import { FiveMicroError } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { type FakeAnswers, fakeClient, fakeList, fakeNow, makeArea, pageOf } from '../shared/testing/fake-client.ts';
import './project-detail.define.ts';
import type { FmProjectDetail } from './project-detail.ts';
import { from, makeComment, makeProject } from './testing/data.ts';
import { all, button, me, reads, still, text, until } from './testing/set-up.ts';

async function detailOf(
  project: Project,
  comments: Comment[] = [],
  answers: Partial<FiveMicro['projects']> = {},
  more: FakeAnswers = {},
) {
  const client = fakeClient({
    session: 'signed-in',
    ...more,
    projects: { get: async () => project, comments: () => fakeList(() => pageOf(comments)), ...answers },
  });
  const element = await fixture<FmProjectDetail>(
    html`<fm-project-detail .client=${client} .now=${() => fakeNow.getTime()} project-id=${project.id}></fm-project-detail>`,
  );
  await until(() => element.dataset['state'] !== 'loading', 'it is there');
  return { element, client };
}

/** Which text or picture it is about. */
function choose(element: Element, key: string): void {
  const [select] = all(element, 'select#part');
  if (!(select instanceof HTMLSelectElement)) throw new Error('there is nothing to choose');
  select.value = key;
  select.dispatchEvent(new Event('change'));
}

describe('a project', () => {
  it('says how far it is: what was reached, what comes next, who sees to it and until when', async () => {
    const { element } = await detailOf(makeProject());
    await reads(element, '正在办 怡康街人行道补平');
    await reads(element, '今年办哪几件：627 票');
    await reads(element, '负责人 陈工，南苑街道城管科 · 最多花 6.2 万元');
    await reads(element, '预计 12月18日 周五完工');
    const steps = all(element, '.steps li');
    expect(steps.map((step) => step.className)).to.deep.equal(['', '', 'now', 'next']);
    expect(steps[1]?.textContent.replace(/\s+/g, ' ')).to.contain('11月16日 周一 · 60%');
    await reads(element, '还有 1 处整改没办完');
    await still(element);
    await expect(element).to.be.accessible();
  });

  it('tells the workers about a text or a picture of it, and says so', async () => {
    const sent: unknown[] = [];
    const project = makeProject({ status: 'listed', story: '推轮椅上不去，'.repeat(20), can: ['report-part'] });
    const { element } = await detailOf(project, [], {
      reportPart: async (_id, body) => {
        sent.push(body);
        return project;
      },
    });
    button(element, '这里有不合适的？').click();
    await reads(element, '跟社工说一声');
    const [form] = all(element, 'form.box');
    const [select] = all(element, 'select#part');
    expect(select?.getBoundingClientRect().right, 'nothing stands out of the sheet').to.be.at.most(
      form?.getBoundingClientRect().right ?? 0,
    );
    choose(element, 'title');
    await still(element);
    await expect(element).to.be.accessible();
    button(element, '告诉社工').click();
    await reads(element, '选一样，社工好知道看什么');
    all(element, 'input[name=reason]')[0]?.click();
    button(element, '告诉社工').click();
    await reads(element, '社工会来看');
    expect(sent).to.deep.equal([{ part: 'title', reason: 'private' }]);
  });

  it('lets a worker put a step away with a reason, and says to its writer that something is', async () => {
    const sent: unknown[] = [];
    const project = makeProject({ can: ['hide-part', 'show-part', 'report-part'] });
    const { element } = await detailOf(project, [], {
      hidePart: async (_id, body) => {
        sent.push(body);
        return project;
      },
    });
    button(element, '收起来，或放出来').click();
    await reads(element, '一步进展');
    choose(element, `step ${project.milestones[0]?.id}`);
    await reads(element, '为什么收起来');
    const reason = all(element, '#reason')[0] as HTMLTextAreaElement;
    reason.value = '写了人家名字';
    reason.dispatchEvent(new InputEvent('input', { bubbles: true }));
    button(element, '收起来，告诉 TA').click();
    await until(() => sent.length === 1, 'it was sent');
    const [step] = project.milestones;
    expect(sent).to.deep.equal([{ part: 'step', milestone: step?.id, reason: '写了人家名字', seen: { words: step?.title } }]);
    await until(() => all(element, 'fm-wish-moderate').length === 0, 'the sheet is closed');

    const own = await detailOf(
      makeProject({ mine: true, withheld: [{ part: 'title', of: null, state: 'hidden' }], can: ['report-part'] }),
    );
    await reads(own.element, '社工收起来了，只有写的人和社工看得到');
    expect(text(own.element)).not.to.contain('这里有不合适的？');
  });

  it('says how many neighbours make something have to be put right', async () => {
    const base = makeArea();
    const { element } = await detailOf(
      makeProject(),
      [makeComment({ can: ['corrections'] })],
      {},
      {
        areas: { get: async () => ({ ...base, settings: { ...base.settings, correctionSupport: 5 } }) },
      },
    );
    await reads(element, '有 5 位邻居这么说，就要有人来改');
  });

  it('says why a round did not choose it', async () => {
    const round = { id: 'r', title: '今年办哪几件', votes: 795, why: 'too-dear' as const, left: 3_400_000 };
    const { element } = await detailOf(makeProject({ status: 'not-selected', round }));
    await reads(element, '今年办哪几件：795 票');
    await reads(element, '为什么没选上：剩下的 3.4 万元不够');
  });

  it('lets a neighbour say something, and keeps the words where that failed', async () => {
    const sent: unknown[] = [];
    let fails = true;
    const { element } = await detailOf(makeProject(), [], {
      comment: async (_id, body) => {
        sent.push(body);
        if (fails) throw new FiveMicroError('server.failed', { status: 500, message: '服务器出了点问题' });
        return makeComment({ id: 'new', words: body.words, mine: true, withheld: 'held', can: [] });
      },
    });
    button(element, '我也说一句').click();
    await reads(element, '大家都看得到');
    button(element, '说出去').click();
    await reads(element, '写几个字再送出');
    const field = all(element, '#words')[0] as HTMLTextAreaElement;
    field.value = '井盖也看看';
    field.dispatchEvent(new Event('input'));
    button(element, '说出去').click();
    await reads(element, '服务器出了点问题');
    expect((all(element, '#words')[0] as HTMLTextAreaElement).value).to.equal('井盖也看看');
    fails = false;
    button(element, '说出去').click();
    await reads(element, '社工看过就会出现');
    expect(sent).to.deep.equal([{ words: '井盖也看看' }, { words: '井盖也看看' }]);
  });

  it('shows a correction with who sees to it, its answer, and lets whoever asked say whether it is right now', async () => {
    const correction = {
      state: 'answered' as const,
      owner: '施工队',
      dueAt: from(60),
      raisedAt: from(-40),
      answer: { words: '周三重新垫平。', photos: [], at: from(-4) },
      reason: null,
    };
    const asked: unknown[] = [];
    const { element } = await detailOf(makeProject(), [makeComment({ correction, can: ['accept'] })], {
      accept: async (_id, body) => {
        asked.push(body);
        return makeComment({ correction: { ...correction, state: 'accepted' }, can: [] });
      },
    });
    await reads(element, '等你点头 施工队来改');
    await reads(element, '周三重新垫平。');
    button(element, '改好了').click();
    await until(() => asked.length === 1, 'it was said');
    expect(asked).to.deep.equal([{ comment: 'comment-1', accepted: true }]);
    await until(() => !text(element).includes('还没改好'), 'it is accepted');
  });

  it('says to others that a neighbour’s nod is awaited, and of a correction that is late that it is', async () => {
    const correction = {
      state: 'answered' as const,
      owner: '施工队',
      dueAt: from(-60),
      raisedAt: from(-90),
      answer: null,
      reason: null,
    };
    const { element } = await detailOf(makeProject(), [
      makeComment({ correction, can: [] }),
      makeComment({ id: 'late', correction: { ...correction, state: 'open' }, can: [] }),
      makeComment({ id: 'soon', correction: { ...correction, state: 'open', dueAt: from(60) }, can: [] }),
    ]);
    await reads(element, '等邻居点头 施工队来改');
    await reads(element, '施工队来改 · 原来说 11月20日 周五以前，到期了');
    await reads(element, '施工队来改 · 11月25日 周三以前');
    expect(all(element, '.fix.answered')[0]?.textContent).not.to.contain('以前');
  });

  it('says of the words that only their proposer sees that it is so', async () => {
    const { element } = await detailOf(
      makeProject({ original: { title: '王大爷家门口修路', story: '王大爷说的。', place: '8 幢' } }),
    );
    await reads(element, '你原来写的，只有你和社工看得到');
  });

  it('counts one neighbour more who wants something put right, and says why it was left', async () => {
    const overruled = {
      state: 'overruled' as const,
      owner: null,
      dueAt: from(1),
      raisedAt: from(-1),
      answer: null,
      reason: '路由市里修',
    };
    const { element } = await detailOf(
      makeProject(),
      [makeComment(), makeComment({ id: 'other', correction: overruled, can: [] })],
      { correct: async () => makeComment({ supporters: 5, supported: true, can: [] }) },
    );
    await reads(element, '4 位邻居也说要改');
    await reads(element, '为什么不改：路由市里修');
    button(element, '要整改').click();
    await reads(element, '5 位邻居也说要改 · 你也说了要改');
  });

  it('is rated once it is done', async () => {
    const done = makeProject({ status: 'done', percent: 100, openCorrections: 0, rating: 4.6, ratings: 31, can: ['rate'] });
    const { element } = await detailOf(done, [], { rate: async (_id, { rating }) => ({ ...done, myRating: rating }) });
    await reads(element, '31 位邻居打分，平均 4.6');
    const changed = oneEvent(element, 'fm-project-changed');
    button(element, '4 颗星 满意').click();
    await changed;
    await reads(element, '你打了 4 颗星');
    expect(button(element, '4 颗星').ariaPressed).to.equal('true');
  });

  it('does not take for silence what could not be read', async () => {
    let fails = true;
    const { element } = await detailOf(makeProject(), [], {
      comments: () =>
        fakeList(() => (fails ? Promise.reject(new FiveMicroError('server.failed', { status: 500 })) : pageOf([makeComment()]))),
    });
    await reads(element, '邻居说的没有读出来');
    expect(text(element)).not.to.contain('还没有人说');
    fails = false;
    button(element, '再试一次').click();
    await reads(element, '7 号门口的井盖');
  });

  it('keeps what a neighbour writes over a reload, for them alone, until it is said; and goes on at what was said', async () => {
    localStorage.clear();
    const asked = (id: string) => ({ me: { get: async () => ({ ...me, id }) } });
    const said = { comment: async () => makeComment({ id: 'new', words: '井盖也看看', mine: true }) };
    const write = async (element: FmProjectDetail) => {
      button(element, '我也说一句').click();
      await until(() => all(element, '#words').length, 'one writes');
      return all(element, '#words')[0] as HTMLTextAreaElement;
    };
    const first = await detailOf(makeProject(), [], said, asked('a'));
    const field = await write(first.element);
    field.value = '井盖也看看';
    field.dispatchEvent(new Event('input'));
    first.element.remove();
    const other = await detailOf(makeProject(), [], said, asked('b'));
    expect((await write(other.element)).value).to.equal('');
    other.element.remove();
    const again = await detailOf(makeProject(), [], said, asked('a'));
    expect((await write(again.element)).value).to.equal('井盖也看看');
    button(again.element, '说出去').click();
    await until(() => all(again.element, '[data-comment=new]').some((one) => one.matches(':focus')), 'the keyboard is there');
    expect(localStorage.length).to.equal(0);
  });

  it('asks once more before a proposal is taken back, and takes the keyboard along', async () => {
    const own = makeProject({ status: 'proposed', mine: true, can: ['edit', 'withdraw'] });
    const { element } = await detailOf(own);
    button(element, '撤回').click();
    await until(() => all(element, '.box').some((one) => one.matches(':focus')), 'the question has the keyboard');
    button(element, '先不撤').click();
    await until(() => all(element, '.own button').some((one) => one.matches(':focus')), 'the keyboard is back');
  });

  it('says so where it is not to be seen any more', async () => {
    const { element } = await detailOf(makeProject(), [], {
      get: async () => Promise.reject(new FiveMicroError('project.unknown', { status: 404, message: 'gone' })),
    });
    await reads(element, '这件实事看不到了');
  });
});
