import { define } from '../shared/define.ts';
import { FmStarNominate } from './star-nominate.ts';

define('fm-star-nominate', FmStarNominate);
