import { define } from '../../shared/define.ts';
import { FmProjectCase } from './project-case.ts';

define('fm-project-case', FmProjectCase);
