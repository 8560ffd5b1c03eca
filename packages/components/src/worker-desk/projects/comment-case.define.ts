import { define } from '../../shared/define.ts';
import { FmCommentCase } from './comment-case.ts';

define('fm-comment-case', FmCommentCase);
