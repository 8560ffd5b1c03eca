import '@five-micro/components/organisation';
import type { FmOrganisation } from '@five-micro/components/organisation';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { areaFor, keptAction } from './setting/desk-actions.ts';
import { dark, elder, english, narrow, page, party, phone, tablet } from './setting/looks.ts';
import { meLike, organisationLike } from './setting/people.ts';
import { find, inState, many, press, reads } from './setting/seen.ts';
import { wishLike } from './setting/wishes.ts';

const meta: Meta<FmOrganisation> = {
  title: 'Members/Organisation',
  id: 'organisation',
  component: 'fm-organisation',
  tags: ['autodocs'],
  render: () => html`<fm-organisation organisation="yikang-party"></fm-organisation>`,
};
export default meta;
type Story = StoryObj<FmOrganisation>;
type Root = { canvasElement: HTMLElement };

const isReady = async ({ canvasElement }: Root) => {
  await inState(canvasElement, 'fm-organisation', 'ready');
};

/** A branch of branches: what all of them did is counted together. */
export const Ready: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'ready');
    for (const words of ['怡康社区党总支', '圆了的心愿', '正在帮', '下面的组织']) await reads(canvasElement, words);
    await many(canvasElement, '.note', 1);
  },
};

export const Phone: Story = { globals: phone, play: isReady };
export const Narrow: Story = { globals: narrow, play: isReady };
export const Tablet: Story = { globals: tablet, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const English: Story = { globals: { ...phone, ...english }, play: isReady };

/** Down to a branch and up again, without leaving the page. */
export const Walk: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'ready');
    await press(canvasElement, '去看怡康第二党支部');
    await find(canvasElement, '.name', '怡康第二党支部');
    await press(canvasElement, '怡康社区党总支');
    await find(canvasElement, '.name', '怡康社区党总支');
  },
};

const held = respond(contract.actions.ofOrganisation, {
  items: [
    keptAction({ title: '晚饭后一起走一圈', host: { slug: 'yikang-party', name: '怡康社区党总支' } }),
    keptAction({ title: '旧衣服换盆花', status: 'draft', can: ['edit', 'cancel'] }),
  ],
  nextCursor: null,
});

/** What it holds; whoever speaks for it starts the next one here. */
export const Actions: Story = {
  globals: page,
  parameters: {
    signedIn: 'chen-jianguo',
    mock: [
      held,
      areaFor(['post-action']),
      respond(contract.me.get, meLike({ organisations: [{ slug: 'yikang-party', name: '怡康社区党总支' }] })),
    ],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'ready');
    await reads(canvasElement, '草稿，等社工看');
    await press(canvasElement, '发起一个行动');
    await reads(canvasElement, '写好交给社工，社工看过就发布。');
    localStorage.clear();
  },
};

/** A worker, like whoever speaks for it, also sees who does. */
export const Representatives: Story = {
  globals: phone,
  parameters: {
    signedIn: 'wu-min',
    mock: [
      respond(contract.organisations.get, organisationLike({ can: ['representatives'] })),
      respond(contract.organisations.representatives, {
        items: [
          { id: '01990000-0000-7000-8000-0000000000c1', name: '张小满', origin: 'issuer', since: '2026-03-01T00:00:00.000Z' },
          { id: '01990000-0000-7000-8000-0000000000c2', name: '欧阳建国', origin: 'worker', since: '2026-11-01T00:00:00.000Z' },
        ],
        nextCursor: null,
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    for (const words of ['联系人', '张小满', '网站登记的', '欧阳建国', '社工定的']) await reads(canvasElement, words);
  },
};

/** More than one page of wishes. */
export const More: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.organisations.get, organisationLike({ deeds: { helped: 3, inProgress: 1 } })),
      respond(contract.organisations.wishes, (request) =>
        new URL(request.url).searchParams.has('cursor')
          ? { items: [wishLike({ title: '从前的一个心愿', status: 'confirmed', can: [] })], nextCursor: null }
          : { items: [wishLike({ status: 'claimed', can: [] })], nextCursor: 'next' },
      ),
    ],
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '再看一些');
    await reads(canvasElement, '从前的一个心愿');
  },
};

export const Empty: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.organisations.get, organisationLike({ children: [] })),
      respond(contract.organisations.wishes, { items: [], nextCursor: null }),
    ],
  },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'empty');
    await reads(canvasElement, '还没有帮过的心愿');
  },
};

export const Loading: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.organisations.get, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'loading');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.organisations.get, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'error');
    await find(canvasElement, 'button', '再试一次');
  },
};

export const Stale: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const element = await inState(canvasElement, 'fm-organisation', 'ready');
    changeAnswers(loaded, [respond(contract.organisations.get, problemOf('server.failed'))]);
    await element.reload();
    await inState(canvasElement, 'fm-organisation', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** A name of sixty characters, and a wish of as many. */
export const LongWords: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.organisations.get, organisationLike({ name: '南京市建邺区南苑街道怡康社区'.repeat(5).slice(0, 60) })),
      respond(contract.organisations.wishes, {
        items: [
          wishLike({ title: '想请一位懂电器的邻居来看看厨房的灯和水管'.repeat(3).slice(0, 60), status: 'claimed', can: [] }),
        ],
        nextCursor: null,
      }),
    ],
  },
  play: isReady,
};

export const Unknown: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.organisations.get, problemOf('organisation.unknown'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-organisation', 'error');
    await reads(canvasElement, '没有找到这个组织');
  },
};

export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const element = await inState(canvasElement, 'fm-organisation', 'ready');
    changeAnswers(loaded, [respond(contract.organisations.get, noNetwork)]);
    void element.reload();
    await inState(canvasElement, 'fm-organisation', 'offline');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** The webmaster forgot to say which. */
export const Unset: Story = {
  globals: phone,
  render: () => html`<fm-organisation></fm-organisation>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '还没有写 organisation');
  },
};
