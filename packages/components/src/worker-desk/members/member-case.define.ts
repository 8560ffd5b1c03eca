import { define } from '../../shared/define.ts';
import { FmMemberCase } from './member-case.ts';

define('fm-member-case', FmMemberCase);
