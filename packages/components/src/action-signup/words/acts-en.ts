import type { ActWords } from './acts-zh-CN.ts';

export const actsEn: ActWords = {
  signedUp: 'You are in. See you on {time}',
  waits: 'You are no. {count} on the waiting list. You will be told when it is your turn',
  signedOff: 'Cancelled; a neighbour can have your place',
  off: { title: 'Cancel?', text: '', act: 'Cancel it', stay: "I'll come" },
  offNext: 'Your place goes to the first on the waiting list at once.',
  leave: {
    title: 'Leave the list?',
    text: 'Later you would start at its end.',
    act: 'Leave it',
    stay: 'Stay on it',
  },
  full: {
    title: 'The last place has just gone',
    text: '{count} are waiting. Whoever cancels makes room for the next.',
    act: 'Join the waiting list',
    stay: 'Not now',
  },
  fullFirst: 'Nobody waits yet. When someone cancels, you are first.',
  overlap: {
    title: 'You have something on then',
    text: 'You signed up for "{title}", which is at the same time. Cancel that one to come to this one.',
    act: 'Look at that one',
    stay: 'I see',
  },
};
