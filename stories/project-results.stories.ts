import '@five-micro/components/project-vote';
import type { FmProjectVote } from '@five-micro/components/project-vote';
import { contract } from '@five-micro/contract';
import { respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { dark, elder, page, party, phone } from './setting/looks.ts';
import { press, reads, write } from './setting/seen.ts';
import { aVote, closedLike, equalShares, isReady, mostVotes, resultsLike, says } from './setting/votes.ts';

const meta: Meta<FmProjectVote> = {
  title: 'Projects/Results',
  id: 'project-results',
  component: 'fm-project-vote',
  parameters: { signedIn: 'zhang-xiaoman', mock: aVote() },
  beforeEach: () => localStorage.clear(),
  render: () => html`<fm-project-vote></fm-project-vote>`,
};
export default meta;
type Story = StoryObj<FmProjectVote>;

export const Closed: Story = {
  globals: page,
  parameters: { mock: aVote([closedLike()]) },
  play: says('1,846 位邻居投票', '其中 213 张是纸质票', '为什么是这 4 件', '剩下的 6.1 万元不够', '自己再数一遍'),
};
export const ClosedOnAPhone: Story = { ...Closed, globals: phone };
export const ClosedEarly: Story = {
  globals: phone,
  parameters: { mock: aVote([closedLike({ reason: '名单印错了，重新投' })]) },
  play: says('提前截止：名单印错了，重新投'),
};
export const EqualShares: Story = {
  globals: page,
  parameters: {
    mock: aVote([closedLike({ rule: 'equal-shares', completion: 'add1' })], {
      results: resultsLike({ outcome: equalShares, otherwise: mostVotes }),
    }),
  },
  play: says('总的钱平分给每张票', '1,204 张票每张分担 79.73 元', '选它的票分到的钱加起来只剩'),
};
export const Otherwise: Story = {
  ...Closed,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '换一种算法会怎样');
    await reads(canvasElement, '要是总的钱平分给每张票');
    await reads(canvasElement, '会选上');
  },
};
export const ReceiptLookedUp: Story = {
  ...Closed,
  parameters: {
    mock: [...aVote([closedLike()]), respond(contract.rounds.receipt, { state: 'counted', ballots: 1846, hash: 'c'.repeat(64) })],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await write(canvasElement, '手里有回执', '7QK4 M2XD 9RTH 3WBF');
    await press(canvasElement, '查一查');
    await reads(canvasElement, '你的票是 1,846 张里的一张');
  },
};

export const ClosedDark: Story = { ...Closed, globals: { ...page, ...dark } };
export const ClosedParty: Story = { ...Closed, globals: { ...page, ...party } };
export const ClosedElder: Story = { ...Closed, globals: { ...phone, ...elder } };
