import '@five-micro/components/star-gallery';
import type { FmStarGallery } from '@five-micro/components/star-gallery';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring, tablet } from './setting/looks.ts';
import { find, inState, many, press, reads } from './setting/seen.ts';
import { closedContest, contestLike, eightStars, nominationLike, starLike, starsAre, toolbox } from './setting/stars.ts';

const contest = contestLike();

const meta: Meta<FmStarGallery> = {
  title: 'Stars/Gallery',
  id: 'star-gallery',
  component: 'fm-star-gallery',
  parameters: { signedIn: 'zhang-xiaoman', mock: starsAre({ open: [contest], closed: [closedContest] }) },
  render: () => html`<fm-star-gallery></fm-star-gallery>`,
};
export default meta;
type Story = StoryObj<FmStarGallery>;
type Root = { canvasElement: HTMLElement };

const isReady = async ({ canvasElement }: Root) => {
  await inState(canvasElement, 'fm-star-gallery', 'ready');
  await find(canvasElement, '.chip');
};
const says =
  (...words: (string | RegExp)[]) =>
  async ({ canvasElement }: Root) => {
    await isReady({ canvasElement });
    for (const each of words) await reads(canvasElement, each);
  };

/** The sample community as its server answers it. */
export const Sample: Story = { globals: page, parameters: { mock: [] } };

export const Ready: Story = { globals: page, play: says('微星光', '正在评选：谁是今年的星光', '周国强', '往届评选') };
export const Phone: Story = { globals: phone, play: isReady };
export const Narrow: Story = { globals: narrow, play: isReady };
export const Tablet: Story = { globals: tablet, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Spring: Story = { globals: { ...phone, ...spring }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const ElderDark: Story = { globals: { ...phone, ...elder, ...dark }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: says('Stars', 'Voting is open', 'Past contests') };

export const More: Story = {
  globals: phone,
  parameters: {
    mock: starsAre({ stars: Array.from({ length: 12 }, (_, at) => starLike({ name: `第 ${at + 1} 位` })), nextCursor: 'next' }),
  },
  play: says('再看 12 位'),
};

const story = async ({ canvasElement }: Root) => {
  await isReady({ canvasElement });
  await press(canvasElement, toolbox.name);
  await reads(canvasElement, '他把工具箱放在门口');
};
export const StoryOnAPage: Story = { globals: page, play: story };
export const StoryOnAPhone: Story = { globals: phone, play: story };
export const StoryElder: Story = { globals: { ...phone, ...elder }, play: story };
export const StoryDark: Story = { globals: { ...page, ...dark }, play: story };

const mine = { ...toolbox, mine: true, can: ['edit', 'take-down'] };
export const StoryOfOnesOwn: Story = {
  globals: phone,
  parameters: { mock: starsAre({ stars: [mine, ...eightStars.slice(0, 3)] }) },
  play: async ({ canvasElement }) => {
    await story({ canvasElement });
    await reads(canvasElement, '这是你的星');
  },
};
export const TakenDownAfterAQuestion: Story = {
  ...StoryOfOnesOwn,
  play: async ({ canvasElement }) => {
    await story({ canvasElement });
    await press(canvasElement, '摘下这颗星');
    await reads(canvasElement, '要摘下这颗星吗');
  },
};

const contestShown = (id: string): Story => ({
  render: () => html`<fm-star-gallery round=${id}></fm-star-gallery>`,
});
const candidatesAre = async ({ canvasElement }: Root) => {
  await many(canvasElement, '.cand', 12);
};

/** 210 candidates, twelve at first, in an order drawn for each voter. */
export const Contest: Story = {
  ...contestShown(contest.id),
  globals: page,
  play: async ({ canvasElement }) => {
    await candidatesAre({ canvasElement });
    for (const words of ['最多选 3 位', '每个人看到的先后都不一样', '已选 0 / 3', '再看 12 位'])
      await reads(canvasElement, words);
  },
};
export const ContestOnAPhone: Story = { ...contestShown(contest.id), globals: phone, play: candidatesAre };
export const ContestNarrow: Story = { ...contestShown(contest.id), globals: narrow, play: candidatesAre };
export const ContestElder: Story = { ...contestShown(contest.id), globals: { ...phone, ...elder }, play: candidatesAre };
export const ContestDark: Story = { ...contestShown(contest.id), globals: { ...page, ...dark }, play: candidatesAre };
export const ContestParty: Story = { ...contestShown(contest.id), globals: { ...page, ...party }, play: candidatesAre };
export const ContestEnglish: Story = { ...contestShown(contest.id), globals: { ...page, ...english }, play: candidatesAre };

const picked = async ({ canvasElement }: Root) => {
  await candidatesAre({ canvasElement });
  for (const at of [1, 2]) (await find(canvasElement, `.cand:nth-child(${at}) button`)).click();
  await reads(canvasElement, '已选 2 / 3');
};
export const ContestPicked: Story = { ...contestShown(contest.id), globals: page, play: picked };
export const ContestPickedOnAPhone: Story = { ...contestShown(contest.id), globals: phone, play: picked };

const cast = async ({ canvasElement }: Root) => {
  await picked({ canvasElement });
  await press(canvasElement, '投出这张票');
  await reads(canvasElement, '你的票收到了');
};
export const ContestCast: Story = { ...contestShown(contest.id), globals: page, play: cast };
export const ContestCastOnAPhone: Story = { ...contestShown(contest.id), globals: phone, play: cast };

export const ContestVotedElsewhere: Story = {
  ...contestShown(contest.id),
  globals: phone,
  parameters: { mock: starsAre({ open: [contestLike({ mine: { voted: true, revision: 1, eligible: true } })] }) },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '这台设备上没有回执');
    await press(canvasElement, '改我的票');
    await reads(canvasElement, '改成这样投');
  },
};

