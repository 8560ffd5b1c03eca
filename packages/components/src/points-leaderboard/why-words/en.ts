import type { WhyWords } from './zh-CN.ts';

const your = (points: string): string => `Where your ${points === '1' ? 'point' : `${points} points`}`;
const come = (points: string): string => (points === '1' ? 'comes from' : 'come from');

export const en: WhyWords = {
  title: {
    week: (points) => `${your(points)} of this week ${come(points)}`,
    month: (points) => `${your(points)} of this month ${come(points)}`,
    quarter: (points) => `${your(points)} of this quarter ${come(points)}`,
    year: (points) => `${your(points)} of this year ${come(points)}`,
    all: (points) => `${your(points)} ${come(points)}`,
  },
  plainTitle: 'Where these points come from',
  rule: {
    'wish-helped': 'Wishes',
    'action-hour': 'Actions',
    'wish-published': 'Own wishes',
    vote: 'Votes',
    'report-in': 'Reporting in',
  },
  otherRule: 'Other',
  entry: {
    'wish-helped': (title) => (title ? `Helped with "${title}"` : "Helped with a neighbour's wish"),
    'action-hour': (title) => (title ? `Took part in "${title}"` : 'Took part in an action'),
    'wish-published': (title) => (title ? `Wished for "${title}"` : 'Made a wish'),
    vote: (title) => (title ? `Voted in "${title}"` : 'Voted'),
  },
  reportIn: (area) => `Reported in to ${area}`,
  otherEntry: (title) => title ?? 'Points',
  lasted: (time) => `, ${time}`,
  correction: (entry) => `Correction: ${entry}`,
  corrected: 'corrected later',
  capped: "that day's limit was reached before",
  inName: (organisation) => `in the name of ${organisation}`,
  byWorker: (name) => `corrected by ${name}`,
  hours: (hours, minutes) => [hours && `${hours} h`, minutes && `${minutes} min`].filter(Boolean).join(' '),
  none: 'No points in this time yet.',
  noneEver: 'No points yet.',
  more: 'Show earlier ones',
  moreFailed: 'That did not open. Try again',
  failed: 'The entries did not open',
  hint: 'Every entry stays as it is; a mistake is put right by a correction.',
};
