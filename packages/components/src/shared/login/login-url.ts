/** What of a page an element can open again, by the name that its id has in the page's address on the way back. */
export const begun = {
  'fm-wish': ['fm-wish-wall', 'wish'],
  'fm-action': ['fm-action-signup', 'action'],
  'fm-round': ['fm-project-vote', 'round'],
  'fm-project': ['fm-project-vote', 'project'],
  'fm-contest': ['fm-star-gallery', 'round'],
} as const;

export type Begun = readonly [name: keyof typeof begun, id: string];

/** What is left of a query without these names. As it is written: older websites have GBK in it, which URLSearchParams would make something else of. */
const without = (search: string, names: readonly string[]): string[] =>
  (search ? search.slice(1).split('&') : []).filter(
    (pair) => !names.some((name) => pair === name || pair.startsWith(`${name}=`)),
  );

/** The same address without these names; everything else in it stays as it is written. */
export function addressWithout(href: string, names: readonly string[]): string {
  const [, before = href, search = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  const kept = without(search, names).join('&');
  return `${before}${kept && '?'}${kept}${hash}`;
}

/**
 * Where a login page should return to: a path of this website, whatever stands in it, with what was begun.
 * @param href - the page's address
 */
export function wayBack(href: string, what?: Begun): string {
  const { pathname, search, hash } = new URL(href);
  const kept = without(search, Object.keys(begun));
  if (what) kept.push(`${what[0]}=${encodeURIComponent(what[1])}`);
  // Two slashes at the beginning would be another website to whoever goes there.
  return `/${pathname.replace(/^[/\\]+/, '')}${kept.length ? `?${kept.join('&')}` : ''}${hash}`;
}

/**
 * The address of the portal's login page.
 * @param template - `/login?back={back}`, in which the way back is put
 * @returns nothing where it is not on this website or on https, whoever wrote it
 */
export function loginAddress(template: string, back: string): URL | undefined {
  try {
    // A frame that is written into a page (`srcdoc`) has its origin, and no address.
    const base = location.origin === origin ? location.href : origin;
    const address = new URL(template.split('{back}').join(encodeURIComponent(back)), base);
    const isHere = address.origin === origin && /^https?:$/.test(address.protocol);
    return template && (isHere || address.protocol === 'https:') ? address : undefined;
  } catch {
    return undefined;
  }
}
