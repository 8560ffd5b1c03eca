/**
 * An order of candidates drawn for each voter: the same whenever they come back, another one for their neighbour, and
 * nothing to do with where a candidate stands in the list.
 */

const prefix = 'five-micro:order';

/** FNV-1a with a finaliser (MurmurHash3), so that ids which differ in their last digit alone fall far apart. */
export function drawn(seed: string, id: string): number {
  let hash = 0x811c9dc5;
  for (const char of `${seed} ${id}`) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

export const inDrawnOrder = <T extends { readonly id: string }>(options: readonly T[], seed: string): T[] =>
  options
    .map((option) => ({ option, place: drawn(seed, option.id) }))
    .sort((a, b) => a.place - b.place || (a.option.id < b.option.id ? -1 : 1))
    .map(({ option }) => option);

let own = '';

/** For whoever is not signed in: one seed for this visit, kept by the tab so that a reload changes nothing. */
export function visitorSeed(): string {
  try {
    own ||= sessionStorage.getItem(prefix) ?? '';
  } catch {
    // Storage is blocked: the seed lives as long as the page.
  }
  if (own) return own;
  own = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  try {
    sessionStorage.setItem(prefix, own);
  } catch {
    // As above.
  }
  return own;
}
