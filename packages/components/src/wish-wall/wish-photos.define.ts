import { define } from '../shared/define.ts';
import { FmWishPhotos } from './wish-photos.ts';

define('fm-wish-photos', FmWishPhotos);
