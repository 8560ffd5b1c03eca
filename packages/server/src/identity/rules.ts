import {
  type ActionStatus,
  type ActionVerb,
  type ErrorCode,
  type NominationStatus,
  type NominationVerb,
  type ProjectStatus,
  type ProjectVerb,
  publicActionStatus,
  publicProjectStatus,
  publicStatus,
  type RoundStatus,
  type RoundVerb,
  type StarVerb,
  type WishStatus,
  type WishVerb,
} from '@five-micro/contract';
import type { Relation } from './relations.ts';

export type State = WishStatus | ActionStatus | RoundStatus | ProjectStatus | NominationStatus;

/**
 * Who may do what: the one table.
 *
 * A caller stands in relations to what is asked for. A rule names the relations that may, those that may not even
 * if another one would allow it, and the states in which it makes sense. Refusals and the `can` lists that answers
 * carry are both read from here, so that they cannot disagree.
 */
export interface Rule {
  allow: readonly Relation[];
  /** A relation that rules it out, with the code that says why. */
  forbid?: Partial<Record<Relation, ErrorCode>>;
  states?: readonly State[];
}

export const anyone: Rule = { allow: ['visitor'] };
export const signedIn: Rule = { allow: ['member'] };
export const workers: Rule = { allow: ['worker'] };
/** A worker's act on a person, which nobody does to themself. */
const onSomeone: Rule = { allow: ['worker'], forbid: { self: 'member.self' } };

export const memberRules = { merge: onSomeone, revoke: onSomeone } as const satisfies Record<string, Rule>;
export const reportInRules = { accept: onSomeone, decline: onSomeone } as const satisfies Record<string, Rule>;
/** Representatives may read who else is one; naming them is the worker's. */
export const organisationRules = {
  'set-representatives': workers,
  representatives: { allow: ['worker', 'representative'] },
} as const;

export const wishRules = {
  edit: { allow: ['wisher', 'author'], states: ['submitted', 'declined'] },
  publish: { allow: ['worker'], forbid: { wisher: 'member.self' }, states: ['submitted'] },
  decline: { allow: ['worker'], forbid: { wisher: 'member.self' }, states: ['submitted'] },
  merge: { allow: ['worker'], forbid: { wisher: 'member.self' }, states: ['submitted'] },
  withdraw: { allow: ['wisher', 'author'], states: ['submitted', 'declined', 'open', 'claimed'] },
  claim: { allow: ['member'], forbid: { wisher: 'wish.own' }, states: ['open'] },
  release: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  extend: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  fulfil: { allow: ['helper'], forbid: { wisher: 'wish.own' }, states: ['open', 'claimed'] },
  confirm: {
    allow: ['wisher'],
    forbid: { claimer: 'wish.self-dealing', tied: 'wish.self-dealing' },
    states: ['fulfilled'],
  },
  reopen: { allow: ['wisher'], states: ['fulfilled'] },
  close: {
    allow: ['worker'],
    forbid: { claimer: 'wish.self-dealing', tied: 'wish.self-dealing', wisher: 'wish.self-dealing' },
    states: ['fulfilled'],
  },
  lower: {
    allow: ['worker'],
    forbid: { claimer: 'wish.self-dealing', tied: 'wish.self-dealing' },
    states: ['open', 'claimed'],
  },
  // Nobody lets their own pictures through.
  'approve-photos': {
    allow: ['worker'],
    forbid: { wisher: 'member.self', claimer: 'member.self' },
    states: ['open', 'claimed', 'fulfilled', 'confirmed', 'closed'],
  },
  contact: { allow: ['wisher', 'acting-helper', 'worker'] },
  report: { allow: ['member'], states: publicStatus },
  hide: { allow: ['worker'], states: publicStatus },
  // Nobody lets their own words through.
  show: { allow: ['worker'], forbid: { wisher: 'member.self', claimer: 'member.self' }, states: publicStatus },
} as const satisfies Record<WishVerb, Rule>;

export const actionRules = {
  edit: { allow: ['organiser'], states: ['draft', 'open'] },
  // Whatever an organisation proposes, a worker has looked at.
  open: { allow: ['worker'], states: ['draft'] },
  cancel: { allow: ['organiser'], states: ['draft', 'open', 'closed'] },
  finish: { allow: ['organiser'], states: ['open', 'closed'] },
  'sign-up': { allow: ['member'], states: ['open'] },
  'sign-off': { allow: ['participant', 'worker'], states: ['open'] },
  'sign-ups': { allow: ['organiser'] },
  'check-in-code': { allow: ['organiser'], states: ['open', 'closed'] },
  // Nobody notes for themself that they came.
  'check-in': { allow: ['member'], forbid: { organiser: 'action.self-dealing' }, states: ['open', 'closed'] },
  attendance: { allow: ['organiser'], states: ['open', 'closed', 'finished'] },
  report: { allow: ['member'], states: publicActionStatus },
  hide: { allow: ['worker'], states: publicActionStatus },
  // Whose words it is, and so nobody to let them through, says `moderation/deciding.ts`.
  show: { allow: ['worker'], states: publicActionStatus },
} as const satisfies Record<ActionVerb, Rule>;

