import '@five-micro/components/action-signup';
import '@five-micro/components/member-card';
import '@five-micro/components/organisation';
import '@five-micro/components/points-leaderboard';
import '@five-micro/components/project-vote';
import '@five-micro/components/star-gallery';
import '@five-micro/components/wish-detail';
import '@five-micro/components/wish-form';
import '@five-micro/components/wish-wall';
import '@five-micro/components/worker-desk';
import { contract, type Endpoint } from '@five-micro/contract';
import { type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { aBoard } from './setting/boards.ts';
import { changeAnswers, type Setting } from './setting/decorators.ts';
import { page, phone } from './setting/looks.ts';
import { asWish, openedWish } from './setting/opened.ts';
import { nowhere, outlined, watchParts } from './setting/parts.ts';
import { inState, press, reads, write } from './setting/seen.ts';
import { contestLike, starsAre } from './setting/stars.ts';
import { aVote } from './setting/votes.ts';
import { wishLike } from './setting/wishes.ts';

/** What a stylesheet can reach in each element: `fm-wish-wall::part(card) { … }`. */
const meta: Meta = { title: 'Start/Parts', id: 'parts' };
export default meta;
type Story = StoryObj;

type Listed =
  | 'fm-wish-wall'
  | 'fm-action-signup'
  | 'fm-project-vote'
  | 'fm-points-leaderboard'
  | 'fm-star-gallery'
  | 'fm-member-card'
  | 'fm-worker-desk'
  | 'fm-organisation';

interface Shown {
  tag: Listed;
  /** The element in order, and beside it one that shows what goes wrong. */
  content: TemplateResult;
  parameters: Setting;
  /** What it asks for first. */
  asks: Endpoint;
}

/** In order, then with an answer that is not fresh any more. */
const all = ({ tag, content, parameters, asks }: Shown): Story => ({
  globals: page,
  parameters: { ...parameters, mock: [nowhere, ...(parameters.mock ?? [])] },
  render: (_args, { loaded }) => outlined(tag, loaded, content),
  play: async ({ canvasElement, loaded }) => {
    const element = await inState(canvasElement, tag, 'ready');
    const parts = watchParts(canvasElement, loaded, tag);
    await parts.but('stale');
    changeAnswers(loaded, [respond(asks, problemOf('server.failed'))] as Override[]);
    await element.reload();
    await parts.all();
  },
});

export const WishWall = all({
  tag: 'fm-wish-wall',
  content: html`<fm-wish-wall></fm-wish-wall><fm-wish-wall area="nowhere" heading="没打开的"></fm-wish-wall>`,
  parameters: { signedIn: 'zhang-xiaoman' },
  asks: contract.wishes.list,
});

export const ActionSignup = all({
  tag: 'fm-action-signup',
  content: html`<fm-action-signup></fm-action-signup><fm-action-signup area="nowhere" heading="没打开的"></fm-action-signup>`,
  parameters: { signedIn: 'wu-min' },
  asks: contract.actions.list,
});

export const ProjectVote = all({
  tag: 'fm-project-vote',
  content: html`<fm-project-vote></fm-project-vote><fm-project-vote area="nowhere" heading="没打开的"></fm-project-vote>`,
  parameters: { signedIn: 'zhang-xiaoman', mock: aVote() },
  asks: contract.rounds.list,
});

export const PointsLeaderboard = all({
  tag: 'fm-points-leaderboard',
  content: html`<fm-points-leaderboard></fm-points-leaderboard><fm-points-leaderboard area="nowhere" heading="没打开的"></fm-points-leaderboard>`,
  parameters: { signedIn: 'zhang-xiaoman', mock: aBoard() },
  asks: contract.points.leaderboard,
});

const contest = contestLike();
export const StarGallery = all({
  tag: 'fm-star-gallery',
  content: html`<fm-star-gallery></fm-star-gallery><fm-star-gallery round=${contest.id} heading="评选"></fm-star-gallery
    ><fm-star-gallery area="nowhere" heading="没打开的"></fm-star-gallery>`,
  parameters: { signedIn: 'zhang-xiaoman', mock: starsAre({ open: [contest] }) },
  asks: contract.stars.list,
});

export const MemberCard = all({
  tag: 'fm-member-card',
  content: html`<fm-member-card></fm-member-card><fm-member-card area="nowhere"></fm-member-card>`,
  parameters: { signedIn: 'zhang-xiaoman' },
  asks: contract.me.get,
});

export const WorkerDesk = all({
  tag: 'fm-worker-desk',
  content: html`<fm-worker-desk></fm-worker-desk><fm-worker-desk area="nowhere"></fm-worker-desk>`,
  parameters: { signedIn: 'wu-min' },
  asks: contract.wishes.list,
});

export const Organisation = all({
  tag: 'fm-organisation',
  content: html`<fm-organisation organisation="yikang-party"></fm-organisation><fm-organisation></fm-organisation>`,
  parameters: {},
  asks: contract.organisations.get,
});

/** A sheet fills the screen, so it shows one thing after the other. */
export const WishDetail: Story = {
  globals: phone,
  parameters: { mock: asWish(openedWish()) },
  render: (_args, { loaded }) => outlined('fm-wish-detail', loaded, html`<fm-wish-detail wish-id="1"></fm-wish-detail>`),
  play: async ({ canvasElement, loaded }) => {
    const detail = await inState(canvasElement, 'fm-wish-detail', 'ready');
    const parts = watchParts(canvasElement, loaded, 'fm-wish-detail');
    changeAnswers(loaded, [respond(contract.wishes.get, problemOf('server.failed'))]);
    await detail.reload();
    await parts.but('message');
    detail.wishId = '2';
    await parts.all();
  },
};

export const WishForm: Story = {
  globals: phone,
  parameters: {
    signedIn: 'li-guifang',
    mock: [respond(contract.wishes.post, wishLike({ status: 'submitted', mine: true, can: ['edit', 'withdraw'] }))],
  },
  beforeEach: () => localStorage.clear(),
  render: (_args, { loaded }) => outlined('fm-wish-form', loaded, html`<fm-wish-form></fm-wish-form>`),
  play: async (context) => {
    const parts = watchParts(context.canvasElement, context.loaded, 'fm-wish-form');
    await press(context.canvasElement, '服务');
    await write(context.canvasElement, /你的心愿/, '三楼走道的灯坏了，想请人换根灯管。');
    await press(context.canvasElement, '下一步');
    await reads(context.canvasElement, '怎么找到你');
    await press(context.canvasElement, '交给社工');
    await parts.all();
  },
};
