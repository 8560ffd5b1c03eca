import { define } from '../../shared/define.ts';
import { FmSaidCase } from './said-case.ts';

define('fm-said-case', FmSaidCase);
