import { define } from '../../shared/define.ts';
import { FmNominationForm } from './nomination-form.ts';

define('fm-nomination-form', FmNominationForm);
