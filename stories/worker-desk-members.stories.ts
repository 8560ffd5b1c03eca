import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { accountLike, entries, entryLike } from './setting/boards.ts';
import { changeAnswers } from './setting/decorators.ts';
import { residentLike, residents, residentsAre } from './setting/desk.ts';
import { dark, elder, english, page, phone } from './setting/looks.ts';
import { find, inState, many, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Residents',
  id: 'worker-desk-members',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: [residentsAre(residents)] },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const openAll = async ({ canvasElement }: Root) => {
  await press(canvasElement, /^(居民|Residents)$/);
  await many(canvasElement, 'fm-desk-members, .queue li', 3);
};
/** One of them, by what stands on their line. */
const open =
  (who: RegExp, words: string) =>
  async ({ canvasElement }: Root) => {
    await openAll({ canvasElement });
    await press(canvasElement, who);
    await reads(canvasElement, words);
  };
const isReady = open(/古丽/, '替 TA 许愿');

/** The sample community, in the order of its surnames' readings. */
export const Everyone: Story = { globals: page, parameters: { mock: [] }, play: openAll };
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = { globals: phone, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open(/古丽/, 'Wish for them') };

export const WithoutPhone: Story = { globals: page, play: open(/社工登记的/, '没有手机，社工登记的') };

export const Found: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await openAll({ canvasElement });
    await write(canvasElement, '找居民', '曾');
    await press(canvasElement, '找一找');
    await reads(canvasElement, '看全部');
  },
};

export const NobodyFound: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await openAll({ canvasElement });
    await write(canvasElement, '找居民', '查无此人');
    await press(canvasElement, '找一找');
    await reads(canvasElement, '换个写法再找');
  },
};

const comparing = async ({ canvasElement }: Root) => {
  await open(/社工登记的/, '是不是登记了两次')({ canvasElement });
  await press(canvasElement, '合成一个人');
  await write(canvasElement, '另一份是哪一位', '曾');
  await press(await find(canvasElement, 'fm-desk-pick'), '找一找');
  await press(canvasElement, /^选 TA/);
  await reads(canvasElement, '对一对，是不是同一个人');
};

/** Two records side by side: which one stays, what follows, and that it cannot be undone. */
export const Comparing: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await comparing({ canvasElement });
    await press(canvasElement, '是同一个人');
    await reads(canvasElement, '合过以后分不开');
  },
};

export const ComparingOnAPhone: Story = { globals: { ...phone, ...elder }, play: comparing };

export const Merged: Story = {
  globals: page,
  parameters: { mock: [residentsAre(residents), respond(contract.members.merge, residentLike())] },
  play: async ({ canvasElement }) => {
    await comparing({ canvasElement });
    await press(canvasElement, '是同一个人');
    await press(canvasElement, '想好了');
    await reads(canvasElement, '合好了，现在只有一位曾桂兰');
  },
};

export const NotMerged: Story = {
  globals: page,
  parameters: { mock: [residentsAre(residents), respond(contract.members.merge, problemOf('member.merge-target'))] },
  play: async ({ canvasElement }) => {
    await comparing({ canvasElement });
    await press(canvasElement, '是同一个人');
    await press(canvasElement, '想好了');
    await reads(canvasElement, '这两位不能合成一位');
  },
};

export const Revoked: Story = {
  globals: page,
  parameters: { mock: [residentsAre(residents), respond(contract.members.revoke, residents[3] ?? residentLike())] },
  play: async ({ canvasElement }) => {
    await open(/仇英/, '手机丢了')({ canvasElement });
    await press(canvasElement, '让 TA 重新登录');
    await reads(canvasElement, '最多一分钟');
    await press(canvasElement, '收回登录');
    await reads(canvasElement, '登录都收回了');
  },
};

/** The worker themself. */
export const Own: Story = {
  globals: page,
  parameters: { mock: [residentsAre([...residents.slice(0, 3), residentLike({ name: '吴敏', can: [] })])] },
  play: open(/吴敏/, '要请别的社工来办'),
};

export const Loading: Story = {
  globals: page,
  parameters: { mock: [respond(contract.members.list, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    await press(canvasElement, /^居民$/);
    await find(canvasElement, 'fm-desk-members[data-state=loading]');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.members.list, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^居民$/);
    await reads(canvasElement, '这一栏没有打开');
  },
};

export const Stale: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await openAll({ canvasElement });
    changeAnswers(loaded, [respond(contract.members.list, problemOf('server.failed'))]);
    await press(canvasElement, '找一找');
    await reads(canvasElement, /网络不稳，显示 \d+:\d\d 的内容/);
  },
};

/** Their entries, of which one can be taken back and one was. */
const points = respond(
  contract.points.ofMember,
  accountLike({
    points: 120,
    items: entries.map((entry) => ({ ...entry, can: entry.amount > 0 && !entry.reversed ? ['reverse'] : [] })),
  }),
);
const taking = async ({ canvasElement }: Root) => {
  await open(/古丽/, 'TA 的积分')({ canvasElement });
  await press(canvasElement, '看每一笔');
  await reads(canvasElement, '到现在一共 120 分');
  await press(canvasElement, '收回这一笔');
  await reads(canvasElement, '为什么收回');
};

/** A wrong entry is taken back with a reason, by one of the opposite amount. */
export const Points: Story = {
  globals: page,
  parameters: {
    mock: [
      residentsAre(residents),
      points,
      respond(contract.points.reverse, entryLike({ amount: -10, reverses: '1', reason: '记错了' })),
    ],
  },
  play: async ({ canvasElement }) => {
    await taking({ canvasElement });
    await write(canvasElement, '为什么收回', '这次记错了人');
    await press(canvasElement, '收回 10 分');
    await reads(canvasElement, '收回了 10 分，已经告诉 TA');
  },
};
export const PointsOnAPhone: Story = { globals: phone, parameters: { mock: [residentsAre(residents), points] }, play: taking };
export const PointsElder: Story = {
  globals: { ...phone, ...elder },
  parameters: { mock: [residentsAre(residents), points] },
  play: taking,
};

export const PointsNotTaken: Story = {
  globals: page,
  parameters: { mock: [residentsAre(residents), points, respond(contract.points.reverse, problemOf('points.reversed'))] },
  play: async ({ canvasElement }) => {
    await taking({ canvasElement });
    await write(canvasElement, '为什么收回', '这次记错了人');
    await press(canvasElement, '收回 10 分');
    await find(canvasElement, '.field-error');
  },
};
