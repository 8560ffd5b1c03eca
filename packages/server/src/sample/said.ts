import type { SampleSaid } from './types.ts';

/** What waits for 怡康's worker among all that is said in public, and what she has hidden. */
export const said: SampleSaid[] = [
  { wish: 'rice-upstairs', claim: 0, part: 'note', state: 'held', hoursAgo: 26 },
  {
    wish: 'wheelchair-tyre',
    part: 'thanks',
    state: 'reported',
    hoursAgo: 40,
    reports: [
      { by: 'he-junfeng', reason: 'advert', words: '像是在给修理铺做广告', hoursAgo: 40 },
      { by: 'dong-xiaoyan', reason: 'advert', hoursAgo: 12 },
    ],
  },
  {
    wish: 'shoe-rack',
    part: 'thanks',
    state: 'hidden',
    hoursAgo: 300,
    reports: [{ by: 'lin-yuting', reason: 'private', words: '说的是别人家的私事', hoursAgo: 320 }],
    hidden: { by: 'wu-min', reason: '说到了别人家的私事，谢谢的话我们都看到了。' },
  },
];
