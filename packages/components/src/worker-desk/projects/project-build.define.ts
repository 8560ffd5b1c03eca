import { define } from '../../shared/define.ts';
import { FmProjectBuild } from './project-build.ts';

define('fm-project-build', FmProjectBuild);
