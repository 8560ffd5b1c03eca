import type { SampleAction, SampleCommunity, SampleMember } from './types.ts';

const quarter = 15 * 60 * 1000;
const hour = 4 * quarter;
const day = 24 * hour;
/** Asia/Shanghai is eight hours ahead all year round. */
const ahead = 8 * hour;

/** From the first millisecond up to the last. */
export interface Span {
  from: number;
  to: number;
}

const midnightOf = (moment: number) => Math.floor((moment + ahead) / day) * day - ahead;
const weekOf = (moment: number) => Math.floor((moment + ahead + 3 * day) / (7 * day));

/**
 * What is told from the moment of seeding is at an hour at which people do such things, a meal at that of the meal: what
 * would be at another was the day before, of this week where that was, or earlier today, or comes at the next such hour.
 * What is under way is under way; at night that is a watch of the whole night.
 */
function awake({ from, to }: Span, now: number, between?: readonly [number, number]): Span {
  const midnight = midnightOf(from);
  const early = (from - midnight) / hour;
  const late = (to - midnight) / hour;
  if (from <= now && now < to) {
    if (early >= 6 && late <= 22.5) return { from, to };
    const evening = midnightOf(now - 12 * hour) + 21 * hour;
    return { from: evening, to: evening + 10 * hour };
  }
  const [first, last] = between ?? [7, 21.5];
  if (early >= first && late <= last) return { from, to };
  const over = to <= now;
  const usual = between ? first : over ? 15 : 9;
  const moved = midnight + usual * hour + (over ? (early < first ? -day : 0) : early < first ? 0 : day);
  if (over && (weekOf(moved) !== weekOf(now) || moved + (to - from) > now)) return { from, to };
  return { from: moved, to: moved + (to - from) };
}

/** When an action of the sample is, for who seeds it at `now`. */
export function spanOf({ when }: SampleAction, now: number): Span {
  if ('inHours' in when) {
    const from = Math.floor((now + when.inHours * hour) / quarter) * quarter;
    return awake({ from, to: from + when.lasts * hour }, now, when.between);
  }
  const midnight = midnightOf(now) + when.day * day;
  const at = (time: string) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return midnight + hours * hour + minutes * (hour / 60);
  };
  return { from: at(when.from), to: at(when.to) };
}

const overlap = (one: Span, other: Span) => one.from < other.to && other.from < one.to;

/** Who has a place and who waits, by their subs. */
export interface Coming {
  placed: string[];
  waiting: string[];
}

/**
 * Fills the actions with neighbours: those who are named, then others of the same area, each time beginning with
 * somebody else. Nobody is in two places at once, and nobody comes to what they look after themself.
 */
export function whoComes(sample: SampleCommunity, now: number): Map<string, Coming> {
  const busy = new Map<string, Span[]>();
  const under = (slug: string): string[] => [
    slug,
    ...sample.areas.filter(({ parent }) => parent === slug).flatMap((child) => under(child.slug)),
  ];
  const isFree = (sub: string, span: Span) => !(busy.get(sub) ?? []).some((other) => overlap(other, span));
  const outsider = (member: SampleMember, { author, host }: SampleAction) =>
    member.sub !== author &&
    !member.roles.some((role) => role.startsWith('worker@')) &&
    !(host !== undefined && member.represents?.includes(host));

  return new Map(
    sample.actions.map((action, turn) => {
      const span = spanOf(action, now);
      const areas = under(action.area);
      const free = sample.members.filter(
        (member) =>
          member.home !== null &&
          areas.includes(member.home) &&
          member.registeredBy === undefined &&
          outsider(member, action) &&
          isFree(member.sub, span),
      );
      const named = (action.with ?? []).filter((sub) => isFree(sub, span));
      const others = free.map(({ sub }) => sub).filter((sub) => !named.includes(sub));
      const from = others.length === 0 ? 0 : (turn * 5) % others.length;
      const queue = [...named, ...others.slice(from), ...others.slice(0, from)];
      const placed = queue.slice(0, action.taken ?? 0);
      const waiting = queue.slice(placed.length, placed.length + (placed.length === action.places ? (action.waiting ?? 0) : 0));
      if (action.status !== 'cancelled') for (const sub of placed) busy.set(sub, [...(busy.get(sub) ?? []), span]);
      return [action.key, { placed, waiting }];
    }),
  );
}
