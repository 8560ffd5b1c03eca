/** The closed lists of the domain. */

export const levels = ['district', 'street', 'community', 'grid'] as const;
export const features = ['wishes', 'actions', 'projects', 'points', 'stars'] as const;
export const themes = ['neutral', 'party', 'spring'] as const;
export const organisationKinds = ['party', 'social', 'partner', 'community'] as const;

export const rankingConsents = ['off', 'masked', 'full'] as const;

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
] as const;
export type WishEvent = (typeof wishEvents)[number];
