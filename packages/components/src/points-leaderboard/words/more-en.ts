import type { MoreWords } from './more-zh-CN.ts';

const inWords: Readonly<Record<string, string>> = {
  'This week': 'this week',
  'This month': 'this month',
  'This quarter': 'this quarter',
  'This year': 'this year',
};

const counted = (points: string): string => `${points} ${points === '1' ? 'point' : 'points'}`;

export const moreEn: MoreWords = {
  asOf: (time) => `, as of ${time}`,
  periods: 'Period',
  free: 'Still free',
  tab: { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', all: 'All' },
  boards: 'Who',
  place: 'Where',
  goTo: (name) => `The points of ${name}`,
  below: { district: 'Its streets', street: 'Its communities', community: 'Its grids', grid: '' },
  belowOf: (name) => `Boards below ${name}`,
  nothingBelow: 'There are no boards below this one.',
  belowFailed: 'That did not open. Try again',
  couldNotGo: (name) => `The points of ${name} did not open.`,

  total: (period, area, points) => `What was done in ${area} ${inWords[period] ?? period} brought ${counted(points)}. `,
  totalEver: (area, points) => `So far, what was done in ${area} brought ${counted(points)}. `,
  population: {
    members: (count) => `Neighbours on the board: ${count}.`,
    organisations: (count) => `Organisations on the board: ${count}.`,
  },
  shown: (count) => `${count} shown`,
  shownMore: (count) => `${count} shown, more below`,

  gap: (count) => `${count} more in between`,
  more: (count) => `Show ${count} more`,
  moreFailed: 'That did not open. Try again',

  you: 'You',
  youNamed: (name) => `You, ${name}`,
  toNext: (points) => `${counted(points)} to the next`,
  first: 'Nobody is ahead',
  none: {
    week: 'No points yet this week',
    month: 'No points yet this month',
    quarter: 'No points yet this quarter',
    year: 'No points yet this year',
    all: 'No points yet',
  },
  noneHint: "Help with a neighbour's wish or join an action, and there will be some.",
  unlisted: 'Only you see this line. To be listed, choose so under "On the leaderboard" on your own page.',
  toMine: 'Your own page',
  elsewhere: (home) =>
    `${home ? `You are at home in ${home}` : 'You have not reported in yet'}, so you are not on this board. With your points you would stand here.`,
  why: 'Why these points',
  yours: 'Your own rank',
  ownFailed: 'Your rank could not be read.',
  signInOffer: 'Sign in to see your own rank here.',
  signIn: 'Sign in',
  compactOwn: (rank, points) => `You are no. ${rank} with ${counted(points)}. `,
  compactHint: 'Only neighbours who agreed to be listed.',
  compactOrganisations: "Only what was done in an organisation's name.",
  allOfIt: 'The whole board',

  rules: 'What brings points: ',
  rule: {
    'wish-helped': (points) => `${points} for a wish helped with`,
    'action-hour': (points) => `${points} for an hour of an action`,
    'wish-published': (points) => `${points} for a wish`,
    vote: (points) => `${points} for a vote`,
    'report-in': (points) => `${points} for reporting in`,
  },
  ruleAnd: ', ',
  ruleEnd: '. ',
  never: 'Sharing or recruiting brings none. ',
  choose: 'Whether you are listed is up to you, on your own page.',

  empty: {
    members: {
      week: 'Nobody is on the board this week',
      month: 'Nobody is on the board this month',
      quarter: 'Nobody is on the board this quarter',
      year: 'Nobody is on the board this year',
      all: 'Nobody is on the board yet',
    },
    organisations: {
      week: 'No organisation is on the board this week',
      month: 'No organisation is on the board this month',
      quarter: 'No organisation is on the board this quarter',
      year: 'No organisation is on the board this year',
      all: 'No organisation is on the board yet',
    },
  },
  emptyText: {
    members: 'Do one small thing, agree to be listed, and your name stands here.',
    organisations: 'Whatever is done in the name of an organisation counts here.',
  },
  showAll: 'Show all time',
};
