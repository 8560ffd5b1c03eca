import * as z from 'zod/mini';
import type { EndpointName } from '../index.ts';
import { page } from './checks.ts';
import * as actions from './actions.ts';
import * as members from './members.ts';
import * as moderation from './moderation.ts';
import * as points from './points.ts';
import * as projects from './projects.ts';
import * as rounds from './rounds.ts';
import * as said from './said.ts';
import * as stars from './stars.ts';
import * as wishes from './wishes.ts';

export { countGraphemes } from './checks.ts';
export * from './actions.ts';
export * from './members.ts';
export * from './moderation.ts';
export * from './points.ts';
export * from './projects.ts';
export * from './rounds.ts';
export * from './said.ts';
export * from './stars.ts';
export * from './wishes.ts';

const none = z.strictObject({});
const pages = z.strictObject(page);

/** What an endpoint may be asked. A `GET` has a query, the others a body; `upload` is a body of bytes. */
export type Asked = { query: z.ZodMiniType } | { body: z.ZodMiniType } | { upload: true };

/** The checks of every endpoint: rich, strict about unknown fields, and imported by the server alone. */
export const requests = {
  'areas.get': { query: none },
  'areas.children': { query: none },
  'areas.organisations': { query: none },
  'areas.reportIn': { body: members.reportInRequest },
  'members.list': { query: members.memberQuery },
  'members.register': { body: members.newMember },
  'members.get': { query: none },
  'members.merge': { body: members.memberMerge },
  'members.revoke': { body: none },
  'reportIns.list': { query: pages },
  'reportIns.accept': { body: none },
  'reportIns.decline': { body: members.reasoned },
  'organisations.get': { query: none },
  'organisations.wishes': { query: pages },
  'organisations.register': { body: members.newOrganisation },
  'organisations.representatives': { query: none },
  'organisations.setRepresentatives': { body: members.representatives },
  'moderation.list': { query: moderation.moderationQuery },
  'me.get': { query: none },
  'me.wishes': { query: pages },
  'me.claims': { query: pages },
  'me.notices': { query: pages },
  'me.noticesSeen': { body: members.noticesSeen },
  'me.consents': { body: members.consentChange },
  'me.erase': { body: none },
  'wishes.list': { query: wishes.wishQuery },
  'wishes.post': { body: wishes.newWish },
  'wishes.summary': { query: none },
  'wishes.get': { query: none },
  'wishes.timeline': { query: pages },
  'wishes.contact': { query: none },
  'wishes.edit': { body: wishes.wishEdit },
  'wishes.publish': { body: wishes.publish },
  'wishes.decline': { body: wishes.decline },
  'wishes.merge': { body: wishes.merge },
  'wishes.withdraw': { body: wishes.nothing },
  'wishes.claim': { body: wishes.claimRequest },
  'wishes.release': { body: wishes.nothing },
  'wishes.extend': { body: wishes.extend },
  'wishes.fulfil': { body: wishes.fulfil },
  'wishes.confirm': { body: wishes.confirm },
  'wishes.reopen': { body: wishes.reopen },
  'wishes.close': { body: wishes.close },
  'wishes.lower': { body: wishes.lower },
  'wishes.approvePhotos': { body: wishes.approvePhotos },
  'wishes.report': { body: wishes.report },
  'wishes.hide': { body: wishes.hide },
  'wishes.show': { body: wishes.show },
  'me.actions': { query: actions.myActionsQuery },
  'me.hours': { query: pages },
  'me.points': { query: points.accountQuery },
  'actions.list': { query: actions.actionQuery },
  'actions.post': { body: actions.newAction },
  'actions.days': { query: actions.daysQuery },
  'actions.ofOrganisation': { query: pages },
  'actions.get': { query: none },
  'actions.open': { body: actions.openAction },
  'actions.edit': { body: actions.actionEdit },
  'actions.cancel': { body: actions.cancelAction },
  'actions.finish': { body: wishes.nothing },
  'actions.signUp': { body: actions.signUpRequest },
  'actions.signOff': { body: actions.signOffRequest },
  'actions.signUps': { query: pages },
  'actions.checkInCode': { query: none },
  'actions.checkIn': { body: actions.checkIn },
  'actions.attendance': { body: actions.attendance },
  'actions.reportPart': { body: said.reportActionPart },
  'actions.hidePart': { body: said.hideActionPart },
  'actions.showPart': { body: said.showActionPart },
  'points.leaderboard': { query: points.boardQuery },
  'points.standing': { query: points.standingQuery },
  'points.ofMember': { query: points.accountQuery },
  'points.reverse': { body: points.reversal },
  'rounds.list': { query: rounds.roundQuery },
  'rounds.post': { body: rounds.newRound },
  'rounds.get': { query: none },
  'rounds.option': { query: none },
  'rounds.edit': { body: rounds.roundEdit },
  'rounds.open': { body: none },
  'rounds.discard': { body: none },
  'rounds.close': { body: rounds.closeRound },
  'rounds.cast': { body: rounds.castBallot },
  'rounds.myBallot': { query: none },
  'rounds.results': { query: none },
  'rounds.ballots': { query: pages },
  'rounds.receipt': { query: none },
  'rounds.paperBallots': { query: pages },
  'rounds.enterPaper': { body: rounds.newPaperBallot },
  'rounds.confirmPaper': { body: none },
  'rounds.withdrawPaper': { body: none },
  'projects.list': { query: projects.projectQuery },
  'projects.post': { body: projects.newProject },
  'projects.get': { query: none },
  'projects.timeline': { query: pages },
  'projects.edit': { body: projects.projectEdit },
  'projects.withdraw': { body: none },
  'projects.enlist': { body: projects.listProject },
  'projects.decline': { body: projects.declineProject },
  'projects.merge': { body: projects.mergeProject },
  'projects.start': { body: projects.startProject },
  'projects.milestones': { body: projects.newMilestone },
  'projects.done': { body: projects.doneProject },
  'projects.rate': { body: projects.rateProject },
  'projects.comments': { query: pages },
  'projects.queue': { query: projects.commentQueueQuery },
  'projects.comment': { body: projects.newComment },
  'projects.correct': { body: projects.newCorrection },
  'projects.answer': { body: projects.answerCorrection },
  'projects.accept': { body: projects.acceptCorrection },
  'projects.overrule': { body: projects.overruleCorrection },
  'projects.report': { body: projects.reportComment },
  'projects.hide': { body: projects.hideComment },
  'projects.show': { body: projects.showComment },
  'projects.reportPart': { body: said.reportProjectPart },
  'projects.hidePart': { body: said.hideProjectPart },
  'projects.showPart': { body: said.showProjectPart },
  'stars.list': { query: stars.starQuery },
  'stars.periods': { query: none },
  'stars.award': { body: stars.award },
  'stars.get': { query: none },
  'stars.edit': { body: stars.starEdit },
  'stars.takeDown': { body: stars.takeDown },
  'stars.nominations': { query: stars.nominationQuery },
  'stars.nominate': { body: stars.newNomination },
  'stars.nomination': { query: none },
  'stars.editNomination': { body: stars.nominationEdit },
  'stars.ask': { body: stars.askNominee },
  'stars.consent': { body: stars.nomineeConsent },
  'stars.decline': { body: stars.declineNomination },
  'stars.withdraw': { body: none },
  'stars.report': { body: said.reportStarPart },
  'stars.hide': { body: said.hideStarPart },
  'stars.show': { body: said.showStarPart },
  'stars.reportNomination': { body: said.reportStarPart },
  'stars.hideNomination': { body: said.hideStarPart },
  'stars.showNomination': { body: said.showStarPart },
  'me.nominations': { query: pages },
  'me.stars': { query: pages },
  'uploads.post': { upload: true },
} as const satisfies Record<EndpointName, Asked>;

type Requests = typeof requests;
/** What the server's handler of an endpoint receives, after checks and transforms. */
export type Parsed<N extends EndpointName> = Requests[N] extends { query: infer Q extends z.ZodMiniType }
  ? { query: z.output<Q>; body: undefined }
  : Requests[N] extends { body: infer B extends z.ZodMiniType }
    ? { query: undefined; body: z.output<B> }
    : { query: undefined; body: Uint8Array };
