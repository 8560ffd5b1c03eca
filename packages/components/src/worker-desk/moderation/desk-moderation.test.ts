import { expect, waitUntil } from '@open-wc/testing';
import { type Fact, FiveMicroError, type ModerationCase } from '@five-micro/sdk';
import { describe, it } from 'vitest';
import { makeProject } from '../../project-vote/testing/data.ts';
import { type FakeAnswers, fakeList, makeAction, makeWish, pageOf } from '../../shared/testing/fake-client.ts';
import { makeNomination } from '../../star-gallery/testing/data.ts';
import { hours, makeSaid } from '../testing/data.ts';
import { openTab } from '../testing/tabs.ts';

const note = makeSaid();
const thanks = makeSaid({
  part: 'thanks',
  state: 'reported',
  words: '多亏了小陈，他比物业强一百倍，物业都是骗子。',
  hits: [],
  proposed: null,
  since: hours(3),
  reports: [
    { reason: 'rude', words: null, at: hours(3) },
    { reason: 'untrue', words: '物业第二天就来修了', at: hours(2) },
    { reason: 'rude', words: null, at: hours(1) },
  ],
});
const photo = makeSaid({
  part: 'photo',
  words: null,
  hits: [],
  proposed: null,
  since: hours(1),
  photo: { id: 'p1', url: 'data:,', width: 40, height: 30, public: false },
});

interface Asked {
  verb: string;
  id: string;
  body: unknown;
  key: string | undefined;
}

async function setUp(
  { all = [note, thanks, photo], hidden = [] as ModerationCase[], fails = [] as FiveMicroError[], width = 1000, mode = '' } = {},
  more: FakeAnswers = {},
) {
  const queue = { waiting: [...all], hidden: [...hidden] };
  const asked: Asked[] = [];
  const decide =
    (verb: string) =>
    async (id: string, body: { part: string; photo?: string | undefined }, options?: { idempotencyKey?: string | undefined }) => {
      asked.push({ verb, id, body, key: options?.idempotencyKey });
      const error = fails.shift();
      if (error) throw error;
      queue.waiting = queue.waiting.filter((one) => one.wish?.id !== id);
      queue.hidden = queue.hidden.filter((one) => one.wish?.id !== id);
      return makeWish({ id });
    };
  const tab = await openTab({
    tab: 'said',
    width,
    mode,
    answers: {
      moderation: { list: ({ state = 'waiting' } = {}) => fakeList(() => pageOf(queue[state])) },
      wishes: { list: () => fakeList(() => pageOf([])), show: decide('show'), hide: decide('hide') },
      ...more,
    },
  });
  return { ...tab, queue, asked, words: () => tab.text('.wish'), told: () => tab.text('.told') };
}

const asRead = ({ state, words }: ModerationCase) => ({ state, words });
const fact = (type: string): Fact => ({ type, id: note.wish?.id, area: 'yikang' });

