import { type Word, words } from './words.ts';

const asked = new URLSearchParams(location.search);
/** Of this page itself; the elements may speak another. */
export const language = (asked.get('lang') ?? navigator.language).startsWith('en') ? 'en' : 'zh-CN';
export const { say, where } = words[language];

export function part(name: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-${name}]`);
  if (!found) throw new Error(`The page has no ${name}.`);
  return found;
}

export function made<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const tell = (word: Word): void => {
  part('status').textContent = say[word];
};

/** Puts the words of the page's language where they belong. */
export function speak(): void {
  document.documentElement.lang = language;
  document.title = say.title;
  for (const element of document.querySelectorAll<HTMLElement>('[data-say]')) {
    const word = element.dataset['say'];
    if (word !== undefined && word in say) element.textContent = say[word as Word];
  }
}

/** Where a browser does not let a page copy, at least selects what is meant. */
export async function copy(text: string, shown?: Node): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell('copied');
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown);
    tell('selected');
  }
}
