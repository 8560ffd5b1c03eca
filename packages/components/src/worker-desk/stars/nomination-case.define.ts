import { define } from '../../shared/define.ts';
import { FmNominationCase } from './nomination-case.ts';

define('fm-nomination-case', FmNominationCase);
