import '@five-micro/components/wish-detail';
import type { FmWishDetail } from '@five-micro/components/wish-detail';
import { contract } from '@five-micro/contract';
import { never, type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring } from './setting/looks.ts';
import { asWish, claimLike, firstSteps, helpedByBranch, isReady, openedWish, says, stepLike, thanked } from './setting/opened.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWishDetail> = {
  title: 'Wishes/Wish, opened',
  id: 'wish-detail',
  component: 'fm-wish-detail',
  tags: ['autodocs'],
  // A sheet would cover the page that tells of it.
  parameters: { partOf: 'fm-wish-wall', docs: { story: { inline: false, height: '820px' } } },
  render: ({ intent }) => html`<fm-wish-detail wish-id=${wish.id} .intent=${intent}></fm-wish-detail>`,
};
export default meta;
type Story = StoryObj<FmWishDetail>;

const wish = openedWish();
const own = claimLike({ name: '张**', mine: true });

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
    mock: asWish(
      { ...wish, status: 'claimed', can: ['report'], claims: [{ ...helpedByBranch, state: 'active', note: '' }] },
      {},
      [...firstSteps, stepLike('wish.claimed', 3, { by: helpedByBranch.name, dueAt: helpedByBranch.dueAt })],
    ),
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
    mock: asWish({ ...wish, status: 'fulfilled', mine: true, can: ['confirm', 'reopen'], claims: [helpedByBranch] }),
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
      claims: [helpedByBranch],
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