export const roundRules = {
  edit: { allow: ['worker'], states: ['draft'] },
  open: { allow: ['worker'], states: ['draft'] },
  discard: { allow: ['worker'], states: ['draft'] },
  close: { allow: ['worker'], states: ['open'] },
  // Who lives here and since when is the round's to say: `rounds/electorate.ts`.
  ballot: { allow: ['member'], states: ['open'] },
  'paper-ballots': { allow: ['worker'], states: ['open'] },
} as const satisfies Record<RoundVerb, Rule>;

export const projectRules = {
  edit: { allow: ['proposer', 'author', 'worker'], states: ['proposed', 'declined'] },
  withdraw: { allow: ['proposer', 'author'], states: ['proposed', 'declined', 'listed'] },
  // What a round did not choose may stand in a later one.
  list: { allow: ['worker'], forbid: { proposer: 'member.self' }, states: ['proposed', 'not-selected'] },
  decline: { allow: ['worker'], forbid: { proposer: 'member.self' }, states: ['proposed'] },
  merge: { allow: ['worker'], forbid: { proposer: 'member.self' }, states: ['proposed', 'listed'] },
  start: { allow: ['worker'], states: ['selected'] },
  milestones: { allow: ['worker'], states: ['under-way'] },
  comments: { allow: ['member'], states: publicProjectStatus },
  corrections: { allow: ['inhabitant', 'worker'], states: ['under-way'] },
  answer: { allow: ['worker'], states: ['under-way'] },
  // Nobody judges their own answer.
  accept: { allow: ['raiser', 'successor'], forbid: { answerer: 'project.self-dealing' }, states: ['under-way'] },
  // Nobody does away with what they asked for themself, nor with what they have answered for.
  overrule: {
    allow: ['worker', 'officer'],
    forbid: { raiser: 'project.self-dealing', answerer: 'project.self-dealing' },
    states: ['under-way'],
  },
  done: { allow: ['worker'], states: ['under-way'] },
  rate: { allow: ['inhabitant'], states: ['done'] },
  'report-part': { allow: ['member'], states: publicProjectStatus },
  'hide-part': { allow: ['worker'], states: publicProjectStatus },
  // Whose words it is, and so nobody to let them through, says `moderation/deciding.ts`.
  'show-part': { allow: ['worker'], states: publicProjectStatus },
} as const satisfies Record<ProjectVerb, Rule>;

/** What is said about a project. */
export const commentRules = {
  corrections: projectRules.corrections,
  answer: projectRules.answer,
  accept: projectRules.accept,
  overrule: projectRules.overrule,
  report: { allow: ['member'], states: publicProjectStatus },
  hide: { allow: ['worker'], states: publicProjectStatus },
  // Nobody lets their own words through.
  show: { allow: ['worker'], forbid: { writer: 'member.self' }, states: publicProjectStatus },
} as const satisfies Record<string, Rule>;
export type CommentVerb = keyof typeof commentRules;

/** Statuses in which a nominee has agreed to be shown. */
const agreed = ['consented', 'voting', 'awarded', 'not-awarded'] as const satisfies readonly NominationStatus[];

export const nominationRules = {
  edit: { allow: ['nominator', 'worker'], states: ['proposed'] },
  ask: { allow: ['worker'], forbid: { nominee: 'member.self' }, states: ['proposed', 'asked'] },
  // Once they agreed, how they are shown is theirs to change until they are voted on or honoured.
  consent: { allow: ['nominee', 'worker'], states: ['asked', 'consented'] },
  decline: { allow: ['nominee', 'worker'], states: ['proposed', 'asked', 'consented'] },
  withdraw: { allow: ['nominator', 'nominee'], states: ['proposed', 'asked', 'consented', 'voting'] },
  report: { allow: ['member'], states: agreed },
  hide: { allow: ['worker'], states: agreed },
  show: { allow: ['worker'], states: agreed },
} as const satisfies Record<NominationVerb, Rule>;

export const starRules = {
  edit: { allow: ['honoured', 'worker'] },
  'take-down': { allow: ['honoured', 'worker'] },
  report: { allow: ['member'] },
  hide: { allow: ['worker'] },
  show: { allow: ['worker'] },
} as const satisfies Record<StarVerb, Rule>;

export const pointRules = { reverse: onSomeone } as const satisfies Record<string, Rule>;
