/**
 * Ends what belongs to an element that has left the page; not where the page only moves it, which takes it out for a
 * moment: a wish that lies open, and what is being written, go along.
 */
export function whenGone(host: { readonly isConnected: boolean }, end: () => void): void {
  queueMicrotask(() => {
    if (!host.isConnected) end();
  });
}
