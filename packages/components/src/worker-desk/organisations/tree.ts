import type { Organisation } from '@five-micro/sdk';

/** An organisation with those below it. */
export interface Branch {
  readonly organisation: Organisation;
  readonly below: readonly Branch[];
}

/** The tree of a list. What stands under one that is not in the list, or under itself, is a root: nothing is lost. */
export function treeOf(all: readonly Organisation[]): Branch[] {
  const known = new Map(all.map((one) => [one.slug, one]));
  const below = new Map<string, Organisation[]>();
  for (const one of all) if (one.parent !== null) below.set(one.parent, [...(below.get(one.parent) ?? []), one]);
  const laid = new Set<string>();
  const branch = (organisation: Organisation): Branch => {
    laid.add(organisation.slug);
    const children = (below.get(organisation.slug) ?? []).filter(({ slug }) => !laid.has(slug));
    return { organisation, below: children.map(branch) };
  };
  const roots = all.filter(({ parent }) => parent === null || !known.has(parent)).map(branch);
  return [...roots, ...all.filter(({ slug }) => !laid.has(slug)).flatMap((one) => (laid.has(one.slug) ? [] : [branch(one)]))];
}
