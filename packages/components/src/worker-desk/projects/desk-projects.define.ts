import { define } from '../../shared/define.ts';
import { FmDeskProjects } from './desk-projects.ts';

define('fm-desk-projects', FmDeskProjects);
