import { define } from '../shared/define.ts';
import { FmWorkerDesk } from './worker-desk.ts';

define('fm-worker-desk', FmWorkerDesk);

export { FmWorkerDesk };
