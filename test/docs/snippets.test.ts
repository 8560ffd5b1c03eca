import { transform } from 'esbuild';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { faultOf, faultOfOurs } from './commands.ts';
import { faultsOfMarkup, unknownNames } from './elements.ts';
import { faultsOfJson } from './json.ts';
import { faultsOfNginx, faultsOfUnit, fileOf, nginxOn, shellOn, systemdOn } from './machine.ts';
import { type Block, blocks, pages } from './pages.ts';
import { commandsIn } from './shell.ts';

/** Blocks that the test of their own page reads: run, compared with what is said, or compiled. */
const readElsewhere: Readonly<Record<string, string>> = {
  'docs/login.md (php)': 'packages/server/src/node/login-doc.test.ts',
  'docs/login.md (text)': 'packages/server/src/node/login-doc.test.ts',
  'docs/webhooks.md (java)': 'packages/server/src/webhooks/doc.test.ts',
  'docs/conformance.md ()': 'packages/conformance/src/docs.test.ts',
  'docs/drop-in.md ()': 'e2e/pages.test.ts',
  'docs/wechat.md ()': 'e2e/wechat.ts',
  'docs/frameworks.md (of a file)': 'e2e/packages/frameworks-docs.test.ts',
};

function faultsOfScript(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    fileName: 'snippet.js',
    compilerOptions: { allowJs: true, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

async function faultsOfStyles(code: string): Promise<string[]> {
  const { warnings } = await transform(code, { loader: 'css', logLevel: 'silent' });
  return warnings.map(({ text }) => text);
}

const faultsOfShell = async (code: string): Promise<string[]> =>
  (await Promise.all(commandsIn(code).map(faultOf))).filter((fault) => fault !== undefined);

/** How each kind of block is tried. TypeScript is compiled in packages/sdk/src/examples.test.ts, all pages at once. */
const tried: Readonly<Record<string, (code: string) => string[] | Promise<string[]>>> = {
  ts: () => [],
  js: faultsOfScript,
  html: faultsOfMarkup,
  css: faultsOfStyles,
  json: faultsOfJson,
  sh: faultsOfShell,
  nginx: faultsOfNginx,
  ini: faultsOfUnit,
};

const withoutGaps = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');

/** A block that is cut out of a file stands in it, gaps left aside; one of shell or of a machine is tried by itself too. */
async function faultsOf({ page, language, code, file }: Block): Promise<string[]> {
  if (readElsewhere[`${page} (${file === undefined ? language : 'of a file'})`] !== undefined) return [];
  const kind = Object.hasOwn(tried, language) ? tried[language] : undefined;
  if (file === undefined) return kind ? [...(await kind(code)), ...unknownNames(code)] : ['nobody knows how to try such a block'];
  return [
    ...(language === 'sh' ? await faultsOfShell(code) : []),
    ...(withoutGaps(fileOf(file)).includes(withoutGaps(code)) ? [] : [`it does not stand in ${file}`]),
  ];
}

describe('the snippets of the guides', () => {
  it('are many', () => {
    expect(blocks.length).toBeGreaterThan(80);
  });

  it.each(blocks.map((block) => [block.name, block] as const))('%s holds what it says', async (_, block) => {
    expect(await faultsOf(block)).toEqual([]);
  });

  it('are read by the tests that are said to read them', () => {
    for (const [kind, test] of Object.entries(readElsewhere)) expect(fileOf(test), kind).toContain(kind.split(' ')[0]?.slice(5));
  });
});

describe('what the guides name within a line', () => {
  it('are elements, events, custom properties and files that there are', () => {
    const unknown = pages.flatMap(({ path, spans }) => spans.flatMap(unknownNames).map((name) => `${path}: ${name}`));
    expect(unknown).toEqual([]);
  });

  it('are commands that there are', async () => {
    // What is signed and hashed begins with the same word, in the README of a package.
    const guides = pages.filter(({ path }) => !path.startsWith('packages/'));
    const named = guides.flatMap(({ path, spans }) =>
      spans.flatMap((span) => {
        const command = /^(?:npx )?five-micro (?![^a-z])([^|…]+)/.exec(span)?.[1];
        return command === undefined ? [] : [{ path, command }];
      }),
    );
    expect(named.length).toBeGreaterThan(20);
    const faults = await Promise.all(
      named.map(async ({ path, command }) => {
        const fault = await faultOfOurs(command.trim().split(/\s+/));
        return fault && `${path}: ${fault}`;
      }),
    );
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  });
});

describe('the files for a machine', () => {
  it('are understood by nginx, where there is one', () => {
    const site = fileOf('examples/debian/nginx.conf');
    expect(faultsOfNginx(site)).toEqual([]);
    expect(nginxOn(site) ?? '').toBe('');
  });

  it('are understood by systemd, where there is one', () => {
    const unit = fileOf('examples/debian/five-micro@.service');
    expect(faultsOfUnit(unit)).toEqual([]);
    expect(systemdOn(unit, 'five-micro@8080.service') ?? '').toBe('');
  });

  it('are understood by the shell', () => {
    expect([shellOn('examples/debian/five-micro'), shellOn('examples/debian/settings')]).toEqual(['', '']);
  });
});
