import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmProjectVote } from './project-vote.ts';

define('fm-project-vote', FmProjectVote);

export { FmProjectVote };
export type * from './events.ts';
export type * from '../shared/ballot/events.ts';
export type * from '../shared/events.ts';
