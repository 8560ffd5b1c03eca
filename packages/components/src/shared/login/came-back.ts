import { addressWithout, begun } from './login-url.ts';

/**
 * Back from the login page: what somebody was at is opened again by its element, unless the page says itself what that shows.
 * Their address says it no more then: sent to a neighbour, or opened again tomorrow, it is the page's own.
 */
export function openBegun(community: Element, search: string): void {
  const asked = new URLSearchParams(search);
  for (const [name, [tag, attribute]] of Object.entries(begun)) {
    const id = asked.get(name);
    const element = community.querySelector(tag);
    // Anybody can write an address.
    if (!element || !id || !/^[\da-f-]{36}$/i.test(id) || element.hasAttribute(attribute)) continue;
    element.setAttribute(attribute, id);
    // Before the element's code is there, nothing is open: who reloads the page while waiting for it has it still.
    void customElements.whenDefined(tag).then(() => takeOut(name));
  }
}

function takeOut(name: string): void {
  const address = addressWithout(location.href, [name]);
  if (address === location.href) return;
  try {
    // The page's router keeps its own state there.
    history.replaceState(history.state, '', address);
  } catch {
    // A frame without an origin may not: the address stays as it was.
  }
}
