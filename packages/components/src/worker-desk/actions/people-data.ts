import { complete, type Action, type FiveMicroCore, type SignUp } from '@five-micro/sdk';
import type { Tick, TickBook, TickState } from './ticks.ts';

/** The organiser's list of one action, with whose it is: their ticks are kept under their id. */
export interface People {
  readonly action: string;
  readonly owner: string;
  readonly items: readonly SignUp[];
}

/** More than any hall has; the rest would not be found by eye anyway. */
const most = 1000;

export async function loadPeople(client: FiveMicroCore, action: string, signal: AbortSignal): Promise<People> {
  const { me, actions } = complete(client);
  const [{ id }, items] = await Promise.all([
    me.get({ signal }),
    actions.signUps(action, { limit: 100 }, { signal }).toArray({ limit: most }),
  ]);
  return { action, owner: id, items };
}

/** Whether someone checked in by code after it was noted that they did not come: the list knew nothing of it then. */
export async function cameMeanwhile(client: FiveMicroCore, tick: Tick, signal: AbortSignal): Promise<boolean> {
  const { items } = await loadPeople(client, tick.action, signal);
  const checkedInAt = items.find(({ member }) => member === tick.member)?.checkedInAt;
  return Boolean(checkedInAt) && checkedInAt !== tick.knew;
}

/** One on the list as the organiser sees them: what was noted counts, also where it was not sent yet. */
export interface Person extends SignUp {
  /** Noted here and not sent yet. */
  readonly unsent: boolean;
}

/** The list with what waits on this device laid over it, also for those who are not on it. */
export function withTicks(items: readonly SignUp[], action: Action, book: TickBook | undefined): Person[] {
  const ticks = new Map((book?.waiting ?? []).filter((tick) => tick.action === action.id).map((tick) => [tick.member, tick]));
  const known = items.map((item): Person => {
    const tick = ticks.get(item.member);
    ticks.delete(item.member);
    return tick ? { ...item, state: tick.state, minutes: tick.minutes ?? null, unsent: true } : { ...item, unsent: false };
  });
  const walkIns = [...ticks.values()].map(
    ({ member, name, state, minutes = null }): Person => ({
      ...{ member, name, state, organisation: null, onBehalf: true, signedUpAt: action.startsAt, unsent: true },
      ...{ checkedInAt: null, checkedOutAt: null, minutes },
    }),
  );
  return [...known, ...walkIns];
}

/** The list after the server has said how some are now. */
export const withAnswer = (items: readonly SignUp[], fresh: readonly SignUp[]): SignUp[] => {
  const news = new Map(fresh.map((item) => [item.member, item]));
  const same = items.map((item) => news.get(item.member) ?? item);
  const known = new Set(items.map(({ member }) => member));
  return [...same, ...fresh.filter(({ member }) => !known.has(member))];
};

/** Those who have, or had, a place. */
export const hasPlace = ({ state }: SignUp): boolean => state === 'signed-up' || state === 'attended' || state === 'absent';
export const cameIn = ({ state }: SignUp): boolean => state === 'attended';

/** How many came, and of how many nobody has said whether they did. */
export const sumsOf = (people: readonly Person[]): { came: number; open: number } => ({
  came: people.filter(cameIn).length,
  open: people.filter(({ state }) => state === 'signed-up').length,
});

/**
 * What a press means: a second one on the same answer takes it back. Undefined where that was not noted by hand: who
 * checked in by code while the organiser's finger was on its way is not sent out again by it.
 */
export const nextState = ({ state, checkedInAt, unsent }: Person, pressed: 'attended' | 'absent'): TickState | undefined => {
  if (state !== pressed) return pressed;
  return pressed === 'attended' && checkedInAt && !unsent ? undefined : 'signed-up';
};
