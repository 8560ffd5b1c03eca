import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import {
  reportedBring,
  reportedStory,
  reportedThanks,
  reportedTitle,
  saidLike,
  saidQueue,
  waitingPhoto,
} from './setting/desk.ts';
import { dark, elder, english, page, party, phone } from './setting/looks.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/What people say',
  id: 'worker-desk-said',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: saidQueue([saidLike(), reportedThanks, waitingPhoto]) },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const open =
  (words: string | RegExp) =>
  async ({ canvasElement }: Root) => {
    await press(canvasElement, /^(大家说的话|What people say)/);
    await reads(canvasElement, words);
  };
const isReady = open('为什么在这里');

/** The words with what was found in them, why they wait, and the proposed wording. */
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('等了 2 天')({ canvasElement });
    await press(canvasElement, /13912342046/);
    await reads(canvasElement, '按改好的贴出去');
  },
};
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...page, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open('Why it is here') };

/** Neighbours' reasons with the newest words; it is public meanwhile. */
export const Reported: Story = {
  globals: page,
  parameters: { mock: saidQueue([reportedThanks]) },
  play: open('别冤枉人'),
};

/** A project's title, which stands on a ballot. */
export const OfProject: Story = {
  globals: page,
  parameters: { mock: saidQueue([reportedTitle]) },
  play: open('名单、投票、结果里都看得到'),
};

/** What is said of somebody who is voted on. */
export const OfCandidate: Story = {
  globals: phone,
  parameters: { mock: saidQueue([reportedStory]) },
  play: async ({ canvasElement }) => {
    await open('星光故事')({ canvasElement });
    await press(canvasElement, /下雨天帮大家/);
    await reads(canvasElement, '投票和星光墙上都看得到');
  },
};

/** What an action asks for. */
export const OfAction: Story = {
  globals: page,
  parameters: { mock: saidQueue([reportedBring]) },
  play: open('名单、日历、通知里都看得到'),
};

export const Picture: Story = {
  globals: page,
  parameters: { mock: saidQueue([waitingPhoto]) },
  play: open('照片可以贴出来'),
};

/** One press takes the proposal; the next one opens by itself. */
export const Reworded: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '按改好的贴出去');
    await reads(canvasElement, '改好的已经贴出去了。下一个：');
  },
};

export const NoReason: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^收起来$/);
    await reads(canvasElement, '写一句再收起来');
  },
};

export const Hidden: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await write(canvasElement, /^写给/, '里面有电话，改好再写。');
    await press(canvasElement, /^收起来$/);
    await reads(canvasElement, '收起来了，TA 会看到你的话');
  },
};

/** What was hidden can be shown again. */
export const ShownAgain: Story = {
  globals: page,
  parameters: { mock: saidQueue([saidLike({ state: 'hidden', can: ['show'] })]) },
  play: async ({ canvasElement }) => {
    await open('大家说的话都看完了')({ canvasElement });
    await press(canvasElement, '收起来的');
    await press(canvasElement, '重新贴出去');
    await reads(canvasElement, '没有收起来的');
  },
};

/** Their own words are for another worker. */
export const Own: Story = {
  globals: page,
  parameters: { mock: saidQueue([saidLike({ can: [] })]) },
  play: open('要请别的社工来看'),
};

/** A colleague was quicker. */
export const Gone: Story = {
  globals: page,
  parameters: {
    mock: [...saidQueue([saidLike(), reportedThanks]).slice(0, 1), respond(contract.wishes.show, problemOf('wish.no-part'))],
  },
  play: async ({ canvasElement, loaded }) => {
    await isReady({ canvasElement });
    changeAnswers(loaded, [...saidQueue([reportedThanks]).slice(0, 1), respond(contract.wishes.show, problemOf('wish.no-part'))]);
    await press(canvasElement, '原样贴出去');
    await reads(canvasElement, '刚才别的社工看过这一条了');
  },
};

/** Whether it was saved is not known; the next try does nothing twice. */
export const AnswerLost: Story = {
  globals: page,
  parameters: { mock: [...saidQueue([saidLike()]).slice(0, 1), respond(contract.wishes.show, noNetwork)] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '按改好的贴出去');
    await reads(canvasElement, '没有连上');
  },
};

export const Loading: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.moderation.list, never)]);
    await press(canvasElement, /^大家说的话/);
    await find(canvasElement, 'fm-desk-moderation[data-state=loading]');
  },
};

export const Empty: Story = {
  globals: page,
  parameters: { mock: saidQueue([]) },
  play: open('大家说的话都看完了'),
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.moderation.list, problemOf('server.failed'))] },
  play: open('这一栏没有打开'),
};
