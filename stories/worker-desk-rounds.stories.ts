import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { manyListed, roundLike, roundsAre } from './setting/desk-rounds.ts';
import { dark, elder, english, page, party, phone } from './setting/looks.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Rounds',
  id: 'worker-desk-rounds',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: roundsAre() },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const open =
  (words: string | RegExp, filter = '') =>
  async ({ canvasElement }: Root) => {
    await press(canvasElement, /^(投票|Rounds)/);
    if (filter) await press(canvasElement, filter);
    await reads(canvasElement, words);
  };
const isReady = open('选票上的 3 个');

/** One that is open: what was decided in plain words, and turnout alone. */
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('214 位投了')({ canvasElement });
    await press(canvasElement, /先办哪几件/);
    await reads(canvasElement, '选票上的 3 个');
  },
};
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...page, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open('3 on the ballot') };

/** What is frozen is said between two presses. */
export const Opening: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('选票上的 3 个', '草稿')({ canvasElement });
    await press(canvasElement, /^开始投票$/);
    await reads(canvasElement, '从这一刻起都不能再改');
  },
};

/** A draft that nobody needs goes, with its projects left where they are. */
export const Discarding: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('选票上的 3 个', '草稿')({ canvasElement });
    await press(canvasElement, /^删掉草稿$/);
    await reads(canvasElement, '草稿里写的都会没有');
  },
};

/** A draft in hand on a phone, whose acts are in thumb's reach. */
export const DraftOnAPhone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open(/楼门口的事/, '草稿')({ canvasElement });
    await press(canvasElement, /楼门口的事/);
    await reads(canvasElement, '选票上的 3 个');
  },
};

export const ClosingEarly: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^提前结束$/);
    await press(canvasElement, '提前结束，公开理由');
    await reads(canvasElement, '写一句再结束');
  },
};

export const Closed: Story = { globals: page, play: open('支持的人剩下的份额凑不够', '投完的') };

export const PaperBallots: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '打开纸质选票');
    await press(canvasElement, '对一对纸上写的');
    await press(canvasElement, /^和纸上一样$/);
    await reads(canvasElement, '纸上是曾桂兰');
  },
};

/** The voter was quicker on their phone. */
export const PaperRefused: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '打开纸质选票');
    await press(canvasElement, '对一对纸上写的');
    await press(canvasElement, /^和纸上一样$/);
    await press(canvasElement, '和纸上一样，算上');
    await find(canvasElement, '[role=alert]');
  },
};

const isDrafting = async ({ canvasElement }: Root) => {
  await open('起草一轮投票')({ canvasElement });
  await press(canvasElement, '起草一轮投票');
  await press(canvasElement, '全选');
  await write(canvasElement, /^标题/, '明年的钱，先办哪几件');
  await reads(canvasElement, '选票上的 2 个');
};
export const Drafting: Story = { globals: page, play: isDrafting };
export const DraftingOnAPhone: Story = { globals: phone, play: isDrafting };
export const DraftingElder: Story = { globals: { ...page, ...elder }, play: isDrafting };

/** Of many, one is looked for. */
export const DraftingOfMany: Story = {
  globals: page,
  parameters: { mock: [manyListed, ...roundsAre()] },
  play: async ({ canvasElement }) => {
    await open('起草一轮投票')({ canvasElement });
    await press(canvasElement, '起草一轮投票');
    await write(canvasElement, /^在里面找/, '雨棚');
    await press(canvasElement, '找到的都选上');
    await reads(canvasElement, '选票上的 6 个');
  },
};

/** What may stand there is not known: nothing says that nothing is on the list. */
export const ListNotOpened: Story = {
  globals: page,
  parameters: { mock: [respond(contract.projects.list, problemOf('server.failed')), ...roundsAre()] },
  play: async ({ canvasElement }) => {
    await open('起草一轮投票')({ canvasElement });
    await press(canvasElement, '起草一轮投票');
    await reads(canvasElement, '名单没有打开');
  },
};

export const DraftIncomplete: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open('起草一轮投票')({ canvasElement });
    await press(canvasElement, '起草一轮投票');
    await press(canvasElement, '存成草稿');
    await reads(canvasElement, '有几处要改');
  },
};

/** A colleague was quicker. */
export const Gone: Story = {
  globals: page,
  parameters: { mock: [respond(contract.rounds.close, problemOf('round.state')), ...roundsAre([roundLike()])] },
  play: async ({ canvasElement, loaded }) => {
    await isReady({ canvasElement });
    changeAnswers(loaded, [respond(contract.rounds.close, problemOf('round.state')), ...roundsAre([])]);
    await press(canvasElement, /^提前结束$/);
    await write(canvasElement, /^公开的理由/, '有一件已经办了。');
    await press(canvasElement, '提前结束，公开理由');
    await reads(canvasElement, '刚才有人动了这一轮');
  },
};

export const Loading: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.rounds.list, never)]);
    await press(canvasElement, /^投票/);
    await find(canvasElement, 'fm-desk-rounds[data-state=loading]');
  },
};

export const Empty: Story = { globals: page, parameters: { mock: roundsAre([]) }, play: open('现在没有投票') };

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.rounds.list, problemOf('server.failed'))] },
  play: open('这一栏没有打开'),
};
