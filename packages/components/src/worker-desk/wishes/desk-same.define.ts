import { define } from '../../shared/define.ts';
import { FmDeskSame } from './desk-same.ts';

define('fm-desk-same', FmDeskSame);
