import { begun } from './login-url.ts';

/** Back from the login page: what somebody was at is opened again by its element, unless the page says itself what that shows. */
export function openBegun(community: Element, search: string): void {
  const asked = new URLSearchParams(search);
  for (const [name, [tag, attribute]] of Object.entries(begun)) {
    const id = asked.get(name);
    const element = community.querySelector(tag);
    // Anybody can write an address.
    if (id && /^[\da-f-]{36}$/i.test(id) && !element?.hasAttribute(attribute)) element?.setAttribute(attribute, id);
  }
}
