import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmActionSignup } from './action-signup.ts';

define('fm-action-signup', FmActionSignup);

export { FmActionSignup };
export type * from './events.ts';
export type * from '../shared/events.ts';
export type * from '../worker-desk/actions/events.ts';
