import { define } from '../../shared/define.ts';
import { FmRoundPaper } from './round-paper.ts';

define('fm-round-paper', FmRoundPaper);
