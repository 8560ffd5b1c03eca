import { html, nothing, type TemplateResult } from 'lit';
import type { OpenDesk } from './desk-data.ts';
import { type Count, isOffered, isQueue, panelNames, queueNames, type TabName } from './desk-names.ts';
import type { DeskWords } from './words/index.ts';

/** The tabs that stand there, what presses first. */
export const tabsOf = ({ area }: OpenDesk): TabName[] => [...queueNames, ...panelNames.filter((name) => isOffered(name, area))];

const tones: Partial<Record<TabName, string>> = {
  submitted: 'own',
  due: 'wait',
  said: 'wait',
  actions: 'own',
  projects: 'own',
  rounds: 'own',
  stars: 'own',
};

/**
 * Tabs as WAI-ARIA describes them: one of them in the tab order, the arrow keys move between them.
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function renderTabs(desk: OpenDesk, current: TabName, words: DeskWords, onTab: (name: TabName) => void): TemplateResult {
  const names = tabsOf(desk);
  const keydown = (event: KeyboardEvent) => {
    const at = names.indexOf(current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: names.length - 1 }[event.key];
    const name = to === undefined ? undefined : names[(to + names.length) % names.length];
    if (!name || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    onTab(name);
    const tab = event.currentTarget.querySelector<HTMLElement>(`#tab-${name}`);
    tab?.focus();
    intoSight(tab);
  };
  const number = (name: TabName): Count | undefined =>
    isQueue(name) ? { count: desk.queues[name].items.length, more: desk.queues[name].more } : desk.counts[name];
  return html`<div class="tabs" part="toolbar" role="tablist" aria-label=${words.tabs} @keydown=${keydown} @scroll=${fade}>
    ${names.map((name) => {
      const one = number(name);
      const tone = one?.count ? (tones[name] ?? '') : '';
      return html`<button
        type="button"
        role="tab"
        id="tab-${name}"
        aria-selected=${name === current ? 'true' : 'false'}
        aria-controls="panel"
        tabindex=${name === current ? 0 : -1}
        @click=${({ currentTarget }: Event) => {
          onTab(name);
          intoSight(currentTarget);
        }}
      >
        ${words.tab[name]} ${one ? html`<span class="tag num ${tone}">${one.count}${one.more ? '+' : ''}</span>` : nothing}
      </button>`;
    })}
  </div>`;
}

/** Tabs that have gone to the left are known by the row's edge. */
function fade({ currentTarget }: Event): void {
  if (currentTarget instanceof HTMLElement) currentTarget.classList.toggle('before', currentTarget.scrollLeft > 0);
}

/**
 * The row scrolls on a phone: the tab that was reached, with a piece of the next one. Not before it was pressed: a row
 * that moves between finger down and finger up loses the press.
 */
function intoSight(tab: EventTarget | null): void {
  if (tab instanceof HTMLElement) tab.scrollIntoView({ block: 'nearest', inline: 'center' });
}
