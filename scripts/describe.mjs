// Everything that describes the elements to tools, from their docstrings: the manifest, types for frameworks, data for editors.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkTypes } from './frameworks.mjs';
import { createManifest, tokenCss } from './manifest.mjs';
import { root } from './root.mjs';

const folder = join(root, 'packages/components');
const dist = join(folder, 'dist');

const write = (path, text) => writeFileSync(join(dist, path), text);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** A library as the field publishes them: compiled in part, finished by the compiler of whoever uses it. */
async function angularLibrary(source) {
  const { performCompilation, formatDiagnostics } = await import('@angular/compiler-cli');
  const ts = await import('typescript');
  const file = join(dist, 'frameworks/angular.ts');
  writeFileSync(file, source);
  const { diagnostics } = performCompilation({
    rootNames: [file],
    options: {
      rootDir: join(dist, 'frameworks'),
      outDir: join(dist, 'frameworks'),
      declaration: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      types: [],
      strict: true,
      skipLibCheck: true,
      compilationMode: 'partial',
    },
  });
  rmSync(file);
  if (diagnostics.length > 0) throw new Error(formatDiagnostics(diagnostics));
}

/** Every element names the custom properties that all of them have. */
const once = (items) => [...new Map(items.map((item) => [item.name, item])).values()];

async function editorData(manifest) {
  // One of the two reads a package.json in the folder it runs in when it is loaded.
  const before = process.cwd();
  process.chdir(folder);
  const { getVsCodeCssCustomData, getVsCodeHtmlCustomData } = await import('custom-element-vs-code-integration');
  const { getWebTypesData } = await import('custom-element-jet-brains-integration');
  process.chdir(before);
  // They write into what they are given.
  const made = (generate) => JSON.parse(generate(structuredClone(manifest), {}));
  const css = made(getVsCodeCssCustomData);
  const webTypes = made(getWebTypesData);
  const { contributions } = webTypes;
  write('vscode.html-custom-data.json', json(made(getVsCodeHtmlCustomData)));
  write('vscode.css-custom-data.json', json({ ...css, properties: once(css.properties) }));
  write(
    'web-types.json',
    json({
      ...webTypes,
      contributions: { ...contributions, css: { ...contributions.css, properties: once(contributions.css.properties) } },
    }),
  );
}

/** Adds to a compiled `dist` what tools read of it. */
export async function describeComponents() {
  const manifest = createManifest(await tokenCss(dist, '.js'));
  write('custom-elements.json', json(manifest));
  mkdirSync(join(dist, 'frameworks'), { recursive: true });
  const { types, angular } = frameworkTypes(manifest);
  for (const [framework, text] of Object.entries(types)) {
    write(`frameworks/${framework}.d.ts`, text);
    write(`frameworks/${framework}.js`, 'export {};\n');
  }
  await angularLibrary(angular);
  await editorData(manifest);
}
