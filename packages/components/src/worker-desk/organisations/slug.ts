import type { Organisation } from '@five-micro/sdk';

/** What the server takes as a slug. */
export const slugShape = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * A short name to begin with: what the name has of Latin letters and digits, else its community and kind with the next
 * free number, as `yikang-party-3`. Readings of Chinese names are a dictionary that no page should load for this.
 */
export function proposedSlug(name: string, kind: Organisation['kind'], area: string, taken: Iterable<string>): string {
  const latin = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const known = new Set(taken);
  const base = /[a-z]{2}/.test(latin) ? latin : `${area}-${kind}`.slice(0, 56);
  if (base === latin && !known.has(base)) return base;
  for (let at = base === latin ? 2 : 1; ; at++) {
    const slug = `${base}-${at}`;
    if (!known.has(slug)) return slug;
  }
}
