import type { ErrorCode } from './errors.ts';
import type { EndpointName } from './index.ts';

/**
 * One line about each endpoint, who has to be signed in, and the refusals that are its own; the ones that any
 * request can meet stand in `refusalsOf`.
 */
interface Documented {
  summary: string;
  /** True where an anonymous caller is refused with `auth.required`. */
  signedIn: boolean;
  refusals: readonly ErrorCode[];
}

const open = (summary: string, ...refusals: ErrorCode[]): Documented => ({ summary, signedIn: false, refusals });
const signedIn = (summary: string, ...refusals: ErrorCode[]): Documented => ({ summary, signedIn: true, refusals });

const photos = ['upload.unknown', 'upload.used'] as const;
const part = ['wish.unknown', 'wish.no-part', 'wish.state'] as const;
const verb = ['auth.forbidden', 'wish.unknown', 'wish.state'] as const;
const onAction = ['auth.forbidden', 'action.unknown', 'action.state'] as const;

export const documented: Record<EndpointName, Documented> = {
  'areas.get': open('An area and its settings, with what it inherits filled in', 'area.unknown'),
  'areas.children': open('The areas directly below', 'area.unknown'),
  'areas.organisations': open('The organisations of the subtree', 'area.unknown'),
  'areas.reportIn': signedIn('Report in to a community (网上报到)', 'area.unknown', 'organisation.unknown'),
  'members.list': signedIn('Find a member, for social workers; every look is logged', 'auth.forbidden', 'area.unknown'),
  'members.register': signedIn('Register someone who has no phone, for social workers', 'auth.forbidden', 'area.unknown'),
  'members.get': signedIn('One member, for social workers; every look is logged', 'auth.forbidden', 'member.unknown'),
  'members.merge': signedIn(
    'Make two identities of one person one',
    ...(['auth.forbidden', 'member.unknown', 'member.self', 'member.merge-target'] as const),
  ),
  'members.revoke': signedIn('End every sign-in of a member', 'auth.forbidden', 'member.unknown'),
  'reportIns.list': signedIn('Report-ins that wait for a worker', 'auth.forbidden', 'area.unknown'),
  'reportIns.accept': signedIn(
    'The person lives here: their home changes',
    ...(['auth.forbidden', 'report-in.unknown', 'report-in.state', 'member.self'] as const),
  ),
  'reportIns.decline': signedIn(
    'The person does not live here',
    ...(['auth.forbidden', 'report-in.unknown', 'report-in.state', 'member.self'] as const),
  ),
  'organisations.get': open('An organisation and what it did', 'organisation.unknown'),
  'organisations.wishes': open('The wishes an organisation helps or helped with', 'organisation.unknown'),
  'organisations.register': signedIn(
    'Enter an organisation, for social workers',
    ...(['auth.forbidden', 'area.unknown', 'organisation.unknown', 'organisation.exists'] as const),
  ),
  'organisations.representatives': signedIn('Who may act for an organisation', 'auth.forbidden', 'organisation.unknown'),
  'organisations.setRepresentatives': signedIn(
    'Name all who may act for an organisation',
    ...(['auth.forbidden', 'organisation.unknown', 'member.unknown'] as const),
  ),
  'moderation.list': signedIn('Texts and pictures that wait for a worker', 'auth.forbidden', 'area.unknown'),
  'me.get': signedIn('Who I am here, and for whom I may act'),
  'me.wishes': signedIn('The wishes I made, in every state'),
  'me.claims': signedIn('The wishes I help with, or helped with'),
  'me.notices': signedIn('What happened that concerns me'),
  'me.noticesSeen': signedIn('Everything up to a notice has been seen'),
  'me.consents': signedIn('Change what others see of me'),
  'me.erase': signedIn('Erase myself: my name, words and pictures go, the sums stay'),
  'wishes.list': open(
    'The wishes of the subtree, newest first',
    'auth.required',
    'auth.forbidden',
    'area.unknown',
    'area.feature-off',
  ),
  'wishes.post': signedIn(
    'Make a wish; a worker looks at it before others see it',
    ...(['auth.forbidden', 'area.unknown', 'area.feature-off', 'member.unknown'] as const),
    ...photos,
  ),
  'wishes.summary': open('How many wait, are under way and were fulfilled in the subtree', 'area.unknown', 'area.feature-off'),
  'wishes.get': open('One wish, as the caller may see it', 'wish.unknown'),
  'wishes.timeline': open('What happened to a wish, oldest first', 'wish.unknown'),
  'wishes.contact': signedIn(
    'Whom to call, for the helper and for workers; each look is logged',
    'auth.forbidden',
    'wish.unknown',
    'wish.no-contact',
  ),
  'wishes.edit': signedIn('Change a wish that is not published', ...verb, ...photos),
  'wishes.publish': signedIn('Put a wish on the wall, redacted where needed', ...verb),
  'wishes.decline': signedIn('Send a wish back with a reason', ...verb),
  'wishes.merge': signedIn('Merge a wish into the one it repeats', ...verb, 'wish.merge-target'),
  'wishes.withdraw': signedIn('Take back a wish of one’s own', ...verb),
  'wishes.claim': signedIn(
    'Promise to fulfil a wish',
    ...verb,
    ...([
      'wish.already-claimed',
      'wish.own',
      'wish.self-dealing',
      'organisation.unknown',
      'organisation.not-representative',
    ] as const),
  ),
  'wishes.release': signedIn('Give a claim back', ...verb, 'claim.none'),
  'wishes.extend': signedIn('Ask for more time', ...verb, 'claim.none'),
  'wishes.fulfil': signedIn('Report that it is done', ...verb, 'claim.none', ...photos),
  'wishes.confirm': signedIn('The wisher’s own word that it is done', ...verb, 'wish.self-dealing'),
  'wishes.reopen': signedIn('The wisher’s “not yet”', ...verb),
  'wishes.close': signedIn('A worker’s word after a visit', ...verb, 'wish.self-dealing'),
  'wishes.lower': signedIn('Lower how many helpers a wish wants', ...verb),
  'wishes.approvePhotos': signedIn('Let photos be seen by everyone', ...verb, 'upload.unknown'),
  'wishes.report': signedIn('Report a text or a picture to the workers', ...part, 'auth.forbidden'),
  'wishes.hide': signedIn('Take a text or a picture from public view', ...part, 'auth.forbidden'),
  'wishes.show': signedIn('Let a text or a picture be seen', ...part, 'auth.forbidden'),
  'me.actions': signedIn('What I signed up for, waited for or came to'),
  'me.hours': signedIn('My hours (平台记录), with links to print and to save them'),
  'me.points': signedIn('Where my points come from'),
  'actions.list': open(
    'The actions of the subtree, soonest first; drafts for those who look after it',
    ...(['auth.required', 'auth.forbidden', 'area.unknown', 'area.feature-off'] as const),
  ),
  'actions.post': signedIn(
    'Draft an action; a worker opens it',
    ...(['auth.forbidden', 'area.unknown', 'area.feature-off'] as const),
    ...(['organisation.unknown', 'organisation.not-representative'] as const),
    ...photos,
  ),
  'actions.days': open('How many actions begin on each day', 'area.unknown', 'area.feature-off'),
  'actions.ofOrganisation': open('The actions an organisation holds', 'organisation.unknown'),
  'actions.get': open('One action, as the caller may see it', 'action.unknown'),
  'actions.open': signedIn('Let people sign up', ...onAction),
  'actions.edit': signedIn('Change an action; everyone signed up is told', ...onAction, ...photos),
  'actions.cancel': signedIn('Cancel an action with a reason; everyone signed up is told', ...onAction),
  'actions.finish': signedIn('End an action: hours and points are credited', ...onAction),
  'actions.signUp': signedIn(
    'Sign up, or join the waiting list of a full action',
    ...onAction,
    ...(['action.full', 'action.overlap', 'member.unknown'] as const),
    ...(['organisation.unknown', 'organisation.not-representative'] as const),
  ),
  'actions.signOff': signedIn(
    'Cancel one’s own sign-up; the first who waits and can moves up',
    ...onAction,
    'action.not-signed-up',
  ),
  'actions.signUps': signedIn('Who comes, for the organiser; each look is logged', 'auth.forbidden', 'action.unknown'),
  'actions.checkInCode': signedIn(
    'The code of this half minute, for the organiser’s screen',
    ...onAction,
    'action.check-in-time',
  ),
  'actions.checkIn': signedIn(
    'Check in with the code; once more on leaving',
    ...onAction,
    ...(['action.not-signed-up', 'action.check-in-time', 'action.check-in-code', 'action.self-dealing'] as const),
  ),
  'actions.attendance': signedIn(
    'The organiser’s list: who came and who did not',
    ...onAction,
    ...(['member.unknown', 'action.self-dealing'] as const),
  ),
  'points.leaderboard': open('The board of a subtree, highest first', 'area.unknown', 'area.feature-off'),
  'points.standing': signedIn('Where I stand, whether I am listed or not', 'area.unknown', 'area.feature-off'),
  'points.ofMember': signedIn('Where a member’s points come from, for workers', 'auth.forbidden', 'member.unknown'),
  'points.reverse': signedIn(
    'Take an entry back with a reason',
    ...(['auth.forbidden', 'points.unknown', 'points.reversed', 'member.self'] as const),
  ),
  'uploads.post': signedIn(
    'Store a picture; attach it by its id within 24 hours',
    'upload.not-a-picture',
    'upload.too-many-pixels',
  ),
};
