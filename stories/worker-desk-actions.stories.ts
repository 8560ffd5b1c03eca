import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { residents, residentsAre } from './setting/desk.ts';
import { actionsAre, areaFor, codeIs, keptActions, ticksRefused, ticksTaken } from './setting/desk-actions.ts';
import { dark, elder, english, narrow, page, party, phone } from './setting/looks.ts';
import { find, many, press, reads, write } from './setting/seen.ts';

const worker = areaFor(['post-wish', 'post-action', 'desk']);
const all = [worker, ...actionsAre(keptActions)];

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Actions',
  id: 'worker-desk-actions',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: [...all, ticksTaken] },
  // What is kept on the device belongs to one story.
  beforeEach: () => () => localStorage.clear(),
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const openAll = async ({ canvasElement }: Root) => {
  await press(canvasElement, /^(行动|Actions)/);
  await find(canvasElement, 'fm-desk-actions');
};
/** One of them, by what stands on its line. */
const open =
  (title: RegExp, words: string, filter?: RegExp) =>
  async ({ canvasElement }: Root) => {
    await openAll({ canvasElement });
    if (filter) await press(canvasElement, filter);
    await press(canvasElement, title);
    await reads(canvasElement, words);
  };
const isReady = open(/热饺子/, '到了 3 位，一共 7 位');

/** What runs now, its list of people, and what can be done. */
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = { globals: phone, play: isReady };
export const Narrow: Story = { globals: narrow, play: isReady };
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open(/热饺子/, '3 of 7 have come') };

export const NobodyInHand: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await openAll({ canvasElement });
    await reads(canvasElement, '从左边选一场行动来看');
  },
};

/** A draft of a weekly series: alone, or with those that follow. */
export const Draft: Story = { globals: page, play: open(/旧衣服/, '连后面的 3 场一起发布', /^草稿$/) };
export const Published: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open(/旧衣服/, '只发布这一场', /^草稿$/)({ canvasElement });
    await press(canvasElement, '只发布这一场');
    await reads(canvasElement, '发布了，大家可以报名了');
  },
};
export const Past: Story = { globals: page, play: open(/春联/, '为什么取消', /^办完的$/) };

export const Cancelling: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open(/磨剪刀/, '第 2 场，一共 4 场')({ canvasElement });
    await press(canvasElement, /^取消行动$/);
    await press(canvasElement, '天气不好');
    await reads(canvasElement, '会告诉报了名的 15 位');
  },
};

export const Ending: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^办完了$/);
    await reads(canvasElement, '没打勾的 3 位，会记成没来');
  },
};

export const Ticked: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '来了：曾桂兰');
    await reads(canvasElement, '到了 4 位');
    await press(canvasElement, '曾桂兰，更多');
    await reads(canvasElement, '来了多久');
  },
};

/** At the venue without a network: they wait on this device. */
export const OfflineTicks: Story = {
  globals: phone,
  parameters: { mock: [...all, respond(contract.actions.attendance, noNetwork)] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '来了：曾桂兰');
    await press(canvasElement, '没来：陈建国');
    await reads(canvasElement, '还没送出 2 条');
  },
};

export const RefusedTick: Story = {
  globals: page,
  parameters: { mock: [...all, ticksRefused] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '来了：曾桂兰');
    await reads(canvasElement, '曾桂兰的没有记上');
  },
};

/** Someone without a phone, who came without having signed up. */
export const WalkIn: Story = {
  globals: page,
  parameters: { mock: [...all, ticksTaken, residentsAre(residents)] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '没报名的人来了');
    await write(canvasElement, '找一找是哪一位', '仇');
    await press(await find(canvasElement, 'fm-desk-pick'), /^找一找$/);
    await find(canvasElement, 'button', '加上：仇英');
    await press(canvasElement, '登记新邻居');
    await reads(canvasElement, '电话（可以不填）');
  },
};

