import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import type { Representative } from '@five-micro/contract';
import { contract } from '@five-micro/contract';
import { never, type Override, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { branches, residents, residentsAre } from './setting/desk.ts';
import { dark, elder, english, page, phone } from './setting/looks.ts';
import { organisationLike } from './setting/people.ts';
import { find, inState, many, press, reads, write } from './setting/seen.ts';
import { wishLike } from './setting/wishes.ts';

const since = new Date(Date.now() - 90 * 86_400_000).toISOString();
const chen: Representative = { id: '01990000-0000-7000-8000-00000000c001', name: '陈建国', origin: 'issuer', since };
const li: Representative = { id: '01990000-0000-7000-8000-00000000c002', name: '李梅', origin: 'worker', since };

const ownPage = organisationLike({ deeds: { helped: 12, inProgress: 2 }, can: ['representatives'] });

const community = (people: Representative[] = [chen, li]): Override[] => [
  respond(contract.areas.organisations, { items: branches, nextCursor: null }),
  respond(contract.organisations.get, ownPage),
  respond(contract.organisations.wishes, {
    items: [wishLike({ status: 'closed' }), wishLike({ status: 'claimed' })],
    nextCursor: null,
  }),
  respond(contract.organisations.representatives, { items: people, nextCursor: null }),
  residentsAre(residents),
];

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Organisations',
  id: 'worker-desk-organisations',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: community() },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const openTree = async ({ canvasElement }: Root) => {
  await press(canvasElement, /^(组织|Organisations)$/);
  await many(canvasElement, '.tree button', 3);
};
const open =
  (words: string) =>
  async ({ canvasElement }: Root) => {
    await openTree({ canvasElement });
    await press(canvasElement, /^怡康社区党总支/);
    await reads(canvasElement, words);
  };
const isReady = open('李梅');

/** The sample community's own tree. */
export const Tree: Story = { globals: page, parameters: { mock: [] }, play: openTree };
export const TreeOnAPhone: Story = { globals: phone, play: openTree };
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = { globals: phone, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...phone, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open('Who acts for it') };

export const NobodyYet: Story = { globals: page, parameters: { mock: community([]) }, play: open('还没有联系人') };

/** Added and withdrawn on paper; nothing is saved yet. */
export const Changing: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '撤下：李梅');
    await press(canvasElement, '加一位联系人');
    await write(canvasElement, '加哪一位', '单');
    await press(canvasElement, '找一找');
    await press(canvasElement, '加上：单小平');
    await reads(canvasElement, '有 2 处还没存');
  },
};

export const Saved: Story = {
  globals: page,
  parameters: {
    mock: [...community(), respond(contract.organisations.setRepresentatives, { items: [chen], nextCursor: null })],
  },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, '撤下：李梅');
    await press(canvasElement, '存下来');
    await reads(canvasElement, '存好了');
  },
};

export const NewOne: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await openTree({ canvasElement });
    await press(canvasElement, '登记一个组织');
    await write(canvasElement, /^名称/, '怡康第三党支部');
    await reads(canvasElement, '网址里用');
  },
};

export const NewOneOnAPhone: Story = {
  globals: { ...phone, ...elder },
  play: async ({ canvasElement }) => {
    await openTree({ canvasElement });
    await press(canvasElement, '登记一个组织');
    await press(canvasElement, /^登记$/);
    await reads(canvasElement, '写上名称');
  },
};

/** Another community of the district has that short name. */
export const SlugTaken: Story = {
  globals: page,
  parameters: { mock: [...community(), respond(contract.organisations.register, problemOf('organisation.exists'))] },
  play: async ({ canvasElement }) => {
    await openTree({ canvasElement });
    await press(canvasElement, '登记一个组织');
    await write(canvasElement, /^名称/, '怡康第三党支部');
    await press(canvasElement, /^登记$/);
    await reads(canvasElement, '换了一个，再看一眼');
  },
};

export const Loading: Story = {
  globals: page,
  parameters: { mock: [respond(contract.areas.organisations, never)] },
  play: async ({ canvasElement }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    await press(canvasElement, /^组织$/);
    await find(canvasElement, 'fm-desk-organisations[data-state=loading]');
  },
};

export const Empty: Story = {
  globals: page,
  parameters: { mock: [respond(contract.areas.organisations, { items: [], nextCursor: null })] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^组织$/);
    await reads(canvasElement, '还没有组织');
  },
};

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.areas.organisations, problemOf('server.failed'))] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, /^组织$/);
    await reads(canvasElement, '这一栏没有打开');
  },
};
