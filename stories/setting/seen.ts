import { userEvent } from 'storybook/test';

/** Milliseconds: the first story of a page waits for its database, on a busy machine for long. */
const patience = 25_000;

/** No sheet rises any more: until then its colours are not the real ones. */
async function still(): Promise<void> {
  for (const element of everything(document.body)) {
    if (element instanceof HTMLDialogElement) await Promise.allSettled(element.getAnimations().map(({ finished }) => finished));
  }
}

/** Asks again and again until it does not throw; what it threw last says what is missing. */
async function until<T>(ask: () => T): Promise<T> {
  for (const end = performance.now() + patience; ; ) {
    try {
      const found = ask();
      await still();
      return found;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}

/** Every element below a root, into open shadow roots, in the order of the document. */
function* everything(root: ParentNode): Generator<Element> {
  if (root instanceof Element && root.shadowRoot) yield* everything(root.shadowRoot);
  for (const child of root.children) {
    yield child;
    yield* everything(child);
  }
}

/** What stands there to be read, with one blank between the words of different elements. */
export function textOf(root: ParentNode): string {
  const words: string[] = [];
  for (const element of everything(root)) {
    if (element instanceof HTMLStyleElement || !element.checkVisibility()) continue;
    for (const node of element.childNodes) if (node instanceof Text && node.data.trim()) words.push(node.data.trim());
  }
  return words.join(' ');
}

/** The text with nothing between its pieces, as people read Chinese. */
const run = (text: string) => text.replaceAll(/\s+/g, '');

/** Waits until the words stand there. */
export const reads = (root: ParentNode, words: string | RegExp): Promise<void> =>
  until(() => {
    const text = textOf(root);
    const found = typeof words === 'string' ? run(text).includes(run(words)) : words.test(text);
    if (!found) throw new Error(`“${String(words)}” is not there, but: ${text.slice(0, 1500)}`);
  });

/** Waits for the element's own account of how it is. */
export async function inState<Tag extends keyof HTMLElementTagNameMap>(
  root: ParentNode,
  tag: Tag,
  state: 'loading' | 'ready' | 'empty' | 'error' | 'stale' | 'offline',
): Promise<HTMLElementTagNameMap[Tag]> {
  return until(() => {
    const element = root.querySelector(tag);
    if (element?.dataset['state'] !== state)
      throw new Error(`${tag} is ${element?.dataset['state'] ?? 'not there'}, not ${state}`);
    return element;
  });
}

const nameOf = (element: Element): string => {
  const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? [...(element.labels ?? [])] : [];
  return (
    element.getAttribute('aria-label') ??
    (labels.map((label) => label.textContent).join(' ') || element.textContent)
  ).trim();
};

const matches = (name: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? run(name) === run(wanted) || run(name).startsWith(run(wanted)) : wanted.test(name);

/** Waits for the first thing of its kind whose accessible name is, or begins with, the given words. */
export const find = (root: ParentNode, selector: string, name: string | RegExp = /^/): Promise<HTMLElement> =>
  until(() => {
    for (const element of everything(root)) {
      if (element instanceof HTMLElement && element.matches(selector) && matches(nameOf(element), name)) return element;
    }
    throw new Error(`no ${selector} “${String(name)}” in: ${textOf(root).slice(0, 1500)}`);
  });

/** Waits until there are at least so many. */
export const many = (root: ParentNode, selector: string, least: number): Promise<number> =>
  until(() => {
    const count = [...everything(root)].filter((element) => element.matches(selector)).length;
    if (count < least) throw new Error(`${count} ${selector}, not ${least}`);
    return count;
  });

/** Presses a button, tab or link as a hand would. */
export async function press(root: ParentNode, name: string | RegExp): Promise<HTMLElement> {
  const button = await find(root, 'button:not([aria-hidden=true]), a[href], [role=tab], summary, label', name);
  await userEvent.click(button);
  return button;
}

/** Writes into a field, over what stands in it. */
export async function write(root: ParentNode, field: string | RegExp, text: string): Promise<void> {
  const input = await find(root, 'input, textarea', field);
  await userEvent.click(input);
  if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.select();
  await userEvent.keyboard(text);
}
