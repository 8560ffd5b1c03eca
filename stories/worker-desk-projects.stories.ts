import '@five-micro/components/worker-desk';
import type { FmWorkerDesk } from '@five-micro/components/worker-desk';
import { contract } from '@five-micro/contract';
import { never, noNetwork, problemOf, respond } from '@five-micro/mock-api';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { changeAnswers } from './setting/decorators.ts';
import { allProjects, building, chosenLike, projectsAre, proposalLike } from './setting/desk-projects.ts';
import { dark, elder, english, page, party, phone } from './setting/looks.ts';
import { find, inState, press, reads, write } from './setting/seen.ts';

const meta: Meta<FmWorkerDesk> = {
  title: 'Worker desk/Projects',
  id: 'worker-desk-projects',
  component: 'fm-worker-desk',
  parameters: { signedIn: 'wu-min', mock: projectsAre() },
  render: () => html`<fm-worker-desk></fm-worker-desk>`,
};
export default meta;
type Story = StoryObj<FmWorkerDesk>;
type Root = { canvasElement: HTMLElement };

const open =
  (words: string | RegExp, filter = '') =>
  async ({ canvasElement }: Root) => {
    await press(canvasElement, /^(微实事|Projects)/);
    if (filter) await press(canvasElement, filter);
    await reads(canvasElement, words);
  };
const isReady = open('列入名单前看一眼');

/** A proposal with what was found in it, in the wording that is proposed. */
export const Ready: Story = { globals: page, play: isReady };
export const Phone: Story = {
  globals: phone,
  play: async ({ canvasElement }) => {
    await open('等了 3 天')({ canvasElement });
    await press(canvasElement, /慢坡道/);
    await reads(canvasElement, '列入名单前看一眼');
  },
};
export const Party: Story = { globals: { ...page, ...party }, play: isReady };
export const Dark: Story = { globals: { ...page, ...dark }, play: isReady };
export const Elder: Story = { globals: { ...page, ...elder }, play: isReady };
export const English: Story = { globals: { ...page, ...english }, play: open('Before it goes on the list') };

/** The sample community's own proposals, from the real server. */
export const Sample: Story = { globals: page, parameters: { mock: [] }, play: isReady };
export const SampleUnderWay: Story = { globals: page, parameters: { mock: [] }, play: open('邻居怎么说', '选上和在建的') };

/** It is listed and the next one opens by itself. */
export const Listed: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^列入名单$/);
    await reads(canvasElement, '列入名单了。下一个：');
  },
};

export const NoReason: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^不列入$/);
    await reads(canvasElement, '写一句再退回');
  },
};

/** Two that are the same matter become one, after what follows was said. */
export const Merging: Story = {
  globals: page,
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^合并过去/);
    await reads(canvasElement, '不能再拆开');
  },
};

/** What a worker proposed is for another worker. */
export const Own: Story = {
  globals: page,
  parameters: { mock: projectsAre([proposalLike({ mine: true, can: [], screening: [] })]) },
  play: open('要请别的社工来看'),
};

export const Starting: Story = {
  globals: page,
  parameters: { mock: projectsAre([chosenLike]) },
  play: open('定下谁来办', '选上和在建的'),
};

/** Steps that were reached and are planned, and what has to be put right before it can be called done. */
export const UnderWay: Story = {
  globals: page,
  parameters: { mock: projectsAre([building]) },
  play: open('等着整改', '选上和在建的'),
};
export const UnderWayOnAPhone: Story = {
  globals: phone,
  parameters: { mock: projectsAre([building]) },
  play: async ({ canvasElement }) => {
    await open('整改 1', '选上和在建的')({ canvasElement });
    await press(canvasElement, /充电桩/);
    await reads(canvasElement, '等着整改');
  },
};

export const Reporting: Story = {
  globals: page,
  parameters: { mock: projectsAre([building]) },
  play: async ({ canvasElement }) => {
    await open('装好 12 个桩', '选上和在建的')({ canvasElement });
    await press(canvasElement, '这一步做到了');
    await reads(canvasElement, '公布以后不能再改');
  },
};

export const Overruling: Story = {
  globals: page,
  parameters: { mock: projectsAre([building]) },
  play: async ({ canvasElement }) => {
    await open('等着整改', '选上和在建的')({ canvasElement });
    await press(canvasElement, /^不采纳$/);
    await press(canvasElement, '不采纳，公布理由');
    await reads(canvasElement, '写一句');
  },
};

export const Comments: Story = { globals: page, play: open('为什么在这里', '评论待看') };

export const Done: Story = { globals: page, play: open('4.6 分，31 位', '办好的') };

/** A colleague was quicker. */
export const Gone: Story = {
  globals: page,
  parameters: { mock: [respond(contract.projects.enlist, problemOf('project.state')), ...projectsAre()] },
  play: async ({ canvasElement, loaded }) => {
    await isReady({ canvasElement });
    changeAnswers(loaded, [respond(contract.projects.enlist, problemOf('project.state')), ...projectsAre(allProjects.slice(1))]);
    await press(canvasElement, /^列入名单$/);
    await reads(canvasElement, '刚才有人处理了这一件');
  },
};

/** Whether it was saved is not known; the next try does nothing twice. */
export const AnswerLost: Story = {
  globals: page,
  parameters: { mock: [respond(contract.projects.enlist, noNetwork), ...projectsAre()] },
  play: async ({ canvasElement }) => {
    await isReady({ canvasElement });
    await press(canvasElement, /^列入名单$/);
    await reads(canvasElement, '没有连上');
  },
};

export const Drafted: Story = {
  globals: page,
  parameters: { mock: projectsAre([chosenLike]) },
  play: async ({ canvasElement }) => {
    await open('定下谁来办', '选上和在建的')({ canvasElement });
    await write(canvasElement, /^谁来办/, '物业办赵师傅');
    await press(canvasElement, /^等着看的/);
    await reads(canvasElement, '提议都看完了');
  },
};

export const Loading: Story = {
  globals: page,
  play: async ({ canvasElement, loaded }) => {
    await inState(canvasElement, 'fm-worker-desk', 'ready');
    changeAnswers(loaded, [respond(contract.projects.list, never)]);
    await press(canvasElement, /^微实事/);
    await find(canvasElement, 'fm-desk-projects[data-state=loading]');
  },
};

export const Empty: Story = { globals: page, parameters: { mock: projectsAre([]) }, play: open('提议都看完了') };

export const Failed: Story = {
  globals: phone,
  parameters: { mock: [respond(contract.projects.list, problemOf('server.failed'))] },
  play: open('这一栏没有打开'),
};
