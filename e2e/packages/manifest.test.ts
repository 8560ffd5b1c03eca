import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';

const src = fileURLToPath(new URL('../../packages/components/src', import.meta.url));
const components = join(inject('portal'), 'node_modules/@five-micro/components');
const source = (path: string) => readFileSync(join(src, path), 'utf8');

interface Described {
  name: string;
  description?: string;
  summary?: string;
  type?: { text: string };
}
interface Element extends Described {
  tagName: string;
  members?: (Described & { kind: string; privacy?: string; static?: boolean })[];
  attributes?: (Described & { fieldName?: string })[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: (Described & { default?: string })[];
}
interface Manifest {
  modules: { path: string; declarations: Element[] }[];
}

function json<T>(path: string): T {
  const value: T = JSON.parse(readFileSync(join(components, path), 'utf8'));
  return value;
}
const manifest = json<Manifest>('dist/custom-elements.json');
const elements = manifest.modules.flatMap(({ path, declarations }) =>
  declarations.map((element) => ({ ...element, file: path.replace(/^dist\//, '').replace(/\.js$/, '.ts') })),
);
const named = (items: Described[] = []) => items.map(({ name }) => name).sort();

/** All modules that an element can come to load, itself included; of types alone nothing is loaded. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const [, statement = '', path = ''] of source(file).matchAll(
    /(import(?! type\b)|export(?! type\b)|import\() ?(?:[^'";]*? from )?'(\.[^']+\.ts)'/g,
  )) {
    if (statement) reachedFrom(normalize(join(dirname(file), path)), reached);
  }
  return reached;
}

/** Events that leave an element, by the names of their classes, which are composed or go no further. */
const outward = new Set(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('events.ts'))
    .flatMap((path) =>
      [...source(path).matchAll(/export class (\w+) extends Event \{[^]*?super\('([\w-]+)', ([^;]*)\);/g)]
        .filter(([, , , options = '']) => /outward|composed/.test(options))
        .map(([, name = '']) => name),
    ),
);

describe('the custom-elements manifest', () => {
  it('has every element that the package registers, and no other', () => {
    const { exports } = json<{ exports: Record<string, { default?: string }> }>('package.json');
    const registered = Object.values(exports).flatMap(({ default: file }) => {
      if (!file || !/define\.js$/.test(file)) return [];
      const own = file.replace(/^\.\/dist\//, '').replace(/\.js$/, '.ts');
      return [
        ...[own, own.replace(/(\w+)\/define\.ts$/, '$1/$1.define.ts')].flatMap((path) =>
          [...reachedFrom(own)].includes(path) ? [...source(path).matchAll(/define\('(fm-[\w-]+)'/g)] : [],
        ),
      ].map(([, tag = '']) => tag);
    });
    expect(elements.map(({ tagName }) => tagName).sort()).toEqual([...new Set(registered)].sort());
  });

  it.each(elements)('describes everything of $tagName, and nothing that is not for pages', (element) => {
    const { members = [], attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
    expect(element.summary).toBeTruthy();
    const said = [...members, ...attributes, ...events, ...slots, ...cssParts, ...cssProperties];
    expect(said.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
    expect(
      members.filter(
        ({ name, privacy, static: isStatic }) => /^[#_]/.test(name) || isStatic || (privacy ?? 'public') !== 'public',
      ),
    ).toEqual([]);
  });

  it.each(elements.filter(({ tagName }) => tagName !== 'fm-community'))(
    'names every event that leaves $tagName',
    ({ file, events, tagName }) => {
      // What only the element's registration brings along is part of it.
      const definition = join(dirname(file), 'define.ts');
      const reached = new Set([...reachedFrom(file), ...(tagName === `fm-${dirname(file)}` ? reachedFrom(definition) : [])]);
      const fired = new Set(
        [...reached].flatMap((path) => [...source(path).matchAll(/new (Fm\w+Event)\(/g)].map(([, name = '']) => name)),
      );
      // A sheet's own, where the sheet is the element; a form that only edits posts nothing.
      if (!/detail|form/.test(tagName)) fired.delete('FmSheetCloseEvent');
      if (['fm-wish-detail', 'fm-organisation'].includes(tagName)) fired.delete('FmWishPostedEvent');
      // The sheet of a report is that of wishes too, and tells of one where it was about one.
      if (['fm-project-vote', 'fm-star-gallery', 'fm-action-signup'].includes(tagName)) fired.delete('FmWishChangedEvent');
      const documented = new Set((events ?? []).map(({ type }) => type?.text ?? ''));
      expect([...fired].filter((name) => outward.has(name) && !documented.has(name))).toEqual([]);
      expect([...documented].filter((name) => !fired.has(name))).toEqual([]);
    },
  );

  it.each(elements.filter(({ tagName }) => !/detail|form/.test(tagName)))('names every slot of $tagName', ({ file, slots }) => {
    // In its own folder, but not in elements of their own that it has there.
    const own = [...reachedFrom(file)].filter(
      (path) => path === file || (dirname(path) === dirname(file) && !/class Fm\w+ extends Fm/.test(source(path))),
    );
    const found = own.flatMap((path) =>
      [...source(path).matchAll(/<slot(?: name="([\w-]+)")?[\s>]/g)].map(([, name = '']) => name),
    );
    expect(named(slots)).toEqual([...new Set(found)].sort());
  });

  it('names every custom property that a page can set, with what it is by default', async () => {
    const styles = (name: string) => import(pathToFileURL(join(components, 'dist/shared/styles', name)).href);
    const [{ tokenStyles }, { toneStyles }] = await Promise.all([styles('tokens.styles.js'), styles('tones.styles.js')]);
    const css = `${tokenStyles.cssText}${toneStyles.cssText}`;
    const names = [...new Set([...css.matchAll(/var\((--fm-[\w-]+),var\(--d-/g)].map(([, name = '']) => name)), '--fm-font'];
    const wall = elements.find(({ tagName }) => tagName === 'fm-wish-wall');
    expect(named(wall?.cssProperties)).toEqual(names.sort());
    expect(wall?.cssProperties?.find(({ name }) => name === '--fm-accent')?.default).toBe('#0d6668');
  });
});

it('editors know the tags, the values of attributes and the custom properties', () => {
  const html = json<{ tags: { name: string; attributes: { name: string; values: { name: string }[] }[] }[] }>(
    'dist/vscode.html-custom-data.json',
  );
  expect(html.tags.map(({ name }) => name).sort()).toEqual(elements.map(({ tagName }) => tagName).sort());
  const mode = html.tags.find(({ name }) => name === 'fm-community')?.attributes.find(({ name }) => name === 'mode');
  expect(mode?.values.map(({ name }) => name)).toEqual(['normal', 'elder']);
  const css = json<{ properties: Described[] }>('dist/vscode.css-custom-data.json');
  expect(css.properties.filter(({ name }) => name === '--fm-accent')).toHaveLength(1);

  const webTypes = json<{ name: string; version: string; contributions: { html: { elements: Described[] } } }>(
    'dist/web-types.json',
  );
  const { name, version } = json<{ name: string; version: string }>('package.json');
  expect(webTypes).toMatchObject({ name, version });
  expect(named(webTypes.contributions.html.elements)).toEqual(named(html.tags));
});

it.each(['react', 'vue', 'svelte'])('%s knows every attribute that a page can write', (framework) => {
  const types = readFileSync(join(components, `dist/frameworks/${framework}.d.ts`), 'utf8');
  for (const { name, attributes = [] } of elements) {
    const [, props = ''] = new RegExp(`interface ${name}Props \\{\\n([^]*?)\\n\\}`).exec(types) ?? [];
    // An element says itself how it stands.
    const written = attributes.filter((attribute) => attribute.name !== 'data-state');
    const key = (attribute: (typeof written)[number]) => (framework === 'vue' ? attribute.fieldName : attribute.name);
    expect(written.map(key).filter((one) => !props.includes(`'${one}'?:`))).toEqual([]);
  }
});
