import { type Fraction, toNumber } from '../fraction.ts';
import type { Market } from './market.ts';

/** The exact price that the supporters of an option pay at most; `full` of them pay it in full. */
export interface Level {
  /** Over `full` times the scale of all exact amounts of this stage. */
  readonly n: bigint;
  readonly full: number;
  /** Nobody pays less: all the others are broke. */
  readonly alike: boolean;
  readonly price: Fraction;
  readonly approximately: number;
}

/** Where a course stands: what its numbers are made of. */
export interface Stand {
  readonly share: Fraction;
  /** The options bought, in order. */
  readonly bought: readonly number[];
  /** For each group the stage at which its money ran out; -1 while it has some. */
  readonly broke: Int32Array;
  /** For each group its money, within `error`; 0 when it ran out. */
  readonly money: Float64Array;
  readonly error: number;
}

/**
 * Exact amounts of one course, worked out only when somebody asks. A voter's money is the share less the prices that
 * the voter paid in full (or nothing), so every amount is a whole-number combination of the share and of the prices,
 * and each price is one too, divided by how many paid it in full. All are kept over one denominator that grows by that
 * number at each stage; a few numbers say everything, however many voters there are.
 */
export class ExactBooks {
  private readonly prices: bigint[] = [];
  private readonly fulls: bigint[] = [];
  /** The stage at which an option was bought. */
  private readonly stages = new Map<number, number>();
  private scale: bigint;
  private readonly market: Market;
  private readonly stand: Stand;

  constructor(market: Market, stand: Stand) {
    this.market = market;
    this.stand = stand;
    this.scale = stand.share.d;
  }

  /**
   * The price of an option for its supporters now; null: together they cannot afford it. `atLeast` is a sure lower bound.
   *
   * Any supporters may be taken for poor and asked for all their money: what is left for each of the others is never above
   * the price, as nobody pays more than all. So this climbs from below to the price, and stops there.
   */
  level(option: number, atLeast: number): Level | null {
    this.catchUp();
    const { money, error } = this.stand;
    const cost = (this.market.costs[option] ?? 0n) * this.scale;
    const poor = new Sum();
    let others = this.market.supporters[option] ?? [];
    const takeFrom = (isPoor: (group: number) => boolean): boolean => {
      const before = others.length;
      others = others.filter((group) => {
        const take = isPoor(group);
        if (take) this.add(poor, group);
        return !take;
      });
      return others.length < before;
    };
    takeFrom((group) => (money[group] ?? 0) + error < atLeast);
    for (;;) {
      const full = others.reduce((sum, group) => sum + (this.market.weights[group] ?? 0), 0);
      if (full === 0) return null;
      const n = cost - this.amount(poor);
      const price = { n, d: this.scale * BigInt(full) };
      const approximately = toNumber(price);
      if (!takeFrom((group) => this.compareMoney(group, price, approximately) < 0))
        return { n, full, alike: poor.shares === 0, price, approximately };
    }
  }

  /** Below, at or above 0 as the group has less than, just, or more than the price. */
  compareMoney(group: number, price: Fraction, approximately: number): number {
    const { money, error } = this.stand;
    const difference = (money[group] ?? 0) - approximately;
    // Four roundings of 2⁻⁵³ are more than the difference and `approximately` have.
    if (Math.abs(difference) > error + approximately * 2 ** -50) return difference;
    this.catchUp();
    const one = new Sum();
    this.add(one, group, 1);
    const [left, right] = [this.amount(one) * price.d, price.n * this.scale];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  private add(sum: Sum, group: number, weight = this.market.weights[group] ?? 0): void {
    const stage = this.stand.broke[group] ?? -1;
    if (stage >= 0 && stage < this.prices.length) return;
    sum.shares += weight;
    for (const option of this.market.approves[group] ?? []) {
      const paid = this.stages.get(option);
      if (paid !== undefined) sum.paid[paid] = (sum.paid[paid] ?? 0) + weight;
    }
  }

  /** A sum of money over the scale. */
  private amount({ shares, paid }: Sum): bigint {
    let n = BigInt(shares) * this.stand.share.n;
    for (const [stage, full] of this.fulls.entries()) {
      n *= full;
      const times = paid[stage];
      if (times !== undefined) n -= BigInt(times) * (this.prices[stage] ?? 0n);
    }
    return n;
  }

  /** Prices of what was bought since the last time. */
  private catchUp(): void {
    const { bought, broke } = this.stand;
    for (let stage = this.prices.length; stage < bought.length; stage += 1) {
      const option = bought[stage] ?? 0;
      const poor = new Sum();
      let full = 0;
      for (const group of this.market.supporters[option] ?? []) {
        const at = broke[group] ?? -1;
        if (at === stage) this.add(poor, group);
        else if (at < 0 || at > stage) full += this.market.weights[group] ?? 0;
      }
      // Where all who paid were left with nothing, nobody's money is made of this price.
      this.prices.push(full === 0 ? 0n : (this.market.costs[option] ?? 0n) * this.scale - this.amount(poor));
      this.fulls.push(BigInt(full || 1));
      this.stages.set(option, stage);
      this.scale *= BigInt(full || 1);
    }
  }
}

/** So many shares, less so many times each price. */
class Sum {
  shares = 0;
  readonly paid: (number | undefined)[] = [];
}
