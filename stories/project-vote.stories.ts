import '@five-micro/components/project-vote';
import type { FmProjectVote } from '@five-micro/components/project-vote';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring, tablet } from './setting/looks.ts';
import { find, inState, many, press, reads } from './setting/seen.ts';
import { aVote, closedLike, isReady, mostVotes, projectLike, resultsLike, roundLike, says } from './setting/votes.ts';

const meta: Meta<FmProjectVote> = {
  title: 'Projects/Vote',
  id: 'project-vote',
  component: 'fm-project-vote',
  tags: ['autodocs'],
  parameters: { signedIn: 'zhang-xiaoman', mock: aVote() },
  beforeEach: () => localStorage.clear(),
  render: () => html`<fm-project-vote></fm-project-vote>`,
};
export default meta;
type Story = StoryObj<FmProjectVote>;
type Root = { canvasElement: HTMLElement };

const choosing = async ({ canvasElement }: Root) => {
  await isReady({ canvasElement });
  await find(canvasElement, '.tray');
  await press(canvasElement, '选这件 楼门口修一条慢坡道');
  await press(canvasElement, '选这件 香樟树下添八张长椅');
  await reads(canvasElement, '已选 2 / 3');
};
const cast = async ({ canvasElement }: Root) => {
  await choosing({ canvasElement });
  await press(canvasElement, '投出这张票');
  await reads(canvasElement, '你的票收到了');
};

/** The sample community as its server answers it. */
export const Sample: Story = { globals: page, parameters: { mock: [] } };

export const During: Story = {
  globals: page,
  play: says(
    '明年先办哪几件',
    '已有 1,128 位邻居投票',
    '还有 14 天',
    '最多选 3 件',
    '30 万元',
    '已选 0 / 3',
    '上一轮的结果',
    '办到哪一步了',
    '大家提的',
  ),
};
export const Phone: Story = { globals: phone, play: choosing };
export const Narrow: Story = { globals: narrow, play: choosing };
export const Tablet: Story = { globals: tablet, play: choosing };
export const Chosen: Story = { globals: page, play: choosing };
export const Full: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await choosing({ canvasElement });
    await press(canvasElement, '选这件 楼道换成声控亮灯');
    await press(canvasElement, '选这件 单元门加装雨棚');
    await reads(canvasElement, '最多选 3 件。想换，先拿掉一件。');
  },
};
export const Cast: Story = { globals: page, play: cast };
export const CastOnAPhone: Story = { globals: phone, play: cast };
export const Party: Story = { globals: { ...page, ...party }, play: choosing };
export const Spring: Story = { globals: { ...phone, ...spring }, play: choosing };
export const Dark: Story = { globals: { ...page, ...dark }, play: cast };
export const Elder: Story = { globals: { ...phone, ...elder }, play: choosing };
export const ElderDark: Story = { globals: { ...phone, ...elder, ...dark }, play: cast };
export const English: Story = {
  globals: { ...page, ...english },
  play: says('Neighbours who have voted: 1,128', 'Most votes first', '¥96,000', 'How far they are'),
};

/** Whoever has voted finds nothing of what they chose on the page, and may change it. */
export const Voted: Story = {
  globals: phone,
  parameters: { mock: aVote([roundLike({ mine: { voted: true, revision: 1, eligible: true } })]) },
  play: says('你投过了', '再拿一次回执', '改我的票'),
};
export const Changing: Story = {
  ...Voted,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '改我的票');
    await reads(canvasElement, '已选 2 / 3');
  },
};

export const WithinABudget: Story = {
  globals: phone,
  parameters: { mock: aVote([roundLike({ ballot: { type: 'budget' }, budget: 15_000_000 })]) },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '选这件 楼门口修一条慢坡道');
    await reads(canvasElement, '还剩 5.4 万元');
    await press(canvasElement, '选这件 楼道换成声控亮灯');
    await reads(canvasElement, '选不下这件');
  },
};

export const Before: Story = {
  globals: page,
  parameters: { mock: aVote([roundLike({ opensAt: new Date(Date.now() + 80 * 3_600_000).toISOString(), can: [] })]) },
  play: says('还没到投票的时间', '还有 3 天开始'),
};

export const Live: Story = {
  globals: page,
  parameters: {
    mock: aVote([roundLike({ live: true })], {
      results: resultsLike({
        status: 'open',
        outcome: null,
        otherwise: null,
        votes: mostVotes.options.map(({ id, votes }) => ({ id, votes })),
      }),
    }),
  },
  play: says('现在的票数', '每满五张票更新一次', '1,204 票'),
};

