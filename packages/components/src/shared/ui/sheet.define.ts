import { define } from '../define.ts';
import { FmSheet } from './sheet.ts';

define('fm-sheet', FmSheet);
