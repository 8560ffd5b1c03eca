import { define } from '../../shared/define.ts';
import { FmDeskStars } from './desk-stars.ts';

define('fm-desk-stars', FmDeskStars);
