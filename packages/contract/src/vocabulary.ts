/** The closed lists of the domain. */

export const levels = ['district', 'street', 'community', 'grid'] as const;
export const features = ['wishes', 'actions', 'projects', 'points', 'stars'] as const;
export const themes = ['neutral', 'party', 'spring'] as const;
export const organisationKinds = ['party', 'social', 'partner', 'community'] as const;

export const reportInState = ['waiting', 'done', 'declined', 'withdrawn'] as const;

/** What a person can be told besides what happens to wishes. */
export const memberEvents = [
  'member.report-in-accepted',
  'member.report-in-declined',
  'member.merged',
  'member.revoked',
  'member.representative-named',
  'member.representative-withdrawn',
] as const;
export type MemberEvent = (typeof memberEvents)[number];

/** `word` stands on the deployer's own list; `account` is a long number or a messenger's name. */
export type HitKind = 'phone' | 'identity' | 'bank-card' | 'address' | 'account' | 'word';

export const wishKinds = ['item', 'service', 'company'] as const;
export type WishKind = (typeof wishKinds)[number];

export const wishStatus = [
  'submitted',
  'declined',
  'open',
  'claimed',
  'fulfilled',
  'confirmed',
  'closed',
  'withdrawn',
  'expired',
  'merged',
] as const;
export type WishStatus = (typeof wishStatus)[number];

/** Statuses in which anyone may read a wish; a list that names no status shows these. */
export const publicStatus: readonly WishStatus[] = ['open', 'claimed', 'fulfilled', 'confirmed', 'closed', 'expired'];

export const actionStatus = ['draft', 'open', 'closed', 'finished', 'cancelled'] as const;
export type ActionStatus = (typeof actionStatus)[number];

/** Statuses in which anyone may read an action; `closed` is under way or waits for its organiser's list. */
export const publicActionStatus: readonly ActionStatus[] = ['open', 'closed', 'finished', 'cancelled'];

export const signUpState = ['signed-up', 'waiting', 'attended', 'absent', 'cancelled'] as const;
export type SignUpState = (typeof signUpState)[number];

/** What someone may do with an action: the verbs of its endpoints. */
export const actionVerbs = [
  'edit',
  'open',
  'cancel',
  'finish',
  'sign-up',
  'sign-off',
  'sign-ups',
  'check-in-code',
  'check-in',
  'attendance',
  'report',
  'hide',
  'show',
] as const;
export type ActionVerb = (typeof actionVerbs)[number];

/** Events of an action, as notices and the live stream name them. */
export const actionEvents = [
  'action.drafted',
  'action.opened',
  'action.edited',
  'action.closed',
  'action.cancelled',
  'action.finished',
  'action.signed-up',
  'action.signed-off',
  'action.moved-up',
  'action.checked-in',
  'action.attended',
  'action.credited',
  'action.part-held',
  'action.part-reported',
  'action.part-hidden',
  'action.part-shown',
] as const;
export type ActionEvent = (typeof actionEvents)[number];

export const periods = ['week', 'month', 'quarter', 'year', 'all'] as const;
export type Period = (typeof periods)[number];

export const boardsOf = ['members', 'organisations'] as const;

/** What brings points. */
export const pointRules = ['report-in', 'wish-published', 'wish-helped', 'action-hour', 'vote'] as const;
export type PointRule = (typeof pointRules)[number];

/** `points.reversed` tells a member that an entry of theirs was taken back. */
export const pointEvents = ['points.reversed'] as const;

export const claimState = ['active', 'done', 'released', 'lapsed', 'rejected'] as const;
export const relations = ['self', 'family', 'neighbour'] as const;

/** What someone may do with a wish: the verbs of its endpoints. */
export const wishVerbs = [
  'edit',
  'publish',
  'decline',
  'merge',
  'withdraw',
  'claim',
  'release',
  'extend',
  'fulfil',
  'confirm',
  'reopen',
  'close',
  'lower',
  'approve-photos',
  'contact',
  'report',
  'hide',
  'show',
] as const;
export type WishVerb = (typeof wishVerbs)[number];

/** Events of a wish, as timelines, notices and the live stream name them. */
export const wishEvents = [
  'wish.submitted',
  'wish.edited',
  'wish.published',
  'wish.declined',
  'wish.merged',
  'wish.withdrawn',
  'wish.claimed',
  'wish.released',
  'wish.extended',
  'wish.lapsed',
  'wish.fulfilled',
  'wish.confirmed',
  'wish.reopened',
  'wish.closed',
  'wish.expired',
  'wish.lowered',
  'wish.photos-approved',
  'wish.contact-viewed',
  'wish.contact-expired',
  'wish.held',
  'wish.reported',
  'wish.hidden',
  'wish.shown',
] as const;
export type WishEvent = (typeof wishEvents)[number];
