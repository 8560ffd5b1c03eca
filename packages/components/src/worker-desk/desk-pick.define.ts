import { define } from '../shared/define.ts';
import { FmDeskPick } from './desk-pick.ts';

define('fm-desk-pick', FmDeskPick);
