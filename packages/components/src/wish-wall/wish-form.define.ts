import { define } from '../shared/define.ts';
import { FmWishForm } from './wish-form.ts';

define('fm-wish-form', FmWishForm);

export { FmWishForm };
export type * from '../shared/events.ts';
