/** What there is to see of an element: how it can stand, and in what it has to be looked at; see `setting/looks.ts`. */
export const usual = {
  ready: 'ready',
  loading: 'loading',
  empty: 'empty',
  error: 'failed',
  stale: 'stale',
  offline: 'offline',
  'not signed in': 'not-signed-in',
  'not allowed': 'not-allowed',
  'a full community': 'sample',
  'sixty characters and rare names': 'long-words',
  English: 'english',
  '320': 'narrow',
  '390': 'phone',
  '768': 'tablet',
  '1200': 'ready',
  dark: 'dark',
  party: 'party',
  elder: 'elder',
};
export type Row = keyof typeof usual;

/** Where it is another story than usual. */
export const elements: Record<string, Partial<Record<Row, string>>> = {
  'wish-wall': { 'a full community': 'wish-wall--district' },
  'action-signup': {},
  'project-vote': {
    ready: 'project-vote--during',
    '1200': 'project-vote--during',
    'not signed in': 'project-vote--signed-out',
    'not allowed': 'project-vote--not-eligible',
    'sixty characters and rare names': 'project-vote--long-title',
  },
  // Everybody may read a board; who belongs elsewhere has no line on it.
  'points-leaderboard': {
    'not allowed': 'points-leaderboard--at-home-elsewhere',
    'sixty characters and rare names': 'points-leaderboard--long-names',
  },
  'star-gallery': { 'not allowed': 'star-contest--contest-not-allowed' },
  // One's own card is open to whoever is signed in; without a community there is one thing to do.
  'member-card': {
    ready: 'member-card--resident',
    '1200': 'member-card--resident',
    'a full community': 'member-card--volunteer',
    'not allowed': 'member-card--report-in',
  },
  'worker-desk': { 'a full community': 'worker-desk--street' },
  // A page that everybody may read: there is only one that is not there.
  organisation: {
    'a full community': 'organisation--more',
    'not signed in': 'organisation--ready',
    'not allowed': 'organisation--unknown',
  },
};

/** By which word of `setting/looks.ts` a story looks so. */
export const looks: Partial<Record<Row, string>> = {
  English: 'english',
  '320': 'narrow',
  '390': 'phone',
  '768': 'tablet',
  '1200': 'page',
  dark: 'dark',
  party: 'party',
  elder: 'elder',
};

/** States, looks, and then widths, which as names of properties come first. */
export const rows = (Object.keys(usual) as Row[]).sort((one, other) => Number(/^\d/.test(one)) - Number(/^\d/.test(other)));

/** The story that shows it. */
export const storyOf = (element: string, row: Row): string => elements[element]?.[row] ?? `${element}--${usual[row]}`;
