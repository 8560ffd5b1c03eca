import { type Fraction, toNumber } from '../fraction.ts';
import { ExactBooks, type Level, type Stand } from './exact.ts';
import type { Market } from './market.ts';

/** How an option stands at one stage: bounds that are sure, and the exact price where it was asked for. */
interface Offer {
  readonly option: number;
  /** What a supporter pays at most, within `error`. */
  readonly price: number;
  readonly error: number;
  /** Price over cost: the smaller, the more votes the option still has (its effective votes are one over this). */
  readonly least: number;
  readonly most: number;
  /** So many pay, all the same, so that price over cost is exactly one over it; 0: somebody pays less, all they have. */
  readonly alike: number;
  readonly exact: Level | undefined;
}

/** What was bought with one share, in order, and what it takes to know that another share would buy the same. */
export interface Course {
  readonly bought: readonly number[];
  readonly offers: readonly Pick<Offer, 'most' | 'alike'>[];
}

/** More than the few roundings of 2⁻⁵³ that any single step here has. */
const rounding = 2 ** -50;
/** A bought price is asked for exactly where it is known less well than this part of the share. */
const fine = 1e-9;

/**
 * The Method of Equal Shares with one share for each voter: what can be paid by its supporters and takes the least from
 * each of them, for its cost, is bought; again and again. The outcome is that of exact arithmetic. Doubles with bounds of
 * their error filter; where the bounds leave a doubt, `ExactBooks` decide.
 */
export class CourseRun implements Stand, Course {
  readonly share: Fraction;
  readonly bought: number[] = [];
  readonly broke: Int32Array;
  readonly money: Float64Array;
  error: number;
  readonly offers: Offer[] = [];
  private readonly books: ExactBooks;
  private readonly market: Market;
  private readonly shareNumber: number;
  /** Each option's supporters; who went broke is left out when somebody next looks. */
  private readonly solvent: number[][];
  /** What can still be bought, with a lower bound of its price over cost, which only grows as money is spent. */
  private readonly open = new Map<number, number>();

  constructor(market: Market, share: Fraction) {
    this.market = market;
    this.share = share;
    this.shareNumber = toNumber(share);
    this.money = new Float64Array(market.weights.length).fill(this.shareNumber);
    this.broke = new Int32Array(market.weights.length).fill(-1);
    this.error = this.shareNumber * rounding;
    this.books = new ExactBooks(market, this);
    this.solvent = market.supporters.map((groups) => groups.slice());
    for (const option of market.eligible) this.open.set(option, (1 - rounding) / (market.votes[option] ?? 0));
  }

  /** To the end: nothing that is left can be paid by its supporters. */
  finish(): Course {
    for (;;) {
      const [first, ...others] = this.contenders(0);
      if (!first) return this;
      this.buy(others.reduce((best, offer) => (this.goesBefore(offer, best) ? offer : best), first));
    }
  }

  /**
   * To the end as `finish`, if it is sure that every share from that of `lower` up to this one buys the same in the same
   * order; undefined where that is not so, or not sure.
   *
   * With a larger share and the same purchases until then, every voter has at least as much money and every price is at
   * most as high. So what was bought with the smaller share at `most` p is bought with every share in between if all
   * others cost more than p even with the larger share; and what nobody can afford with the larger share stays unbought.
   */
  follow(lower: Course): Course | undefined {
    for (const [stage, option] of lower.bought.entries()) {
      const before = lower.offers[stage];
      if (!before) return undefined;
      const offers = this.contenders(before.most);
      const offer = offers.find((one) => one.option === option);
      if (!offer || !offers.every((other) => other === offer || this.staysBehind(other, option, before))) return undefined;
      this.buy(offer);
    }
    return this.contenders(0).length === 0 ? this : undefined;
  }

  private staysBehind(other: Offer, option: number, { most, alike }: Pick<Offer, 'most' | 'alike'>): boolean {
    if (other.least > most) return true;
    const { ranks, following } = this.market;
    // Of two that the same people want, the same one is always the better buy: it costs less, or the draw has it first.
    if (following[option] === following[other.option]) return true;
    const ranked = (ranks[option] ?? 0) < (ranks[other.option] ?? 0);
    return other.alike > 0 && (alike > other.alike || (alike === other.alike && ranked));
  }

  /** All that may be bought next: whatever is not in it has a higher price over cost than the best, and than `limit`. */
  private contenders(limit: number): Offer[] {
    const offers: Offer[] = [];
    const waiting = new Map(this.open);
    let best = Infinity;
    for (;;) {
      let [next, least] = [-1, Infinity];
      for (const [option, bound] of waiting) if (bound < least) [next, least] = [option, bound];
      if (next < 0 || least > Math.max(limit, best)) break;
      waiting.delete(next);
      const offer = this.offer(next, Math.max(limit, best));
      if (offer === 'too-dear') this.open.delete(next);
      else if (typeof offer === 'number') this.open.set(next, offer);
      else {
        this.open.set(next, offer.least);
        best = Math.min(best, offer.most);
        offers.push(offer);
      }
    }
    return offers.filter(({ least }) => least <= Math.max(limit, best));
  }

