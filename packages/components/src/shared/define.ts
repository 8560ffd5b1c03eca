import { able } from './able.ts';

/**
 * Registers an element unless its name is taken: a portal may load two copies of this script, and the second
 * has to be harmless rather than an exception on the page. In a browser that is too old nothing is registered.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (able && !customElements.get(tag)) customElements.define(tag, element);
}
