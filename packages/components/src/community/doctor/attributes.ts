import type { FmActionSignup } from '../../action-signup/action-signup.ts';
import type { FmPointsLeaderboard } from '../../points-leaderboard/points-leaderboard.ts';
import type { FmWishWall } from '../../wish-wall/wish-wall.ts';
import type { FmCommunity } from '../community.ts';
import { periodForm } from '../../shared/options.ts';
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

/** All words that an attribute may be, except for the empty one. The compiler asks for each. */
const listOf = <T extends string>(words: Record<Exclude<T, ''>, 1>): string[] => Object.keys(words);

/** Closed lists that elements share. */
const values: Readonly<Record<string, readonly string[]>> = {
  theme: listOf<FmCommunity['theme']>({ neutral: 1, party: 1, spring: 1 }),
  mode: listOf<FmCommunity['mode']>({ normal: 1, elder: 1 }),
  display: listOf<FmActionSignup['display']>({ hall: 1 }),
};

/** And those of single elements. */
const own: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'fm-wish-wall': {
    status: listOf<FmWishWall['status']>({ open: 1, 'in-progress': 1, helped: 1 }),
    kind: listOf<FmWishWall['kind']>({ item: 1, service: 1, company: 1 }),
  },
  'fm-action-signup': { show: listOf<FmActionSignup['show']>({ free: 1, soon: 1, mine: 1 }) },
  'fm-points-leaderboard': {
    period: listOf<FmPointsLeaderboard['period']>({ week: 1, month: 1, quarter: 1, year: 1, all: 1 }),
    of: listOf<FmPointsLeaderboard['of']>({ members: 1, organisations: 1 }),
  },
};

/** What has a form instead of a list: whether it fits, and examples. */
const forms: Readonly<Record<string, readonly [fits: RegExp, known: string]>> = {
  lang: [/^(?:zh|en)\b/i, 'zh-CN en'],
  limit: [/^(?:[1-9]\d?|100)$/, '1 2 3 … 100'],
  'fm-star-gallery period': [periodForm, '2026 2026-Q4 2026-11'],
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
    const list = own[tag]?.[name] ?? values[name];
    const [fits, known = list?.join(' ') ?? ''] = forms[`${tag} ${name}`] ?? forms[name] ?? [];
    const isRight = fits ? fits.test(value) : !list || list.includes(value);
    if (!isRight && value) yield { kind: name === 'limit' ? 'wrong-number' : 'wrong-value', values: { tag, name, value, known } };
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
