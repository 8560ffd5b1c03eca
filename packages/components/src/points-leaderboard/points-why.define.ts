import { define } from '../shared/define.ts';
import { FmPointsWhy } from './points-why.ts';

define('fm-points-why', FmPointsWhy);
