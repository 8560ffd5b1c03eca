import '../shared/ui/sheet.define.ts';
import { define } from '../shared/define.ts';
import { FmCardErase } from './card-erase.ts';

define('fm-card-erase', FmCardErase);
