import * as fc from 'fast-check';
import type { Election } from '../election.ts';

/**
 * Small elections on purpose full of ties: few costs, few voters, whole blocks that vote alike, and shares that are just
 * what something costs. Half of them have a mirror image beside them, so that whatever happens is tied with its image,
 * also where supporters pay unequally. Some are 10²⁰ times larger and a few units beside it: no double tells that from ties.
 */
export const smallElections = (): fc.Arbitrary<{ election: Election; budget: bigint; unit: bigint }> =>
  fc
    .record({
      costs: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: fc.bigInt(4n, 15n) },
          { weight: 2, arbitrary: fc.constantFrom(0n, 4n, 6n, 12n) },
          { weight: 1, arbitrary: fc.bigInt(1n, 400n) },
        ),
        { minLength: 1, maxLength: 7, size: 'max' },
      ),
      // Each bit of `approves` is an option.
      blocks: fc.array(fc.record({ approves: fc.nat(127), times: fc.constantFrom(1, 1, 1, 2, 4) }), {
        maxLength: 9,
        size: 'max',
      }),
      shuffle: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
      purse: fc.oneof(
        fc.record({ amount: fc.oneof(fc.bigInt(0n, 60n), fc.bigInt(0n, 900n)) }),
        fc.record({ percent: fc.bigInt(30n, 130n) }),
      ),
      unit: fc.bigInt(1n, 5n),
      mirrored: fc.boolean(),
      scale: fc.constantFrom(1n, 1n, 10n ** 20n),
      beside: fc.array(fc.bigInt(0n, 2n), { minLength: 15, maxLength: 15 }),
    })
    .map(({ blocks, shuffle, purse, unit, mirrored, scale, beside, ...once }) => {
      const costs = mirrored ? [...once.costs, ...once.costs] : once.costs;
      const total = costs.reduce((sum, cost) => sum + cost, 0n);
      const budget = 'percent' in purse ? (total * purse.percent) / 100n : purse.amount;
      const large = (amount: bigint, place: number) => amount * scale + (scale > 1n && amount > 0n ? (beside[place] ?? 0n) : 0n);
      const options = costs.map((cost, place) => ({ id: `p${place}`, cost: large(cost, place) }));
      const ids = options.map(({ id }) => id);
      const draw = ids.toSorted((a, b) => (shuffle[ids.indexOf(a)] ?? 0) - (shuffle[ids.indexOf(b)] ?? 0));
      const ballots = blocks.flatMap(({ approves, times }) => {
        const places = once.costs.flatMap((_, place) => ((approves >> place) % 2 === 1 ? [place] : []));
        const ballot = places.flatMap((place) => ids[place] ?? []);
        const image = places.flatMap((place) => ids[place + once.costs.length] ?? []);
        return Array.from({ length: times }, () => (mirrored ? [ballot, image] : [ballot])).flat();
      });
      return { election: { options, ballots, draw }, budget: large(budget, 14), unit: unit * scale };
    });

/** Numbers that look random and are the same each time: mulberry32. */
export function numbers(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A city's election: some projects are liked by many, and voters of one quarter like what is near. */
export function cityElection(voters: number, projects: number, seed = 1): { election: Election; budget: bigint } {
  const random = numbers(seed);
  const options = Array.from({ length: projects }, (_, place) => ({
    id: `p${place}`,
    cost: BigInt(500 * (1 + Math.floor(random() * random() * 199))),
  }));
  const liked = options.map(() => random() ** 3);
  const ballots = Array.from({ length: voters }, () => {
    const quarter = Math.floor(random() * 8);
    const many = 1 + Math.floor(random() * 10);
    const ballot = new Set<string>();
    for (let tries = 0; ballot.size < many && tries < 200; tries += 1) {
      const place = Math.floor(random() * projects);
      if (random() < (liked[place] ?? 0) * (place % 8 === quarter ? 3 : 1)) ballot.add(`p${place}`);
    }
    return [...ballot];
  });
  const total = options.reduce((sum, { cost }) => sum + cost, 0n);
  return { election: { options, ballots, draw: options.map(({ id }) => id) }, budget: total / 4n };
}
