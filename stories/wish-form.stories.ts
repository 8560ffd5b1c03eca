import '@five-micro/components/wish-form';
import type { FmWishForm } from '@five-micro/components/wish-form';
import { contract } from '@five-micro/contract';
import { problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { dark, elder, english, narrow, page, party, phone } from './setting/looks.ts';
import { openedWish } from './setting/opened.ts';
import { find, press, reads, write } from './setting/seen.ts';
import { wishLike } from './setting/wishes.ts';

const meta: Meta<FmWishForm> = {
  title: 'Wishes/Wish form',
  id: 'wish-form',
  component: 'fm-wish-form',
  tags: ['autodocs'],
  // A sheet would cover the page that tells of it.
  parameters: { signedIn: 'li-guifang', partOf: 'fm-wish-wall', docs: { story: { inline: false, height: '820px' } } },
  // A draft that another story left would be found here.
  beforeEach: () => localStorage.clear(),
  render: ({ wish, onBehalfOf }) => html`<fm-wish-form .wish=${wish} .onBehalfOf=${onBehalfOf}></fm-wish-form>`,
};
export default meta;
type Story = StoryObj<FmWishForm>;
type Root = { canvasElement: HTMLElement };

const asks =
  (...words: string[]) =>
  async ({ canvasElement }: Root) => {
    await find(canvasElement, 'fm-wish-form');
    for (const each of words) await reads(canvasElement, each);
  };

const first = async (canvasElement: HTMLElement) => {
  await press(canvasElement, '服务');
  await write(canvasElement, /你的心愿/, '三楼走道的灯坏了，想请人换根灯管。');
};
const second = async (canvasElement: HTMLElement) => {
  await first(canvasElement);
  await press(canvasElement, '下一步');
  await reads(canvasElement, '怎么找到你');
};

/** Four questions, how it will look on the wall, and who sees what. */
export const First: Story = { globals: page, play: asks('想要哪一种帮忙', '你的心愿', '谁能看到什么') };
export const Phone: Story = { globals: phone, play: asks('想要哪一种帮忙') };
export const Narrow: Story = { globals: narrow, play: asks('想要哪一种帮忙') };
export const Dark: Story = { globals: { ...phone, ...dark }, play: asks('想要哪一种帮忙') };
export const Party: Story = { globals: { ...page, ...party }, play: asks('想要哪一种帮忙') };
export const Elder: Story = { globals: { ...phone, ...elder }, play: asks('想要哪一种帮忙') };
export const English: Story = { globals: { ...phone, ...english }, play: asks('Make a wish') };

export const Second: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await second(canvasElement);
  },
};

export const Mistakes: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '下一步');
    await reads(canvasElement, '有几处要改一改');
  },
};

export const Posted: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.post, wishLike({ status: 'submitted', mine: true, can: ['edit', 'withdraw'] }))] },
  play: async ({ canvasElement }) => {
    await second(canvasElement);
    await press(canvasElement, '交给社工');
    await find(canvasElement, '#done');
  },
};

export const NotSaved: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.wishes.post, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await second(canvasElement);
    await press(canvasElement, '交给社工');
    await reads(canvasElement, '编号');
  },
};

/** What the server says of a field stands at the field. */
export const Refused: Story = {
  globals: phone,
  parameters: {
    mock: [
      respond(
        contract.wishes.post,
        problemOf('request.invalid', { fields: [{ path: 'contact.phone', code: 'pattern', message: '这不像一个电话号码。' }] }),
      ),
    ],
  },
  play: async ({ canvasElement }) => {
    await second(canvasElement);
    await press(canvasElement, '交给社工');
    await reads(canvasElement, '这不像一个电话号码。');
  },
};

/** Sent back by a worker, who said why. */
export const Edit: Story = {
  globals: phone,
  args: {
    wish: openedWish({ status: 'declined', mine: true, can: ['edit', 'withdraw'], reason: '请把门牌写到下面一栏。' }),
  },
  play: asks('社工的话', '请把门牌写到下面一栏。'),
};

/** A worker writes it down for someone. */
export const OnBehalf: Story = {
  globals: page,
  args: { onBehalfOf: { memberId: '01990000-0000-7000-8000-0000000000aa', name: '王秀英' } },
  parameters: { signedIn: 'wu-min' },
  play: asks('替王秀英许个心愿', '社工代为填写'),
};
