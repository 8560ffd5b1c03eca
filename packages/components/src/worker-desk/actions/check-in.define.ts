import { define } from '../../shared/define.ts';
import { FmDeskCheckIn } from './check-in.ts';

define('fm-desk-check-in', FmDeskCheckIn);
