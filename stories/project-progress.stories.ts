import '@five-micro/components/project-vote';
import type { FmProjectVote } from '@five-micro/components/project-vote';
import { contract } from '@five-micro/contract';
import { problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { dark, elder, english, page, phone } from './setting/looks.ts';
import { press, reads } from './setting/seen.ts';
import { aVote, built, isReady, says } from './setting/votes.ts';

const meta: Meta<FmProjectVote> = {
  title: 'Projects/Progress',
  id: 'project-progress',
  component: 'fm-project-vote',
  parameters: { signedIn: 'zhang-xiaoman', mock: aVote() },
  beforeEach: () => localStorage.clear(),
  render: () => html`<fm-project-vote></fm-project-vote>`,
};
export default meta;
type Story = StoryObj<FmProjectVote>;

/** On the page itself: what is being built, step by step, and what neighbours say of it. */
export const OnThePage: Story = {
  globals: page,
  play: says('办到哪一步了', '北段 120 米铺好', '南段铺好', '等邻居点头', '我也说一句'),
};
export const OnAPhone: Story = { ...OnThePage, globals: phone };
export const OnThePageDark: Story = { ...OnThePage, globals: { ...page, ...dark } };
export const OnThePageElder: Story = { ...OnThePage, globals: { ...phone, ...elder } };

const opened = (id: string | undefined) => html`<fm-project-vote project=${id ?? ''}></fm-project-vote>`;
/** How far a winner is, what neighbours say of it, and a correction that waits for a nod. */
export const Progress: Story = {
  globals: page,
  render: () => opened(built[0]?.id),
  play: says('北段 120 米铺好', '南段铺好', '还有 1 处整改没办完', '等邻居点头', '我也说一句'),
};
export const ProgressOnAPhone: Story = { ...Progress, globals: phone };
export const ProgressDark: Story = { ...Progress, globals: { ...page, ...dark } };
export const ProgressElder: Story = { ...Progress, globals: { ...phone, ...elder } };
export const ProgressEnglish: Story = {
  ...Progress,
  globals: { ...page, ...english },
  play: says('How far it is', 'Neighbours to confirm', 'Say something too'),
};
export const Saying: Story = {
  ...Progress,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '我也说一句');
    await press(canvasElement, '说出去');
    await reads(canvasElement, '写几个字再送出');
  },
};
export const Reporting: Story = {
  ...Progress,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '不合适');
    await reads(canvasElement, '这段话哪里不合适');
  },
};
export const Done: Story = {
  globals: phone,
  render: () => opened(built[1]?.id),
  play: says('办得怎么样', '31 位邻居打分，平均 4.6'),
};
export const Gone: Story = {
  globals: phone,
  render: () => opened('01990000-0000-7000-8000-000000000999'),
  parameters: { mock: [respond(contract.projects.get, () => problemOf('project.unknown')), ...aVote()] },
  play: says('这件实事看不到了'),
};

export const Proposing: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '提一件实事');
    await reads(canvasElement, '在哪里');
  },
};

/** What is missing stands where it is missing. */
export const Propose: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '提一件实事');
    await press(canvasElement, '交给社工看');
    await reads(canvasElement, '写上两个字以上');
  },
};
