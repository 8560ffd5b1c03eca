import '@five-micro/components/points-leaderboard';
import type { FmPointsLeaderboard } from '@five-micro/components/points-leaderboard';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { aBoard, accountLike, boardLike, longNamed, neighbours, standingLike } from './setting/boards.ts';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring, tablet } from './setting/looks.ts';
import { find, inState, many, press, reads } from './setting/seen.ts';

const meta: Meta<FmPointsLeaderboard> = {
  title: 'Points/Leaderboard',
  id: 'points-leaderboard',
  component: 'fm-points-leaderboard',
  tags: ['autodocs'],
  parameters: { signedIn: 'zhang-xiaoman', mock: aBoard() },
  render: () => html`<fm-points-leaderboard limit="8"></fm-points-leaderboard>`,
};
export default meta;
type Story = StoryObj<FmPointsLeaderboard>;
type Root = { canvasElement: HTMLElement };

const isReady = async ({ canvasElement }: Root) => {
  await inState(canvasElement, 'fm-points-leaderboard', 'ready');
  await many(canvasElement, '.foot-note', 1);
};
/** With one's own line, which comes a moment later. */
const isOwn = async ({ canvasElement }: Root) => {
  await isReady({ canvasElement });
  await find(canvasElement, '.own');
};
const says =
  (...words: (string | RegExp)[]) =>
  async ({ canvasElement }: Root) => {
    await isReady({ canvasElement });
    for (const each of words) await reads(canvasElement, each);
  };

/** The sample community as its server answers it. */
export const Sample: Story = {
  globals: page,
  parameters: { mock: [] },
  render: () => html`<fm-points-leaderboard></fm-points-leaderboard>`,
};

export const Ready: Story = {
  globals: page,
  play: says(
    '积分榜',
    /截至 ?\d+:\d\d/,
    '陈**',
    '上升 3 名',
    '没有变',
    '本月新上榜',
    '中间还有',
    '距上一名还差 12 分',
    '转发、拉人不加分',
  ),
};
export const Phone: Story = { globals: phone, play: isOwn };
export const Narrow: Story = { globals: narrow, play: isOwn };
export const Tablet: Story = { globals: tablet, play: isOwn };
export const Party: Story = { globals: { ...page, ...party }, play: isOwn };
export const Spring: Story = { globals: { ...phone, ...spring }, play: isOwn };
export const Dark: Story = { globals: { ...page, ...dark }, play: isOwn };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isOwn };
export const ElderDark: Story = { globals: { ...phone, ...elder, ...dark }, play: isOwn };
export const English: Story = {
  globals: { ...page, ...english },
  play: says('Only neighbours who agreed to be listed', 'up 3', '12 points to the next', 'Sharing or recruiting brings none'),
};

/** Two who share the first place stand equally high, and nobody is second. */
export const Tie: Story = {
  globals: phone,
  parameters: {
    mock: aBoard(
      {},
      neighbours.map((one, at) => (at === 1 ? { ...one, rank: 1, points: 214 } : one)),
    ),
  },
  play: isOwn,
};

/** On the first of a month: the steps that nobody stands on yet are there too. */
export const OnlyOne: Story = {
  globals: page,
  parameters: { mock: aBoard({ rank: 2, next: null }, neighbours.slice(0, 1)) },
  play: says('还空着'),
};
export const OnlyTwo: Story = {
  globals: phone,
  parameters: { mock: aBoard({ rank: 3, next: null }, neighbours.slice(0, 2)) },
  play: says('还空着'),
};

/** Whoever is not listed sees where they stand all the same. */
export const Unlisted: Story = {
  globals: phone,
  parameters: { signedIn: 'li-guifang', mock: aBoard({ listed: false }) },
  play: says('这一行只有你自己看得到', '在“我的”的“积分榜上”里选', '去“我的”'),
};
export const UnlistedElder: Story = { ...Unlisted, globals: { ...narrow, ...elder } };

/** Who agreed to be listed is so where they are at home. */
export const AtHomeElsewhere: Story = {
  globals: phone,
  parameters: { mock: aBoard({ listed: false }) },
  play: says('你报到在怡康社区，这张榜上没有你'),
};

export const Leading: Story = {
  globals: phone,
  parameters: {
    mock: aBoard(
      { rank: 1, points: 214, next: null, delta: 0 },
      neighbours.map((one, at) => ({ ...one, ...(at === 0 && { mine: true }) })),
    ),
  },
  play: says('前面没有人了'),
};

export const WithoutPoints: Story = {
  globals: phone,
  parameters: { mock: aBoard({ rank: 47, points: 0, delta: null }) },
  play: says('本月还没有积分'),
};

export const Organisations: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '组织');
    for (const words of ['怡康第二党支部', '人均 53.3 分', '只算以组织名义做的事']) await reads(canvasElement, words);
  },
};
export const OrganisationsOnAPhone: Story = { ...Organisations, globals: phone };

/** Names that are long or rare, in a narrow board. */
export const LongNames: Story = {
  globals: narrow,
  parameters: { mock: aBoard({}, longNamed) },
  play: says('𠮷田**', '古丽·阿不都热依木和欧阳家的邻居们互助社'),
};

