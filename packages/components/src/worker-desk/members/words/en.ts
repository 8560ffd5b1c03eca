import type { MemberWords } from './zh-CN.ts';

export const en: MemberWords = {
  list: 'Residents, by the reading of their surnames',
  empty: { title: 'Nobody found', text: 'Try another way: a name, its reading, or the last digits of the phone.' },
  pick: 'Choose someone on the left',
  search: {
    label: 'Find a resident',
    placeholder: 'Name, reading (zeng), or last digits of the phone',
    hint: 'Sorted by the reading of the surname. Searches and looks are logged.',
    act: 'Find',
  },
  all: 'Show everyone',
  byWorker: 'registered by a worker',
  noAccount: 'no phone',
  withAccount: 'signs in by phone',

  wishFor: 'Wish for them',
  self: 'This is you. Another worker has to do this.',

  merge: {
    title: 'Registered twice?',
    hint: 'Where one person has two records, they can become one.',
    start: 'Merge two records',
    choose: 'Which is the other record?',
    placeholder: 'Name, reading, or last digits of the phone',
    take: 'This one',
    compare: 'Compare: are they the same person?',
    stays: 'This record stays',
    goes: 'Moves over',
    swap: 'Swap',
    other: 'Choose another',
    follows: (goes, stays) => [
      `The wishes, help, history and notices of ${goes} move to the record of ${stays} that stays.`,
      'A wish that both helped with counts once; nobody counts as their own helper.',
    ],
    accounts: 'Whoever signs in with the record that moves will be the one that stays.',
    never: 'This cannot be undone.',
    first: 'Same person, make it one',
    really: 'Yes, merge them for good',
    leave: 'Not now',
    done: (name) => `Done. There is one ${name} now`,
  },
  revoke: {
    title: 'Phone lost, or account misused?',
    first: 'Make them sign in again',
    follows: [
      'All their sign-ins, on every phone and computer, end within a minute.',
      'Wishes, help and data stay; they go on as soon as they sign in again.',
    ],
    really: 'End their sign-ins',
    leave: 'Not now',
    done: 'Their sign-ins have ended; they have to sign in again',
  },
  gone: 'This record has just changed: merged with another, or erased by its owner. You see it as it was before.',
};
