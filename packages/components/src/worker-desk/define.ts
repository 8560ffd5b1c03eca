import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmWorkerDesk } from './worker-desk.ts';

define('fm-worker-desk', FmWorkerDesk);

export { FmWorkerDesk };
export type * from './events.ts';
export type * from '../shared/events.ts';
export type * from './actions/events.ts';
