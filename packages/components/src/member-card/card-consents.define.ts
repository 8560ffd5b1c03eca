import { define } from '../shared/define.ts';
import { FmCardConsents } from './card-consents.ts';

define('fm-card-consents', FmCardConsents);
