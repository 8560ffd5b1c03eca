import { answerEarly, askEarly } from './early.ts';
import { find } from './find.ts';
import { type Parts, preloaded } from './parts.ts';

/**
 * What the snippet loads: it looks which of our elements are on the page and loads their code alone, and with it, at the
 * same time, what they show first; also for elements in shadow roots and for those that the page adds later. It leaves
 * nothing behind in the page but the elements' definitions.
 */
const elements: Record<string, () => Promise<unknown>> = {
  'fm-wish-wall': () => import('./wish-wall.ts'),
  'fm-action-signup': () => import('./action-signup.ts'),
  'fm-project-vote': () => import('./project-vote.ts'),
  'fm-points-leaderboard': () => import('./points-leaderboard.ts'),
  'fm-star-gallery': () => import('./star-gallery.ts'),
  'fm-worker-desk': () => import('./worker-desk.ts'),
  'fm-member-card': () => import('./member-card.ts'),
  'fm-organisation': () => import('./organisation.ts'),
  'fm-community': () => import('./community.ts'),
};

/** As in `shared/able.ts`, which belongs to the core: this file is what is read before anything else is loaded. */
const able = 'hasOwn' in Object && 'HTMLDialogElement' in globalThis;

/** Put here by the build: the parts of it, where its files are, and the files that hold one element, or `all.js`, with the core. */
declare const fiveMicro: Parts;
declare const fiveMicroFolder: string;
declare const fiveMicroWhole: Record<string, string>;

const wanted = new Set(Object.keys(elements).filter((tag) => !customElements.get(tag)));
let whole: Promise<void> | undefined;
/** How often something did not come. */
let failed = 0;

/** One file instead of its parts, as long as there are none: so that data waits for one request. */
async function loadWhole(tags: readonly string[]): Promise<void> {
  const names = tags.map((tag) => `${tag.slice(3)}.js`).filter((name) => name in fiveMicroWhole);
  const name = names.length > 1 ? 'all.js' : names[0];
  if (!name || 'core.js' in fiveMicro) return;
  if (fiveMicro.checked) await preloaded(fiveMicroFolder + name, fiveMicroWhole[name] ?? '');
  await import(/* @vite-ignore */ fiveMicroFolder + name);
}

async function load(tags: readonly string[]): Promise<void> {
  for (const tag of tags) wanted.delete(tag);
  try {
    await (whole ??= loadWhole(tags));
    await Promise.all(tags.flatMap((tag) => elements[tag]?.() ?? []));
    failed = 0;
  } catch (error) {
    // What the page shows in the elements' place stays.
    whole = undefined;
    for (const tag of tags) wanted.add(tag);
    if (!failed) {
      const text = `[five-micro] The code of <${tags.join('>, <')}> did not load. ${String(error)}`;
      console.error(text);
      // Nothing else could say it there.
      document.querySelector('fm-community[debug]')?.prepend(text);
    }
    // A phone in a lift has no network for a while.
    const again = (): void => void load(tags.filter((tag) => wanted.has(tag)));
    addEventListener('online', again, { once: true });
    if (++failed < 8) setTimeout(again, (500 + Math.random() * 1e3) * 2 ** failed);
  }
}

const mark = Symbol.for('five-micro.loader');
// A second one, of whatever version, leaves it to the first; which two they are has been said by then (`parts.ts`).
// In a browser that is too old nobody is asked for anything.
if (able && !Reflect.has(globalThis, mark)) {
  Reflect.set(globalThis, mark, true);
  answerEarly();
  find(wanted, (found) => {
    for (const element of found) void askEarly(element);
    void load([...new Set(found.map(({ localName }) => localName))]);
  });
}
