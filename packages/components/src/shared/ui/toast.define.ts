import { define } from '../define.ts';
import { FmToast } from './toast.ts';

define('fm-toast', FmToast);
