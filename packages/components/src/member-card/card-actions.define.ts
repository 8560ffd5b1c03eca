import { define } from '../shared/define.ts';
import { FmCardActions } from './card-actions.ts';

define('fm-card-actions', FmCardActions);
