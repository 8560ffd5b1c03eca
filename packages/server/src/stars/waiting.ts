import type { Selectable } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { WaitingWords } from '../db/schema-stars.ts';

/** What the community says of a star's owner. */
export const ours = ['sentence', 'story', 'quotes'] as const;

type Words = Pick<Selectable<Database['star_words']>, (typeof ours)[number]>;
type Said = { [field in keyof Words]?: Words[field] | undefined };

interface Before extends Words {
  waiting: WaitingWords | null;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Whether nothing is said that was not there before: what is taken away needs nobody's nod. */
const isLess = (said: Said[keyof Said], before: Said[keyof Said]): boolean =>
  said === '' || (Array.isArray(said) && said.every((quote) => (before as unknown[]).some((one) => same(quote, one))));

/**
 * What of a worker's words everybody reads at once, and what waits for the owner's nod. Nobody whose account is here reads
 * about themself on the wall what they have not read before; whoever has none has said yes to a worker in person.
 */
export function heldBack(before: Before, said: Said, { asks, key }: { asks: boolean; key: string }) {
  const now: Partial<Words> = {};
  const { key: _, ...rest }: WaitingWords = before.waiting ?? { key };
  const words = new Map<string, unknown>(Object.entries(rest));
  for (const field of ours) {
    const value = said[field];
    if (value === undefined) continue;
    words.delete(field);
    if (same(value, before[field])) continue;
    if (asks && !isLess(value, before[field])) words.set(field, value);
    else Object.assign(now, { [field]: value });
  }
  return { now, waiting: words.size > 0 ? { ...Object.fromEntries(words), key } : null };
}

/** As the columns take them. */
export const stored = ({ now: { quotes, ...words }, waiting }: { now: Partial<Words>; waiting: WaitingWords | null }) => ({
  ...words,
  ...(quotes !== undefined && { quotes: JSON.stringify(quotes) }),
  waiting: waiting && JSON.stringify(waiting),
});
