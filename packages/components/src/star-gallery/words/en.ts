import type { GalleryWords } from './zh-CN.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const en = {
  title: 'Stars',
  sub: 'Neighbours close by',
  year: (year: string) => year,
  quarter: (year: string, quarter: string) => `Q${quarter} ${year}`,
  month: (year: string, month: number) => `${months[month - 1] ?? ''} ${year}`,
  contest: (title: string, until: string) => `Voting is open: ${title}, until ${until}`,
  contestSoon: (title: string, from: string) => `${title}: voting begins ${from}`,
  contestGo: 'Have a look and vote',
  contestLook: 'See the candidates',
  failed: 'The stars did not open',
  retry: 'Try again',
} satisfies GalleryWords;
