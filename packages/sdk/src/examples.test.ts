import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { blocks } from '../../../test/docs/pages.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = at('../../..');

const given = `
import * as sdk from '${at('./index.ts')}';
declare const client: sdk.FiveMicro;
declare const [id, other, member, comment, ballot]: string[] & { 0: string; 1: string; 2: string; 3: string; 4: string };
declare const picture: Blob;
declare const portal: { token(): Promise<string | null> };
`;
/** What an example may use without importing it. */
const names = ['createFiveMicro', 'createCore', 'complete', 'isFiveMicroError', 'tokenFromUrl'];

interface Example {
  /** As `Wishes.claim`, or the file it stands in. */
  of: string;
  code: string;
}

const sources = readdirSync(at('.'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ts.createSourceFile(name, readFileSync(join(at('.'), name), 'utf8'), ts.ScriptTarget.ES2022, true));

const exampleOf = (node: ts.Node): string | undefined => {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'example');
  return tag && ts.getTextOfJSDocComment(tag.comment);
};
const isInternal = (node: ts.Node) => ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');

/** Interfaces of what a client has: their methods are what a portal's developer calls. */
const resources = new Set(
  'Areas Wishes Actions Projects Rounds RoundReads Stars StarReads Points Members Myself Rights Moderation Organisations ReportIns Uploads Live Session List'.split(
    ' ',
  ),
);

const methods = sources.flatMap((source) =>
  source.statements
    .filter(ts.isInterfaceDeclaration)
    .filter(({ name }) => resources.has(name.text))
    .flatMap(({ name, members }) =>
      members
        // A verb is a property that holds a function; what is only read is none.
        .filter(
          (member) => !ts.getCombinedModifierFlags(member) && (ts.isMethodSignature(member) || ts.isPropertySignature(member)),
        )
        .map((member) => ({ of: `${name.text}.${member.name?.getText()}`, node: member })),
    ),
);

const functions = sources.flatMap((source) =>
  source.statements
    .filter((statement) => exampleOf(statement) !== undefined)
    .map((statement) => ({ of: `${source.fileName}:${statement.getStart()}`, node: statement })),
);

/** Of every page, what is not cut out of a file that is compiled itself. */
const snippets: Example[] = blocks
  .filter(({ language, file }) => language === 'ts' && file === undefined)
  .map(({ name, code }) => ({ of: name, code }));

/** Compiles each as a module of its own, as strictly as we compile ourselves. */
function problemsOf(examples: Example[]): string[] {
  const files = new Map(
    examples.map(({ of, code }, index) => {
      const used = names.filter((name) => code.includes(name) && !new RegExp(`import [^;]*\\b${name}\\b`).test(code));
      const declared = given
        .split('\n')
        .filter(
          (line) =>
            !/declare const (\w+)/.test(line) || !new RegExp(`const ${/declare const (\w+)/.exec(line)?.[1]}\\b`).test(code),
        );
      const imports = used.length > 0 ? `import { ${used.join(', ')} } from '${at('./index.ts')}';\n` : '';
      const types =
        /FiveMicroCore/.test(code) && !/import [^;]*FiveMicroCore/.test(code)
          ? `import type { FiveMicroCore } from '${at('./index.ts')}';\n`
          : '';
      return [
        join(at('.'), `example-${index}.ts`),
        { of, text: `${declared.join('\n')}${imports}${types}${code}\nexport {};\n` },
      ] as const;
    }),
  );
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.fileExists = (path) => files.has(path) || disk.fileExists(path);
  host.readFile = (path) => files.get(path)?.text ?? disk.readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const file = files.get(path);
    return file ? ts.createSourceFile(path, file.text, ts.ScriptTarget.ES2022) : disk.getSourceFile(path, ...rest);
  };
  const program = ts.createProgram({
    rootNames: [...files.keys()],
    host,
    // Examples show what is answered without doing anything with it.
    options: { ...options, noUnusedLocals: false, noUnusedParameters: false, module: ts.ModuleKind.ESNext },
  });
  return [...files].flatMap(([path, { of }]) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${of}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

describe('the documentation of the SDK', () => {
  it('has an example of every method', () => {
    expect(methods.length).toBeGreaterThan(100);
    expect(methods.filter(({ node }) => !isInternal(node) && exampleOf(node) === undefined).map(({ of }) => of)).toEqual([]);
  });

  it('has only examples that compile', () => {
    expect(snippets.length).toBeGreaterThan(10);
    const examples = [...methods, ...functions].flatMap(({ of, node }) => {
      const code = exampleOf(node);
      return code === undefined ? [] : { of, code };
    });
    expect(problemsOf([...examples, ...snippets])).toEqual([]);
  }, 60_000);
});
