import { define } from '../../shared/define.ts';
import { FmDeskOrganisations } from './desk-organisations.ts';

define('fm-desk-organisations', FmDeskOrganisations);
