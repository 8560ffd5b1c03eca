import { type AnswerOf, type Area, areas, type Organisation, type ReportIn, type ReportInRequest } from '@five-micro/contract';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** Which area is meant, by its slug; without it the client's own. */
export interface Placed {
  area?: string | undefined;
}

/** An area right below another. */
export type Child = AnswerOf<typeof areas.children>['items'][number];

/** The tree of areas. */
export interface Areas {
  /**
   * An area with its settings, and what the caller may do there.
   * @example
   * const { name, settings, can } = await client.areas.get({ area: 'yikang' });
   */
  get(at?: Placed, options?: Options): Promise<Area>;
  /**
   * The areas right below.
   * @example
   * for await (const child of client.areas.children({ area: 'nanyuan' })) console.log(child.slug, child.name);
   */
  children(at?: Placed, options?: Options): List<Child>;
  /**
   * Party branches, social organisations and partners of an area.
   * @example
   * const organisations = await client.areas.organisations().toArray({ limit: 100 });
   */
  organisations(at?: Placed, options?: Options): List<Organisation>;
  /**
   * 网上报到: joins a community; a party member names the branch in `organisation`.
   * @example
   * const { state } = await client.areas.reportIn({ organisation: 'yikang-branch-2' });
   */
  reportIn(at?: Placed & ReportInRequest, options?: Options): Promise<ReportIn>;
}

/** @internal */
export const areasOf = ({ call, list }: Transport, home: string | undefined): Areas => {
  const { get, children, organisations, reportIn } = areas;
  const at = ({ area = home }: Placed = {}, options?: Options) => ({ path: { area }, options });
  return {
    get: (place, options) => call(get, at(place, options)),
    children: (place, options) => list(children, at(place, options)),
    organisations: (place, options) => list(organisations, at(place, options)),
    reportIn: ({ area, ...body } = {}, options) => call(reportIn, { ...at({ area }, options), body }),
  };
};

const hasAreas = (client: object): client is { areas: Areas } => 'areas' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const areasIn = (client: Connection): Areas =>
  hasAreas(client) ? client.areas : areasOf(client[transportKey], client.area);
