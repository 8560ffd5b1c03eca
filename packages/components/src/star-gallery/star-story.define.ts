import { define } from '../shared/define.ts';
import { FmStarStory } from './star-story.ts';

define('fm-star-story', FmStarStory);
