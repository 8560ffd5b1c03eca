import type { WishKind } from '@five-micro/sdk';

/** The three counts above the wall are its filter by status. */
export const statuses = {
  open: 'open',
  'in-progress': 'claimed,fulfilled',
  helped: 'confirmed,closed',
} as const;
export type StatusFilter = keyof typeof statuses;

/** What the wall is narrowed down to; empty means everything. */
export interface Filters {
  status: StatusFilter | '';
  kind: WishKind | '';
  category: string;
  q: string;
}

const oneOf =
  <T extends string>(...options: T[]) =>
  (value: string): T | '' =>
    options.find((option) => option === value) ?? '';

export const toStatus = oneOf<StatusFilter>('open', 'in-progress', 'helped');
export const toKind = oneOf<WishKind>('item', 'service', 'company');

/** As the SDK is asked, which leaves out what is empty. */
export const queryOf = ({ status, kind, category, q }: Filters) => ({ status: status && statuses[status], kind, category, q });
