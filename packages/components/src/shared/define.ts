import { able } from './able.ts';

/** Where it is kept that two copies have been named. */
const copies = Symbol.for('five-micro.copies');
/** A drop-in file says itself which versions a page has (`embed/parts.ts`). */
const version = Symbol.for('five-micro.version');

/**
 * Registers an element unless its name is taken: a portal may load two copies of this script, and the second
 * has to be harmless rather than an exception on the page. In a browser that is too old nothing is registered.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const first = able ? customElements.get(tag) : element;
  if (!first) customElements.define(tag, element);
  else if (first !== element && !(copies in globalThis || version in globalThis)) {
    Reflect.set(globalThis, copies, true);
    console.warn(
      `[five-micro] Another copy has defined <${tag}>, and rules: install one version (npm ls @five-micro/components).`,
    );
  }
}
