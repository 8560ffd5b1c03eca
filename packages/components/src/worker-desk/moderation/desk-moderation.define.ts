import { define } from '../../shared/define.ts';
import { FmDeskModeration } from './desk-moderation.ts';

define('fm-desk-moderation', FmDeskModeration);
