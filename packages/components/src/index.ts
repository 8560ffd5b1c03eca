/** Importing this registers nothing: `@five-micro/components/wish-wall` and its like do. */
export { FmCommunity } from './community/community.ts';
export { FmMemberCard } from './member-card/member-card.ts';
export * from './shared/events.ts';
export { FmWishOpenEvent } from './wish-wall/events.ts';
export { FmWishWall } from './wish-wall/wish-wall.ts';
export { FmWorkerDesk } from './worker-desk/worker-desk.ts';
