import type { Wish, WishKind, WishSummary } from '@five-micro/sdk';
import { type Filters, type StatusFilter, statuses } from './filters.ts';

export const statusFilters = ['open', 'in-progress', 'helped'] as const satisfies readonly StatusFilter[];
export const kinds: readonly WishKind[] = ['item', 'service', 'company'];

export const isNarrow = ({ status, kind, category, q }: Filters): boolean => Boolean(status || kind || category || q);

/** Whether a wish that was just published belongs on a wall so narrowed. What a search finds only the server knows. */
export const belongs = (wish: Wish, { status, kind, category, q }: Filters): boolean =>
  !q &&
  (!status || statuses[status].split(',').includes(wish.status)) &&
  (!kind || kind === wish.kind) &&
  (!category || category === wish.category);

/** How many wishes the filters leave, where the summary says it; 0 where nobody knows. */
export function totalOf({ status, kind, category, q }: Filters, sums: WishSummary | undefined): number {
  if (!sums || kind || category || q) return 0;
  const { open, inProgress, helped } = sums;
  return status ? { open, 'in-progress': inProgress, helped }[status] : open + inProgress + helped;
}
