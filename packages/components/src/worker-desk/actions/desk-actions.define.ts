import { define } from '../../shared/define.ts';
import { FmDeskActions } from './desk-actions.ts';

define('fm-desk-actions', FmDeskActions);
