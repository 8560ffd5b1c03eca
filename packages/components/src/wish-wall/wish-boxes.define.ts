import { define } from '../shared/define.ts';
import '../shared/ui/sheet.define.ts';
import { FmWishAnswer } from './wish-answer.ts';
import { FmWishClaim } from './wish-claim.ts';
import { FmWishContact } from './wish-contact.ts';
import { FmWishHelp } from './wish-help.ts';
import { FmWishOwn } from './wish-own.ts';
import './wish-photos.define.ts';
import { FmWishVisit } from './wish-visit.ts';

define('fm-wish-claim', FmWishClaim);
define('fm-wish-contact', FmWishContact);
define('fm-wish-help', FmWishHelp);
define('fm-wish-answer', FmWishAnswer);
define('fm-wish-own', FmWishOwn);
define('fm-wish-visit', FmWishVisit);
