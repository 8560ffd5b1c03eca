import type { EventData } from '../db/schema.ts';
import { statusBy } from '../wishes/lifecycle.ts';
import type { SampleClaim, SampleWish } from './types.ts';

/** A step of a sample wish's way, with everyone named by their sub. */
export interface SampleStep {
  type: string;
  hoursAgo: number;
  actor: string | null;
  visibility?: 'parties';
  onBehalfOf?: string;
  /** Index of the claim among `claimsOf(wish)`. */
  claim?: number;
  words?: string | undefined;
  notify: string[];
  /** The wish after the step, and what the step itself says. */
  data: EventData;
}

type Facts = Required<Pick<EventData, 'status' | 'held' | 'done' | 'wanted'>>;

interface Move extends Omit<SampleStep, 'data'> {
  data?: EventData;
  /** `into` of a merged wish is known only when both are stored. */
  change: (before: Facts) => Partial<Facts>;
}

/**
 * One row of the claim table each. A claim that the wisher sent back (`rejected`) and the same helper's next one are
 * a single lease that was renewed, as the server does it.
 */
export interface ClaimRow extends SampleClaim {
  /** Hours ago at which the helper said it was done, and each time the wisher said “not yet”. */
  returns: {
    fulfilledHoursAgo: number;
    note: string | undefined;
    hoursAgo: number;
    reason: string | undefined;
    dueHours: number;
  }[];
}

export function claimsOf(wish: SampleWish): ClaimRow[] {
  const rows: ClaimRow[] = [];
  let returned: ClaimRow | undefined;
  for (const claim of wish.claims ?? []) {
    const row: ClaimRow = { ...claim, hoursAgo: returned?.hoursAgo ?? claim.hoursAgo, returns: returned?.returns ?? [] };
    if (claim.state !== 'rejected') {
      rows.push(row);
      returned = undefined;
      continue;
    }
    const fulfilledHoursAgo = claim.fulfilledHoursAgo ?? claim.hoursAgo;
    row.returns.push({
      fulfilledHoursAgo,
      note: claim.note,
      hoursAgo: claim.endedHoursAgo ?? 0,
      reason: claim.reason,
      dueHours: 0,
    });
    returned = row;
  }
  if (returned) throw new Error(`Sample wish ${wish.key}: a claim that was sent back has to go on.`);
  return rows;
}

const held = (change: number) => (before: Facts) => ({
  held: before.held + change,
  status: statusBy({ ...before, held: before.held + change }),
});
const fulfilled = (before: Facts) => ({ done: before.done + 1, status: statusBy({ ...before, done: before.done + 1 }) });
const reopened = (before: Facts) => ({ done: 0, status: statusBy({ ...before, done: 0 }) });
const to = (status: Facts['status']) => () => ({ status });

/**
 * Everything that happened to a wish, oldest first, as the server would have written it down.
 * @throws where it does not lead to the state that the sample gives.
 */
export function historyOf(wish: SampleWish): SampleStep[] {
  const moves = [...lookedAt(wish), ...helped(wish), ...ended(wish)].sort((a, b) => b.hoursAgo - a.hoursAgo);
  let facts: Facts = { status: 'submitted', held: 0, done: 0, wanted: wish.claimersWanted ?? 1 };
  const steps = moves.map(({ change, data, ...step }) => {
    facts = { ...facts, ...change(facts) };
    return { ...step, data: { ...facts, kind: wish.kind, category: wish.category, ...data } };
  });
  if (facts.status !== wish.status)
    throw new Error(`Sample wish ${wish.key} is ${wish.status}, but its history leads to ${facts.status}.`);
  return steps;
}

/** Written down, checked, and sent back or put together with another. */
function lookedAt(wish: SampleWish): Move[] {
  const { wisher, actingWorker, checkedBy = null } = wish;
  const moves: Move[] = [
    {
      type: 'wish.submitted',
      hoursAgo: wish.postedHoursAgo,
      actor: actingWorker ?? wisher,
      ...(actingWorker !== undefined && { onBehalfOf: wisher }),
      notify: [],
      change: to('submitted'),
    },
  ];
  const checked = { actor: checkedBy, notify: [wisher] };
  if (wish.publishedHoursAgo !== undefined) {
    moves.push({ ...checked, type: 'wish.published', hoursAgo: wish.publishedHoursAgo, change: to('open') });
  }
  if (wish.declined) {
    const { reason, hoursAgo } = wish.declined;
    moves.push({ ...checked, type: 'wish.declined', hoursAgo, visibility: 'parties', words: reason, change: to('declined') });
  }
  if (wish.merged) {
    moves.push({ ...checked, type: 'wish.merged', hoursAgo: wish.merged.hoursAgo, visibility: 'parties', change: to('merged') });
  }
  return moves;
}

