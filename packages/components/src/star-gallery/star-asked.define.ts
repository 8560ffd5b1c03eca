import { define } from '../shared/define.ts';
import { FmStarAsked } from './star-asked.ts';

define('fm-star-asked', FmStarAsked);
