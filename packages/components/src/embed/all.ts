// A drop-in file: all five features, for pages that want one request. What else is on the page it finds and loads.
import '../action-signup/define.ts';
import '../community/define.ts';
import '../points-leaderboard/define.ts';
import '../project-vote/define.ts';
import '../star-gallery/define.ts';
import '../wish-wall/define.ts';
import { able } from '../shared/able.ts';
import { find } from './find.ts';

const others: Record<string, () => Promise<unknown>> = {
  'fm-worker-desk': () => import('./worker-desk.ts'),
  'fm-member-card': () => import('./member-card.ts'),
  'fm-organisation': () => import('./organisation.ts'),
};

const wanted = new Set(Object.keys(others));

const load = (found: readonly Element[]): void => {
  for (const tag of new Set(found.map(({ localName }) => localName))) {
    if (!wanted.delete(tag)) continue;
    others[tag]?.().catch((error: unknown) => {
      wanted.add(tag);
      console.error(`[five-micro] The code of <${tag}> did not load.`, error);
    });
  }
};

if (able) find(wanted, load);
