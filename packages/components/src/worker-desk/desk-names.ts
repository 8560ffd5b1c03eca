import type { Area } from '@five-micro/sdk';

/** What a worker looks at, in the order of the tabs. */
export const queueNames = ['submitted', 'due', 'visit'] as const;
export type QueueName = (typeof queueNames)[number];

/** What comes on demand, each an element of its own. */
export const panelNames = ['said', 'reportIns', 'actions', 'projects', 'rounds', 'stars', 'members', 'organisations'] as const;
export type PanelName = (typeof panelNames)[number];
export type TabName = QueueName | PanelName;

export const isQueue = (tab: TabName): tab is QueueName => queueNames.some((name) => name === tab);

/** How many wait, and whether there are more than were counted. */
export interface Count {
  readonly count: number;
  readonly more: boolean;
}
/** Of the tabs that have one; a tab whose number could not be asked for has none. */
export type Counts = Readonly<Partial<Record<PanelName, Count>>>;

/** Which of the area's features a tab is for; the others are always there. */
const neededBy: Partial<Record<PanelName, readonly string[]>> = {
  actions: ['actions'],
  projects: ['projects'],
  rounds: ['projects', 'stars'],
  stars: ['stars'],
};

/** Whether the caller works there. Officers look after it too, and what is a worker's own business is not theirs. */
export const works = ({ can }: Area): boolean => can.includes('post-round');

/** Where a feature is switched off, the desk has no tab for it. */
export const isOffered = (name: PanelName, { settings }: Area): boolean =>
  neededBy[name]?.some((feature) => settings.features.includes(feature)) ?? true;
