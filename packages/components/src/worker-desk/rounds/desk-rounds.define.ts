import { define } from '../../shared/define.ts';
import { FmDeskRounds } from './desk-rounds.ts';

define('fm-desk-rounds', FmDeskRounds);
