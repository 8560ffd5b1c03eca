// The custom-elements manifest: what the elements' docstrings say, for whoever builds with them. All other descriptions of
// the elements (types for frameworks, data for editors, docs) are made from it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { root } from './root.mjs';

export const src = join(root, 'packages/components/src');

const sources = () =>
  readdirSync(src, { recursive: true })
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|testing\//.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

/** Names of events with their classes, as the sources tell TypeScript. */
function eventClasses(files) {
  const found = {};
  for (const { text } of files) {
    const [, map = ''] = /interface HTMLElementEventMap \{([^}]*)\}/.exec(text) ?? [];
    for (const [, name, type] of map.matchAll(/'([\w-]+)': (\w+);/g)) found[name] = type;
  }
  return found;
}

/** Sheets that declare custom properties. */
const tokenSheets = { 'tokens.styles': 'tokenStyles', 'tones.styles': 'toneStyles' };

/** The text of all token sheets, from the modules in `folder`: the sources, or what was compiled from them. */
export async function tokenCss(folder, ending) {
  const sheets = Object.entries(tokenSheets).map(async ([file, sheet]) => {
    const module = await import(pathToFileURL(join(folder, 'shared/styles', file + ending)).href);
    return module[sheet].cssText;
  });
  return (await Promise.all(sheets)).join('\n');
}

/** As the light and normal theme has them, by name; null where the page decides. */
export function tokensOf(css) {
  const names = [...css.matchAll(/--_([\w-]+):var\(--fm-/g)].map(([, name]) => name);
  const values = Object.fromEntries(
    [...css.matchAll(/--d-([\w-]+):([^;]+);/g)].reverse().map(([, name, value]) => [name, value]),
  );
  return Object.fromEntries(names.map((name) => [`--fm-${name}`, values[name] ?? null]));
}

/** A closed list with "nothing said" in it, which in an attribute is said by leaving it out. */
const attributeType = ({ text }) => ({ text: text.replace(/^'' \| | \| ''| \| undefined$/g, '') });

/** What is `@internal` but listed among Lit's properties comes without either. */
const isTold = ({ description, type }) => description !== undefined || type !== undefined;

const isShown = ({ kind, privacy, static: isStatic, name }) =>
  (kind === 'field' || kind === 'method') && !isStatic && (privacy ?? 'public') === 'public' && !name.startsWith('#');

/** Only what a page can rely on, in an order that does not depend on where it is written. */
function published(element, { events, tokens }) {
  const { members = [], attributes = [], cssProperties = [], cssParts = [], ...rest } = element;
  const from = ({ inheritedFrom: _, ...item }) => item;
  return {
    ...rest,
    // What follows is for whoever changes it.
    ...(rest.summary && { summary: rest.summary.split(/\n\s*\n/)[0] }),
    ...(members.length > 0 && { members: members.filter((member) => isTold(member) && isShown(member)).map(from) }),
    ...(attributes.length > 0 && {
      attributes: attributes
        .filter(isTold)
        .map(({ type, ...attribute }) => ({ ...from(attribute), ...(type && { type: attributeType(type) }) })),
    }),
    ...(element.events && {
      // What is dispatched is found as well, under names that are none.
      events: element.events
        .filter(({ name }) => name?.startsWith('fm-'))
        .map((event) => ({ ...from(event), type: { text: events[event.name] ?? 'Event' } })),
    }),
    ...(element.slots && { slots: element.slots.map(from) }),
    ...(cssParts.length > 0 && { cssParts: cssParts.map(from) }),
    ...(cssProperties.length > 0 && {
      cssProperties: cssProperties.map((property) => ({
        ...from(property),
        ...(tokens[property.name] && { default: tokens[property.name] }),
      })),
    }),
    superclass: { name: 'LitElement', package: 'lit' },
  };
}

const built = (path) => `dist/${path.replace(/\.ts$/, '.js')}`;

/** `css` is the text of all token sheets, for the defaults of custom properties. */
export function createManifest(css) {
  const files = sources();
  const wanted = files.filter(({ path, text }) => /^ \* @tag fm-/m.test(text) || /^shared\/(base|elements)\.ts$/.test(path));
  const modules = wanted.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  const manifest = create({ modules, plugins: litPlugin(), context: { dev: false } });
  const facts = { events: eventClasses(files), tokens: tokensOf(css) };
  return {
    schemaVersion: manifest.schemaVersion,
    readme: 'README.md',
    modules: manifest.modules.flatMap(({ path, declarations }) =>
      declarations
        .filter(({ tagName }) => tagName)
        .map((element) => {
          const module = built(path);
          const declaration = { name: element.name, module };
          return {
            kind: 'javascript-module',
            path: module,
            declarations: [published(element, facts)],
            exports: [
              { kind: 'js', name: element.name, declaration },
              { kind: 'custom-element-definition', name: element.tagName, declaration },
            ],
          };
        }),
    ),
  };
}

/** The elements of a manifest. */
export const elementsOf = (manifest) => manifest.modules.flatMap(({ declarations }) => declarations);
