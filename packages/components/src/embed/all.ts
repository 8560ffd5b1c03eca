// A drop-in file: every element, for pages that want one address.
import '../action-signup/define.ts';
import '../community/define.ts';
import '../member-card/define.ts';
import '../organisation/define.ts';
import '../points-leaderboard/define.ts';
import '../project-vote/define.ts';
import '../star-gallery/define.ts';
import '../wish-wall/define.ts';
import '../worker-desk/define.ts';
