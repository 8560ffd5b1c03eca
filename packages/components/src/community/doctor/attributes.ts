import { type Place, setupText } from '../../shared/setup.ts';
import type { Finding } from './finding.ts';

const known = [
  'fm-community',
  'fm-wish-wall',
  'fm-action-signup',
  'fm-project-vote',
  'fm-points-leaderboard',
  'fm-star-gallery',
  'fm-member-card',
  'fm-organisation',
  'fm-worker-desk',
];

/** Closed lists that elements share. Their own lists fall back as well, but are not known here. */
const values: Readonly<Record<string, readonly string[]>> = {
  theme: ['neutral', 'party', 'spring'],
  mode: ['normal', 'elder'],
  display: ['hall'],
};

/** What any element may have, whatever it is. */
const anybodys =
  /^(?:class|id|style|slot|part|exportparts|hidden|inert|title|dir|role|lang|tabindex|nonce|is|translate|popover|draggable|accesskey|autofocus|contenteditable|spellcheck|enterkeyhint|inputmode|item(?:scope|type|prop|id|ref)|(?:data|aria|v|x|hx|ng|s|q)-.*|on.*|_ng.*|.*[:@.].*)$/;

/** In the page and in open shadow roots of the page's own elements. */
function* ours(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    if (element.localName.startsWith('fm-')) yield element;
    else if (element.shadowRoot) yield* ours(element.shadowRoot);
  }
}

function isInCommunity(element: Element): boolean {
  if (element.closest('fm-community')) return true;
  const root = element.getRootNode();
  return root instanceof ShadowRoot && isInCommunity(root.host);
}

function* attributesOf(element: Element, names: readonly string[]): Generator<Finding> {
  const tag = element.localName;
  for (const { name, value } of element.attributes) {
    if (!anybodys.test(name) && !names.includes(name)) {
      yield { kind: 'unknown-attribute', values: { tag, name, known: names.join(' ') } };
      continue;
    }
    const wrong = { kind: 'wrong-value', values: { tag, name, value } } as const;
    const list = Object.hasOwn(values, name) ? values[name] : undefined;
    if (list && value && !list.includes(value)) yield { ...wrong, values: { ...wrong.values, known: list.join(' ') } };
    if (name === 'lang' && value && !/^(?:zh|en)\b/i.test(value))
      yield { ...wrong, values: { ...wrong.values, known: 'zh-CN en' } };
    if (name === 'limit' && !(Number(value) >= 1)) yield { ...wrong, values: { ...wrong.values, known: '1 2 3 …' } };
  }
}

/** Resolves when the code of all known elements is there, or cannot be expected any more. */
export async function whenLoaded(root: ParentNode, patience: number): Promise<void> {
  const missing = new Set([...ours(root)].map(({ localName }) => localName).filter((tag) => known.includes(tag)));
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([
    Promise.all([...missing].map((tag) => customElements.whenDefined(tag))),
    new Promise((resolve) => {
      timer = setTimeout(resolve, patience);
    }),
  ]);
  clearTimeout(timer);
}

/** Whether elements of the page are what they are written as. Names come from the elements themselves. */
export function examineAttributes(root: ParentNode, place: Place): Finding[] {
  const findings: Finding[] = [];
  const unloaded = new Set<string>();
  for (const element of ours(root)) {
    const tag = element.localName;
    const itself = customElements.get(tag);
    if (!itself) {
      if (known.includes(tag)) unloaded.add(tag);
      else findings.push({ kind: 'tag', values: { tag, known: known.map((name) => `<${name}>`).join(' ') } });
      continue;
    }
    const names: unknown = Reflect.get(itself, 'observedAttributes');
    if (Array.isArray(names)) findings.push(...attributesOf(element, names.map(String)));
    if (!element.hasAttribute('api-url') && !('client' in element && element.client) && !isInCommunity(element))
      findings.push({ kind: 'alone', values: { tag, text: setupText('no-provider', place) } });
  }
  return [...findings, ...[...unloaded].map((tag): Finding => ({ kind: 'not-loaded', values: { tag } }))];
}
