// A drop-in file: every element, for pages that want one address.
import '../community/define.ts';
import '../member-card/define.ts';
import '../organisation/define.ts';
import '../wish-wall/define.ts';
import '../worker-desk/define.ts';
