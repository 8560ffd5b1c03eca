import { define } from '../../shared/define.ts';
import { FmRoundCase } from './round-case.ts';

define('fm-round-case', FmRoundCase);
