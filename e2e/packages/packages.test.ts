import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import ts from 'typescript';
import { describe, expect, inject, it } from 'vitest';

const run = promisify(execFile);
const portal = inject('portal');
const tarballs = inject('tarballs');
const names = Object.keys(tarballs);
const installed = (name: string, ...path: string[]) => join(portal, 'node_modules/@five-micro', name, ...path);

interface Manifest {
  version: string;
  exports: Record<string, unknown>;
}
async function manifestOf(name: string): Promise<Manifest> {
  const manifest: Manifest = JSON.parse(await readFile(installed(name, 'package.json'), 'utf8'));
  return manifest;
}

/** As `@five-micro/sdk/wishes`, for everything that can be imported. */
async function entriesOf(name: string): Promise<string[]> {
  const { exports } = await manifestOf(name);
  return Object.keys(exports)
    .filter((entry) => !entry.endsWith('.json') && !entry.endsWith('*'))
    .map((entry) => `@five-micro/${name}${entry.slice(1)}`);
}

describe.each(names)('the package %s', (name) => {
  it('has nothing that publint would change', async () => {
    const tarball = await readFile(tarballs[name]!);
    const { messages, pkg } = await publint({ pack: { tarball: Uint8Array.from(tarball).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that are right for everyone who can import it', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(await readFile(tarballs[name]!)));
    if (!analysis.types) throw new Error('There are no types.');
    // ES modules only: those that `require` in old ways, or look for files beside `exports`, are not meant.
    const meant = new Set(['node16-esm', 'bundler']);
    const problems = analysis.problems.filter((problem) => !('resolutionKind' in problem) || meant.has(problem.resolutionKind));
    expect(problems).toEqual([]);
  });

  it('holds no tests and no tools of this repository', async () => {
    const files = await readdir(installed(name), { recursive: true });
    expect(files.filter((file) => /\.test\.|(^|\/)(testing|bench)(\/|$)|embed-modules|tsbuildinfo/.test(file))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/index.d.ts']));
  });
});

it('every entry of every package can be imported in plain Node', async () => {
  // Angular's directives need Angular, which is nobody's business who uses something else.
  const entries = (await Promise.all(names.map(entriesOf))).flat().filter((entry) => !entry.endsWith('/angular'));
  const script = `
    const failed = [];
    for (const entry of ${JSON.stringify(entries)}) await import(entry).catch((error) => failed.push(entry + ': ' + error));
    const found = import.meta.resolve('@five-micro/components/embed/five-micro.js');
    if (!found.endsWith('/dist/embed/five-micro.js')) failed.push(found);
    console.log(JSON.stringify(failed));
    process.exit(0);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: portal });
  expect(entries.length).toBeGreaterThan(30);
  expect(JSON.parse(stdout)).toEqual([]);
});

it('the types of every entry compile with all checks in a program that imports them', async () => {
  const entries = (await Promise.all(names.map(entriesOf)))
    .flat()
    .filter((entry) => !/\/(react|vue|svelte|angular)$/.test(entry));
  const file = join(portal, 'everything.ts');
  await writeFile(file, entries.map((entry, index) => `export * as entry${index} from '${entry}';`).join('\n'));
  const program = ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    typeRoots: [fileURLToPath(new URL('../../node_modules/@types', import.meta.url))],
    types: ['node'],
    strict: true,
    skipLibCheck: false,
    noEmit: true,
  });
  const problems = ts.getPreEmitDiagnostics(program);
  expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});

it('the drop-in files are those of one build, not of all that were built here', async () => {
  for (const folder of [installed('components', 'dist/embed/v'), installed('server', 'dist/embed/v')])
    expect([folder, await readdir(folder)]).toEqual([folder, [expect.any(String)]]);
});

describe('the installed server', () => {
  const url = inject('server');

  it('has the sample community with its pictures', async () => {
    const answer = await fetch(`${url}/api/v1/areas/yikang/wishes?limit=100`);
    const { items }: { items: { photos: { url: string }[] }[] } = await answer.json();
    const picture = items.flatMap(({ photos }) => photos)[0]!;
    const { status, headers } = await fetch(new URL(picture.url, url));
    expect([status, headers.get('content-type')]).toEqual([200, 'image/webp']);
  });

  it('serves the drop-in files, with what each of them needs', async () => {
    const { version, files }: { version: string; files: Record<string, unknown> } = await (
      await fetch(`${url}/embed/manifest.json`)
    ).json();
    expect(version).toBe((await manifestOf('components')).version);
    const answers = await Promise.all(['five-micro.js', ...Object.keys(files)].map((file) => fetch(`${url}/embed/${file}`)));
    expect(answers.filter(({ ok }) => !ok).map((answer) => answer.url)).toEqual([]);
  });

  it.each([
    ['/', '怡康社区'],
    ['/recount/', 'recount'],
  ])('shows %s of the demo portal', async (path, words) => {
    const page = await fetch(`${url}${path}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(words);
  });
});
