import { html, type TemplateResult } from 'lit';
import { type QueueName, queueNames, type Queues } from './desk-data.ts';
import type { DeskWords } from './words/index.ts';

/** The tabs that stand there: photos only while there are some to look at. */
export const tabsOf = (queues: Queues, current: QueueName): QueueName[] =>
  queueNames.filter((name) => name !== 'photos' || name === current || queues.photos.items.length > 0);

/**
 * Tabs as WAI-ARIA describes them: one of them in the tab order, the arrow keys move between them.
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function renderTabs(
  queues: Queues,
  current: QueueName,
  words: DeskWords,
  onTab: (name: QueueName) => void,
): TemplateResult {
  const names = tabsOf(queues, current);
  const keydown = (event: KeyboardEvent) => {
    const at = names.indexOf(current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    const name = to === undefined ? undefined : names[(to + names.length) % names.length];
    if (!name || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    onTab(name);
    event.currentTarget.querySelector<HTMLElement>(`#tab-${name}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label=${words.tabs} @keydown=${keydown}>
    ${names.map((name) => {
      const { items, more } = queues[name];
      const tone = name === 'submitted' ? 'own' : name === 'due' ? 'wait' : '';
      return html`<button
        type="button"
        role="tab"
        id="tab-${name}"
        aria-selected=${name === current ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${name === current ? 0 : -1}
        @click=${() => onTab(name)}
      >
        ${words.tab[name]} <span class="tag num ${items.length ? tone : ''}">${items.length}${more ? '+' : ''}</span>
      </button>`;
    })}
  </div>`;
}
