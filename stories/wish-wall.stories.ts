import '@five-micro/components/wish-wall';
import type { FmWishWall } from '@five-micro/components/wish-wall';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring, tablet } from './setting/looks.ts';
import { wishLike } from './setting/wishes.ts';
import { find, inState, many, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWishWall> = {
  title: 'Wishes/Wish wall',
  id: 'wish-wall',
  component: 'fm-wish-wall',
  tags: ['autodocs'],
  render: () => html`<fm-wish-wall></fm-wish-wall>`,
};
export default meta;
type Story = StoryObj<FmWishWall>;
type Root = { canvasElement: HTMLElement };

const isReady = async ({ canvasElement }: Root) => {
  await inState(canvasElement, 'fm-wish-wall', 'ready');
};

export const Ready: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    for (const words of ['微心愿墙', '等待认领', '正在圆梦', '已经实现', '我来帮 TA']) await reads(canvasElement, words);
  },
};

export const Phone: Story = { globals: phone, play: isReady };
export const Narrow: Story = { globals: narrow, play: isReady };
export const Tablet: Story = { globals: tablet, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Spring: Story = { globals: { ...page, ...spring }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const DarkParty: Story = { globals: { ...phone, ...dark, ...party }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const ElderDark: Story = { globals: { ...phone, ...elder, ...dark }, play: isReady };

export const English: Story = {
  globals: { ...phone, ...english },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await reads(canvasElement, /Wish wall|Wishes/i);
  },
};

/** In a sidebar or on a home page: a few notes and no filters. */
export const Compact: Story = {
  globals: phone,
  render: () => html`<fm-wish-wall compact all-href="#wall"></fm-wish-wall>`,
  play: isReady,
};

/** A street's wall shows the wishes of all its communities, and each note says where it is from. */
export const Street: Story = {
  globals: page,
  parameters: { area: 'nanyuan' },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await reads(canvasElement, '怡康社区');
  },
};

export const District: Story = { globals: page, parameters: { area: 'jianye' }, play: isReady };

/** Chips narrow it down to what was fulfilled: notes that have turned over to the thank-you. */
export const Fulfilled: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await press(canvasElement, /已经实现/);
    await reads(canvasElement, /谢谢|社工上门看过/);
  },
};

export const Search: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await write(canvasElement, '搜心愿', '轮椅');
    await reads(canvasElement, /显示 \d+ 个心愿/);
    await reads(canvasElement, '轮椅');
  },
};

export const NothingFound: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await write(canvasElement, '搜心愿', '宇宙飞船');
    await reads(canvasElement, '没有写到“宇宙飞船”的心愿');
    await press(canvasElement, '看全部');
    await reads(canvasElement, '我来帮 TA');
  },
};

export const LoadMore: Story = {
  globals: phone,
  render: () => html`<fm-wish-wall limit="4"></fm-wish-wall>`,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await press(canvasElement, /^再看/);
    await many(canvasElement, 'li.note', 8);
  },
};

const none = [
  respond(contract.wishes.list, { items: [], nextCursor: null }),
  respond(contract.wishes.summary, { open: 0, inProgress: 0, helped: 0, byKind: {}, byCategory: {} }),
];

export const Empty: Story = {
  globals: phone,
  parameters: { mock: none, signedIn: 'li-guifang' },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'empty');
    await reads(canvasElement, '墙还空着');
    await find(canvasElement, 'button', '许第一个心愿');
  },
};

export const Loading: Story = {
  globals: phone,
  parameters: {
    mock: [respond(contract.wishes.list, never), respond(contract.wishes.summary, never), respond(contract.areas.get, never)],
  },
  play: async ({ canvasElement }) => {
    const wall = await inState(canvasElement, 'fm-wish-wall', 'loading');
    await expect(wall.shadowRoot?.querySelector('[aria-busy=true]')).not.toBeNull();
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.list, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'error');
    await reads(canvasElement, '心愿墙没有打开');
    await reads(canvasElement, '编号');
    await find(canvasElement, 'button', '再试一次');
  },
};

