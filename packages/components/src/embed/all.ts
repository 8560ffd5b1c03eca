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
/** What tries those again that did not come. */
const again = new Map<string, () => void>();

/** As the loader does: said once, and tried again whenever the network comes back, and for some minutes by itself. */
async function loadOne(tag: string, failed = 0): Promise<void> {
  if (!wanted.delete(tag)) return;
  try {
    await others[tag]?.();
  } catch (error) {
    wanted.add(tag);
    if (!failed) console.error(`[five-micro] The code of <${tag}> did not load.`, error);
    let timer = 0;
    const once = (): void => {
      clearTimeout(timer);
      removeEventListener('online', once);
      again.delete(tag);
      void loadOne(tag, failed + 1);
    };
    again.set(tag, once);
    addEventListener('online', once);
    // Not all phones of a neighbourhood in the same second.
    if (failed < 7) timer = window.setTimeout(once, (1000 + Math.random() * 1000) * 2 ** failed);
  }
}

const load = (found: readonly Element[]): void => {
  for (const { localName } of found) {
    // What waits to be tried again is tried now, by itself: then there is nothing left to load.
    again.get(localName)?.();
    void loadOne(localName);
  }
};

if (able) find(wanted, load);
