import '@five-micro/components/member-card';
import type { FmMemberCard } from '@five-micro/components/member-card';
import { contract } from '@five-micro/contract';
import { type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { accountLike, entries, standingLike } from './setting/boards.ts';
import { areaLike, hoursLike, myActions } from './setting/deeds.ts';
import { dark, elder, english, page, phone } from './setting/looks.ts';
import { meLike, noticeLike } from './setting/people.ts';
import { find, press, reads } from './setting/seen.ts';

const meta: Meta<FmMemberCard> = {
  title: 'Members/Member card, deeds',
  id: 'member-card-deeds',
  component: 'fm-member-card',
  parameters: { signedIn: 'li-guifang' },
  render: () => html`<fm-member-card></fm-member-card>`,
};
export default meta;
type Story = StoryObj<FmMemberCard>;

const nothing = { items: [], nextCursor: null };
/** Someone with actions ahead, hours, and points that only they see. */
const withDeeds: readonly Override[] = [
  respond(contract.me.get, meLike({ consents: { wishAuthor: false, helper: true, photos: false, star: false, ranking: 'off' } })),
  respond(contract.me.claims, nothing),
  respond(contract.me.wishes, nothing),
  respond(contract.areas.get, areaLike()),
  respond(contract.me.notices, {
    items: [
      noticeLike('action.moved-up', { action: myActions[1]?.action ?? null }),
      noticeLike('points.reversed', { words: '多记了 1 小时' }),
      noticeLike('action.cancelled', { action: myActions[2]?.action ?? null, words: '有大雨', seen: true }),
    ],
    nextCursor: null,
  }),
  respond(contract.me.actions, { items: myActions, nextCursor: null }),
  respond(contract.me.hours, hoursLike()),
  respond(contract.me.points, (request) =>
    accountLike(new URL(request.url).searchParams.get('period') === 'all' ? { points: 320, items: entries } : {}),
  ),
  respond(contract.points.standing, standingLike({ listed: false })),
];
const deedsAreThere = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  for (const part of ['fm-card-actions', 'fm-card-points']) await find(canvasElement, `${part}[data-state=ready]`);
};

/** What one signed up for with its next step, hours as a platform record, points with where they stand. */
export const Deeds: Story = {
  globals: page,
  parameters: { mock: withDeeds },
  play: async ({ canvasElement }) => {
    await deedsAreThere({ canvasElement });
    for (const words of [
      '我的行动',
      '候补第 2 位',
      '取消了：有大雨',
      '平台记录',
      '我的积分',
      '只有你自己看得到',
      '有人让出名额，轮到你了',
    ])
      await reads(canvasElement, words);
    await press(canvasElement, '去过的 1 场');
    await reads(canvasElement, '记了 2 小时');
  },
};
export const DeedsOnAPhone: Story = { globals: phone, parameters: { mock: withDeeds }, play: deedsAreThere };
export const DeedsElder: Story = { globals: { ...phone, ...elder }, parameters: { mock: withDeeds }, play: deedsAreThere };
export const DeedsDark: Story = { globals: { ...page, ...dark }, parameters: { mock: withDeeds }, play: deedsAreThere };
export const DeedsEnglish: Story = { globals: { ...phone, ...english }, parameters: { mock: withDeeds }, play: deedsAreThere };

/** Entry by entry, as on the leaderboard. */
export const DeedsWhy: Story = {
  globals: phone,
  parameters: { mock: withDeeds },
  play: async ({ canvasElement }) => {
    await deedsAreThere({ canvasElement });
    await press(await find(canvasElement, 'fm-card-points'), '一笔一笔看');
    for (const words of ['你的 320 分从哪来', '更正：参加“夜间巡逻”']) await reads(canvasElement, words);
  },
};

/** Nothing of it yet. */
export const NoDeeds: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.me.actions, nothing),
      respond(contract.me.hours, hoursLike({ minutes: 0, actions: 0 })),
      respond(contract.me.points, accountLike({ points: 0, byRule: {}, items: [] })),
      ...withDeeds,
    ],
  },
  play: async ({ canvasElement }) => {
    for (const words of ['手上没有报名的行动', '还没有平台记录', '本月还没有积分']) await reads(canvasElement, words);
  },
};

/** One section that cannot be read leaves the card standing. */
export const DeedsFailed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.me.hours, problemOf('server.failed')), ...withDeeds] },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '这一块没有读出来');
    await reads(canvasElement, '我的积分');
  },
};
