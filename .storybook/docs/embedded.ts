/** In a frame of a journey: what a story does in here does not scroll the page around it, which somebody is reading. */
export function keepStill(page: Window): void {
  const still = (act: () => void) => {
    const { scrollX, scrollY } = page;
    act();
    page.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on whatever it is called on
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    still(() => focus.call(this, options));
  };
  // eslint-disable-next-line @typescript-eslint/unbound-method -- the same
  const { scrollIntoView } = Element.prototype;
  Element.prototype.scrollIntoView = function (how) {
    // A smooth one would still be under way when the page is put back.
    still(() => scrollIntoView.call(this, typeof how === 'object' ? { ...how, behavior: 'instant' } : how));
  };
}
