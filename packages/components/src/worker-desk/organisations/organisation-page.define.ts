import { define } from '../../shared/define.ts';
import { FmOrganisationPage } from './organisation-page.ts';

define('fm-organisation-page', FmOrganisationPage);
