import { define } from '../../shared/define.ts';
import { FmRoundForm } from './round-form.ts';

define('fm-round-form', FmRoundForm);
