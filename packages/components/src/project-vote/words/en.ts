import type { VoteWords } from './zh-CN.ts';

export const en: VoteWords = {
  title: 'Livelihood projects',
  how: 'How to vote',
  most: (max) => `Choose up to ${max}`,
  between: (min, max) => `Choose ${min} to ${max}`,
  within: 'As much as the money allows',
  change: 'change it any time before the end',
  rule: 'How it is decided',
  rules: { 'most-votes': 'Most votes first', 'equal-shares': 'Equal shares of the budget' },
  upTo: (winners) => `the first ${winners}`,
  money: 'until the money is spent',
  shares: 'every ballot weighs the same',
  budget: 'In all',
  pick: 'Choose',
  picked: 'Picked',
  failed: 'The vote did not open',
  retry: 'Try again',
};