export const Empty: Story = {
  globals: phone,
  parameters: { mock: [worker, ...actionsAre([])] },
  play: async ({ canvasElement }) => {
    await openAll({ canvasElement });
    await reads(canvasElement, '这几天没有行动');
  },
};

export const Loading: Story = {
  globals: page,
  parameters: {
    mock: [
      worker,
      respond(contract.actions.list, (request) => (request.url.includes('draft') ? { items: [], nextCursor: null } : never)),
    ],
  },
  play: async ({ canvasElement }) => {
    await openAll({ canvasElement });
    await find(canvasElement, 'fm-desk-actions[data-state=loading]');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [worker, respond(contract.actions.list, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await openAll({ canvasElement });
    await reads(canvasElement, '这一栏没有打开');
  },
};

const onScreen = async ({ canvasElement }: Root) => {
  await isReady({ canvasElement });
  await press(canvasElement, '打开签到屏');
  await reads(canvasElement, /482 ?913/);
  await reads(canvasElement, /\d+ 秒后换新码/);
};

/** On a table at the door. */
export const CheckInScreen: Story = { globals: page, play: onScreen };
export const CheckInScreenPhone: Story = { globals: phone, play: onScreen };
export const CheckInScreenDark: Story = { globals: { ...page, ...dark }, play: onScreen };
export const CheckInScreenElder: Story = { globals: { ...phone, ...elder }, play: onScreen };

/** The portal has said no page for it. */
export const CheckInByDigits: Story = {
  globals: phone,
  parameters: { mock: [codeIs(null), ...all] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '打开签到屏');
    await reads(canvasElement, '打开行动的页面，输入六位数');
  },
};

export const CheckInWithoutNetwork: Story = {
  globals: page,
  parameters: { mock: [codeIs('/actions.html?code=482913', 4), ...all, ticksTaken] },
  play: async ({ canvasElement, loaded }) => {
    await onScreen({ canvasElement });
    changeAnswers(loaded, [respond(contract.actions.checkInCode, noNetwork), ...all]);
    await reads(canvasElement, '没有连上网，码换不了');
  },
};

const newAction = async ({ canvasElement }: Root) => {
  await openAll({ canvasElement });
  await press(canvasElement, '发起一个行动');
  await find(canvasElement, 'label', '法治宣传');
};
const filled = async ({ canvasElement }: Root) => {
  await newAction({ canvasElement });
  await press(canvasElement, '扶老护幼');
  await write(canvasElement, '行动的名字', '给独居老人送一顿热饺子');
  await write(canvasElement, '在哪里集合', '怡康街 8 号，老年食堂');
  await press(canvasElement, '每周都办一次');
};

export const Form: Story = { globals: page, play: filled };
export const FormPhone: Story = { globals: phone, play: filled };
export const FormElder: Story = { globals: { ...phone, ...elder }, play: filled };
export const FormMissing: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await newAction({ canvasElement });
    await press(canvasElement, '存成草稿');
    await reads(canvasElement, '选一个类别');
    await many(canvasElement, '.field-error', 3);
  },
};
export const FormEdit: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await open(/磨剪刀/, '第 2 场')({ canvasElement });
    await press(canvasElement, /^修改$/);
    await reads(canvasElement, '会告诉已经报名的 12 位和候补的 3 位');
    await press(canvasElement, '连后面的 2 场一起改');
    await reads(canvasElement, '后面几场的时间跟着挪一样多');
  },
};
export const FormRefused: Story = {
  globals: page,
  parameters: {
    mock: [
      respond(
        contract.actions.edit,
        problemOf('request.invalid', { fields: [{ path: 'places', code: 'too-small', message: '不能少于 12。' }] }),
      ),
      ...all,
    ],
  },
  play: async ({ canvasElement }) => {
    await open(/磨剪刀/, '第 2 场')({ canvasElement });
    await press(canvasElement, /^修改$/);
    await write(canvasElement, '要带什么', '剪刀');
    await press(canvasElement, '存好');
    await reads(canvasElement, '不能少于 12。');
  },
};
