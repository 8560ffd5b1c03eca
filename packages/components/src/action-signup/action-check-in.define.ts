import { define } from '../shared/define.ts';
import '../shared/ui/sheet.define.ts';
import { FmActionCheckIn } from './action-check-in.ts';

define('fm-action-check-in', FmActionCheckIn);
