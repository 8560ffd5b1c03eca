import '../community/define.ts';
import { define } from '../shared/define.ts';
import { FmStarGallery } from './star-gallery.ts';

define('fm-star-gallery', FmStarGallery);

export { FmStarGallery };
export type * from './events.ts';
export type * from '../shared/ballot/events.ts';
export type * from '../shared/events.ts';
