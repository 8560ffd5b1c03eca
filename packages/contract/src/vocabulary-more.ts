/** The words that only what is opened later needs, and rounds, projects and stars: a wall starts without them. */

export const rankingConsents = ['off', 'masked', 'full'] as const;

/** The parts of a wish that are said in public: `note` and `photo` may be a claim's. */
export const wishParts = ['title', 'story', 'place', 'note', 'thanks', 'closing', 'photo'] as const;
export type WishPart = (typeof wishParts)[number];

/** The parts of a listed project that are said in public: `step` and `update` are a milestone's, `photo` may be one's. */
export const projectParts = ['title', 'story', 'place', 'closing', 'step', 'update', 'photo'] as const;
export type ProjectPart = (typeof projectParts)[number];

/** The parts of a star, and of a nomination that is voted on. */
export const starParts = ['sentence', 'story', 'quotes', 'portrait'] as const;
export type StarPart = (typeof starParts)[number];

/** The parts of an action that people can see: `reason` is why it was called off. */
export const actionParts = ['title', 'story', 'place', 'bring', 'for-whom', 'reason', 'photo'] as const;
export type ActionPart = (typeof actionParts)[number];

/** Whatever waits for a worker is one of these. */
export const saidParts = [
  ...wishParts,
  ...(['step', 'update', 'sentence', 'quotes', 'portrait', 'bring', 'for-whom', 'reason'] as const),
] as const;
export type SaidPart = (typeof saidParts)[number];

export const moderationState = ['held', 'reported', 'hidden', 'shown'] as const;
export type ModerationState = (typeof moderationState)[number];

/** Why a neighbour reports a text or a picture. */
export const reportReasons = ['private', 'untrue', 'rude', 'advert', 'unsafe', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** What a round lets people choose from. */
export const roundsOf = ['projects', 'stars'] as const;
export type RoundOf = (typeof roundsOf)[number];

export const roundStatus = ['draft', 'open', 'closed'] as const;
export type RoundStatus = (typeof roundStatus)[number];

/** Statuses in which anyone may read a round. An open one takes ballots from its `opensAt` on. */
export const publicRoundStatus: readonly RoundStatus[] = ['open', 'closed'];

export const ballotTypes = ['approval', 'budget'] as const;
/** How winners are found: the most votes (the top K, or greedily within the budget, or both), or equal shares. */
export const roundRules = ['most-votes', 'equal-shares'] as const;
/** What is done with money that equal shares leave over. */
export const completions = ['none', 'add1'] as const;

/** Where a ballot came from. */
export const ballotOrigins = ['screen', 'paper'] as const;
export const paperBallotState = ['entered', 'confirmed', 'superseded', 'withdrawn'] as const;

/** Why an option won or lost: see `outcome`. */
export const reasonsWhy = ['won', 'beyond-winners', 'too-dear', 'shares-spent', 'no-votes', 'tie'] as const;

/** What someone may do with a round: the verbs of its endpoints. */
export const roundVerbs = ['edit', 'open', 'discard', 'close', 'ballot', 'paper-ballots'] as const;
export type RoundVerb = (typeof roundVerbs)[number];

/** Events of a round. That someone voted is told to nobody but themself, and what they chose to no one at all. */
export const roundEvents = [
  'round.drafted',
  'round.edited',
  'round.discarded',
  'round.opened',
  'round.voted',
  'round.papers-viewed',
  'round.closed',
] as const;
export type RoundEvent = (typeof roundEvents)[number];

export const projectStatus = [
  'proposed',
  'declined',
  'merged',
  'withdrawn',
  'listed',
  'voting',
  'selected',
  'not-selected',
  'under-way',
  'done',
] as const;
export type ProjectStatus = (typeof projectStatus)[number];

/** Statuses in which anyone may read a project. */
export const publicProjectStatus: readonly ProjectStatus[] = [
  'listed',
  'voting',
  'selected',
  'not-selected',
  'under-way',
  'done',
];

/** 整改: a comment that has to be answered before the project may be called done. */
export const correctionState = ['open', 'answered', 'accepted', 'overruled'] as const;
export type CorrectionState = (typeof correctionState)[number];

/** What someone may do with a project: the verbs of its endpoints. */
export const projectVerbs = [
  'edit',
  'withdraw',
  'list',
  'decline',
  'merge',
  'start',
  'milestones',
  'comments',
  'corrections',
  'answer',
  'accept',
  'overrule',
  'done',
  'rate',
  'report-part',
  'hide-part',
  'show-part',
] as const;
export type ProjectVerb = (typeof projectVerbs)[number];

export const projectEvents = [
  'project.proposed',
  'project.edited',
  'project.withdrawn',
  'project.listed',
  'project.declined',
  'project.merged',
  'project.voting',
  'project.selected',
  'project.not-selected',
  'project.started',
  'project.planned',
  'project.reported',
  'project.commented',
  'project.comment-supported',
  'project.comment-hidden',
  'project.comment-shown',
  'project.comment-held',
  'project.comment-reported',
  'project.correction-raised',
  'project.correction-assigned',
  'project.correction-overdue',
  'project.correction-answered',
  'project.correction-accepted',
  'project.correction-reopened',
  'project.correction-overruled',
  'project.done',
  'project.rated',
  'project.part-reported',
  'project.part-hidden',
  'project.part-shown',
] as const;
export type ProjectEvent = (typeof projectEvents)[number];

export const nominationStatus = [
  'proposed',
  'asked',
  'consented',
  'declined',
  'withdrawn',
  'voting',
  'awarded',
  'not-awarded',
] as const;
export type NominationStatus = (typeof nominationStatus)[number];

/** How a star's name is written: masked, or whole, as they chose. */
export const starNames = ['masked', 'full'] as const;

export const nominationVerbs = ['edit', 'ask', 'consent', 'decline', 'withdraw', 'report', 'hide', 'show'] as const;
export type NominationVerb = (typeof nominationVerbs)[number];

export const starVerbs = ['edit', 'take-down', 'report', 'hide', 'show'] as const;
export type StarVerb = (typeof starVerbs)[number];

export const starEvents = [
  'star.nominated',
  'star.nomination-edited',
  'star.asked',
  'star.consented',
  'star.declined',
  'star.withdrawn',
  'star.voting',
  'star.won',
  'star.not-awarded',
  'star.awarded',
  'star.edited',
  'star.words-waiting',
  'star.taken-down',
  'star.part-reported',
  'star.part-hidden',
  'star.part-shown',
] as const;
export type StarEvent = (typeof starEvents)[number];
