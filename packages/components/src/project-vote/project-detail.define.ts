import { define } from '../shared/define.ts';
import '../shared/ui/sheet.define.ts';
import { FmProjectDetail } from './project-detail.ts';

define('fm-project-detail', FmProjectDetail);
