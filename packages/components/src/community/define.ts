import { define } from '../shared/define.ts';
import { FmCommunity } from './community.ts';

define('fm-community', FmCommunity);

export { FmCommunity };
