import { define } from '../../shared/define.ts';
import { FmDeskReportIns } from './desk-report-ins.ts';

define('fm-desk-report-ins', FmDeskReportIns);
