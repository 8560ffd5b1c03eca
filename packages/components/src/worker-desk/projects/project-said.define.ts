import { define } from '../../shared/define.ts';
import { FmProjectSaid } from './project-said.ts';

define('fm-project-said', FmProjectSaid);
