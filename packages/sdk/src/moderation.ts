import { type ModerationCase, type ModerationQuery, moderation, type PageQuery } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** What is said in public and waits for a worker. What is decided about it: `wishes.show` and `hide`, `actions.showPart` and `hidePart`, `projects.showPart` and `hidePart`, `stars.showNomination` and `hideNomination`. */
export interface Moderation {
  /**
   * Of the subtree, oldest first; `state: 'hidden'` lists what workers have hidden.
   * @example
   * const { items } = await client.moderation.list({ state: 'waiting' });
   */
  list(query?: ModerationQuery & PageQuery & Placed, options?: Options): List<ModerationCase>;
}

/** @internal */
export const moderationOf = ({ list }: Transport, home: string | undefined): Moderation => ({
  list: ({ area = home, ...query } = {}, options) => list(moderation.list, { path: { area }, query, options }),
});

const hasModeration = (client: object): client is { moderation: Moderation } => 'moderation' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const moderationIn = (client: Connection): Moderation =>
  hasModeration(client) ? client.moderation : moderationOf(client[transportKey], client.area);
