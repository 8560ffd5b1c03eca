import { define } from '../../shared/define.ts';
import { FmActionPeople } from './action-people.ts';

define('fm-action-people', FmActionPeople);