export const OtherPeriod: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '今年');
    await find(canvasElement, 'button[aria-pressed=true]', '今年');
    await reads(canvasElement, '今年在');
  },
};

/** Up to the street, and down again. */
export const Walk: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^去看南苑街道/);
    await find(canvasElement, '[aria-current=page]', '南苑街道');
    await press(canvasElement, '各社区');
    await press(canvasElement, /^去看怡康社区/);
    await find(canvasElement, '[aria-current=page]', '怡康社区');
  },
};

export const More: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^再看/);
    await reads(canvasElement, '单**');
  },
};

const opened = async ({ canvasElement }: Root) => {
  await isOwn({ canvasElement });
  await press(canvasElement, /^(这些分从哪来|Why these points)$/);
  await inState(await whyIn(canvasElement), 'fm-points-why', 'ready');
};
const whyIn = async (root: ParentNode): Promise<ParentNode> => {
  const why = await find(root, 'fm-points-why');
  return why.parentNode ?? root;
};

/** Every entry with what it was for, corrections among them. */
export const Why: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await opened({ canvasElement });
    for (const words of ['你本月的 76 分从哪来', '圆心愿 40', '更正：参加“夜间巡逻”', '社工小吴更正', '那天同类的分已经加满'])
      await reads(canvasElement, words);
  },
};
export const WhyOnAPage: Story = { globals: page, play: opened };
export const WhyElder: Story = { globals: { ...phone, ...elder }, play: opened };
export const WhyDark: Story = { globals: { ...page, ...dark }, play: opened };
export const WhyEnglish: Story = { globals: { ...phone, ...english }, play: opened };

export const WhyNothing: Story = {
  globals: phone,
  parameters: {
    mock: [...aBoard({ points: 0 }).slice(0, 2), respond(contract.me.points, accountLike({ points: 0, byRule: {}, items: [] }))],
  },
  play: async ({ canvasElement }) => {
    await isOwn({ canvasElement });
    await press(canvasElement, '这些分从哪来');
    await reads(canvasElement, '这段时间还没有积分');
  },
};

export const WhyFailed: Story = {
  globals: phone,
  parameters: { mock: [...aBoard().slice(0, 2), respond(contract.me.points, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await isOwn({ canvasElement });
    await press(canvasElement, '这些分从哪来');
    await reads(canvasElement, '积分的来处没有打开');
  },
};

/** The board is everybody's; one's own line comes with the sign-in. */
export const NotSignedIn: Story = {
  globals: phone,
  parameters: { signedIn: null, signsIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '去登录');
    await find(canvasElement, '.own');
  },
};

export const OwnFailed: Story = {
  globals: phone,
  parameters: { mock: [...aBoard().slice(0, 1), respond(contract.points.standing, problemOf('server.failed'))] },
  play: says('你的名次没有读出来'),
};

export const Loading: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.points.leaderboard, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-points-leaderboard', 'loading');
  },
};

export const Empty: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.points.leaderboard, boardLike({ items: [], population: 0, total: 0, nextCursor: null })),
      respond(contract.points.standing, standingLike({ rank: 1, points: 0, next: null, delta: null })),
    ],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-points-leaderboard', 'empty');
    await reads(canvasElement, '本月还没有上榜的邻居');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.points.leaderboard, problemOf('area.feature-off'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-points-leaderboard', 'error');
    await reads(canvasElement, '积分榜没有打开');
    await find(canvasElement, 'button', '再试一次');
  },
};

export const Stale: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const board = await inState(canvasElement, 'fm-points-leaderboard', 'ready');
    changeAnswers(loaded, [respond(contract.points.leaderboard, problemOf('server.failed'))]);
    await board.reload();
    await inState(canvasElement, 'fm-points-leaderboard', 'stale');
  },
};

export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const board = await inState(canvasElement, 'fm-points-leaderboard', 'ready');
    changeAnswers(loaded, [respond(contract.points.leaderboard, noNetwork)]);
    void board.reload();
    await inState(canvasElement, 'fm-points-leaderboard', 'offline');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** For home pages and sidebars. */
export const Compact: Story = {
  globals: narrow,
  render: () => html`<fm-points-leaderboard compact all-href="/points.html"></fm-points-leaderboard>`,
  play: says('本月积分榜', '看整张榜', '你在第 17 名，76 分'),
};
export const CompactElder: Story = { ...Compact, globals: { ...narrow, ...elder } };

/** The screen in the community centre: nothing to press. */
export const Hall: Story = {
  globals: page,
  render: () => html`<fm-points-leaderboard display="hall"></fm-points-leaderboard>`,
  play: says('本月积分榜', '怡康社区', '陈**'),
};
export const HallParty: Story = { ...Hall, globals: { ...page, ...party } };

/** The webmaster forgot to say where. */
export const Unset: Story = {
  globals: phone,
  render: () => html`<fm-points-leaderboard area="nowhere"></fm-points-leaderboard>`,
  parameters: { mock: [respond(contract.points.leaderboard, problemOf('area.unknown'))] },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '这块内容还没有接好');
  },
};
