import { define } from '../shared/define.ts';
import { FmCardExport } from './card-export.ts';

define('fm-card-export', FmCardExport);
