import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, noNetwork, type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Wish } from '@five-micro/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, tablet } from './setting/looks.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';
import { wishLike } from './setting/wishes.ts';

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Wishes',
  id: 'worker-desk',
  component: 'fm-worker-desk',
  tags: ['autodocs'],
  parameters: { signedIn: 'wu-min' },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;

const isReady = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  await inState(canvasElement, 'fm-worker-desk', 'ready');
};

export const Ready: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    await reads(canvasElement, /有 \d+ 个心愿等着看/);
  },
};

export const Phone: Story = { globals: phone, play: isReady };
export const Narrow: Story = { globals: narrow, play: isReady };
export const Tablet: Story = { globals: tablet, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: isReady };

/** What lapses soon, what waits for a visit. */
export const Queues: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    await press(canvasElement, /^快到期的认领/);
    await press(canvasElement, /^等回访/);
    await reads(canvasElement, '去看过以后');
  },
};

export const Publish: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    await press(canvasElement, /^贴上墙/);
    await reads(canvasElement, /贴上墙了|贴上去了|贴好了/);
  },
};

export const SendBack: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    await press(canvasElement, '想再问清楚一点');
    await write(canvasElement, /^(写给|要退回的话)/, '想再问清楚一点：哪一幢？');
    await press(canvasElement, /^退回/);
    await reads(canvasElement, /退回了|退回去了|退给/);
  },
};

const story = '灯管我买好了，打 13912342046 找我。';
const lamp = wishLike({
  status: 'submitted',
  title: '三楼走道的灯坏了',
  story,
  can: ['publish', 'decline', 'merge', 'contact'],
  screening: [
    {
      part: 'story',
      hits: [{ start: story.indexOf('139'), end: story.indexOf(' 找'), kind: 'phone', reason: null }],
      proposed: '灯管我买好了，打 139****2046 找我。',
    },
  ],
});
const waiting = (wish: Wish): Override =>
  respond(contract.wishes.list, (request) => {
    const { searchParams } = new URL(request.url);
    return { items: searchParams.get('status') === 'submitted' ? [wish] : [], nextCursor: null };
  });

/** What the server found, and how it would hang there: one press takes the proposal. */
export const Screened: Story = {
  globals: page,
  parameters: { mock: [waiting(lamp)] },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '会贴成：');
    await press(canvasElement, '改文字');
    await reads(canvasElement, '文字改过了');
  },
};

/** The wisher wrote it anew while the worker was reading: the fresh words, and a line that says so. */
export const Rewritten: Story = {
  globals: page,
  parameters: { mock: [waiting(lamp), respond(contract.wishes.publish, problemOf('wish.state'))] },
  play: async ({ canvasElement, loaded }) => {
    await reads(canvasElement, '会贴成：');
    changeAnswers(loaded, [
      waiting({ ...lamp, title: '四楼走道的灯坏了', screening: [], updatedAt: new Date().toISOString() }),
      respond(contract.wishes.publish, problemOf('wish.state')),
    ]);
    await press(canvasElement, /^贴上墙/);
    await reads(canvasElement, 'TA 刚刚改过');
    await reads(canvasElement, '四楼走道的灯坏了');
  },
};

export const Loading: Story = {
  globals: page,
  parameters: { mock: [respond(contract.areas.get, never), respond(contract.wishes.list, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'loading');
  },
};

export const Empty: Story = {
  globals: page,
  parameters: { mock: [respond(contract.wishes.list, { items: [], nextCursor: null })] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'empty');
    await reads(canvasElement, '都看完了');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.list, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'error');
    await reads(canvasElement, '社工台没有打开');
    await find(canvasElement, 'button', '再试一次');
  },
};

export const Stale: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    const desk = await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.wishes.list, problemOf('server.failed'))]);
    await desk.reload();
    await inState(canvasElement, 'fm-worker-desk', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const desk = await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.wishes.list, noNetwork)]);
    void desk.reload();
    await inState(canvasElement, 'fm-worker-desk', 'offline');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** Sixty characters and names that are rare, in a narrow desk. */
export const LongWords: Story = {
  globals: narrow,
  parameters: {
    mock: [
      waiting({
        ...lamp,
        title:
          '𠮷田奶奶和欧阳师傅想请邻居们一起把楼道口堆了好几年的旧家具搬走，再给坐轮椅的邻居留一条能晒太阳、能转弯的宽一点的路，好吗',
        wisher: { name: '古丽·阿不都热依木' },
        screening: [],
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await reads(canvasElement, '古丽·阿不都热依木');
    const root = document.documentElement;
    await expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  },
};

export const NotSignedIn: Story = {
  globals: phone,
  parameters: { signedIn: null, signsIn: 'wu-min' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '登录以后才能打开社工台');
    await press(canvasElement, '去登录');
    await reads(canvasElement, /有 \d+ 个心愿等着看/);
  },
};

/** Says who can, and whom to ask. */
export const NotAllowed: Story = {
  globals: phone,
  parameters: { signedIn: 'li-guifang' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '社工台只给社工用');
  },
};

/** An officer sees the wishes of the whole street. */
export const Street: Story = { globals: page, parameters: { signedIn: 'he-linlin', area: 'nanyuan' }, play: isReady };
