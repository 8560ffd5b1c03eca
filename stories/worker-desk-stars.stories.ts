import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { nominated, nominationsAre } from './setting/desk-stars.ts';
import { dark, elder, english, page, party, phone } from './setting/looks.ts';
import { find, inState, press, reads } from './setting/seen.ts';

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Stars',
  id: 'worker-desk-stars',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: nominationsAre() },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const open =
  (words: string | RegExp, filter: string | RegExp = '') =>
  async ({ canvasElement }: Root) => {
    await press(canvasElement, /^(微星光|Stars)/);
    if (filter) await press(canvasElement, filter);
    await reads(canvasElement, words);
  };
const isReady = open('问本人以前看一眼');

/** A nomination with what was found in it, and the search for who it is. */
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('等了 3 天')({ canvasElement });
    await press(canvasElement, /修鞋的王师傅/);
    await reads(canvasElement, '问本人以前看一眼');
  },
};
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...page, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open('Before they are asked') };

export const NobodyYet: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^去问 TA$/);
    await reads(canvasElement, '先找到是哪一位');
  },
};

export const NoReason: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^不继续$/);
    await press(canvasElement, '不继续，告诉提名的人');
    await reads(canvasElement, '提名的人才知道为什么');
  },
};

/** Without a phone: asked in person, and so noted. */
export const OnBehalf: Story = { globals: page, play: open('TA 没有手机，当面问', '问过了') };
export const OnBehalfUnsaid: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('𠮷田惠子', '问过了')({ canvasElement });
    await press(canvasElement, /𠮷田惠子/);
    await press(canvasElement, /^TA 同意了$/);
    await reads(canvasElement, '当面同意了，才能勾上');
  },
};

export const Awarding: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('颁了就挂上去', /^同意了$/)({ canvasElement });
    await press(canvasElement, '加一句邻居的话');
    await reads(canvasElement, '第 1 句是谁说的');
  },
};

/** Who won their contest stands among those who agreed, and says so. */
export const Won: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('颁了就挂上去', /^同意了$/)({ canvasElement });
    await press(canvasElement, /曾\*\*/);
    await reads(canvasElement, '评上了，等颁星');
  },
};

export const InAContest: Story = { globals: page, play: open('单**', '评选中') };

export const Hanging: Story = { globals: page, play: open('帮过 52 个心愿', '挂着的星') };

/** They have changed their picture: a worker looks at it first. */
export const PictureToBeSeen: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('仇**', '挂着的星')({ canvasElement });
    await press(canvasElement, /仇\*\*/);
    await reads(canvasElement, '照片可以公开');
  },
};

export const Changing: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('帮过 52 个心愿', '挂着的星')({ canvasElement });
    await press(canvasElement, /^改故事$/);
    await reads(canvasElement, '改故事和邻居的话');
  },
};

export const TakingDown: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('帮过 52 个心愿', '挂着的星')({ canvasElement });
    await press(canvasElement, /^摘下来$/);
    await press(canvasElement, '摘下来，告诉本人');
    await reads(canvasElement, '写一句再摘');
  },
};

export const Nominating: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '提名一位');
    await reads(canvasElement, '五微能手');
  },
};
export const NominatingOnAPhone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('等了 3 天')({ canvasElement });
    await press(canvasElement, '提名一位');
    await reads(canvasElement, '五微能手');
  },
};

/** A colleague was quicker. */
export const Gone: Story = {
  globals: page,
  parameters: { mock: [respond(contract.stars.decline, problemOf('nomination.state')), ...nominationsAre()] },
  play: async ({ canvasElement, loaded }) => {
    await isReady({ canvasElement });
    changeAnswers(loaded, [
      respond(contract.stars.decline, problemOf('nomination.state')),
      ...nominationsAre(nominated.slice(1)),
    ]);
    await press(canvasElement, /^不继续$/);
    await press(canvasElement, '说得不够清楚');
    await press(canvasElement, '不继续，告诉提名的人');
    await reads(canvasElement, '刚才有人处理了这一位');
  },
};

/** Whether it was saved is not known; the next try does nothing twice. */
export const AnswerLost: Story = {
  globals: page,
  parameters: { mock: [respond(contract.stars.decline, noNetwork), ...nominationsAre()] },
  play: async ({ canvasElement }) => {
    await open('等本人回答', '问过了')({ canvasElement });
    await press(canvasElement, /^TA 说算了$/);
    await reads(canvasElement, '没有连上');
  },
};

export const Loading: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.stars.nominations, never)]);
    await press(canvasElement, /^微星光/);
    await find(canvasElement, 'fm-desk-stars[data-state=loading]');
  },
};

export const Empty: Story = { globals: page, parameters: { mock: nominationsAre([]) }, play: open('提名都看完了') };

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.stars.nominations, problemOf('server.failed')), ...nominationsAre()] },
  play: open('这一栏没有打开'),
};
