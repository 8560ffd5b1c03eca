import '@five-micro/components/star-gallery';
import type { FmStarGallery } from '@five-micro/components/star-gallery';
import { contract } from '@five-micro/contract';
import { problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { dark, elder, english, narrow, page, party, phone } from './setting/looks.ts';
import { find, many, press, reads } from './setting/seen.ts';
import { closedContest, contestLike, starsAre } from './setting/stars.ts';

const contest = contestLike();

const meta: Meta<FmStarGallery> = {
  title: 'Stars/Contest',
  id: 'star-contest',
  component: 'fm-star-gallery',
  parameters: { signedIn: 'zhang-xiaoman', mock: starsAre({ open: [contest], closed: [closedContest] }) },
  beforeEach: () => localStorage.clear(),
};
export default meta;
type Story = StoryObj<FmStarGallery>;
type Root = { canvasElement: HTMLElement };

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

const reading = async ({ canvasElement }: Root) => {
  await candidatesAre({ canvasElement });
  (await find(canvasElement, '.cand:first-child [data-read]')).click();
  await reads(canvasElement, '楼里的老人都有 TA 的电话');
};
export const CandidateRead: Story = { ...contestShown(contest.id), globals: page, play: reading };
export const CandidateReadOnAPhone: Story = { ...contestShown(contest.id), globals: phone, play: reading };
export const CandidateReadElder: Story = { ...contestShown(contest.id), globals: { ...phone, ...elder }, play: reading };
export const CandidateChosenWhileRead: Story = {
  ...contestShown(contest.id),
  globals: phone,
  play: async ({ canvasElement }) => {
    await reading({ canvasElement });
    (await find(canvasElement, 'fm-contest-story .wide, .wide[aria-pressed]')).click();
    await reads(canvasElement, '已选');
  },
};

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
