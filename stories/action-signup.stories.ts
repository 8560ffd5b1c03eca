import '@five-micro/components/action-signup';
import type { FmActionSignup } from '@five-micro/components/action-signup';
import { contract } from '@five-micro/contract';
import { messages } from '@five-micro/contract/messages';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { actionLike, actions, actionsAre, signUpLike } from './setting/action-like.ts';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, tablet } from './setting/looks.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';

const all = actionsAre(...Object.values(actions));
const unfit = actionLike({ can: ['sign-up', 'report'] });
const putAway = actionLike({ place: messages['zh-CN'].words.hidden, can: ['sign-up', 'report'] });

const meta: Meta<FmActionSignup> = {
  title: 'Actions/Sign-up',
  id: 'action-signup',
  component: 'fm-action-signup',
  tags: ['autodocs'],
  render: () => html`<fm-action-signup></fm-action-signup>`,
  parameters: { mock: all, signedIn: 'zhang-xiaoman' },
};
export default meta;
type Story = StoryObj<FmActionSignup>;
type Root = { canvasElement: HTMLElement };

const isReady = async ({ canvasElement }: Root) => {
  await inState(canvasElement, 'fm-action-signup', 'ready');
  await find(canvasElement, '.chip');
};

export const Ready: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-action-signup', 'ready');
    for (const words of ['微行动', '签到', '还剩 9 个名额', '名额满了，候补 2 位', '排个候补', '满 16 岁', '取消了'])
      await reads(canvasElement, words);
  },
};

/** The sample community as its server answers it. */
export const Sample: Story = { globals: page, parameters: { mock: [] }, play: isReady };

export const Phone: Story = { globals: phone, play: isReady };
export const Narrow: Story = { globals: narrow, play: isReady };
export const Tablet: Story = { globals: tablet, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const ElderDark: Story = { globals: { ...phone, ...elder, ...dark }, play: isReady };

export const English: Story = {
  globals: { ...phone, ...english },
  play: async ({ canvasElement }) => reads(canvasElement, 'Places left: 9'),
};

/** On a home page or in a sidebar: the next two. */
export const Compact: Story = {
  globals: narrow,
  parameters: { mock: actionsAre(actions.mine, actions.open) },
  render: () => html`<fm-action-signup compact all-href="#actions"></fm-action-signup>`,
  play: async ({ canvasElement }) => reads(canvasElement, '看全部行动'),
};

/** The screen in the community centre: big type, nothing to press. */
export const Hall: Story = {
  globals: page,
  parameters: { mock: actionsAre(actions.open, actions.full, actions.grown), signedIn: null },
  render: () => html`<fm-action-signup display="hall"></fm-action-signup>`,
  play: async ({ canvasElement }) => {
    const element = await inState(canvasElement, 'fm-action-signup', 'ready');
    await reads(canvasElement, '还剩 9 个名额');
    await expect(element.shadowRoot?.querySelector('button')).toBeNull();
  },
};

export const Empty: Story = {
  globals: phone,
  parameters: { mock: actionsAre() },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-action-signup', 'empty');
    await reads(canvasElement, '最近还没有行动');
  },
};

export const NothingFound: Story = {
  globals: phone,
  parameters: { mock: actionsAre() },
  render: () => html`<fm-action-signup show="free"></fm-action-signup>`,
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '这样挑，现在没有行动');
    await find(canvasElement, 'button', '看全部');
  },
};

export const Loading: Story = {
  globals: page,
  parameters: { mock: [respond(contract.actions.list, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-action-signup', 'loading');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.actions.list, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-action-signup', 'error');
    await reads(canvasElement, '微行动没有打开');
    await find(canvasElement, 'button', '再试一次');
  },
};

/** What was there stays, and a line above says from when it is. */
export const Stale: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const list = await inState(canvasElement, 'fm-action-signup', 'ready');
    changeAnswers(loaded, [respond(contract.actions.list, problemOf('server.failed'))]);
    await list.reload();
    await inState(canvasElement, 'fm-action-signup', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** What was there stays, and nothing can be begun while the page is not connected. */
export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    await isReady({ canvasElement });
    changeAnswers(loaded, [respond(contract.actions.list, noNetwork)]);
    window.dispatchEvent(new Event('offline'));
    await inState(canvasElement, 'fm-action-signup', 'offline');
    await reads(canvasElement, '连上网再报名');
  },
};

