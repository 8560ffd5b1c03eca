import { type PageQuery, type Reasoned, type ReportInCheck, reportIns } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** 网上报到, as the workers check it. */
export interface ReportIns {
  /** Those that wait in the subtree, oldest first. */
  list(query?: PageQuery & Placed, options?: Options): List<ReportInCheck>;
  accept(id: string, options?: Options): Promise<ReportInCheck>;
  decline(id: string, body: Reasoned, options?: Options): Promise<ReportInCheck>;
}

export const reportInsOf = ({ call, list }: Transport, home: string | undefined): ReportIns => ({
  list: ({ area = home, ...query } = {}, options) => list(reportIns.list, { path: { area }, query, options }),
  accept: (id, options) => call(reportIns.accept, { path: { id }, options }),
  decline: (id, body, options) => call(reportIns.decline, { path: { id }, body, options }),
});
