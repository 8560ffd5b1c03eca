import { define } from '../shared/define.ts';
import { FmStarContest } from './star-contest.ts';

define('fm-star-contest', FmStarContest);