/** Whoever is not signed in reads everything; the act asks the portal to sign in and then goes on. */
export const NotSignedIn: Story = {
  globals: phone,
  parameters: {
    signedIn: null,
    signsIn: 'zhang-xiaoman',
    mock: [...actionsAre(actions.open), respond(contract.actions.signUp, signUpLike())],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^我来报名/);
    await reads(canvasElement, '报上了');
  },
};

/** The server says who can, where someone may not. */
export const NotAllowed: Story = {
  globals: phone,
  parameters: { mock: [...actionsAre(actions.open), respond(contract.actions.signUp, problemOf('area.feature-off'))] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^我来报名/);
    await find(canvasElement, 'fm-toast');
  },
};

/** The last place went a moment earlier: nobody is put on the waiting list unasked. */
export const TooLate: Story = {
  globals: phone,
  parameters: { mock: [...actionsAre(actions.open), respond(contract.actions.signUp, problemOf('action.full'))] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^我来报名/);
    await reads(canvasElement, '慢了一步，名额刚好满了');
  },
};

export const Overlap: Story = {
  globals: page,
  parameters: {
    mock: [
      ...actionsAre(actions.open, actions.mine),
      respond(
        contract.actions.signUp,
        problemOf('action.overlap', { params: { id: actions.mine.id, title: actions.mine.title } }),
      ),
    ],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^我来报名/);
    await reads(canvasElement, '这段时间你有约了');
    await find(canvasElement, 'button', '看看那一场');
  },
};

export const SignOff: Story = {
  globals: phone,
  parameters: { mock: actionsAre(actions.mine) },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '取消报名');
    await find(canvasElement, 'button', '我还去');
  },
};

export const Opened: Story = {
  globals: page,
  render: () => html`<fm-action-signup action=${actions.mine.id}></fm-action-signup>`,
  play: async ({ canvasElement }) => reads(canvasElement, '来之前看一眼'),
};

export const OpenedOnAPhone: Story = {
  globals: phone,
  render: () => html`<fm-action-signup action=${actions.grown.id}></fm-action-signup>`,
  play: async ({ canvasElement }) => reads(canvasElement, '满 16 岁才能报'),
};

export const OpenedCancelled: Story = {
  globals: { ...phone, ...dark },
  render: () => html`<fm-action-signup action=${actions.cancelled.id}></fm-action-signup>`,
  play: async ({ canvasElement }) => reads(canvasElement, '这场取消了'),
};

/** What neighbours can tell a worker about. */
export const Reporting: Story = {
  globals: phone,
  parameters: { mock: actionsAre(unfit) },
  render: () => html`<fm-action-signup action=${unfit.id}></fm-action-signup>`,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '这里有不合适的？');
    await reads(canvasElement, '跟社工说一声');
  },
};

/** A worker has put its place and its picture away; this is how everyone reads it. */
export const PartPutAway: Story = {
  globals: page,
  parameters: { mock: actionsAre(putAway) },
  render: () => html`<fm-action-signup action=${putAway.id}></fm-action-signup>`,
  play: async ({ canvasElement }) => reads(canvasElement, '这段话社工先收起来了'),
};

export const CheckIn: Story = {
  globals: phone,
  parameters: {
    mock: [
      ...actionsAre(actions.checkIn),
      respond(contract.actions.checkIn, () => signUpLike({ checkedInAt: new Date().toISOString() })),
    ],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '签到');
    await write(canvasElement, '六位数的签到码', '482 913');
    const dialog = await find(canvasElement, 'fm-action-check-in');
    await press(dialog, '签到');
    await reads(canvasElement, '记下了');
  },
};

export const WrongCode: Story = {
  globals: phone,
  parameters: { mock: [...actionsAre(actions.checkIn), respond(contract.actions.checkIn, problemOf('action.check-in-code'))] },
  render: () => html`<fm-action-signup action=${actions.checkIn.id} code="000000"></fm-action-signup>`,
  play: async ({ canvasElement }) => reads(canvasElement, '这个码不对'),
};

/** Sixty characters, rare ones among them. */
export const LongWords: Story = {
  globals: narrow,
  parameters: {
    mock: actionsAre(
      actionLike({
        title:
          '𠮷田奶奶请邻居们一起把楼道里堆了好几年的旧家具搬到回收点顺便把三单元到五单元的墙面刷一遍再给花坛松松土种上春天的花好不好呀',
        place: '古丽·阿不都家楼下，怡康新村三单元与五单元之间的小花园凉亭',
      }),
    ),
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    const root = document.documentElement;
    await expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  },
};
