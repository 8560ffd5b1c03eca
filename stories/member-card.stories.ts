import '@five-micro/components/member-card';
import type { FmMemberCard } from '@five-micro/components/member-card';
import { contract } from '@five-micro/contract';
import { never, noNetwork, type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import { changeAnswers } from './setting/decorators.ts';
import { dark, elder, english, narrow, page, party, phone, spring, tablet } from './setting/looks.ts';
import { meLike, noticeLike, reportInLike } from './setting/people.ts';
import { find, inState, press, reads } from './setting/seen.ts';
import { wishLike } from './setting/wishes.ts';

const meta: Meta<FmMemberCard> = {
  title: 'Members/Member card',
  id: 'member-card',
  component: 'fm-member-card',
  tags: ['autodocs'],
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
export const Narrow: Story = { globals: narrow, play: isReady };
export const Tablet: Story = { globals: tablet, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
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

export const Offline: Story = {
  globals: phone,
  play: async ({ canvasElement, loaded }) => {
    const card = await inState(canvasElement, 'fm-member-card', 'ready');
    changeAnswers(loaded, [respond(contract.me.get, noNetwork)]);
    void card.reload();
    await inState(canvasElement, 'fm-member-card', 'offline');
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

const nothing = { items: [], nextCursor: null };
const lamp = wishLike({ title: '三楼走道的灯坏了一周，想请人换根灯管。', status: 'confirmed' });
const aboutLamp = { id: lamp.id, title: lamp.title, status: lamp.status };
/** Someone of whom only this is known. */
const person = (different: Parameters<typeof meLike>[0] = {}) => [
  respond(contract.me.get, meLike(different)),
  respond(contract.me.notices, nothing),
  respond(contract.me.claims, nothing),
  respond(contract.me.wishes, nothing),
];

/** A member of whom there is nothing to tell yet. */
export const Empty: Story = {
  globals: phone,
  parameters: { mock: person({ helped: 0 }) },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-member-card', 'empty');
  },
};

/** A rare name, a long branch, and a wish of sixty characters. */
export const LongWords: Story = {
  globals: narrow,
  parameters: {
    mock: [
      respond(contract.me.wishes, {
        items: [
          wishLike({
            mine: true,
            title:
              '𠮷田奶奶和欧阳师傅想请邻居们一起把楼道口堆了好几年的旧家具搬走，再给坐轮椅的邻居留一条能晒太阳、能转弯的宽一点的路，好吗',
          }),
        ],
        nextCursor: null,
      }),
      ...person({
        name: '古丽·阿不都热依木',
        maskedName: '古丽**',
        organisations: [{ slug: 'long', name: '怡康社区欧阳师傅和𠮷田奶奶的楼道邻里互助志愿服务队' }],
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await reads(canvasElement, '𠮷田奶奶');
    const root = document.documentElement;
    await expect(root.scrollWidth).toBeLessThanOrEqual(root.clientWidth);
  },
};

/** What a worker did about oneself, and about what one wrote, with their reason. */
export const Told: Story = {
  globals: page,
  parameters: {
    mock: [
      respond(contract.me.notices, {
        items: [
          noticeLike('member.report-in-declined', { about: '兴达社区', words: '门牌对不上，带上房本来一趟就好' }),
          noticeLike('wish.hidden', { wish: aboutLamp, words: '写了别人的电话' }),
          noticeLike('wish.held', { wish: aboutLamp }),
          noticeLike('wish.shown', { wish: aboutLamp, seen: true }),
          noticeLike('member.report-in-accepted', { about: '怡康社区', seen: true }),
          noticeLike('member.merged', { seen: true }),
          noticeLike('member.representative-named', { about: '怡康第二党支部', seen: true }),
          noticeLike('member.representative-withdrawn', { about: '暖灯邻里互助社', seen: true }),
          noticeLike('member.revoked', { seen: true }),
        ],
        nextCursor: null,
      }),
    ],
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '社工说：门牌对不上');
    await reads(canvasElement, '社工先看一看再贴出来');
    await press(canvasElement, '更早的事');
    await reads(canvasElement, '你的两个账号合成了一个');
  },
};

/** Reported in elsewhere than at home: a worker looks first. */
export const ReportInWaits: Story = {
  globals: phone,
  parameters: {
    mock: person({
      area: { slug: 'huangshanlu', name: '黄山路社区' },
      waitingReportIn: reportInLike({ organisation: { slug: 'yikang-branch-2', name: '怡康第二党支部' } }),
    }),
  },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, '到怡康社区报到，和怡康第二党支部一起');
    await reads(canvasElement, '等怡康社区的社工看');
  },
};

/** The branch one reported in with is shown to oneself alone. */
export const Branch: Story = {
  globals: phone,
  parameters: { mock: person({ branch: { slug: 'yikang-branch-1', name: '怡康第一党支部' } }) },
  play: async ({ canvasElement }) => {
    for (const words of ['怡康第一党支部', '只有你和社工看得到', '换个支部']) await reads(canvasElement, words);
  },
};

/** A party member may name their branch; nobody has to. */
export const ChooseBranch: Story = {
  globals: phone,
  parameters: { mock: [...person(), respond(contract.areas.reportIn, reportInLike())] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '我是党员，和支部一起报到');
    await press(canvasElement, '怡康第二党支部');
    await press(canvasElement, '到怡康社区报到');
    await reads(canvasElement, '已经告诉社工');
  },
};

/** The archive is bytes, so no line of the endpoint table. */
const exportAnswers = (answer: () => Response | Promise<Response>): Override => ({
  answer: (_request, path) => (path === '/me/export' ? Promise.resolve(answer()) : undefined),
});

export const Exporting: Story = {
  globals: phone,
  parameters: { mock: [exportAnswers(() => new Promise<Response>(() => undefined))] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '带走一份');
    await reads(canvasElement, '正在打包');
  },
};

export const ExportFailed: Story = {
  globals: phone,
  parameters: { mock: [exportAnswers(() => Response.error())] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '带走一份');
    await reads(canvasElement, '没有打成包，你的资料都还在');
  },
};

/** Before someone leaves they read what goes, what stays, and what becomes of what is under way. */
export const Leaving: Story = {
  globals: page,
  parameters: { signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '不在这里了，清掉我的资料');
    for (const words of ['还没办完的', '会清掉的', '会留下的', '先带走一份吧', '我想好了']) await reads(canvasElement, words);
  },
};
export const LeavingElder: Story = { ...Leaving, globals: { ...phone, ...elder } };
export const LeavingDark: Story = { ...Leaving, globals: { ...phone, ...dark } };

export const LeavingFailed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.me.erase, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '不在这里了，清掉我的资料');
    await press(canvasElement, /^我想好了/);
    await press(canvasElement, /^清掉我的资料/);
    await reads(canvasElement, '什么都没有清掉');
  },
};

export const Left: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.me.erase, { erasedAt: new Date().toISOString() })] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '不在这里了，清掉我的资料');
    await press(canvasElement, /^我想好了/);
    await press(canvasElement, /^清掉我的资料/);
    await reads(canvasElement, '你的资料清掉了');
  },
};
