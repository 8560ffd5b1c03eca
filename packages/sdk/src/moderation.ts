import { type ModerationCase, type ModerationQuery, moderation, type PageQuery } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** What is said in public and waits for a worker. What is decided about it: `wishes.show`, `wishes.hide`. */
export interface Moderation {
  /** Of the subtree, oldest first; `state: 'hidden'` lists what workers have hidden. */
  list(query?: ModerationQuery & PageQuery & Placed, options?: Options): List<ModerationCase>;
}

export const moderationOf = ({ list }: Transport, home: string | undefined): Moderation => ({
  list: ({ area = home, ...query } = {}, options) => list(moderation.list, { path: { area }, query, options }),
});
