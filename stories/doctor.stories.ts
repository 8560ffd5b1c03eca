import '@five-micro/components/community';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { dark, elder, english, narrow, page, party, phone } from './setting/looks.ts';
import { reads } from './setting/seen.ts';

/** What `<fm-community debug>` says to whoever set the page up; nobody else ever sees it. */
const meta: Meta = {
  title: 'Setting up/What is wrong with a page',
  id: 'doctor',
  component: 'fm-community',
  tags: ['autodocs'],
  parameters: { debug: true },
  render: () => html`<p>门户自己的内容。</p>`,
};
export default meta;
type Story = StoryObj;

export const Fine: Story = {
  globals: page,
  play: ({ canvasElement }) => reads(canvasElement, '没有发现毛病'),
};

const slips = () => html`
  <fm-wishwall></fm-wishwall>
  <fm-community api-url="/api/v1" area="yikang" theme="gold" token_url="/token"></fm-community>
`;

/** Slips of the keyboard, and an area that the server does not have. */
export const Wrong: Story = {
  globals: page,
  parameters: { area: 'nowhere' },
  render: slips,
  play: async ({ canvasElement }) => {
    for (const words of ['有 4 处要看', '没有 <fm-wishwall> 这个元素', '没有 token_url 这个属性', '没有叫“nowhere”的社区']) {
      await reads(canvasElement, words);
    }
  },
};

export const Phone: Story = { ...Wrong, globals: phone };
export const NarrowParty: Story = { ...Wrong, globals: { ...narrow, ...party } };
export const ElderDark: Story = { ...Wrong, globals: { ...phone, ...elder, ...dark } };
export const English: Story = {
  ...Wrong,
  globals: { ...page, ...english },
  play: ({ canvasElement }) => reads(canvasElement, 'there is no area called "nowhere"'),
};
