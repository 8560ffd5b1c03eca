import { define } from '../../shared/define.ts';
import { FmActionForm } from './action-form.ts';

define('fm-action-form', FmActionForm);
