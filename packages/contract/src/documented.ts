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
const onRound = ['auth.forbidden', 'round.unknown', 'round.state'] as const;
const onPaper = [...onRound, 'paper-ballot.unknown', 'paper-ballot.state'] as const;
const onProject = ['auth.forbidden', 'project.unknown', 'project.state'] as const;
const onComment = [...onProject, 'project.no-comment'] as const;
const onPart = ['project.unknown', 'project.no-part', 'project.state', 'auth.forbidden'] as const;
const onStar = ['star.unknown', 'star.no-part', 'star.state', 'auth.forbidden'] as const;
const onNominee = ['nomination.unknown', 'star.no-part', 'nomination.state', 'auth.forbidden'] as const;
const onNomination = ['auth.forbidden', 'nomination.unknown', 'nomination.state'] as const;
const onActionPart = ['action.unknown', 'action.no-part', 'action.state', 'auth.forbidden'] as const;
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
  'actions.reportPart': signedIn('Report a text or a picture of an action to the workers', ...onActionPart),
  'actions.hidePart': signedIn('Take a text or a picture of an action from public view', ...onActionPart),
  'actions.showPart': signedIn('Let a text or a picture of an action be seen', ...onActionPart, 'member.self'),
  'points.leaderboard': open('The board of a subtree, highest first', 'area.unknown', 'area.feature-off'),
  'points.standing': signedIn('Where I stand, whether I am listed or not', 'area.unknown', 'area.feature-off'),
  'points.ofMember': signedIn('Where a member’s points come from, for workers', 'auth.forbidden', 'member.unknown'),
  'points.reverse': signedIn(
    'Take an entry back with a reason',
    ...(['auth.forbidden', 'points.unknown', 'points.reversed', 'member.self'] as const),
  ),
  'me.nominations': signedIn('Honours I was nominated for, and those for which I nominated someone'),
  'me.stars': signedIn('Honours I have'),
  'rounds.list': open(
    'The rounds of the subtree and of the areas above it, without their options: what is open first, the last to open before others; drafts for workers',
    ...(['auth.required', 'auth.forbidden', 'area.unknown', 'area.feature-off'] as const),
  ),
  'rounds.post': signedIn('Draft a round of voting', 'auth.forbidden', 'area.unknown', 'area.feature-off'),
  'rounds.get': open('One round', 'round.unknown'),
  'rounds.option': open('One option of a round, with its whole story', 'round.unknown'),
  'rounds.edit': signedIn('Change a round that is not open yet', ...onRound),
  'rounds.open': signedIn('Freeze options, rule, ties and electorate, and publish their digest', ...onRound),
  'rounds.discard': signedIn('Do away with a round that is not open yet', ...onRound),
  'rounds.close': signedIn('Close a round, before its time with a reason that is published', ...onRound),
  'rounds.cast': signedIn(
    'Cast a ballot, or change it until the round closes; answers a receipt that does not say what was chosen',
    ...(['round.unknown', 'round.not-yet', 'round.closed', 'round.not-eligible', 'ballot.superseded'] as const),
  ),
  'rounds.myBallot': signedIn('My ballot, until the round closes', 'round.unknown', 'ballot.none', 'ballot.gone'),
  'rounds.results': open('Turnout; after the close the outcome and why', 'round.unknown'),
  'rounds.ballots': open('After the close: every ballot in random order, for recounting', 'round.unknown', 'round.state'),
  'rounds.receipt': open('Whether a ballot under this code is counted', 'round.unknown', 'receipt.unknown'),
  'rounds.paperBallots': signedIn('Paper ballots on their way, for workers', 'auth.forbidden', 'round.unknown'),
  'rounds.enterPaper': signedIn(
    'Enter a paper ballot, for workers',
    ...onRound,
    ...(['member.unknown', 'member.self', 'round.not-eligible', 'paper-ballot.voted'] as const),
  ),
  'rounds.confirmPaper': signedIn(
    'Another worker has compared it with the paper: it counts',
    ...onPaper,
    ...(['paper-ballot.same-worker', 'member.self', 'paper-ballot.voted'] as const),
  ),
  'rounds.withdrawPaper': signedIn('Take back a paper ballot that was not confirmed', ...onPaper),
  'projects.list': open(
    'The projects of the subtree, newest first; proposals for those who look after it',
    ...(['auth.required', 'auth.forbidden', 'area.unknown', 'area.feature-off'] as const),
  ),
  'projects.post': signedIn(
    'Propose a project; a worker looks at it before others see it',
    ...(['auth.forbidden', 'area.unknown', 'area.feature-off', 'member.unknown'] as const),
    ...photos,
  ),
  'projects.get': open('One project, as the caller may see it', 'project.unknown'),
  'projects.timeline': open('What happened to a project, oldest first', 'project.unknown'),
  'projects.edit': signedIn('Change a proposal', ...onProject, ...photos),
  'projects.withdraw': signedIn('Take back a proposal of one’s own', ...onProject),
  'projects.enlist': signedIn('Take a proposal onto the list', ...onProject, 'member.self', 'area.feature-off'),
  'projects.decline': signedIn('Send a proposal back with a reason', ...onProject, 'member.self'),
  'projects.merge': signedIn('Merge a proposal into the one it repeats', ...onProject, 'member.self', 'project.merge-target'),
  'projects.start': signedIn('Start a project: who sees to it, and for how much', ...onProject),
  'projects.milestones': signedIn('Report a milestone, or plan one', ...onProject, ...photos),
  'projects.done': signedIn('Say that it is done', ...onProject, 'project.corrections-open'),
  'projects.rate': signedIn('Rate a project that is done', ...onProject),
  'projects.comments': open('What neighbours say, oldest first', 'project.unknown'),
  'projects.queue': signedIn('Comments that wait for a worker', 'auth.forbidden', 'area.unknown'),
  'projects.comment': signedIn('Say something about a project', ...onProject),
  'projects.correct': signedIn('Ask for something to be put right (整改)', ...onComment),
  'projects.answer': signedIn('Say how it was put right', ...onComment, ...photos),
  'projects.accept': signedIn('Say whether it is put right', ...onComment, 'project.self-dealing'),
  'projects.overrule': signedIn('Overrule a correction with a reason that is published', ...onComment, 'project.self-dealing'),
  'projects.report': signedIn('Report a comment to the workers', ...onComment),
  'projects.hide': signedIn('Take a comment from public view', ...onComment),
  'projects.show': signedIn('Let a comment be seen', ...onComment, 'member.self'),
  'projects.reportPart': signedIn('Report a text or a picture of a project to the workers', ...onPart),
  'projects.hidePart': signedIn('Take a text or a picture of a project from public view', ...onPart),
  'projects.showPart': signedIn('Let a text or a picture of a project be seen', ...onPart, 'member.self'),
  'stars.list': open('The stars of the subtree, newest first', 'area.unknown', 'area.feature-off'),
  'stars.periods': open('The periods in which stars were awarded', 'area.unknown', 'area.feature-off'),
  'stars.award': signedIn(
    'Honour someone who was nominated and agreed',
    ...onNomination,
    ...(['area.unknown', 'area.feature-off', 'member.self'] as const),
  ),
  'stars.get': open('One star', 'star.unknown'),
  'stars.edit': signedIn(
    'Change what stands beside a star',
    ...(['auth.forbidden', 'star.unknown', 'star.state'] as const),
    ...photos,
  ),
  'stars.takeDown': signedIn('Take a star down', 'auth.forbidden', 'star.unknown', 'star.state'),
  'stars.nominations': signedIn('Nominations of the subtree, for workers', 'auth.forbidden', 'area.unknown', 'area.feature-off'),
  'stars.nominate': signedIn(
    'Nominate someone for an honour',
    ...(['auth.forbidden', 'area.unknown', 'area.feature-off', 'member.unknown'] as const),
  ),
  'stars.nomination': signedIn('One nomination, for those concerned and workers', 'nomination.unknown'),
  'stars.editNomination': signedIn('Change a nomination before the nominee is asked', ...onNomination),
  'stars.ask': signedIn('Ask the nominee whether they agree', ...onNomination, 'member.unknown'),
  'stars.consent': signedIn('Agree to be honoured, and say how one is shown', ...onNomination, ...photos),
  'stars.decline': signedIn('Rather not; or a worker says why it goes no further', ...onNomination),
  'stars.withdraw': signedIn('Take back a nomination, or one’s consent to it', ...onNomination),
  'stars.report': signedIn('Report words or the portrait of a star to the workers', ...onStar),
  'stars.hide': signedIn('Take words or the portrait of a star from public view', ...onStar),
  'stars.show': signedIn('Let words or the portrait of a star be seen', ...onStar, 'member.self'),
  'stars.reportNomination': signedIn('Report words or the portrait of somebody who is voted on', ...onNominee),
  'stars.hideNomination': signedIn('Take words or the portrait of somebody who is voted on from public view', ...onNominee),
  'stars.showNomination': signedIn('Let words or the portrait of somebody who is voted on be seen', ...onNominee, 'member.self'),
  'uploads.post': signedIn(
    'Store a picture; attach it by its id within 24 hours',
    'upload.not-a-picture',
    'upload.too-many-pixels',
  ),
};
