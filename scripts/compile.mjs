// A package's sources as modules with their types.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './root.mjs';

/** What only tests and measurements of this repository use, and the drop-in files' entries, which Vite builds. */
const notPublished = /\.test\.ts$|(^|\/)testing\/|(^|\/)bench\/|^embed\//;

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);

/** Parsed once for all packages: the language's own types and the dependencies' are most of the work. */
const parsed = new Map();

const host = ts.createCompilerHost(options);
const { getSourceFile } = host;
host.getSourceFile = (name, ...rest) => {
  if (!name.includes('/node_modules/')) return getSourceFile.call(host, name, ...rest);
  if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, ...rest));
  return parsed.get(name);
};

const format = (diagnostics) => ts.formatDiagnostics(diagnostics, { ...host, getNewLine: () => '\n' });

/** Types are not rewritten by TypeScript, and name the files that were compiled. */
const withBuiltNames = (types) => types.replace(/(["'])(\.{1,2}\/[^"'\n]*)\.ts\1/g, '$1$2.js$1');

/**
 * Writes `dist`. Packages are found as whoever installs them finds them, by what their `exports` say: those that this
 * one needs have to be compiled before.
 */
export function compile(folder) {
  const [src, dist] = ['src', 'dist'].map((name) => join(root, folder, name));
  const files = readdirSync(src, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !notPublished.test(name))
    .map((name) => join(src, name));
  const program = ts.createProgram({
    rootNames: files,
    host,
    options: {
      ...options,
      noEmit: false,
      noEmitOnError: true,
      customConditions: [],
      rootDir: src,
      outDir: dist,
      declaration: true,
      declarationMap: true,
      sourceMap: true,
      stripInternal: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const { diagnostics } = program.emit(undefined, (name, text, mark) =>
    ts.sys.writeFile(name, name.endsWith('.d.ts') ? withBuiltNames(text) : text, mark),
  );
  const problems = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(), ...diagnostics];
  if (problems.length > 0) throw new Error(format(problems));
}
