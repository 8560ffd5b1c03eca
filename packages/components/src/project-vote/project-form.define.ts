import { define } from '../shared/define.ts';
import '../shared/ui/sheet.define.ts';
import '../wish-wall/wish-photos.define.ts';
import { FmProjectForm } from './project-form.ts';

define('fm-project-form', FmProjectForm);
