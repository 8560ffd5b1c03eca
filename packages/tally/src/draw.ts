/** All ids in the order of their characters: the draw of whoever has declared none. It depends on no file's order. */
export const undrawn = (ids: readonly string[]): string[] => [...ids].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

/**
 * The draw that a declared seed stands for, the same everywhere and for ever:
 *
 * 1. the ids in ascending order of their UTF-16 characters;
 * 2. a 64-bit state: FNV-1a of the seed's UTF-8 bytes; SplitMix64 makes numbers of it;
 * 3. Fisher–Yates from the end: the id at place `i` (from the last down to 1) changes places with the one at
 *    `number mod (i + 1)`; numbers of the last, incomplete turn of that modulus are passed over, so that none is favoured.
 *
 * Declare the seed before the first ballot, or take it from an event that nobody controls: who chooses it later chooses the draw.
 */
export function drawn(ids: readonly string[], seed: string): string[] {
  const order = undrawn(ids);
  const next = splitMix64(fnv1a(seed));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = below(BigInt(last + 1), next);
    const [a, b] = [order[last], order[at]];
    if (a === undefined || b === undefined) break;
    [order[last], order[at]] = [b, a];
  }
  return order;
}

const word = (n: bigint): bigint => BigInt.asUintN(64, n);

function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = word((hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash;
}

/** Steele, Lea, Flood: Fast splittable pseudorandom number generators (OOPSLA 2014). */
function splitMix64(state: bigint): () => bigint {
  return () => {
    state = word(state + 0x9e3779b97f4a7c15n);
    let z = word((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = word((z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
}

function below(limit: bigint, next: () => bigint): number {
  const complete = 2n ** 64n - (2n ** 64n % limit);
  for (;;) {
    const number = next();
    if (number < complete) return Number(number % limit);
  }
}
