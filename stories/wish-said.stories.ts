import '@five-micro/components/wish-detail';
import type { FmWishDetail } from '@five-micro/components/wish-detail';
import type { Override } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { dark, elder, english, page, phone } from './setting/looks.ts';
import { asWish, firstSteps, helpedByBranch, isReady, openedWish, photoLike, says, stepLike, thanked } from './setting/opened.ts';
import { find, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWishDetail> = {
  title: 'Wishes/What is said in public',
  id: 'wish-said',
  component: 'fm-wish-detail',
  parameters: { partOf: 'fm-wish-wall' },
  render: ({ intent }) => html`<fm-wish-detail wish-id=${wish.id} .intent=${intent}></fm-wish-detail>`,
};
export default meta;
type Story = StoryObj<FmWishDetail>;

const wish = openedWish();
const open = { mock: asWish(wish) } satisfies { mock: Override[] };

/** Something is wrong with a text: which part, why, and what happens next. */
export const Report: Story = {
  globals: phone,
  parameters: { ...open, signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '这段话不合适？');
    for (const words of ['哪一处', '写了别人的隐私', '不是真的', '骂人的话', '广告', '不安全', '别的']) {
      await reads(canvasElement, words);
    }
  },
};

export const ReportElderDark: Story = { ...Report, globals: { ...phone, ...elder, ...dark } };
export const ReportEnglish: Story = {
  globals: { ...page, ...english },
  parameters: { ...open, signedIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Something wrong with this?');
    await reads(canvasElement, "Someone's privacy");
  },
};

/** A visitor is asked to sign in, and it goes on by itself. */
export const Reported: Story = {
  globals: phone,
  parameters: { ...open, signsIn: 'zhang-xiaoman' },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '这段话不合适？');
    const sheet = await find(canvasElement, 'fm-wish-report');
    await press(sheet, '写了别人的隐私');
    await press(sheet, '告诉社工');
    await reads(canvasElement, '社工会来看，谢谢你说一声');
  },
};

const moderated = {
  ...wish,
  ...thanked,
  claims: [{ ...helpedByBranch, photos: [photoLike({ public: false })] }],
  can: ['report', 'hide', 'show'],
};

/** Whoever is concerned sees beside each text how it stands. */
export const Held: Story = {
  globals: phone,
  parameters: {
    signedIn: 'li-guifang',
    mock: asWish({
      ...moderated,
      mine: true,
      can: [],
      withheld: [
        { part: 'note', claim: helpedByBranch.id, state: 'held' },
        { part: 'photo', claim: helpedByBranch.id, state: 'held' },
        { part: 'thanks', claim: null, state: 'held' },
      ],
    }),
  },
  play: says('社工正在看，现在只有你们看得到'),
};

export const Hidden: Story = {
  globals: { ...phone, ...dark },
  parameters: {
    signedIn: 'li-guifang',
    mock: asWish(
      {
        ...moderated,
        mine: true,
        can: [],
        withheld: [
          { part: 'title', claim: null, state: 'hidden' },
          { part: 'story', claim: null, state: 'hidden' },
        ],
      },
      {},
      [...firstSteps, stepLike('wish.reported', 3), stepLike('wish.hidden', 2, { words: '写了别人的名字和门牌' })],
    ),
  },
  play: says('社工收起来了', '社工把一处收了起来'),
};

/** A worker puts something away: the writer is told why. */
export const PutAway: Story = {
  globals: page,
  parameters: {
    signedIn: 'wu-min',
    mock: asWish({ ...moderated, withheld: [{ part: 'story', claim: null, state: 'reported' }] }),
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '收起来或放出来');
    await reads(canvasElement, '有邻居说这里不合适，现在大家还看得到');
    const sheet = await find(canvasElement, 'fm-wish-moderate');
    await press(sheet, '收起来');
    await write(sheet, '为什么收起来', '写了别人的门牌');
    await press(sheet, '收起来，告诉 TA');
    await reads(canvasElement, '收起来了，也会告诉写的人。');
  },
};

/** A worker shows what was held, in other words. */
export const InOtherWords: Story = {
  globals: phone,
  parameters: {
    signedIn: 'wu-min',
    mock: asWish({ ...moderated, withheld: [{ part: 'thanks', claim: null, state: 'held' }] }),
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await reads(canvasElement, '后来');
    const flags = await find(canvasElement, '.thanks .flag');
    flags.click();
    const sheet = await find(canvasElement, 'fm-wish-moderate');
    await press(sheet, '给大家看');
    await reads(sheet.shadowRoot ?? sheet, '大家看到的写法');
  },
};

/** The wisher has erased themself: the way it took is still there, nobody's name and no words. */
export const Erased: Story = {
  globals: phone,
  parameters: {
    mock: asWish(
      {
        ...wish,
        title: '（这位邻居清掉了自己的资料）',
        story: '',
        place: null,
        photos: [],
        erased: true,
        status: 'confirmed',
        can: [],
      },
      {},
      [
        stepLike('wish.submitted', 300, { by: '一位邻居' }),
        stepLike('wish.published', 299),
        stepLike('wish.confirmed', 200, { by: '一位邻居' }),
      ],
    ),
  },
  play: says('写过的话不在了'),
};
