import { define } from '../../shared/define.ts';
import { FmDeskRegister } from './desk-register.ts';

define('fm-desk-register', FmDeskRegister);
