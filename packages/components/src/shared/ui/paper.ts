/** A paper, 1–6, that stays the same for the same thing. */
export function paperOf(seed: string): number {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 997;
  return (sum % 6) + 1;
}
