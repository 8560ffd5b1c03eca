import '@five-micro/components/wish-detail';
import type { FmWishDetail } from '@five-micro/components/wish-detail';
import { contract, type Wish } from '@five-micro/contract';
import { never, type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring } from './setting/looks.ts';
import { asWish, claimLike, firstSteps, openedWish, photoLike, stepLike } from './setting/opened.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWishDetail> = {
  title: 'Wishes/Wish, opened',
  id: 'wish-detail',
  component: 'fm-wish-detail',
  render: ({ intent }) => html`<fm-wish-detail wish-id=${wish.id} .intent=${intent}></fm-wish-detail>`,
};
export default meta;
type Story = StoryObj<FmWishDetail>;
type Root = { canvasElement: HTMLElement };

const wish = openedWish();
const own = claimLike({ name: '张**', mine: true });
const done = claimLike({ name: '怡康第二党支部', organisation: 'yikang-branch-2', state: 'done', note: '换好了，亮堂。' });
const thanked = {
  status: 'confirmed',
  claims: [{ ...done, photos: [photoLike()] }],
  confirmation: { rating: 5, thanks: '晚上回来看得清台阶了，谢谢你们。', at: new Date().toISOString() },
} satisfies Partial<Wish>;

const isReady = async ({ canvasElement }: Root) => {
  await inState(canvasElement, 'fm-wish-detail', 'ready');
};
const says =
  (...words: (string | RegExp)[]) =>
  async ({ canvasElement }: Root) => {
    await isReady({ canvasElement });
    for (const each of words) await reads(canvasElement, each);
  };

const open = { mock: asWish(wish) } satisfies { mock: Override[] };

/** The wish, its story and pictures, how far it came, and what the one who looks may do. */
export const Open: Story = { globals: page, parameters: open, play: says('我来帮 TA', '走到哪一步了', '这段话不合适？') };
export const Phone: Story = { globals: phone, parameters: open, play: isReady };
export const Narrow: Story = { globals: narrow, parameters: open, play: isReady };
export const Dark: Story = { globals: { ...phone, ...dark }, parameters: open, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, parameters: open, play: isReady };
export const Spring: Story = { globals: { ...phone, ...spring, ...dark }, parameters: open, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, parameters: open, play: isReady };
export const English: Story = {
  globals: { ...phone, ...english },
  parameters: open,
  play: says("I'll help", 'Something wrong with this?'),
};

/** From the button on a note: the page stands at the claim, its heading in sight. */
export const AtTheClaim: Story = {
  globals: phone,
  args: { intent: 'claim' },
  parameters: { ...open, signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    const claim = await find(canvasElement, 'fm-wish-claim');
    await reads(canvasElement, '用谁的名义');
    await waitFor(() => expect(claim.getBoundingClientRect().top).toBeLessThan(window.innerHeight / 2));
  },
};

/** Someone in whose name an organisation helps: its name leads to its page. */
export const Claimed: Story = {
  globals: page,
  parameters: {
    mock: asWish({ ...wish, status: 'claimed', can: ['report'], claims: [{ ...done, state: 'active', note: '' }] }, {}, [
      ...firstSteps,
      stepLike('wish.claimed', 3, { by: done.name, dueAt: done.dueAt }),
    ]),
  },
  play: async ({ canvasElement }) => {
    await says('正在圆梦', '怡康第二党支部正在办')({ canvasElement });
    await find(canvasElement, 'a[href]', '怡康第二党支部');
  },
};

/** Whoever helps: phone and address, done, another day, back on the wall. */
export const Helping: Story = {
  globals: phone,
  args: { intent: 'fulfil' },
  parameters: {
    signedIn: 'zhang-xiaoman',
    mock: asWish({ ...wish, status: 'claimed', can: ['contact', 'fulfil', 'extend', 'release', 'report'], claims: [own] }),
  },
  play: says('看电话和门牌', '告诉 TA 帮好了'),
};

/** The note had a phone number in it: the act succeeds, the note waits for a worker, and both are said. */
export const NoteHeld: Story = {
  globals: phone,
  args: { intent: 'fulfil' },
  parameters: {
    signedIn: 'zhang-xiaoman',
    mock: asWish(
      { ...wish, status: 'claimed', can: ['fulfil'], claims: [own] },
      {
        status: 'fulfilled',
        can: [],
        claims: [{ ...own, state: 'done', note: '换好了，再坏打我 13812345678。' }],
        withheld: [{ part: 'note', claim: own.id, state: 'held' }],
      },
    ),
  },
  play: async ({ canvasElement }) => {
    await write(canvasElement, '怎么帮的', '换好了，再坏打我 13812345678。');
    await press(canvasElement, '告诉 TA 帮好了');
    await reads(canvasElement, '你写了电话，社工看过再贴出来');
    await reads(canvasElement, '社工正在看，现在只有你们看得到');
  },
};

export const ToAnswer: Story = {
  globals: phone,
  args: { intent: 'confirm' },
  parameters: {
    signedIn: 'li-guifang',
    mock: asWish({ ...wish, status: 'fulfilled', mine: true, can: ['confirm', 'reopen'], claims: [done] }),
  },
  play: says('几颗星', '想说的话'),
};

export const Thanked: Story = {
  globals: page,
  parameters: { mock: asWish({ ...wish, ...thanked, can: ['report'] }) },
  play: says('后来', '晚上回来看得清台阶了'),
};

