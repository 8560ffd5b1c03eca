import { waitUntil } from '@open-wc/testing';
import type { FakeAnswers } from '../../shared/testing/fake-client.ts';
import { setUp } from './set-up.ts';

interface Tab {
  /** The tab's id. */
  tab: string;
  answers: FakeAnswers;
  width?: number;
  mode?: string;
}

const nameOf = (element: Element): string =>
  (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();

/** Every element below, into open shadow roots. */
function* everything(root: ParentNode): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* everything(child.shadowRoot);
    yield* everything(child);
  }
}

/** The desk with one of its tabs opened; what is asked for is looked for in the tab, however deep. */
export async function openTab({ tab, answers, width = 1000, mode = '' }: Tab) {
  const set = await setUp({ queues: {}, answers, width, mode });
  const { desk } = set;
  const root = () => desk.shadowRoot;
  root()?.querySelector<HTMLElement>(`#tab-${tab}`)?.click();
  await waitUntil(() => root()?.querySelector('.panel')?.shadowRoot, `the tab ${tab} opens`);
  const panel = (): ShadowRoot => {
    const found = root()?.querySelector('.panel')?.shadowRoot;
    if (!found) throw new Error('no tab is open');
    return found;
  };
  await waitUntil(() => {
    const host = root()?.querySelector('.panel');
    return host instanceof HTMLElement && host.dataset['state'] && host.dataset['state'] !== 'loading';
  });
  const all = (selector: string) => [...everything(panel())].filter((element) => element.matches(selector));
  const find = (selector: string, name = ''): HTMLElement | undefined =>
    all(selector).find(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && nameOf(element).startsWith(name) && element.checkVisibility(),
    );
  const settled = () => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
  await settled();
  return {
    ...set,
    settled,
    panel,
    all,
    find,
    text: (selector: string) => (all(selector)[0]?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    /** The titles of the list. */
    rows: () => [...panel().querySelectorAll('.queue b')].map((item) => item.textContent),
    number: () => root()?.querySelector(`#tab-${tab} .num`)?.textContent,
    /** Where the keyboard is, as deep as it goes. */
    focused: () => {
      let at: Element | null = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at;
    },
    press: async (name: string, selector = 'button') => {
      await waitUntil(() => find(selector, name), `there is a ${selector} ${name}`);
      find(selector, name)?.click();
      await settled();
    },
    write: async (id: string, words: string) => {
      await waitUntil(() => find(`#${id}`), `there is a field ${id}`);
      const box = find(`#${id}`);
      if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement)) return;
      box.value = words;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled();
    },
    search: async (id: string, words: string) => {
      await waitUntil(() => find(`#${id}`), `there is a field ${id}`);
      const box = find(`#${id}`);
      if (!(box instanceof HTMLInputElement)) return;
      box.value = words;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.form?.requestSubmit();
      await settled();
    },
  };
}
