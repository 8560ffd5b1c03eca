/**
 * Tells of elements with one of these tags, in the document and in shadow roots, those that are there and those that are
 * added later. Whoever has enough takes tags out of the set; without any left, nothing is watched any more.
 */
export function find(tags: ReadonlySet<string>, found: (elements: readonly Element[]) => void): void {
  const { prototype } = Element;
  const { attachShadow } = prototype;

  function look(nodes: readonly Node[]): void {
    const elements: Element[] = [];
    const enter = (node: Node & Partial<ParentNode>): void => {
      if (node instanceof Element) meet(node);
      for (const element of node.querySelectorAll?.('*') ?? []) meet(element);
    };
    const meet = (element: Element): void => {
      if (tags.has(element.localName)) elements.push(element);
      const { shadowRoot } = element;
      if (!shadowRoot || isOurs(element)) return;
      watch(shadowRoot);
      enter(shadowRoot);
    };
    nodes.forEach(enter);
    if (elements.length) found(elements);
    if (tags.size) return;
    observer.disconnect();
    if (prototype.attachShadow === attach) prototype.attachShadow = attachShadow;
  }

  const observer = new MutationObserver((changes) => look(changes.flatMap(({ addedNodes }) => [...addedNodes])));
  const watch = (root: Node): void => observer.observe(root, { childList: true, subtree: true });
  /** What our own elements hold inside they load themselves. */
  const isOurs = ({ localName }: Element): boolean => localName.startsWith('fm-');

  /** Nothing else tells of a shadow root that an element of the page gets when it is in the page already. */
  function attach(this: Element, init: ShadowRootInit): ShadowRoot {
    const root = attachShadow.call(this, init);
    if (!isOurs(this)) watch(root);
    return root;
  }

  watch(document);
  // Where the page has frozen it, such roots are not seen, and that is all.
  Reflect.set(prototype, 'attachShadow', attach);
  look([document]);
  // A shadow root that is written in the page's HTML comes after its element.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => look([document]));
}