/** After a visit: a worker's word, and no stars. */
export const Visited: Story = {
  globals: phone,
  parameters: {
    mock: asWish({
      ...wish,
      status: 'closed',
      claims: [done],
      can: ['report'],
      closing: { note: '上门看过，灯亮着。', at: new Date().toISOString() },
    }),
  },
  play: says('社工上门看过'),
};

export const SentBack: Story = {
  globals: phone,
  parameters: {
    signedIn: 'li-guifang',
    mock: asWish({ ...wish, status: 'declined', mine: true, can: ['edit', 'withdraw'], reason: '请把门牌写到下面一栏。' }),
  },
  play: says('社工请你改一改', '改一改再交'),
};

/** Something is wrong with a text: which part, why, and what happens next. */
export const Report: Story = {
  globals: phone,
  parameters: { ...open, signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '这段话不合适？');
    for (const words of ['哪一处', '写了别人的隐私', '不是真的', '骂人的话', '广告', '不安全', '别的']) {
      await reads(canvasElement, words);
    }
  },
};

export const ReportElderDark: Story = { ...Report, globals: { ...phone, ...elder, ...dark } };
export const ReportEnglish: Story = {
  globals: { ...page, ...english },
  parameters: { ...open, signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Something wrong with this?');
    await reads(canvasElement, "Someone's privacy");
  },
};

/** A visitor is asked to sign in, and it goes on by itself. */
export const Reported: Story = {
  globals: phone,
  parameters: { ...open, signsIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '这段话不合适？');
    const sheet = await find(canvasElement, 'fm-wish-report');
    await press(sheet, '写了别人的隐私');
    await press(sheet, '告诉社工');
    await reads(canvasElement, '社工会来看，谢谢你说一声');
  },
};

const moderated = {
  ...wish,
  ...thanked,
  claims: [{ ...done, photos: [photoLike({ public: false })] }],
  can: ['report', 'hide', 'show'],
};

/** Whoever is concerned sees beside each text how it stands. */
export const Held: Story = {
  globals: phone,
  parameters: {
    signedIn: 'li-guifang',
    mock: asWish({
      ...moderated,
      mine: true,
      can: [],
      withheld: [
        { part: 'note', claim: done.id, state: 'held' },
        { part: 'photo', claim: done.id, state: 'held' },
        { part: 'thanks', claim: null, state: 'held' },
      ],
    }),
  },
  play: says('社工正在看，现在只有你们看得到'),
};

export const Hidden: Story = {
  globals: { ...phone, ...dark },
  parameters: {
    signedIn: 'li-guifang',
    mock: asWish(
      {
        ...moderated,
        mine: true,
        can: [],
        withheld: [
          { part: 'title', claim: null, state: 'hidden' },
          { part: 'story', claim: null, state: 'hidden' },
        ],
      },
      {},
      [...firstSteps, stepLike('wish.reported', 3), stepLike('wish.hidden', 2, { words: '写了别人的名字和门牌' })],
    ),
  },
  play: says('社工收起来了', '社工把一处收了起来'),
};

/** A worker puts something away: the writer is told why. */
export const PutAway: Story = {
  globals: page,
  parameters: {
    signedIn: 'wu-min',
    mock: asWish({ ...moderated, withheld: [{ part: 'story', claim: null, state: 'reported' }] }),
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '收起来或放出来');
    await reads(canvasElement, '有邻居说这里不合适，现在大家还看得到');
    const sheet = await find(canvasElement, 'fm-wish-moderate');
    await press(sheet, '收起来');
    await write(sheet, '为什么收起来', '写了别人的门牌');
    await press(sheet, '收起来，告诉 TA');
    await reads(canvasElement, '收起来了，也会告诉写的人。');
  },
};

/** A worker shows what was held, in other words. */
export const InOtherWords: Story = {
  globals: phone,
  parameters: {
    signedIn: 'wu-min',
    mock: asWish({ ...moderated, withheld: [{ part: 'thanks', claim: null, state: 'held' }] }),
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await reads(canvasElement, '后来');
    const flags = await find(canvasElement, '.thanks .flag');
    flags.click();
    const sheet = await find(canvasElement, 'fm-wish-moderate');
    await press(sheet, '给大家看');
    await reads(sheet.shadowRoot ?? sheet, '大家看到的写法');
  },
};

/** The wisher has erased themself: the way it took is still there, nobody's name and no words. */
export const Erased: Story = {
  globals: phone,
  parameters: {
    mock: asWish(
      {
        ...wish,
        title: '（这位邻居清掉了自己的资料）',
        story: '',
        place: null,
        photos: [],
        erased: true,
        status: 'confirmed',
        can: [],
      },
      {},
      [
        stepLike('wish.submitted', 300, { by: '一位邻居' }),
        stepLike('wish.published', 299),
        stepLike('wish.confirmed', 200, { by: '一位邻居' }),
      ],
    ),
  },
  play: says('写过的话不在了'),
};

export const Gone: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.get, problemOf('wish.unknown'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-detail', 'error');
    await reads(canvasElement, '这个心愿不在墙上了');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.get, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-detail', 'error');
    await find(canvasElement, 'button', '再试一次');
  },
};

export const Loading: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.get, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-detail', 'loading');
  },
};

export const Stale: Story = {
  globals: phone,
  parameters: open,
  play: async ({ canvasElement, loaded }) => {
    const detail = await inState(canvasElement, 'fm-wish-detail', 'ready');
    changeAnswers(loaded, [respond(contract.wishes.get, problemOf('server.failed')), ...open.mock]);
    await detail.reload();
    await inState(canvasElement, 'fm-wish-detail', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};
