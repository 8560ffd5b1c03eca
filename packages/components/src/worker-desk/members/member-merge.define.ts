import { define } from '../../shared/define.ts';
import { FmMemberMerge } from './member-merge.ts';

define('fm-member-merge', FmMemberMerge);