export const ContestNotAllowed: Story = {
  ...contestShown(contest.id),
  globals: phone,
  parameters: { mock: starsAre({ open: [contestLike({ mine: { voted: false, revision: 0, eligible: false }, can: [] })] }) },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '由住在建邺区、社工核对过的居民来投');
  },
};

export const ContestFailedToCast: Story = {
  ...contestShown(contest.id),
  globals: phone,
  parameters: { mock: [respond(contract.rounds.cast, problemOf('server.failed')), ...starsAre({ open: [contest] })] },
  play: async ({ canvasElement }) => {
    await picked({ canvasElement });
    await press(canvasElement, '投出这张票');
    await find(canvasElement, '.note-line:not(:empty)');
  },
};

const ended = async ({ canvasElement }: Root) => {
  for (const words of ['评上的邻居', '其他候选的邻居', '自己数一遍', '手里有回执']) await reads(canvasElement, words);
};
export const Results: Story = { ...contestShown(closedContest.id), globals: page, play: ended };
export const ResultsOnAPhone: Story = { ...contestShown(closedContest.id), globals: phone, play: ended };
export const ResultsElder: Story = { ...contestShown(closedContest.id), globals: { ...phone, ...elder }, play: ended };

const nominating = async ({ canvasElement }: Root) => {
  await isReady({ canvasElement });
  await press(canvasElement, '提名一位邻居');
  await reads(canvasElement, 'TA 是谁');
};
export const Nominating: Story = { globals: phone, play: nominating };
export const NominatingOnAPage: Story = { globals: page, play: nominating };
export const NominatingElder: Story = { globals: { ...phone, ...elder }, play: nominating };

const nomination = nominationLike();
export const AskedToAgree: Story = {
  globals: phone,
  parameters: { mock: starsAre({ nominations: [nomination] }) },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '等你点头');
    await press(canvasElement, '看看');
    await reads(canvasElement, '邻居会看到');
  },
};
export const AskedElder: Story = { ...AskedToAgree, globals: { ...phone, ...elder } };

/** The gallery is everybody's; nominating comes with the sign-in. */
export const NotSignedIn: Story = {
  globals: phone,
  parameters: { signedIn: null, signsIn: 'zhang-xiaoman' },
  play: nominating,
};

export const Loading: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.stars.list, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-star-gallery', 'loading');
  },
};

export const Empty: Story = {
  globals: phone,
  parameters: { mock: starsAre({ stars: [] }) },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-star-gallery', 'empty');
    await reads(canvasElement, '还没有星光');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.stars.list, problemOf('area.feature-off'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-star-gallery', 'error');
    await reads(canvasElement, '微星光没有打开');
  },
};

export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const gallery = await inState(canvasElement, 'fm-star-gallery', 'ready');
    changeAnswers(loaded, [respond(contract.stars.list, noNetwork)]);
    void gallery.reload();
    await inState(canvasElement, 'fm-star-gallery', 'offline');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** For home pages and sidebars. */
export const Compact: Story = {
  globals: narrow,
  render: () => html`<fm-star-gallery compact all-href="/stars.html"></fm-star-gallery>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '看全部');
  },
};
export const CompactElder: Story = { ...Compact, globals: { ...narrow, ...elder } };

/** The screen in the community centre: nothing to press. */
export const Hall: Story = {
  globals: page,
  render: () => html`<fm-star-gallery display="hall"></fm-star-gallery>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '周国强');
  },
};

/** The webmaster forgot to say where. */
export const Unset: Story = {
  globals: phone,
  render: () => html`<fm-star-gallery area="nowhere"></fm-star-gallery>`,
  parameters: { mock: [respond(contract.stars.list, problemOf('area.unknown'))] },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '这块内容还没有接好');
  },
};
