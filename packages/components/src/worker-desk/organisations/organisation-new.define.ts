import { define } from '../../shared/define.ts';
import { FmOrganisationNew } from './organisation-new.ts';

define('fm-organisation-new', FmOrganisationNew);
