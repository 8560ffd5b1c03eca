import type * as z from 'zod/mini';
import * as acting from './actions.ts';
import * as answers from './areas.ts';
import { fact } from './live.ts';
import { consents, me, myClaim, notice } from './me.ts';
import { member } from './members.ts';
import { moderationCase } from './moderation.ts';
import { organisationPage, representative } from './organisations.ts';
import * as earned from './points.ts';
import { problem } from './problem.ts';
import * as building from './projects.ts';
import { reportInCheck } from './report-ins.ts';
import * as voting from './rounds.ts';
import * as honours from './stars.ts';
import { upload } from './uploads.ts';
import * as shown from './shown.ts';
import { claim, contact, summary, timelineEntry, wish } from './wishes.ts';

/** The things that answers speak of, by the names that generated clients will give them. */
export const things: Record<string, z.ZodMiniType> = {
  Area: answers.area,
  Settings: answers.settings,
  Organisation: answers.organisation,
  OrganisationPage: organisationPage,
  Representative: representative,
  Member: member,
  ReportIn: shown.reportIn,
  ReportInCheck: reportInCheck,
  ModerationCase: moderationCase,
  Hit: shown.hit,
  Me: me,
  Consents: consents,
  MyClaim: myClaim,
  Notice: notice,
  Wish: wish,
  Screening: shown.screening,
  Withheld: shown.withheld,
  Claim: claim,
  Photo: shown.photo,
  Contact: contact,
  WishSummary: summary,
  TimelineEntry: timelineEntry,
  Action: acting.action,
  MySignUp: acting.mySignUp,
  SignUp: acting.signUp,
  MyAction: acting.myAction,
  ActionDays: acting.actionDays,
  CheckInCode: acting.checkInCode,
  Hours: acting.hours,
  ServiceEntry: acting.serviceEntry,
  Leaderboard: earned.leaderboard,
  Ranked: earned.ranked,
  Standing: earned.standing,
  Account: earned.account,
  PointEntry: earned.pointEntry,
  Round: voting.round,
  RoundOption: voting.option,
  OptionTold: voting.optionTold,
  Receipt: voting.receipt,
  MyBallot: voting.myBallot,
  RoundResults: voting.results,
  Outcome: voting.outcome,
  PublishedBallot: voting.publishedBallot,
  ReceiptCheck: voting.receiptCheck,
  PaperBallot: voting.paperBallot,
  Project: building.project,
  ProjectStep: building.projectStep,
  Milestone: building.milestone,
  Comment: building.comment,
  CommentCase: building.commentCase,
  Correction: building.correction,
  Star: honours.star,
  Nomination: honours.nomination,
  Upload: upload,
  Fact: fact,
  Problem: problem,
};
