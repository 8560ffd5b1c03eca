import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { checkLike, checkQueue, residentLike } from './setting/desk.ts';
import { dark, elder, english, page, phone } from './setting/looks.ts';
import { find, inState, press, reads } from './setting/seen.ts';

const moving = checkLike();
const withBranch = checkLike({
  member: { id: '01990000-0000-7000-8000-0000000000cc', name: '古丽**' },
  from: null,
  organisation: { slug: 'yikang-branch-1', name: '怡康第一党支部' },
  at: new Date(Date.now() - 7_200_000).toISOString(),
});

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Report-ins',
  id: 'worker-desk-report-ins',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: checkQueue([moving, withBranch]) },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const open =
  (words: string | RegExp) =>
  async ({ canvasElement }: Root) => {
    await press(canvasElement, /^(报到|Report-ins)/);
    await reads(canvasElement, words);
  };
const isReady = open('想在怡康社区报到');

export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('等了 1 天')({ canvasElement });
    await press(canvasElement, /仇\*\*/);
    await reads(canvasElement, '不是这里的');
  },
};
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...page, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open('Wants to report in') };

export const WithBranch: Story = {
  globals: page,
  parameters: { mock: checkQueue([withBranch]) },
  play: open('同时记在怡康第一党支部名下'),
};

/** Behind the masked name, once asked for: each look is logged. */
export const Looked: Story = {
  globals: page,
  parameters: { mock: [...checkQueue([moving]), respond(contract.members.get, residentLike({ name: '仇英' }))] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '看看是哪一位');
    await reads(canvasElement, '仇英');
  },
};

export const Accepted: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '接收');
    await reads(canvasElement, '接收了，TA 会收到通知。下一个：古丽**');
  },
};

export const Declined: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^不是这里的$/);
    await reads(canvasElement, '写一句再说不是');
    await press(canvasElement, '不住在这里');
    await press(canvasElement, /^不是这里的$/);
    await reads(canvasElement, '告诉 TA 了');
  },
};

/** A colleague was quicker. */
export const Gone: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await isReady({ canvasElement });
    changeAnswers(loaded, [
      ...checkQueue([withBranch]).slice(0, 1),
      respond(contract.reportIns.accept, problemOf('report-in.state')),
    ]);
    await press(canvasElement, '接收');
    await reads(canvasElement, '刚才别的社工处理了这次报到');
  },
};

export const Own: Story = {
  globals: page,
  parameters: { mock: checkQueue([checkLike({ can: [] })]) },
  play: open('这是你自己的报到'),
};

export const Loading: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.reportIns.list, never)]);
    await press(canvasElement, /^报到/);
    await find(canvasElement, 'fm-desk-report-ins[data-state=loading]');
  },
};

export const Empty: Story = { globals: page, parameters: { mock: checkQueue([]) }, play: open('没有等着看的报到') };

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.reportIns.list, problemOf('server.failed'))] },
  play: open('这一栏没有打开'),
};
