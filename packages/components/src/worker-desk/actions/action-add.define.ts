import { define } from '../../shared/define.ts';
import { FmActionAdd } from './action-add.ts';

define('fm-action-add', FmActionAdd);
