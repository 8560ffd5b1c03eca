import type { LitElement } from 'lit';

/** What was pressed has given way to something else: the keyboard, and whoever listens, go on there. */
export async function goTo(host: LitElement, selector: string, block: ScrollLogicalPosition = 'nearest'): Promise<void> {
  host.requestUpdate();
  await host.updateComplete;
  const to = host.renderRoot.querySelector<HTMLElement>(selector);
  if (!to) return;
  if (to.matches('[role=heading], [role=region], [role=group]')) to.tabIndex = -1;
  to.focus({ preventScroll: true });
  to.scrollIntoView({ block });
}
