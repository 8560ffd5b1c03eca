import { define } from '../../shared/define.ts';
import { FmMemberPoints } from './member-points.ts';

define('fm-member-points', FmMemberPoints);
