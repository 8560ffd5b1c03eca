import { type PageQuery, type Reasoned, type ReportInCheck, reportIns } from '@five-micro/contract';
import type { Placed } from './areas.ts';
import { type Connection, transportKey } from './connection.ts';
import type { List } from './page.ts';
import type { Options, Transport } from './transport.ts';

/** 网上报到, as the workers check it. */
export interface ReportIns {
  /**
   * Those that wait in the subtree, oldest first.
   * @example
   * const { items } = await client.reportIns.list();
   */
  list(query?: PageQuery & Placed, options?: Options): List<ReportInCheck>;
  /**
   * They live here.
   * @example
   * await client.reportIns.accept(id);
   */
  accept(id: string, options?: Options): Promise<ReportInCheck>;
  /**
   * With words for whoever is told no.
   * @example
   * await client.reportIns.decline(id, { reason: '请到户籍所在社区报到。' });
   */
  decline(id: string, body: Reasoned, options?: Options): Promise<ReportInCheck>;
}

/** @internal */
export const reportInsOf = ({ call, list }: Transport, home: string | undefined): ReportIns => ({
  list: ({ area = home, ...query } = {}, options) => list(reportIns.list, { path: { area }, query, options }),
  accept: (id, options) => call(reportIns.accept, { path: { id }, options }),
  decline: (id, body, options) => call(reportIns.decline, { path: { id }, body, options }),
});

const hasReportIns = (client: object): client is { reportIns: ReportIns } => 'reportIns' in client;

/** This feature over a connection, for whoever does not want to carry the whole client. */
export const reportInsIn = (client: Connection): ReportIns =>
  hasReportIns(client) ? client.reportIns : reportInsOf(client[transportKey], client.area);
