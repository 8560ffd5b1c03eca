/** What has the keyboard, also in shadow roots. */
export function focused(): Element | undefined {
  let at = document.activeElement ?? undefined;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
