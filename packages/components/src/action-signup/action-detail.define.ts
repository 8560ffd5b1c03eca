import { define } from '../shared/define.ts';
import '../shared/ui/sheet.define.ts';
import { FmActionDetail } from './action-detail.ts';

define('fm-action-detail', FmActionDetail);
