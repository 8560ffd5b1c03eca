import type { Caller, MemberCaller, Role } from './caller.ts';

/** How a caller stands to what they ask for: what the table of permissions speaks of. */
export type Relation =
  /** Anyone at all, signed in or not. */
  | 'visitor'
  /** Signed in, of the same district. */
  | 'member'
  /** Home lies in this area. */
  | 'local'
  /** Home lies in this area or somewhere below it. */
  | 'inhabitant'
  /** Has the role for this area or one above it. */
  | 'worker'
  | 'officer'
  /** Whose wish it is. */
  | 'wisher'
  /** The worker who wrote it down for someone, for as long as they are one there. */
  | 'author'
  /** Has an active claim, themself or through an organisation they represent. */
  | 'helper'
  /** Made the active or done claim in person: contact details are theirs to see. */
  | 'acting-helper'
  /** Has an active or done claim, themself or through an organisation they represent. */
  | 'claimer'
  /** An organisation that they represent, or once represented, has an active or done claim. */
  | 'tied'
  /** It is about the caller. */
  | 'self'
  /** May act for the organisation. */
  | 'representative'
  /** May act for some organisation of the district. */
  | 'host'
  /** Looks after an action: a worker of its area, or whoever may act for the organisation that holds it. */
  | 'organiser'
  /** Signed up, waits, or came. */
  | 'participant'
  /** Whose proposal a project is. */
  | 'proposer'
  /** Whose comment it is. */
  | 'writer'
  /** Asked for a correction: wrote the comment, or made it one by their word. */
  | 'raiser'
  /** Speaks for whoever asked for a correction and has left: said so too, or, where nobody did, looks after the area. */
  | 'successor'
  /** Said what was done about a correction. */
  | 'answerer'
  | 'nominator'
  | 'nominee'
  /** Whose star it is. */
  | 'honoured';

/** An area as far as permissions need it. */
export interface Place {
  id: number;
  rootId: number;
  /** From the district down to itself. */
  path: readonly number[];
}

/** Has a role for a place or for something above it. */
export const hasRole = (caller: MemberCaller, role: Role, place: Place): boolean =>
  caller.roles.some((held) => held.role === role && place.path.includes(held.areaId));

export function relationsToArea(caller: Caller, place: Place): Set<Relation> {
  const relations = new Set<Relation>(['visitor']);
  if (caller.kind === 'visitor' || caller.rootId !== place.rootId) return relations;
  relations.add('member');
  if (caller.areaId === place.id) relations.add('local');
  if (caller.homePath.includes(place.id)) relations.add('inhabitant');
  if (caller.organisations.length > 0) relations.add('host');
  if (hasRole(caller, 'worker', place)) relations.add('worker');
  if (hasRole(caller, 'officer', place)) relations.add('officer');
  return relations;
}

/**
 * To a member: a worker of their home looks after them; whoever has no home yet is any worker's of the district.
 */
export function relationsToMember(caller: Caller, member: { id: string; rootId: number; home: Place | null }): Set<Relation> {
  const nowhere = { id: 0, rootId: member.rootId, path: [] };
  const relations = relationsToArea(caller, member.home ?? nowhere);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (caller.id === member.id) relations.add('self');
  if (!member.home && caller.roles.some(({ role }) => role === 'worker')) relations.add('worker');
  return relations;
}

export function relationsToOrganisation(caller: Caller, organisation: { id: number; place: Place }): Set<Relation> {
  const relations = relationsToArea(caller, organisation.place);
  if (caller.kind === 'member' && caller.organisations.some(({ id }) => id === organisation.id)) relations.add('representative');
  return relations;
}

export interface ActionParties {
  place: Place;
  organisationId: number | null;
  /** The caller has a sign-up that is not cancelled. */
  participates: boolean;
}

export function relationsToAction(caller: Caller, action: ActionParties): Set<Relation> {
  const relations = relationsToArea(caller, action.place);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  const holds = caller.organisations.some(({ id }) => id === action.organisationId);
  if (relations.has('worker') || holds) relations.add('organiser');
  if (action.participates) relations.add('participant');
  return relations;
}

export interface WishParties {
  place: Place;
  wisherId: string;
  actingId: string | null;
  claims: readonly { memberId: string; organisationId: number | null; state: 'active' | 'done' }[];
}

export function relationsToWish(caller: Caller, wish: WishParties): Set<Relation> {
  const relations = relationsToArea(caller, wish.place);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (wish.wisherId === caller.id) relations.add('wisher');
  if (wish.actingId === caller.id && relations.has('worker')) relations.add('author');
  for (const claim of wish.claims) {
    const acting = claim.memberId === caller.id;
    const theirs = acting || caller.organisations.some((organisation) => organisation.id === claim.organisationId);
    if (theirs) relations.add('claimer');
    if (claim.organisationId !== null && caller.tiedTo.includes(claim.organisationId)) relations.add('tied');
    if (theirs && claim.state === 'active') relations.add('helper');
    if (acting) relations.add('acting-helper');
  }
  return relations;
}

export interface ProjectParties {
  place: Place;
  proposerId: string;
  actingId: string | null;
}

export function relationsToProject(caller: Caller, project: ProjectParties): Set<Relation> {
  const relations = relationsToArea(caller, project.place);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (project.proposerId === caller.id) relations.add('proposer');
  if (project.actingId === caller.id && relations.has('worker')) relations.add('author');
  return relations;
}

export interface NominationParties {
  place: Place;
  nominatorId: string;
  nomineeId: string | null;
  /** The nominee knows of it. */
  asked: boolean;
}

export function relationsToNomination(caller: Caller, nomination: NominationParties): Set<Relation> {
  const relations = relationsToArea(caller, nomination.place);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (nomination.nominatorId === caller.id) relations.add('nominator');
  if (nomination.nomineeId === caller.id && nomination.asked) relations.add('nominee');
  return relations;
}

export function relationsToStar(caller: Caller, star: { place: Place; memberId: string }): Set<Relation> {
  const relations = relationsToArea(caller, star.place);
  if (caller.kind === 'member' && relations.has('member') && star.memberId === caller.id) relations.add('honoured');
  return relations;
}

export interface CommentParties {
  place: Place;
  writerId: string;
  /** Where it is a correction: the worker by whose word, if by one's, and who answered for it last. */
  correction: {
    raisedBy: string | null;
    answeredBy: string | null;
    /** Whoever asked has erased themself. */
    orphaned: boolean;
    /** Neighbours who said so too are still there, and whether the caller is one of them. */
    backed: boolean;
    supports: boolean;
  } | null;
}

export function relationsToComment(caller: Caller, { place, writerId, correction }: CommentParties): Set<Relation> {
  const relations = relationsToArea(caller, place);
  if (caller.kind === 'visitor' || !relations.has('member')) return relations;
  if (writerId === caller.id) relations.add('writer');
  if (!correction) return relations;
  if (writerId === caller.id || correction.raisedBy === caller.id) relations.add('raiser');
  if (correction.answeredBy === caller.id) relations.add('answerer');
  const inherits = correction.supports || (!correction.backed && relations.has('worker'));
  if (correction.orphaned && inherits) relations.add('successor');
  return relations;
}
