import { type AnswerOf, type Area, areas, type Organisation, type ReportIn, type ReportInRequest } from '@five-micro/contract';
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
  get(at?: Placed, options?: Options): Promise<Area>;
  children(at?: Placed, options?: Options): List<Child>;
  organisations(at?: Placed, options?: Options): List<Organisation>;
  /** 网上报到: joins a community; a party member names the branch in `organisation`. */
  reportIn(at?: Placed & ReportInRequest, options?: Options): Promise<ReportIn>;
}

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
