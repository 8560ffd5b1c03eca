import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { createManifest, elementsOf } from '../../scripts/manifest.mjs';
import { root } from './pages.ts';

const elements = elementsOf(createManifest(''));
const attributesOf = new Map(
  elements.map(({ tagName, attributes = [] }) => [
    tagName,
    new Map(attributes.map(({ name, type }) => [name, type?.text ?? ''])),
  ]),
);
const events = new Set(elements.flatMap((element) => element.events ?? []).map(({ name }) => name));
const properties = new Set(elements.flatMap((element) => element.cssProperties ?? []).map(({ name }) => name));
/** The drop-in files by their names; the loader is `five-micro.js`. */
const entries = new Set(
  globSync('packages/components/src/embed/*.ts', { cwd: root }).map((path) =>
    basename(path)
      .replace(/^loader\b/, 'five-micro')
      .replace(/\.ts$/, '.js'),
  ),
);

/** Tags, events, custom properties and drop-in files that a text names and nobody has. */
export function unknownNames(text: string): string[] {
  const tags = [...text.matchAll(/(?<![\w-])fm-[a-z]+(?:-[a-z]+)*(?![\w-]|…)/g)].map(([name]) => name);
  const custom = [...text.matchAll(/(?<![\w-])--fm-[a-z]+(?:-[a-z0-9]+)*(?![\w-]|…)/g)].map(([name]) => name);
  const files = [...text.matchAll(/\/embed\/(?:v\/[^/]+\/)?([\w-]+\.js)\b/g)].map(([, name = '']) => name);
  return [
    ...tags.filter((name) => !attributesOf.has(name) && !events.has(name)),
    ...custom.filter((name) => !properties.has(name)),
    ...files.filter((name) => !entries.has(name)),
  ];
}

/** What every element may have. */
const everywhere = new Set(['slot', 'id', 'class', 'hidden', 'title', 'dir', 'lang']);

function faultOfAttribute(tag: string, name: string, value: string): string | undefined {
  const known = attributesOf.get(tag);
  const type = known?.get(name);
  if (type === undefined) return everywhere.has(name) ? undefined : `<${tag}> has no attribute ${name}`;
  const words = [...type.matchAll(/'([^']*)'/g)].map(([, word]) => word);
  if (words.length > 0 && !words.includes(value)) return `${name}="${value}" of <${tag}> is none of ${words.join(', ')}`;
  if (type === 'boolean' && value !== '') return `${name} of <${tag}> is there or not, and has no value`;
  return type === 'number' && !/^\d+$/.test(value) ? `${name}="${value}" of <${tag}> is no number` : undefined;
}

/** What a browser or the elements would not understand of a snippet. */
export function faultsOfMarkup(html: string): string[] {
  const faults: string[] = [];
  const fragment = parseFragment(html, { onParseError: ({ code, startLine }) => faults.push(`line ${startLine}: ${code}`) });
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node && node.tagName.startsWith('fm-'))
      faults.push(...node.attrs.flatMap(({ name, value }) => faultOfAttribute(node.tagName, name, value) ?? []));
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(fragment);
  return [...faults, ...unknownNames(html)];
}