  /** What an option costs its supporters now; a number: price over cost is above it and so above `limit`, which is enough to know. */
  private offer(option: number, limit: number): Offer | number | 'too-dear' {
    const { money, error: moneyError } = this;
    const { weights } = this.market;
    const supporters = this.solvent[option] ?? [];
    const cost = Number(this.market.costs[option] ?? 0n);
    let least = this.open.get(option) ?? 0;
    let price = -Infinity;
    for (let next = least * cost; next > price; ) {
      price = next;
      let poorMoney = 0;
      let richMoney = 0;
      let poor = 0;
      let rich = 0;
      let terms = 0;
      let richest = 0;
      let poorest = Infinity;
      for (const group of supporters) {
        const has = money[group] ?? 0;
        if (has === 0) continue;
        const weight = weights[group] ?? 0;
        supporters[terms] = group;
        terms += 1;
        if (has < price) {
          poorMoney += has * weight;
          poor += weight;
          if (has > richest) richest = has;
        } else {
          richMoney += has * weight;
          rich += weight;
          if (has < poorest) poorest = has;
        }
      }
      supporters.length = terms;
      // A sum of n terms is off by n roundings of it at most, and by the error of each term.
      const roundings = (terms + 4) * 2 ** -52;
      const together = poorMoney + richMoney;
      if (together < cost - (poor + rich) * moneyError - roundings * (together + cost)) return 'too-dear';
      if (rich === 0) break;
      // Whoever is taken for poor here, this is a lower bound: see `ExactBooks.level`.
      next = (cost - poorMoney) / rich;
      const error = (poor * moneyError + roundings * poorMoney) / rich + (cost / rich) * rounding;
      least = Math.max(least, ((next - error) / cost) * (1 - rounding));
      if (least > limit) return least;
      // Surely nobody else is poor, and nobody of these is not: then it is the price.
      if (poorest - moneyError > next + error && (poor === 0 || richest + moneyError < next - error)) {
        const most = ((next + error) / cost) * (1 + rounding);
        return { option, price: next, error, least, most, alike: poor === 0 ? rich : 0, exact: undefined };
      }
    }
    return this.exactOffer(option, least * cost * (1 - rounding));
  }

  private exactOffer(option: number, atLeast: number): Offer | 'too-dear' {
    const exact = this.books.level(option, atLeast);
    if (!exact) return 'too-dear';
    const price = exact.approximately;
    const ratio = price / Number(this.market.costs[option] ?? 0n);
    const [least, most] = [ratio * (1 - rounding), ratio * (1 + rounding)];
    return { option, price, error: price * rounding, least, most, alike: exact.alike ? exact.full : 0, exact };
  }

  private exactly({ option, exact, least }: Offer): Level {
    const level = exact ?? this.books.level(option, least * Number(this.market.costs[option] ?? 0n) * (1 - rounding));
    if (!level) throw new Error('What was affordable is not, exactly.');
    return level;
  }

  /** More votes for its money than the other, or as many and ahead where tied. */
  private goesBefore(one: Offer, other: Offer): boolean {
    if (one.most < other.least) return true;
    if (other.most < one.least) return false;
    const { ranks, costs } = this.market;
    const ranked = (ranks[one.option] ?? 0) < (ranks[other.option] ?? 0);
    if (one.alike > 0 && other.alike > 0) return one.alike > other.alike || (one.alike === other.alike && ranked);
    const [a, b] = [this.exactly(one), this.exactly(other)];
    const left = a.n * BigInt(b.full) * (costs[other.option] ?? 0n);
    const right = b.n * BigInt(a.full) * (costs[one.option] ?? 0n);
    return left < right || (left === right && ranked);
  }

  private buy(offer: Offer): void {
    const stage = this.bought.length;
    let level = offer.exact;
    if (!level && offer.error > this.shareNumber * fine) level = this.exactly(offer);
    const price = level?.approximately ?? offer.price;
    const error = level ? price * rounding : offer.error;
    const doubt = this.error + error + price * rounding;
    for (const group of this.market.supporters[offer.option] ?? []) {
      if ((this.broke[group] ?? -1) >= 0) continue;
      let rest = (this.money[group] ?? 0) - price;
      if (Math.abs(rest) <= doubt) {
        level ??= this.exactly(offer);
        rest = this.books.compareMoney(group, level.price, level.approximately) <= 0 ? -1 : Math.max(rest, 0);
      }
      if (rest < 0) this.broke[group] = stage;
      // Only who is broke has 0 here.
      this.money[group] = rest < 0 ? 0 : Math.max(rest, Number.MIN_VALUE);
    }
    this.error += error + this.shareNumber * rounding;
    this.bought.push(offer.option);
    this.offers.push(offer);
    this.open.delete(offer.option);
  }
}
