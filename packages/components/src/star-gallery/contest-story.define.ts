import { define } from '../shared/define.ts';
import { FmContestStory } from './contest-story.ts';

define('fm-contest-story', FmContestStory);
