import { type Fraction, fraction } from '../fraction.ts';
import type { Market } from './market.ts';

/** So many groups paid exactly this, each of their voters. */
export interface Payment {
  readonly amount: Fraction;
  readonly groups: readonly number[];
}

export interface Accounts {
  /** For each purchase what was paid, the largest amount first. Who had nothing left paid nothing and is not here. */
  readonly payments: readonly (readonly Payment[])[];
  /** What the supporters of an option have left together at the end. */
  readonly left: (option: number) => Fraction;
}

/** Goes through the purchases once more, in exact arithmetic alone: who paid what, and what is left. */
export function settle(market: Market, share: Fraction, bought: readonly number[]): Accounts {
  let scale = share.d;
  const money = market.approves.map(() => share.n);
  const payments = bought.map((option) => {
    const supporters = [...(market.supporters[option] ?? [])].filter((group) => (money[group] ?? 0n) > 0n);
    const { n, full } = priceFor(market, supporters, (market.costs[option] ?? 0n) * scale, money);
    scale *= full;
    for (const [group, has] of money.entries()) money[group] = has * full;
    const paid = new Map<bigint, number[]>();
    for (const group of supporters) {
      const has = money[group] ?? 0n;
      const amount = has < n ? has : n;
      money[group] = has - amount;
      const groups = paid.get(amount);
      if (groups) groups.push(group);
      else paid.set(amount, [group]);
    }
    const amounts = [...paid].sort(([a], [b]) => (a > b ? -1 : 1));
    return amounts.map(([amount, groups]) => ({ amount: fraction(amount, scale), groups }));
  });
  const left = (option: number) => {
    let sum = 0n;
    for (const group of market.supporters[option] ?? []) sum += (money[group] ?? 0n) * BigInt(market.weights[group] ?? 0);
    return fraction(sum, scale);
  };
  return { payments, left };
}

/** The most that any of them pays, as `n` over `full` times the scale: climbs as `ExactBooks.level` does. */
function priceFor(market: Market, supporters: readonly number[], cost: bigint, money: readonly bigint[]) {
  const weigh = (groups: readonly number[]) => BigInt(groups.reduce((sum, group) => sum + (market.weights[group] ?? 0), 0));
  let others = supporters;
  let rest = cost;
  for (;;) {
    const full = weigh(others);
    if (full === 0n) throw new Error('What was bought cannot be paid.');
    const [poor, rich] = [[], []] as [number[], number[]];
    for (const group of others) ((money[group] ?? 0n) * full < rest ? poor : rich).push(group);
    if (poor.length === 0) return { n: rest, full };
    for (const group of poor) rest -= (money[group] ?? 0n) * BigInt(market.weights[group] ?? 0);
    others = rich;
  }
}
