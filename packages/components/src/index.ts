/** Importing this registers nothing: `@five-micro/components/wish-wall` and its like do. */
export { FmActionSignup } from './action-signup/action-signup.ts';
export {
  FmActionCheckedInEvent,
  FmActionOpenEvent,
  FmActionSignedOffEvent,
  FmActionSignedUpEvent,
} from './action-signup/events.ts';
export { FmCommunity } from './community/community.ts';
export { FmConsentsChangedEvent, FmMemberErasedEvent, FmReportedInEvent } from './member-card/events.ts';
export { FmMemberCard } from './member-card/member-card.ts';
export { FmOrganisationOpenEvent } from './organisation/events.ts';
export { FmOrganisation } from './organisation/organisation.ts';
export { FmAreaOpenEvent } from './points-leaderboard/events.ts';
export { FmPointsLeaderboard } from './points-leaderboard/points-leaderboard.ts';
export { FmProjectOpenEvent, FmProjectPostedEvent } from './project-vote/events.ts';
export { FmProjectVote } from './project-vote/project-vote.ts';
export { FmBallotCastEvent, FmRoundCloseEvent, FmRoundOpenEvent } from './shared/ballot/events.ts';
export * from './shared/events.ts';
export { FmNominatedEvent, FmNominationAnsweredEvent, FmStarChangedEvent, FmStarOpenEvent } from './star-gallery/events.ts';
export { FmStarGallery } from './star-gallery/star-gallery.ts';
export { FmWishOpenEvent, type WishIntent } from './wish-wall/events.ts';
export { FmWishDetail } from './wish-wall/wish-detail.ts';
export { FmWishForm } from './wish-wall/wish-form.ts';
export { FmWishWall } from './wish-wall/wish-wall.ts';
export { FmActionSavedEvent } from './worker-desk/actions/events.ts';
export { FmMemberRegisteredEvent } from './worker-desk/events.ts';
export { FmWorkerDesk } from './worker-desk/worker-desk.ts';
