import { define } from '../shared/define.ts';
import { FmWishDetail } from './wish-detail.ts';

define('fm-wish-detail', FmWishDetail);

export { FmWishDetail };
export type * from '../shared/events.ts';
