import { type Areas, areasOf } from './areas.ts';
import { connect, type Connection, type FiveMicroSettings, transportKey } from './connection.ts';
import { type Live, liveOf } from './live.ts';
import { type Wishes, wishesOf } from './wishes.ts';

/**
 * What a page needs to show something: areas, wishes, live facts. The rest, which only a form, a card or a desk asks
 * for, is added by `complete()`, so that a wish wall does not pay for it in bytes.
 */
export interface FiveMicroCore extends Connection {
  readonly areas: Areas;
  readonly wishes: Wishes;
  readonly live: Live;
}

/**
 * The core of a client. Nothing is asked before the first call.
 * @example
 * const core = createCore({ apiUrl: '/api/v1', area: 'yikang', getToken: tokenFromUrl('/portal/token') });
 * console.log((await core.wishes.summary()).open);
 */
export function createCore(settings: FiveMicroSettings): FiveMicroCore {
  const connection = connect(settings);
  const { area, [transportKey]: transport } = connection;
  return { ...connection, areas: areasOf(transport, area), wishes: wishesOf(transport, area), live: liveOf(connection) };
}
