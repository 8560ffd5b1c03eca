import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmPointsLeaderboard } from './points-leaderboard.ts';

define('fm-points-leaderboard', FmPointsLeaderboard);

export { FmPointsLeaderboard };
export type * from './events.ts';
export type * from '../shared/events.ts';