/** What was there stays, and the header line says from when it is. */
export const Stale: Story = {
  globals: phone,
  parameters: { mock: [] },
  play: async ({ canvasElement, loaded }) => {
    const wall = await inState(canvasElement, 'fm-wish-wall', 'ready');
    changeAnswers(loaded, [respond(contract.wishes.list, problemOf('server.failed'))]);
    await wall.reload();
    await inState(canvasElement, 'fm-wish-wall', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
    changeAnswers(loaded, []);
    await press(canvasElement, '刷新');
    await inState(canvasElement, 'fm-wish-wall', 'ready');
  },
};

/** Nothing can be begun while the page is not connected, and it says so where one would begin. */
export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    changeAnswers(loaded, [respond(contract.wishes.list, noNetwork)]);
    window.dispatchEvent(new Event('offline'));
    await inState(canvasElement, 'fm-wish-wall', 'offline');
    await reads(canvasElement, '连上网再认领');
  },
};

export const WrongArea: Story = {
  globals: phone,
  parameters: { area: 'yikan' },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'error');
    await reads(canvasElement, 'area 不对：没有叫“yikan”的社区');
  },
};

/** An address behind which there is something, but not our server. */
export const WrongAddress: Story = {
  globals: phone,
  render: () => html`<fm-wish-wall api-url="/mockServiceWorker.js?" area="yikang"></fm-wish-wall>`,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'error');
    await reads(canvasElement, /api-url 不对|没有连上/);
  },
};

export const RefusedToken: Story = {
  globals: phone,
  parameters: {
    signedIn: 'li-guifang',
    mock: [respond(contract.wishes.list, problemOf('token.audience', { params: { aud: 'portal', expected: 'five-micro' } }))],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'error');
    await reads(canvasElement, '登录凭证没有被接受：登录凭证的 aud 是“portal”，这个服务要的是“five-micro”。');
  },
};

/** Whoever is not signed in reads everything; the act asks the portal to sign in and then goes on. */
export const NotSignedIn: Story = {
  globals: phone,
  parameters: { signsIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await press(canvasElement, /^我来帮 TA/);
    const claim = await find(canvasElement, 'fm-wish-claim');
    await press(claim, '我来帮 TA');
    await reads(canvasElement, '你正在帮 TA');
  },
};

/** The server says who can, where someone may not. */
export const NotAllowed: Story = {
  globals: phone,
  parameters: {
    signedIn: 'zhang-xiaoman',
    mock: [respond(contract.wishes.claim, problemOf('auth.forbidden', { params: { who: '报到过的居民' } }))],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await press(canvasElement, /^我来帮 TA/);
    const claim = await find(canvasElement, 'fm-wish-claim');
    await press(claim, '我来帮 TA');
    await reads(canvasElement, '这件事要由报到过的居民来办');
  },
};

/** Someone else was a moment earlier: who it was, kindly. */
export const TooLate: Story = {
  globals: phone,
  parameters: {
    signedIn: 'zhang-xiaoman',
    mock: [respond(contract.wishes.claim, problemOf('wish.already-claimed', { params: { name: '陈**' } }))],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await press(canvasElement, /^我来帮 TA/);
    const claim = await find(canvasElement, 'fm-wish-claim');
    await press(claim, '我来帮 TA');
    await reads(canvasElement, '陈**早了一步');
    await find(canvasElement, 'button', '看看别的');
  },
};

/** Sixty characters, rare ones among them, and names of several kinds. */
export const LongWords: Story = {
  globals: narrow,
  parameters: {
    mock: [
      respond(contract.wishes.list, {
        items: [
          wishLike({
            title:
              '𠮷田奶奶的收音机坏了半个多月听不了评弹想请懂行的邻居上门看一看要是修不好就帮忙挑一台字大好按声音响的新收音机再教一教怎么用好吗',
          }),
          wishLike({
            wisher: { name: '古丽**' },
            forWhom: { relation: 'family', name: '欧阳**' },
            claimersWanted: 3,
            claimersHeld: 1,
          }),
        ],
        nextCursor: null,
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-wish-wall', 'ready');
    await reads(canvasElement, '欧阳**');
    const page = document.documentElement;
    await expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
  },
};
