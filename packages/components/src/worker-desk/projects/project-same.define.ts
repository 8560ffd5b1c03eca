import { define } from '../../shared/define.ts';
import { FmProjectSame } from './project-same.ts';

define('fm-project-same', FmProjectSame);
