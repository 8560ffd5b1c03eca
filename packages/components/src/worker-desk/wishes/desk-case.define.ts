import { define } from '../../shared/define.ts';
import { FmDeskCase } from './desk-case.ts';

define('fm-desk-case', FmDeskCase);
