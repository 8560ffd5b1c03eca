import manifest from 'virtual:five-micro/manifest';
import { type ElementName, snippetFor } from '../../examples/configurator/snippets.ts';
import type { Snippet } from '../channel.ts';
import { type Edits, ruleOf } from '../tokens/rule.ts';

/** What a story says of itself, and the toolbar of all. */
export interface Shown {
  /** The story's element. */
  readonly component: string | undefined;
  /** The public element that shows it on a real page, where it is a part of one. */
  readonly partOf: string | undefined;
  readonly area: string;
  readonly globals: Readonly<Record<string, unknown>>;
}

const oneOf = <T extends string>(value: unknown, first: T, ...rest: T[]): T => rest.find((one) => one === value) ?? first;

/** What the page wrote on the element: all that the manifest tells of, but not what the element says of itself. */
function attributesOf(tag: string, root: ParentNode): [name: string, value: string][] {
  const element = root.querySelector(tag);
  const declared = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  const own = (declared?.attributes ?? []).filter(({ fieldName }) => fieldName);
  return own.flatMap(({ name, type }): [string, string][] => {
    const value = element?.getAttribute(name) ?? undefined;
    // An element that reflects a property may say that there is nothing.
    const isSaid = type?.text === 'boolean' ? value !== undefined : value;
    return isSaid ? [[name, value ?? '']] : [];
  });
}

/** What a page has of its own around the elements: its day or night, and the colours of the editor. */
function styleOf(edits: Edits, globals: Shown['globals']): string {
  const rules = `${globals['scheme'] === 'dark' ? 'fm-community { color-scheme: dark; }\n' : ''}${ruleOf(edits)}`;
  return rules && `<style>\n${rules.replace(/^(?=.)/gm, '  ')}</style>\n`;
}

/** As the embed configurator writes it, for the story that is shown, with what was changed of its looks. */
export function snippetOf(root: ParentNode, { component = '', partOf, area, globals }: Shown, edits: Edits): Snippet {
  const tag = partOf ?? component;
  // The community itself is around every element.
  const name = (tag === 'fm-community' ? 'wish-wall' : tag.replace('fm-', '')) as ElementName;
  const pasted = snippetFor('html', {
    elements: [name],
    own: { [name]: attributesOf(tag, root) },
    area,
    theme: oneOf(globals['theme'], 'neutral', 'party', 'spring'),
    lang: oneOf(globals['lang'], 'zh-CN', 'en'),
    mode: oneOf(globals['mode'], 'normal', 'elder'),
    server: 'https://wishes.example',
    tokenUrl: '',
    contact: '',
  });
  return { tag, html: styleOf(edits, globals) + pasted };
}
