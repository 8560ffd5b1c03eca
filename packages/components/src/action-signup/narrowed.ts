import { type Action, actionsIn, complete, type FiveMicroCore } from '@five-micro/sdk';
import { type Filters, queryOf } from './filters.ts';

interface Found {
  readonly items: Action[];
  readonly nextCursor: string | null;
}

/** As many as the server answers at once. */
const pageful = 100;
/** As many as anyone remembers. */
const most = 50;

/** The caller's own: what is still to come, the soonest first, then what was. Nobody's where nobody is signed in. */
async function ownActions(client: FiveMicroCore, now: number, signal: AbortSignal): Promise<Found> {
  if (!(await client.session.check())) return { items: [], nextCursor: null };
  const { items } = await complete(client).me.actions({ state: 'signed-up,waiting,attended,absent', limit: most }, { signal });
  const all = items.map(({ action, signUp }) => ({ ...action, mine: signUp }));
  const isToCome = ({ endsAt }: Action) => Date.parse(endsAt) > now;
  return {
    items: [...all.filter(isToCome).reverse(), ...all.filter((action) => !isToCome(action))],
    nextCursor: null,
  };
}

/** As many as were shown, page by page where that is more than the server answers at once. */
async function asMany(
  client: FiveMicroCore,
  query: Parameters<ReturnType<typeof actionsIn>['list']>[0],
  limit: number,
  signal: AbortSignal,
): Promise<Found> {
  const items: Action[] = [];
  let nextCursor: string | null = null;
  do {
    const page = await actionsIn(client).list(
      { ...query, limit: Math.min(pageful, limit - items.length), ...(nextCursor && { cursor: nextCursor }) },
      { signal },
    );
    items.push(...page.items);
    ({ nextCursor } = page);
  } while (nextCursor && items.length < limit);
  return { items, nextCursor };
}

/** What a list is narrowed down to, or a long one that is asked for anew: loaded when it first is. */
export const narrowed = (
  client: FiveMicroCore,
  filters: Filters,
  now: number,
  page: { area: string; depth: number },
  signal: AbortSignal,
): PromiseLike<Found> =>
  filters.show === 'mine'
    ? ownActions(client, now, signal)
    : asMany(client, { ...queryOf(filters, now), area: page.area }, page.depth, signal);
