import { define } from '../../shared/define.ts';
import { FmOrganisationPeople } from './organisation-people.ts';

define('fm-organisation-people', FmOrganisationPeople);
