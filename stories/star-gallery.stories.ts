import '@five-micro/components/star-gallery';
import type { FmStarGallery } from '@five-micro/components/star-gallery';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring, tablet } from './setting/looks.ts';
import { meLike } from './setting/people.ts';
import { find, inState, press, reads } from './setting/seen.ts';
import { closedContest, contestLike, eightStars, nominationLike, starLike, starsAre, toolbox } from './setting/stars.ts';

const contest = contestLike();

const meta: Meta<FmStarGallery> = {
  title: 'Stars/Gallery',
  id: 'star-gallery',
  component: 'fm-star-gallery',
  tags: ['autodocs'],
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

/** Names that are rare or long, and a sentence of sixty characters. */
export const LongWords: Story = {
  globals: narrow,
  parameters: {
    mock: starsAre({
      stars: [
        starLike({
          name: '古丽·阿不都热依木',
          initial: '古',
          sentence:
            '𠮷田奶奶和欧阳师傅想请邻居们一起把楼道口堆了好几年的旧家具搬走，再给坐轮椅的邻居留一条能晒太阳、能转弯的宽一点的路，好吗',
        }),
        starLike({ name: '𠮷田一郎', initial: '𠮷' }),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    await says('古丽·阿不都热依木', '𠮷田一郎')({ canvasElement });
    const root = document.documentElement;
    await expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  },
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
/** A portrait that was replaced waits for a worker's look. */
export const PortraitWaits: Story = {
  ...StoryOfOnesOwn,
  parameters: {
    mock: starsAre({ stars: [{ ...mine, portrait: mine.portrait && { ...mine.portrait, public: false } }] }),
  },
  play: async ({ canvasElement }) => {
    await story({ canvasElement });
    await reads(canvasElement, '社工看过这张照片以后，邻居才看得到');
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

/** Whoever switched 星光 off sees their own star, and that nobody else does. */
export const OwnStarHidden: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(contract.me.get, meLike()),
      respond(contract.me.stars, { items: [mine], nextCursor: null }),
      ...starsAre({ stars: eightStars.filter(({ id }) => id !== toolbox.id) }),
    ],
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '你的星现在只有你看得到');
  },
};
export const OwnNominations: Story = {
  globals: phone,
  parameters: {
    mock: starsAre({
      nominations: [
        nominationLike({ status: 'voting', can: ['withdraw'] }),
        nominationLike({ status: 'consented', won: true, mine: true, aboutMe: false, name: '孙师傅', can: [] }),
        nominationLike({ status: 'proposed', mine: true, aboutMe: false, name: '9 幢修车的周师傅', can: ['withdraw'] }),
      ],
    }),
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '我的提名');
    await reads(canvasElement, '评上了，等着颁星');
  },
};

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

export const Stale: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const gallery = await inState(canvasElement, 'fm-star-gallery', 'ready');
    changeAnswers(loaded, [respond(contract.stars.list, problemOf('server.failed'))]);
    await gallery.reload();
    await inState(canvasElement, 'fm-star-gallery', 'stale');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
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
