import { define } from '../shared/define.ts';
import '../shared/ui/sheet.define.ts';
import { FmWishModerate } from './wish-moderate.ts';
import { FmWishReport } from './wish-report.ts';

define('fm-wish-report', FmWishReport);
define('fm-wish-moderate', FmWishModerate);
