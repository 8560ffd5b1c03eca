// Storybook's own frame speaks English and has no setting for it. What of it a designer meets is said in Chinese here, by
// what stands there; what is not in the dictionary stays as it is.
import type { Language } from '../words/language.ts';
import { frameWords } from '../words/zh/frame.ts';
import { titles } from '../words/zh/titles.ts';

const attributes = ['aria-label', 'placeholder', 'title'] as const;
type Said = { readonly english: string; readonly put: string };

/** Names of groups stand below what a search finds. */
const chineseOf = (english: string): string | undefined => frameWords[english.trim()] ?? titles[english.trim()];

/** @returns how to tell it the language */
export function speakIn(root: HTMLElement): (lang: Language) => void {
  let lang: Language = 'en';
  const texts = new WeakMap<Text, Said>();
  const labels = new WeakMap<Element, Map<string, Said>>();

  /** What is to stand there; undefined where it stands already, or nothing is known of it. */
  const next = (now: string, said: Said | undefined): Said | undefined => {
    const english = said?.put === now ? said.english : now;
    const chinese = chineseOf(english);
    if (chinese === undefined) return undefined;
    const put = lang === 'en' ? english : chinese;
    return put === now ? undefined : { english, put };
  };
  const sayText = (text: Text) => {
    const said = next(text.data, texts.get(text));
    if (!said) return;
    texts.set(text, said);
    text.data = said.put;
  };
  const sayLabels = (element: Element) => {
    for (const name of attributes) {
      const now = element.getAttribute(name);
      const known = labels.get(element) ?? new Map<string, Said>();
      const said = now === null ? undefined : next(now, known.get(name));
      if (!said) continue;
      labels.set(element, known.set(name, said));
      element.setAttribute(name, said.put);
    }
  };
  const sayAll = (node: Node) => {
    if (node instanceof Text) sayText(node);
    if (node instanceof Element) sayLabels(node);
    for (const child of node.childNodes) sayAll(child);
  };

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === 'childList') addedNodes.forEach(sayAll);
      else if (target instanceof Text) sayText(target);
      else if (target instanceof Element) sayLabels(target);
    }
  }).observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: [...attributes] });

  return (chosen) => {
    lang = chosen;
    sayAll(root);
  };
}
