import { type Area, complete, type FiveMicro, type FiveMicroCore, type Page } from '@five-micro/sdk';
import { type Count, type Counts, isOffered, type PanelName, works } from './desk-names.ts';

/** So many are counted; beyond them it is that and more. */
const most = 50;

type Ask = (
  all: FiveMicro,
  query: { area: string; limit: number },
  options: { signal: AbortSignal },
) => readonly PromiseLike<Page<unknown>>[];

/** What waits in a tab that has a number. */
const waiting: Partial<Record<PanelName, Ask>> = {
  said: (all, query, options) => [all.moderation.list(query, options)],
  reportIns: (all, query, options) => [all.reportIns.list(query, options)],
  actions: (all, query, options) => [all.actions.list({ ...query, status: 'draft' }, options)],
  // What is said about them waits for the same eyes.
  projects: (all, query, options) => [
    all.projects.list({ ...query, status: 'proposed' }, options),
    all.projects.queue(query, options),
  ],
  rounds: (all, query, options) => [all.rounds.list({ ...query, status: 'draft' }, options)],
  stars: (all, query, options) => [all.stars.nominations({ ...query, status: 'proposed' }, options)],
};

interface Counted {
  readonly items: readonly unknown[];
  readonly nextCursor: string | null;
}

/** How many stand on these pages together. */
export const countIn = (pages: readonly (Counted | undefined)[]): Count => ({
  count: pages.reduce((sum, page) => sum + (page?.items.length ?? 0), 0),
  more: pages.some((page) => page !== undefined && page.nextCursor !== null),
});

/** Which tab a fact is about. A wish's or a member's has the whole desk read anew. */
const tabs: readonly (readonly [prefix: string, name: PanelName])[] = [
  ['action.', 'actions'],
  ['project.', 'projects'],
  ['round.', 'rounds'],
  ['star.', 'stars'],
];
export const tabOf = (type: string): PanelName | undefined => tabs.find(([prefix]) => type.startsWith(prefix))?.[1];

/** A number beside a tab's name; where it cannot be had, the desk opens without it. */
export async function countOf(
  client: FiveMicroCore,
  place: Area,
  name: PanelName,
  signal: AbortSignal,
): Promise<Count | undefined> {
  // Nobody but workers hears of a nomination before who is nominated has agreed.
  if (!isOffered(name, place) || (name === 'stars' && !works(place))) return undefined;
  try {
    const asked = waiting[name]?.(complete(client), { area: place.slug, limit: most }, { signal });
    return asked && countIn(await Promise.all(asked));
  } catch {
    return undefined;
  }
}

const counted: readonly PanelName[] = ['said', 'reportIns', 'actions', 'projects', 'rounds', 'stars'];

export async function countAll(client: FiveMicroCore, place: Area, signal: AbortSignal): Promise<Counts> {
  const counts = await Promise.all(counted.map(async (name) => [name, await countOf(client, place, name, signal)] as const));
  return Object.fromEntries(counts.filter(([, count]) => count !== undefined));
}
