/**
 * What the snippet loads: it looks which of our elements are on the page and loads those files alone, also for
 * elements that the page adds later. It leaves nothing behind in the page but the elements' definitions.
 *
 * Elements inside a host's shadow root are not seen from here; such a host imports the element's own file.
 */
const files: Record<string, () => Promise<unknown>> = {
  'fm-community': () => import('./community.ts'),
  'fm-wish-wall': () => import('./wish-wall.ts'),
  'fm-action-signup': () => import('./action-signup.ts'),
  'fm-worker-desk': () => import('./worker-desk.ts'),
  'fm-member-card': () => import('./member-card.ts'),
  'fm-organisation': () => import('./organisation.ts'),
  'fm-points-leaderboard': () => import('./points-leaderboard.ts'),
  'fm-star-gallery': () => import('./star-gallery.ts'),
  'fm-project-vote': () => import('./project-vote.ts'),
};

const wanted = new Set(Object.keys(files));

function load(tag: string): void {
  const file = files[tag];
  if (!file || !wanted.delete(tag)) return;
  file().catch((error: unknown) => {
    // What the page shows in the element's place stays. The next one that is added tries again.
    wanted.add(tag);
    console.error(`five-micro: the file of <${tag}> did not load.`, error);
  });
}

function look(within: ParentNode): void {
  for (const tag of wanted) if (within.querySelector(tag)) load(tag);
}

look(document);

new MutationObserver((changes, observer) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      load(node.localName);
      look(node);
    }
  }
  if (wanted.size === 0) observer.disconnect();
}).observe(document, { childList: true, subtree: true });
