import { define } from '../shared/define.ts';
import { FmCommunity } from './community.ts';

define('fm-community', FmCommunity);

export { FmCommunity };
export type * from '../member-card/events.ts';
export type * from '../shared/adapter/adapter.ts';
export type * from '../shared/events.ts';