describe('what people say', () => {
  it('lists what waits longest first, with how long, and marks what was found in the words themselves', async () => {
    const { rows, text, all, number, root } = await setUp();
    // What waits among the wishes is said where the wishes are.
    expect(root()?.querySelector('.head p')?.textContent).to.equal('早上好，小吴');
    expect(rows()).to.deep.equal([note.words, thanks.words, '一张照片']);
    expect(text('.queue .pressing')).to.equal('等了 2 天');
    expect(number()).to.equal('3');
    expect(all('mark').map((mark) => mark.textContent)).to.deep.equal(['13912342046']);
    expect(text('.wish')).to.contain('13912342046（电话）');
    expect(text('.look')).to.contain('写了电话');
  });

  it('shows the proposed wording as one press, and goes on to the next by itself', async () => {
    const { press, asked, words, told, find, focused } = await setUp();
    expect(find('#wording') instanceof HTMLTextAreaElement && find('#wording')).to.have.property('value', note.proposed);
    await press('按改好的贴出去');
    await waitUntil(() => words().includes('多亏了小陈'));
    expect(asked.map(({ verb, id, body }) => [verb, id, body])).to.deep.equal([
      ['show', note.wish?.id, { part: 'note', claim: note.claim, seen: asRead(note), wording: note.proposed }],
    ]);
    expect(told()).to.contain('改好的已经贴出去了。下一个：');
    await waitUntil(() => focused()?.classList.contains('wish'));
  });

  it('sends what the worker made of the proposal, and nothing empty or too long', async () => {
    const { press, write, asked, text, focused } = await setUp();
    await write('wording', '  ');
    await press('按改好的贴出去');
    expect(text('#wording-error')).to.contain('写上要贴出去的字');
    await waitUntil(() => focused()?.id === 'wording');
    await write('wording', '好'.repeat(501));
    await press('按改好的贴出去');
    expect(text('#wording-error')).to.contain('500');
    expect(asked).to.deep.equal([]);
    await write('wording', '东西送到了，有事找社工。');
    await press('按改好的贴出去');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.have.property('wording', '东西送到了，有事找社工。');
  });

  it('counts what a reader counts: a family of three is one sign', async () => {
    const { press, write, asked } = await setUp();
    await write('wording', '👨‍👩‍👧'.repeat(200));
    await press('按改好的贴出去');
    await waitUntil(() => asked.length > 0);
  });

  it('shows words as they are written', async () => {
    const { press, asked } = await setUp();
    await press('原样贴出去');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ part: 'note', claim: note.claim, seen: asRead(note) });
  });

  it('hides with a reason and never without', async () => {
    const { press, asked, text, write, words } = await setUp();
    await press('收起来', '.case-act button');
    expect(asked).to.deep.equal([]);
    expect(text('#reason-error')).to.contain('写一句再收起来');
    await press('有电话或住址');
    await write('reason', '里面有电话，请改一改。');
    await press('收起来', '.case-act button');
    await waitUntil(() => words().includes('多亏了小陈'));
    expect(asked[0]?.body).to.deep.equal({
      part: 'note',
      claim: note.claim,
      seen: asRead(note),
      reason: '里面有电话，请改一改。',
    });
  });

  it('says who reported what, with the newest words, and leaves it where it is fine', async () => {
    const { press, text, asked, find, told, words } = await setUp({ all: [thanks, photo] });
    expect(text('.look')).to.contain('3 位邻居举报：话说得难听、说的不是真的').and.to.contain('物业第二天就来修了');
    expect(find('#wording')).to.equal(undefined);
    await press('没问题，照旧留着');
    await waitUntil(() => words() === '一张照片');
    expect(asked[0]?.body).to.deep.equal({ part: 'thanks', claim: thanks.claim, seen: asRead(thanks) });
    expect(told()).to.contain('照旧留着');
  });

  it('rewords what was only reported', async () => {
    const { press, write, asked } = await setUp({ all: [thanks] });
    await press('改几个字再贴');
    await write('wording', '多亏了小陈。');
    await press('按改好的贴出去');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.have.property('wording', '多亏了小陈。');
  });

  it('shows a picture with its name, and decides it by its id', async () => {
    const { press, all, asked, toast } = await setUp({ all: [photo] });
    expect(all('.photo img').map((image) => image.getAttribute('alt'))).to.deep.equal(['陈**传的照片']);
    await press('照片可以贴出来');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]?.body).to.deep.equal({ part: 'photo', claim: photo.claim, photo: 'p1', seen: { state: photo.state } });
    await waitUntil(() => toast() === '贴出去了。这一栏都看完了');
  });

  it('decides about what is said of projects, of actions and of those who are voted on in the same queue', async () => {
    const project = { id: 'p1', title: '王老三家门口的坑', status: 'voting' as const, areaName: '怡康社区' };
    const nomination = { id: 'n1', title: '岗位之星', name: '周**', status: 'voting' as const, areaName: '怡康社区' };
    const found = { wish: null, claim: null, state: 'reported' as const, hits: [], proposed: null };
    const step = makeSaid({ ...found, project, milestone: 'm1', part: 'step', words: '找刘工量尺寸' });
    const story = makeSaid({ ...found, nomination, part: 'story', words: '他跟人吵过架' });
    const action = { id: 'a1', title: '送热饺子', status: 'open' as const, areaName: '怡康社区' };
    const bring = makeSaid({ ...found, action, part: 'bring', words: '带上五百块押金' });
    const sent: unknown[] = [];
    const hidePart = async (id: string, body: unknown) => {
      sent.push([id, body]);
      return makeProject();
    };
    const showPart = async (id: string, body: unknown) => {
      sent.push([id, body]);
      return makeAction();
    };
    const showNomination = async (id: string, body: unknown) => {
      sent.push([id, body]);
      return makeNomination();
    };
    const { press, rows, text, write, words, find } = await setUp(
      { all: [step, story, bring] },
      { projects: { hidePart }, actions: { showPart }, stars: { showNomination } },
    );
    expect(rows()).to.deep.equal(['找刘工量尺寸', '他跟人吵过架', '带上五百块押金']);
    expect(text('.context')).to.contain('在微实事“王老三家门口的坑”里');
    expect(find('.context .btn')).to.equal(undefined);
    await write('reason', '写了人家名字');
    await press('收起来', '.case-act button');
    await waitUntil(() => words().includes('他跟人吵过架'));
    expect(text('.context')).to.contain('说的是周**（岗位之星）');
    await press('没问题，照旧留着');
    await waitUntil(() => words().includes('带上五百块押金'));
    expect(text('.context')).to.contain('在微行动“送热饺子”里');
    await press('没问题，照旧留着');
    await waitUntil(() => sent.length === 3);
    expect(sent).to.deep.equal([
      ['p1', { part: 'step', milestone: 'm1', seen: asRead(step), reason: '写了人家名字' }],
      ['n1', { part: 'story', seen: asRead(story) }],
      ['a1', { part: 'bring', seen: asRead(bring) }],
    ]);
  });

  it('brings back what was hidden, by the filter', async () => {
    const hidden = makeSaid({ state: 'hidden', can: ['show'] });
    const { press, rows, asked, find, number } = await setUp({ hidden: [hidden] });
    await press('收起来的', '.chip');
    await waitUntil(() => rows().length === 1 && find('.case-act .btn', '重新贴出去'));
    expect(find('.case-act .btn', '收起来')).to.equal(undefined);
    expect(number(), 'the tab counts what waits').to.equal('3');
    await press('重新贴出去');
    await waitUntil(() => asked.length > 0);
    expect(asked[0]).to.deep.include({ verb: 'show', id: hidden.wish?.id });
  });

  it('offers no act that the server does not list, and says who can', async () => {
    const { find, text } = await setUp({ all: [makeSaid({ can: ['hide'] })] });
    expect(find('.case-act .btn', '收起来')).not.to.equal(undefined);
    expect(find('.case-act .primary')).to.equal(undefined);
    expect(find('#wording')).to.equal(undefined);
    const own = await setUp({ all: [makeSaid({ can: [] })] });
    expect(own.find('.case-act')).to.equal(undefined);
    expect(own.text('.case-in')).to.contain('要请别的社工来看');
    expect(text('.case-in')).not.to.contain('要请别的社工来看');
  });

  it('is kind when a colleague was quicker: by the live stream, and by a refusal', async () => {
    const live = await setUp();
    live.queue.waiting.shift();
    live.client.emit(fact('wish.shown'));
    await waitUntil(() => live.text('.gone').includes('别的社工看过'));
    expect(live.words()).to.contain('东西送到了');
    expect(live.find('.case-act')).to.equal(undefined);
    await live.press('看下一个');
    await waitUntil(() => live.words().includes('多亏了小陈'));

    const refused = new FiveMicroError('wish.no-part', { message: '没有找到你说的这段话', status: 404 });
    const late = await setUp({ fails: [refused] });
    late.queue.waiting.shift();
    await late.press('原样贴出去');
    await waitUntil(() => late.text('.gone').includes('别的社工看过'));
  });

  it('hears of new reports, and keeps what is being written', async () => {
    const { client, queue, rows, write, find } = await setUp();
    await write('wording', '改到一半');
    queue.waiting.push(makeSaid({ words: '新来的一条' }));
    client.emit(fact('wish.reported'));
    await waitUntil(() => rows().length === 4);
    expect(find('#wording')).to.have.property('value', '改到一半');
  });

  it('does a decision whose answer was lost only once: the same key again', async () => {
    const { press, asked, text, words } = await setUp({ fails: [new FiveMicroError('network.timeout', { saved: 'unknown' })] });
    await press('按改好的贴出去');
    await waitUntil(() => text('[role=alert]').includes('再试一次不会重复'));
    expect(words()).to.contain('东西送到了');
    await press('按改好的贴出去');
    await waitUntil(() => asked.length === 2);
    expect(asked[0]?.key).to.be.a('string').and.to.equal(asked[1]?.key);
  });

  it('opens as a sheet on a phone, goes on in it, and gives the keyboard back after the last', async () => {
    const { press, panel, words, root, desk } = await setUp({ all: [note, thanks], width: 390 });
    const sheet = () => panel().querySelector('fm-sheet');
    expect(sheet()?.open).to.equal(false);
    await press('', '.queue button');
    await waitUntil(() => sheet()?.open);
    await press('原样贴出去');
    await waitUntil(() => words().includes('多亏了小陈'));
    await press('没问题');
    await waitUntil(() => sheet()?.open === false);
    await waitUntil(() => root()?.activeElement?.id === 'tab-said');
    expect(desk.shadowRoot?.querySelector('fm-toast')?.text).to.contain('这一栏都看完了');
  });

  it('goes back to the list by Escape', async () => {
    const { panel, find, focused } = await setUp();
    find('.paper .btn, .case-act .btn')?.focus();
    panel()
      .querySelector('.paper')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(focused()?.getAttribute('aria-current')).to.equal('true');
  });

  it('says so when there is nothing, and when it could not be asked', async () => {
    const { text } = await setUp({ all: [] });
    expect(text('.calm')).to.contain('大家说的话都看完了');
    const failing = await openTab({
      tab: 'said',
      answers: {
        moderation: { list: () => fakeList<ModerationCase>(() => Promise.reject(new FiveMicroError('network.offline'))) },
      },
    });
    expect(failing.text('.calm')).to.contain('这一栏没有打开').and.to.contain('没有连上网');
    expect(failing.number(), 'no number is no zero').to.equal(undefined);
  });

  for (const mode of ['normal', 'elder']) {
    it(`is accessible: ${mode}`, async () => {
      const { desk } = await setUp({ mode });
      await expect(desk).to.be.accessible();
    });
  }
});
