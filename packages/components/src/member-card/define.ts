import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmMemberCard } from './member-card.ts';

define('fm-member-card', FmMemberCard);

export { FmMemberCard };
export type * from './events.ts';
export type * from '../shared/events.ts';
