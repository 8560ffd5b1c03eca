/** The closed lists of the domain. */

export const levels = ['district', 'street', 'community', 'grid'] as const;
export const features = ['wishes', 'actions', 'projects', 'points', 'stars'] as const;
export const themes = ['neutral', 'party', 'spring'] as const;
export const organisationKinds = ['party', 'social', 'partner', 'community'] as const;

export const rankingConsents = ['off', 'masked', 'full'] as const;

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

/** The parts of a wish that are said in public: `note` and `photo` may be a claim's. */
export const wishParts = ['title', 'story', 'place', 'note', 'thanks', 'closing', 'photo'] as const;
export type WishPart = (typeof wishParts)[number];

/** `word` stands on the deployer's own list; `account` is a long number or a messenger's name. */
export type HitKind = 'phone' | 'identity' | 'bank-card' | 'address' | 'account' | 'word';

export const moderationState = ['held', 'reported', 'hidden', 'shown'] as const;
export type ModerationState = (typeof moderationState)[number];

/** Why a neighbour reports a text or a picture. */
export const reportReasons = ['private', 'untrue', 'rude', 'advert', 'unsafe', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

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
