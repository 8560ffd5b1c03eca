import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmStarGallery } from './star-gallery.ts';

define('fm-star-gallery', FmStarGallery);

export { FmStarGallery };
