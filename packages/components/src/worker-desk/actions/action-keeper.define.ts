import { define } from '../../shared/define.ts';
import { FmActionKeeper } from './action-keeper.ts';

define('fm-action-keeper', FmActionKeeper);
