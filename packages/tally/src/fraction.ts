/** An exact amount: `n / d`, with `d > 0`. What a tally answers is in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};

/** `n / d` in lowest terms; neither is negative. */
export const fraction = (n: bigint, d: bigint): Fraction => {
  const common = gcd(n, d);
  return { n: n / common, d: d / common };
};

/** Below, at or above 0 as `a` is less than, equal to or more than `b`. */
export const compare = (a: Fraction, b: Fraction): number => {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
};

/** How many bits it is long, or up to three more. */
const bits = (n: bigint): number => n.toString(16).length * 4;

/** To be shown, or to filter by: within 2⁻⁵² of the exact value, relative to it. It never decides. */
export function toNumber({ n, d }: Fraction): number {
  if (n === 0n) return 0;
  // 64 bits of the quotient say more than a double can hold.
  const shift = 68 + bits(d) - bits(n);
  const quotient = shift > 0 ? (n << BigInt(shift)) / d : n / (d << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}
