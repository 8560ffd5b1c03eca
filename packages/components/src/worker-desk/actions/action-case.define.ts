import { define } from '../../shared/define.ts';
import { FmActionCase } from './action-case.ts';

define('fm-action-case', FmActionCase);
