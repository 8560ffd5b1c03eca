export { FmWishOpenEvent } from './events.ts';
export { FmWishWall } from './wish-wall.ts';
