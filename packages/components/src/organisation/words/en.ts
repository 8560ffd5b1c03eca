import type { OrganisationWords } from './zh-CN.ts';

export const en: OrganisationWords = {
  kinds: { party: 'Party organisation', social: 'Social organisation', partner: 'Partner', community: 'Community' },
  above: 'Above it',
  below: 'Below it',
  goTo: (name) => `Look at ${name}`,
  helped: 'Wishes come true',
  inProgress: 'Helping now',
  pieces: '',
  withBranches: 'Those of the branches below included; each wish counts once',

  wishes: 'What it helped with',
  open: (title) => `History: ${title}`,
  forWhom: (name) => `for ${name}`,
  by: (names) => `helped by ${names}`,
  dueBy: (day) => `promised by ${day}`,
  quote: (words) => `"${words}"`,
  visited: 'a social worker visited',
  more: 'Show more',
  moreFailed: 'That did not load; try again',
  empty: { title: 'No wish helped with yet', text: 'The first one it takes on will be here.' },

  actions: 'Actions it holds',
  startAction: 'Start an action',
  noActions: 'No actions yet.',
  moreActions: (count) => `Show ${count} more`,
  fewerActions: 'Show fewer',
  actionStatus: { draft: 'draft, with the workers', open: 'open', closed: 'under way', finished: 'over', cancelled: 'cancelled' },

  representatives: 'Who speaks for it',
  representativesHint: 'Those who may help in its name. Only social workers and they themselves see this.',
  origin: { issuer: 'listed by the portal', worker: 'named by a social worker' },
  since: (day) => `since ${day}`,
  noRepresentatives: 'Nobody speaks for it now.',
  representativesFailed: 'Those who speak for it did not load.',

  error: "This organisation's page did not open",
  couldNotGo: (name) => `${name} did not open; this is where you were.`,
  unset: 'organisation is missing: which one this is, as organisation="yikang-branch-2".',
};
