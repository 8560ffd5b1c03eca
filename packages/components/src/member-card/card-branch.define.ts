import '../shared/ui/sheet.define.ts';
import { define } from '../shared/define.ts';
import { FmCardBranch } from './card-branch.ts';

define('fm-card-branch', FmCardBranch);
