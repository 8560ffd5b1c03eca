import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmWishWall } from './wish-wall.ts';

define('fm-wish-wall', FmWishWall);

export { FmWishWall };
export type * from './events.ts';
export type * from '../shared/events.ts';