function helped(wish: SampleWish): Move[] {
  return claimsOf(wish).flatMap((claim, index): Move[] => {
    const { by } = claim;
    const both = { claim: index, notify: [wish.wisher, by] };
    const moves: Move[] = [
      { ...both, type: 'wish.claimed', hoursAgo: claim.hoursAgo, actor: by, notify: [wish.wisher], change: held(1) },
    ];
    for (const back of claim.returns) {
      moves.push(
        { ...both, type: 'wish.fulfilled', hoursAgo: back.fulfilledHoursAgo, actor: by, words: back.note, change: fulfilled },
        {
          type: 'wish.reopened',
          hoursAgo: back.hoursAgo,
          actor: wish.wisher,
          words: back.reason,
          notify: [by],
          change: reopened,
        },
      );
    }
    if (claim.fulfilledHoursAgo !== undefined) {
      moves.push({
        ...both,
        type: 'wish.fulfilled',
        hoursAgo: claim.fulfilledHoursAgo,
        actor: by,
        words: claim.note,
        change: fulfilled,
      });
      moves.push(...photosSeen(wish, claim, index));
    }
    const over = { released: by, lapsed: null };
    if (claim.state === 'released' || claim.state === 'lapsed') {
      moves.push({
        ...both,
        type: `wish.${claim.state}`,
        hoursAgo: claim.endedHoursAgo ?? 0,
        actor: over[claim.state],
        change: held(-1),
      });
    }
    return moves;
  });
}

/** Hours ago at which a worker let a helper's pictures be seen: soon after the report. */
export function photosSeenHoursAgo(wish: SampleWish, claim: SampleClaim): number | undefined {
  if (claim.fulfilledHoursAgo === undefined || claim.photosWaiting || !claim.photos?.length) return undefined;
  const next = wish.confirmed?.hoursAgo ?? wish.closed?.hoursAgo ?? 0;
  return claim.fulfilledHoursAgo - Math.min(2, (claim.fulfilledHoursAgo - next) / 2);
}

function photosSeen(wish: SampleWish, claim: ClaimRow, index: number): Move[] {
  const hoursAgo = photosSeenHoursAgo(wish, claim);
  if (hoursAgo === undefined) return [];
  const actor = wish.checkedBy ?? null;
  return [
    {
      type: 'wish.photos-approved',
      hoursAgo,
      actor,
      claim: index,
      notify: [],
      data: { count: claim.photos?.length ?? 0 },
      change: () => ({}),
    },
  ];
}

function ended(wish: SampleWish): Move[] {
  const helpers = claimsOf(wish)
    .filter((claim) => claim.state === 'active' || claim.state === 'done')
    .map((claim) => claim.by);
  const moves: Move[] = [];
  if (wish.confirmed) {
    const { rating, thanks, hoursAgo } = wish.confirmed;
    moves.push({
      type: 'wish.confirmed',
      hoursAgo,
      actor: wish.wisher,
      words: thanks,
      notify: helpers,
      data: { rating },
      change: to('confirmed'),
    });
  }
  if (wish.closed) {
    const { by, note, hoursAgo } = wish.closed;
    moves.push({
      type: 'wish.closed',
      hoursAgo,
      actor: by,
      words: note,
      notify: [wish.wisher, ...helpers],
      change: to('closed'),
    });
  }
  if (wish.withdrawn) {
    const { hoursAgo } = wish.withdrawn;
    const quiet = wish.publishedHoursAgo === undefined;
    const notify = [wish.wisher, ...helpers];
    moves.push({
      type: 'wish.withdrawn',
      hoursAgo,
      actor: wish.wisher,
      ...(quiet && { visibility: 'parties' }),
      notify,
      change: to('withdrawn'),
    });
  }
  if (wish.status === 'expired') {
    moves.push({
      type: 'wish.expired',
      hoursAgo: -24 * (wish.wantedByDays ?? 0),
      actor: null,
      notify: [wish.wisher],
      change: to('expired'),
    });
  }
  return moves;
}
