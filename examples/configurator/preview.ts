// The real elements, as they will be on the page, without anybody's sign-in.
import { made, part, say } from './page.ts';
import { attributesOf, type Choice } from './snippets.ts';

/** Only what has changed is touched: an element that is put anywhere anew asks the server again. */
export function preview(choice: Choice): void {
  const community = part('preview');
  const attributes = new Map(attributesOf({ ...choice, server: '', tokenUrl: '', loginUrl: '' }));
  for (const name of ['area', 'lang', 'theme', 'mode']) {
    const value = attributes.get(name);
    if (value === undefined) community.removeAttribute(name);
    else if (community.getAttribute(name) !== value) community.setAttribute(name, value);
  }
  const there = new Map([...community.children].map((element) => [element.localName, element]));
  const wanted = choice.elements.map((name) => {
    const element = there.get(`fm-${name}`) ?? made(`fm-${name}`, { 'heading-level': '3' });
    for (const [attribute, value] of choice.own?.[name] ?? [])
      if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
    return element;
  });
  for (const element of there.values()) if (!wanted.some((one) => one === element)) element.remove();
  // They come in one order, so that those that stay are never moved.
  wanted.forEach((element, index) => {
    if (community.children[index] !== element) community.insertBefore(element, community.children[index] ?? null);
  });
  part('none').hidden = choice.elements.length > 0;
}

/**
 * All that can be pressed in the preview lies between the form and what is copied: by the keyboard, and for who hears the
 * page, it is passed over until it is entered. A mouse or a finger enters it by being there.
 */
export function offerPreview(): void {
  const [button, frame, view] = ['enter', 'frame', 'view'].map(part) as [HTMLElement, HTMLElement, HTMLElement];
  const enter = (isIn: boolean) => {
    view.inert = !isIn;
    button.textContent = isIn ? say.leave : say.enter;
  };
  button.addEventListener('click', () => {
    enter(view.inert);
    if (!view.inert) frame.focus();
  });
  for (const type of ['pointerenter', 'pointerdown'] as const) frame.addEventListener(type, () => enter(true));
  frame.addEventListener('keydown', (event) => {
    const isInSheet = event.composedPath().some((one) => one instanceof HTMLDialogElement && one.open);
    if (event.key !== 'Escape' || isInSheet || view.inert) return;
    enter(false);
    button.focus();
  });
}
