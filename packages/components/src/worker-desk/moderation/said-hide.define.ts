import { define } from '../../shared/define.ts';
import { FmSaidHide } from './said-hide.ts';

define('fm-said-hide', FmSaidHide);
