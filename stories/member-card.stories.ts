import '@five-micro/components/member-card';
import type { FmMemberCard } from '@five-micro/components/member-card';
import { contract } from '@five-micro/contract';
import { never, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, page, phone, spring } from './setting/looks.ts';
import { find, inState, press, reads } from './setting/seen.ts';

const meta: Meta<FmMemberCard> = {
  title: 'Members/Member card',
  id: 'member-card',
  component: 'fm-member-card',
  parameters: { signedIn: 'li-guifang' },
  render: () => html`<fm-member-card></fm-member-card>`,
};
export default meta;
type Story = StoryObj<FmMemberCard>;

const isReady = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  await inState(canvasElement, 'fm-member-card', 'ready');
};

/** Someone who wishes: what became of it, and the next step of each. */
export const Resident: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-member-card', 'ready');
    for (const words of ['李桂芳', '和你有关的事', '我许的']) await reads(canvasElement, words);
  },
};

/** Someone who helps, also in the name of a party branch. */
export const Volunteer: Story = {
  globals: page,
  parameters: { signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-member-card', 'ready');
    for (const words of ['张小满', '我在帮的', '联系人']) await reads(canvasElement, words);
  },
};

export const Phone: Story = { globals: phone, play: isReady };
export const Spring: Story = { globals: { ...page, ...spring }, play: isReady };
export const Dark: Story = { globals: { ...phone, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const English: Story = { globals: { ...phone, ...english }, play: isReady };

/** What others see of someone: everything is off until the person says otherwise. */
export const Consents: Story = {
  globals: phone,
  parameters: { signedIn: 'chen-jianguo' },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-member-card', 'ready');
    for (const words of ['邻居看到的你', '许愿、道谢的时候', '积分榜上']) await reads(canvasElement, words);
  },
};

/** Nobody's member yet: reporting in is the act that ends the emptiness. */
export const ReportIn: Story = {
  globals: phone,
  parameters: { signedIn: 'qin-yuhang' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '还没有报到的社区');
    await press(canvasElement, '到怡康社区报到');
    await reads(canvasElement, '报到好了');
  },
};

export const Loading: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.me.get, never),
      respond(contract.me.wishes, never),
      respond(contract.me.claims, never),
      respond(contract.me.notices, never),
    ],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-member-card', 'loading');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.me.get, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-member-card', 'error');
    await reads(canvasElement, '你的资料没有打开');
    await find(canvasElement, 'button', '再试一次');
  },
};

export const Stale: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const card = await inState(canvasElement, 'fm-member-card', 'ready');
    changeAnswers(loaded, [respond(contract.me.get, problemOf('server.failed'))]);
    await card.reload();
    await inState(canvasElement, 'fm-member-card', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

export const NotSignedIn: Story = {
  globals: phone,
  parameters: { signedIn: null, signsIn: 'li-guifang' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '登录以后看你自己的');
    await press(canvasElement, '去登录');
    await reads(canvasElement, '李桂芳');
  },
};
