import { define } from '../shared/define.ts';
import { FmOrganisation } from './organisation.ts';

define('fm-organisation', FmOrganisation);
