import { define } from '../../shared/define.ts';
import { FmStarCase } from './star-case.ts';

define('fm-star-case', FmStarCase);
