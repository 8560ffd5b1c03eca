import { define } from '../../shared/define.ts';
import { FmReportInCase } from './report-in-case.ts';

define('fm-report-in-case', FmReportInCase);
