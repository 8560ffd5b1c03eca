import type { ActionWords } from './zh-CN.ts';

export const en: ActionWords = {
  title: 'Actions',
  sub: 'Things that neighbours do together',
  today: 'Today',
  nextDay: 'next day ',
  left: 'Places left: {count}',
  full: 'No places left',
  fullWaiting: 'Full, {count} waiting',
  signUp: "I'll come",
  wait: 'Join the waiting list',
  age: 'from {age}',
  failed: 'The actions did not open',
  retry: 'Try again',
};
