import type { Area, Wish, WishKind, WishSummary } from '@five-micro/sdk';
import type { WallWords } from './words/zh-CN.ts';

/** The three counts above the wall are its filter by status. */
export const statuses = {
  open: ['open'],
  'in-progress': ['claimed', 'fulfilled'],
  helped: ['confirmed', 'closed'],
} as const;
export type StatusFilter = keyof typeof statuses;
export const statusFilters = ['open', 'in-progress', 'helped'] as const satisfies readonly (StatusFilter & keyof WallWords)[];
export const kinds: readonly WishKind[] = ['item', 'service', 'company'];

/** What the wall is narrowed down to; empty means everything. */
export interface Filters {
  status: StatusFilter | '';
  kind: WishKind | '';
  category: string;
  q: string;
}

export const toStatus = (value: string): StatusFilter | '' => statusFilters.find((status) => status === value) ?? '';
export const toKind = (value: string): WishKind | '' => kinds.find((kind) => kind === value) ?? '';

export const isNarrow = ({ status, kind, category, q }: Filters): boolean => Boolean(status || kind || category || q);

/** As the SDK is asked. */
export const queryOf = ({ status, kind, category, q }: Filters) => ({
  ...(status && { status: statuses[status].join() }),
  ...(kind && { kind }),
  ...(category && { category }),
  ...(q && { q }),
});

/** Whether a wish that was just published belongs on a wall so narrowed. What a search finds only the server knows. */
export const belongs = (wish: Wish, { status, kind, category, q }: Filters): boolean =>
  !q &&
  (!status || statuses[status].some((one) => one === wish.status)) &&
  (!kind || kind === wish.kind) &&
  (!category || category === wish.category);

/** Where this area's settings name the categories that can be chosen from. */
export const categoriesOf = (area: Area | undefined): Area['settings']['wishCategories'] => area?.settings.wishCategories ?? [];

/** How many wishes the filters leave, where the summary says it; 0 where nobody knows. */
export function totalOf({ status, kind, category, q }: Filters, sums: WishSummary | undefined): number {
  if (!sums || kind || category || q) return 0;
  const { open, inProgress, helped } = sums;
  return status ? { open, 'in-progress': inProgress, helped }[status] : open + inProgress + helped;
}
