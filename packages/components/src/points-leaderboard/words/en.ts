import type { BoardWords } from './zh-CN.ts';

const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

export const en: BoardWords = {
  title: 'Points',
  titleOf: (period) => `Points: ${period.toLowerCase()}`,
  sub: { members: 'Only neighbours who agreed to be listed', organisations: "Only what was done in an organisation's name" },
  period: { week: 'This week', month: 'This month', quarter: 'This quarter', year: 'This year', all: 'All time' },
  of: { members: 'Neighbours', organisations: 'Organisations' },
  rank: 'Rank',
  nth: (rank) => `No. ${rank}`,
  points: 'Points',
  pts: (points) => `${points} ${points === '1' ? 'pt' : 'pts'}`,
  perHead: (points) => `${points} each`,
  since: { week: 'Since last week', month: 'Since last month', quarter: 'Since last quarter', year: 'Since last year' },
  up: (ranks) => `up ${ranks}`,
  down: (ranks) => `down ${ranks}`,
  same: 'no change',
  fresh: (period) => `new ${period.toLowerCase()}`,
  hours: (hours) => `${many(hours, 'hour')} of actions`,
  wishes: (wishes) => `${many(wishes, 'wish', 'wishes')} helped with`,
  and: ',\u00a0',
  you: 'you',
  failed: 'The points did not open',
  retry: 'Try again',
};
