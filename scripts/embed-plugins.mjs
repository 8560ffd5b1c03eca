// What the drop-in build does beyond bundling.
import { transform } from 'esbuild';
import { edited, walk } from './syntax.mjs';

const quoted = /("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/;

/** In CSS any run of white space outside quotes is as good as one blank, and comments are for us. */
const lessCss = (text) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .split(quoted)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            // After a brace or semicolon a name with a colon and a blank is a declaration, never a selector.
            .replace(/(^|[{};])([\w-]+): /g, '$1$2:')
            .replace(/;}/g, '}'),
    )
    .join('');

/** In a template only line breaks with their indentation go, to one line break: text and attributes keep their sense. */
const lessHtml = (text) => text.replace(/<!--[^]*?-->/g, '').replace(/\s*\n\s*/g, '\n');

/** Minifiers leave template literals alone, and ours are half of what ships. */
export function minifyTemplates() {
  const less = { css: lessCss, html: lessHtml, svg: lessHtml };
  return {
    name: 'five-micro:minify-templates',
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/packages/components/src/') || !/\b(css|html|svg)`/.test(code)) return null;
      const edits = [];
      for (const node of walk(this.parse(code))) {
        const shorten = node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && less[node.tag.name];
        if (!shorten) continue;
        for (const { start, end, value } of node.quasi.quasis) {
          // Some parsers count the backtick and `${` into the element: find the words themselves.
          const from = code.indexOf(value.raw, start);
          if (from >= 0 && from <= end) edits.push({ from, to: from + value.raw.length, text: shorten(value.raw) });
        }
      }
      return { code: edited(code, edits), map: null };
    },
  };
}

/** Names the chunk `core` for every module that all the entries load at once and whose id does not match `except`, and for those that match `also`. */
export function inAll(entries, { also, except }) {
  let shared;
  const closure = (id, graph, all = new Set()) => {
    if (all.has(id)) return all;
    all.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) closure(next, graph, all);
    return all;
  };
  return (id, graph) => {
    shared ??= entries.map((entry) => closure(entry, graph));
    return also.test(id) || (!except.test(id) && shared.every((one) => one.has(id))) ? 'core' : null;
  };
}

const helper = 'virtual:five-micro-decorate';
/** As esbuild writes it at the head of each file that has decorators. */
const writtenHelper = /^(?:var __(?:defProp|getOwnPropDesc) = .*\n)+var __decorateClass = [^]*?\n};\n/;

/**
 * TypeScript by esbuild, in the syntax that Safari 15 can read. It leaves `#private` names alone, where Vite's own
 * transformer, with fields that assign as Lit's need to, turns each into a WeakMap: 1.7 KB of what ships.
 */
export function typescript() {
  const options = {
    loader: 'ts',
    target: 'es2022',
    tsconfigRaw: {
      compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false, verbatimModuleSyntax: true },
    },
  };
  return {
    name: 'five-micro:typescript',
    enforce: 'pre',
    resolveId: (id) => (id === helper ? helper : null),
    load: (id) =>
      id === helper
        ? 'export const __decorateClass = (decorators, target, key, kind) => {\n' +
          '  let own = kind === 1 ? Object.getOwnPropertyDescriptor(target, key) : undefined;\n' +
          '  for (const decorator of decorators.reverse()) own = decorator(target, key, own) ?? own;\n' +
          '  if (own) Object.defineProperty(target, key, own);\n' +
          '};'
        : null,
    async transform(source, id) {
      if (!id.endsWith('.ts')) return null;
      // Chinese as it is, not as \u escapes, which are twice as long.
      const { code } = await transform(source, { ...options, charset: 'utf8', sourcefile: id });
      const shared = code.replace(writtenHelper, `import { __decorateClass } from ${JSON.stringify(helper)};\n`);
      return { code: staticFields(shared, this.parse(shared)), map: null, moduleType: 'js' };
    },
    generateBundle(_options, bundle) {
      for (const { fileName, code = '' } of Object.values(bundle)) {
        if (/\bstatic ?\{/.test(code))
          this.error(
            `${fileName} has a static block, which Safari before 16.4 cannot read: ${code.match(/.{80}\bstatic ?\{.{80}/s)?.[0]}`,
          );
      }
    },
  };
}

/** `static { this.styles = … }`, as esbuild writes it, as `static styles = …`, which is as good for a class of Lit. */
function staticFields(code, tree) {
  const edits = [];
  for (const node of walk(tree)) {
    const only = node.type === 'StaticBlock' && node.body.length === 1 ? node.body[0].expression : undefined;
    if (only?.type !== 'AssignmentExpression' || only.left.object?.type !== 'ThisExpression') continue;
    edits.push({
      from: node.start,
      to: node.end,
      text: `static ${only.left.property.name} = ${code.slice(only.right.start, only.right.end)};`,
    });
  }
  return edited(code, edits);
}
