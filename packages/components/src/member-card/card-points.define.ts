import { define } from '../shared/define.ts';
import { FmCardPoints } from './card-points.ts';

define('fm-card-points', FmCardPoints);
