import { type PageQuery, type Star, type StarPage, type StarQuery, starReads as table } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** Reading 微星光. */
export interface StarReads {
  /**
   * An area's stars with those of all areas below it, the newest first.
   * @example
   * const { items } = await client.stars.list({ title: 'service', period: '2026' });
   */
  list(query?: StarQuery & PageQuery & Placed, options?: Options): List<Star, StarPage>;
}

/** @internal */
export const starReadsOf = ({ list }: Transport, home: string | undefined): StarReads => ({
  list: ({ area = home, ...query } = {}, options) => list(table.list, { path: { area }, query, options }),
});

const hasStars = (client: object): client is { stars: StarReads } => 'stars' in client;

/** As much of `starsIn` as a page needs before its gallery shows. */
export const starReadsIn = (client: Connection): StarReads =>
  hasStars(client) ? client.stars : starReadsOf(client[transportKey], client.area);
