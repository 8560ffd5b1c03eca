import { define } from '../../shared/define.ts';
import { FmDeskMembers } from './desk-members.ts';

define('fm-desk-members', FmDeskMembers);