export const NotEligible: Story = {
  globals: phone,
  parameters: { mock: aVote([roundLike({ can: [], mine: { voted: false, revision: 0, eligible: false } })]) },
  play: says('这轮投票给怡康社区的居民', '先报到'),
};
export const SignedOut: Story = {
  globals: phone,
  parameters: { signedIn: null, mock: aVote([roundLike({ mine: null })]) },
  play: async ({ canvasElement }) => {
    await choosing({ canvasElement });
    await press(canvasElement, '投出这张票');
    await reads(canvasElement, '登录以后就投出，选的都在');
  },
};
export const TooLate: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.rounds.cast, () => problemOf('round.closed')), ...aVote()] },
  play: async ({ canvasElement }) => {
    await choosing({ canvasElement });
    await press(canvasElement, '投出这张票');
    await reads(canvasElement, '这张票没有算进去');
  },
};

/** It closed while somebody chose. */
export const ClosedMeanwhile: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    await choosing({ canvasElement });
    changeAnswers(loaded, aVote([closedLike({ id: roundLike().id, mine: { voted: false, revision: 0, eligible: true } })]));
    await (await inState(canvasElement, 'fm-project-vote', 'ready')).reload();
    await reads(canvasElement, '你选的还没有投出去，没有算进去');
  },
};

export const Empty: Story = {
  globals: page,
  parameters: { mock: aVote([], { projects: [] }) },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-project-vote', 'empty');
    await reads(canvasElement, '还没有要投的');
  },
};
/** Nothing is voted on, and something is proposed and built. */
export const BetweenRounds: Story = {
  globals: page,
  parameters: { mock: aVote([]) },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-project-vote', 'empty');
    await reads(canvasElement, '办到哪一步了');
    await reads(canvasElement, '大家提的');
  },
};
export const Loading: Story = {
  globals: page,
  parameters: { mock: [respond(contract.rounds.list, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-project-vote', 'loading');
  },
};
export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.rounds.list, () => problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-project-vote', 'error');
    await reads(canvasElement, '投票没有打开');
  },
};
export const Stale: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    await choosing({ canvasElement });
    changeAnswers(loaded, [respond(contract.rounds.list, () => problemOf('server.failed')), ...aVote()]);
    await (await inState(canvasElement, 'fm-project-vote', 'ready')).reload();
    await inState(canvasElement, 'fm-project-vote', 'stale');
    await reads(canvasElement, '网络不稳');
  },
};
export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    await choosing({ canvasElement });
    changeAnswers(loaded, [respond(contract.rounds.list, noNetwork), ...aVote()]);
    await (await inState(canvasElement, 'fm-project-vote', 'ready')).reload();
    await inState(canvasElement, 'fm-project-vote', 'offline');
    await press(canvasElement, '投出这张票');
    await reads(canvasElement, '连上网再投');
  },
};

const compact = () => html`<fm-project-vote compact></fm-project-vote>`;
export const Compact: Story = { globals: narrow, render: compact, play: says('去投票') };
export const CompactClosed: Story = {
  globals: narrow,
  render: compact,
  parameters: { mock: aVote([closedLike()]) },
  play: says('入选'),
};
export const Sidebar: Story = {
  globals: page,
  render: () => html`<div class="sidebar"><fm-project-vote compact></fm-project-vote></div>
    <style>
      .sidebar {
        width: 280px;
      }
    </style>`,
  play: says('去投票'),
};
const hall = () => html`<fm-project-vote display="hall"></fm-project-vote>`;
export const Hall: Story = { globals: page, render: hall, play: says('扫码投票') };
export const HallClosed: Story = {
  globals: page,
  render: hall,
  parameters: { mock: aVote([closedLike()]) },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await many(canvasElement, '.bars li', 6);
  },
};

/** A title of sixty characters, and a project that nobody has reported anything of. */
export const LongTitle: Story = {
  globals: narrow,
  parameters: {
    mock: aVote(undefined, {
      projects: [
        projectLike({
          title:
            '𠮷田奶奶和欧阳师傅想请邻居们一起把楼道口堆了好几年的旧家具搬走，再给坐轮椅的邻居留一条能晒太阳、能转弯的宽一点的路，好吗',
        }),
      ],
    }),
  },
  play: says('𠮷田奶奶和欧阳师傅'),
};
