// A package's sources as modules, with the types that whoever imports them can come to see.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { root } from './root.mjs';

/** What only tests and measurements of this repository use, and the drop-in files' entries, which Vite builds. */
const notPublished = /\.test\.ts$|(^|\/)testing\/|(^|\/)bench\/|^embed\//;

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const shared = {
  ...ts.convertCompilerOptionsFromJson(config.compilerOptions, root).options,
  noEmit: false,
  customConditions: [],
  rewriteRelativeImportExtensions: true,
};

/** Parsed once for all packages: the language's own types and the dependencies' are most of the work. */
const parsed = new Map();
const host = ts.createCompilerHost(shared);
const { getSourceFile } = host;
host.getSourceFile = (name, ...rest) => {
  if (!name.includes('/node_modules/')) return getSourceFile.call(host, name, ...rest);
  if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, ...rest));
  return parsed.get(name);
};

const demandNone = (diagnostics) => {
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, { ...host, getNewLine: () => '\n' }));
};

/** TypeScript 6.0 overlooks imports in what is assigned to a `#private` field by `??=`. The line stays as long as it is for the map. */
const forgotten = /\bimport\((["'])(\.{1,2}\/[^"'\n]*)\.ts\1\)/g;

/** `tsc` says whether the sources are right; here each becomes JavaScript by itself. */
function writeModules(src, dist, files) {
  for (const file of files) {
    const out = join(dist, file.replace(/\.ts$/, '.js'));
    const sourceRoot = `${relative(dirname(out), dirname(join(src, file)))}/`;
    const { outputText, sourceMapText, diagnostics } = ts.transpileModule(readFileSync(join(src, file), 'utf8'), {
      fileName: file.split('/').at(-1),
      reportDiagnostics: true,
      compilerOptions: { ...shared, sourceMap: true, sourceRoot },
    });
    demandNone(diagnostics);
    ts.sys.writeFile(out, outputText.replace(forgotten, 'import($1$2.js$1)'));
    ts.sys.writeFile(`${out}.map`, sourceMapText);
  }
}

const relativePath = /(["'])(\.{1,2}\/[^"'\n]*)\.ts\1/g;

/**
 * Types of the entries, of what those name, and so on. Packages are found as whoever installs them finds them, by what
 * their `exports` say: those that this one needs have to be compiled before.
 */
function writeTypes(src, dist, entries) {
  const options = {
    ...shared,
    rootDir: src,
    outDir: dist,
    declaration: true,
    declarationMap: true,
    emitDeclarationOnly: true,
    stripInternal: true,
  };
  const program = ts.createProgram({ rootNames: entries, host, options });
  const wanted = new Set(entries);
  // What is added while walking is walked as well.
  for (const file of wanted) {
    const source = program.getSourceFile(file);
    if (!source) throw new Error(`${file} is named by a type but not part of the program.`);
    const { diagnostics } = program.emit(source, (name, text, mark) => {
      for (const [, , path] of text.matchAll(relativePath)) wanted.add(resolve(dirname(file), `${path}.ts`));
      // TypeScript leaves these as they are; they name the modules that were compiled.
      ts.sys.writeFile(name, name.endsWith('.d.ts') ? text.replace(relativePath, '$1$2.js$1') : text, mark);
    });
    demandNone(diagnostics);
  }
}

/** The sources of what a package's `exports` name. */
function entriesOf(folder) {
  const { exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  return Object.values(exports)
    .flatMap((entry) => entry['five-micro-src'] ?? [])
    .map((path) => join(root, folder, path));
}

/** Writes a package's `dist`. */
export function compile(folder) {
  const [src, dist] = ['src', 'dist'].map((name) => join(root, folder, name));
  const files = readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.ts') && !notPublished.test(name));
  writeModules(src, dist, files);
  writeTypes(src, dist, entriesOf(folder));
}
