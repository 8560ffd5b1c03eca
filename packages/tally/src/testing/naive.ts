import type { Election } from '../election.ts';
import { compare, type Fraction, fraction } from '../fraction.ts';

const plus = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a: Fraction, b: Fraction): Fraction => {
  const n = a.n * b.d - b.n * a.d;
  return n < 0n ? { n: -1n, d: 1n } : fraction(n, a.d * b.d);
};
const over = (a: Fraction, divisor: bigint) => fraction(a.n, a.d * divisor);
const zero: Fraction = { n: 0n, d: 1n };

export const votesFor = ({ ballots }: Election, id: string): number => ballots.filter((ballot) => ballot.includes(id)).length;

/** As the rule says it, and nothing cleverer: sort voters by money, let the poorest pay all until the rest can pay the same. */
function priceOf(cost: bigint, money: Fraction[]): Fraction | undefined {
  const sorted = money.toSorted(compare);
  let rest: Fraction = { n: cost, d: 1n };
  for (const [index, has] of sorted.entries()) {
    const each = over(rest, BigInt(sorted.length - index));
    if (compare(has, each) >= 0) return each;
    rest = minus(rest, has);
  }
  return undefined;
}

/** The Method of Equal Shares with fractions throughout, one voter at a time. */
export function naiveShares(election: Election, share: Fraction): { winners: string[]; spent: Fraction[] } {
  const money = election.ballots.map(() => share);
  const winners: string[] = [];
  for (;;) {
    const offers = election.options.flatMap(({ id, cost }) => {
      const supporters = election.ballots.flatMap((ballot, voter) => (ballot.includes(id) ? [voter] : []));
      if (winners.includes(id) || supporters.length === 0) return [];
      const price = priceOf(
        cost,
        supporters.map((voter) => money[voter] ?? zero),
      );
      const key = price && (cost === 0n ? { n: -1n, d: 1n } : over(price, cost));
      return price && key ? [{ id, cost, supporters, price, key }] : [];
    });
    const [best] = offers.sort(
      (a, b) =>
        compare(a.key, b.key) ||
        compare({ n: a.cost, d: 1n }, { n: b.cost, d: 1n }) ||
        b.supporters.length - a.supporters.length ||
        election.draw.indexOf(a.id) - election.draw.indexOf(b.id),
    );
    if (!best) return { winners, spent: money.map((left) => minus(share, left)) };
    winners.push(best.id);
    for (const voter of best.supporters) {
      const has = money[voter] ?? zero;
      money[voter] = compare(has, best.price) <= 0 ? zero : minus(has, best.price);
    }
  }
}

export const costOf = ({ options }: Election, winners: readonly string[]): bigint =>
  options.reduce((sum, { id, cost }) => (winners.includes(id) ? sum + cost : sum), 0n);

/** Add1, one unit at a time. */
export function naiveAdd1(
  election: Election,
  budget: bigint,
  unit: bigint,
): { winners: string[]; share: Fraction; raises: bigint } {
  const voters = BigInt(election.ballots.length);
  const wanted = election.options.filter(({ id }) => votesFor(election, id) > 0).length;
  if (voters === 0n) return { winners: [], share: zero, raises: 0n };
  let share = fraction(budget, voters);
  let { winners } = naiveShares(election, share);
  let raises = 0n;
  while (winners.length < wanted) {
    const next = plus(share, { n: unit, d: 1n });
    const outcome = naiveShares(election, next);
    if (costOf(election, outcome.winners) > budget) break;
    [share, winners, raises] = [next, outcome.winners, raises + 1n];
  }
  return { winners, share, raises };
}

export function naiveGreedy(election: Election, budget: bigint): string[] {
  const winners: string[] = [];
  const tried = new Set<string>();
  for (;;) {
    const [next] = election.options
      .filter(({ id }) => !tried.has(id))
      .sort(
        (a, b) =>
          votesFor(election, b.id) - votesFor(election, a.id) ||
          compare({ n: a.cost, d: 1n }, { n: b.cost, d: 1n }) ||
          election.draw.indexOf(a.id) - election.draw.indexOf(b.id),
      );
    if (!next) return winners;
    tried.add(next.id);
    if (costOf(election, [...winners, next.id]) <= budget) winners.push(next.id);
  }
}
