// Makes the drop-in files out of the chunks of a build. A chunk that is needed before data shows becomes a part: a
// function that is run once, by whatever file brings it first (`packages/components/src/embed/parts.ts`). The others
// stay modules, which find the parts that they use by name.
import { edited, walk } from './syntax.mjs';

const folder = 'fiveMicroFolder';
const parts = 'fiveMicro';
const open = 'fiveMicroOpen';

const name = ({ type, name, value }) => (type === 'Identifier' ? name : JSON.stringify(value));
const fileOf = (source) => source.replace(/^\.\//, '');
const textOf = ({ type, value, quasis, expressions }) =>
  type === 'Literal' ? value : expressions?.length === 0 ? quasis[0].value.cooked : undefined;

/** A chunk taken apart: what it imports, exports, loads later, and its code without all that. */
function takeApart(code, parse) {
  const imports = [];
  const exports = [];
  const later = [];
  const tree = parse(code);
  for (const node of tree.body) {
    const { type, source, specifiers, start, end } = node;
    if (type === 'ImportDeclaration') {
      if (specifiers.some((one) => one.type !== 'ImportSpecifier')) throw new Error('An import that cannot be linked');
      const names = specifiers.map(({ imported, local }) => ({ there: name(imported), here: local.name }));
      imports.push({ from: fileOf(source.value), names, start, end });
    } else if (type === 'ExportNamedDeclaration' && !source && !node.declaration) {
      for (const { local, exported } of specifiers) exports.push({ here: local.name, there: name(exported) });
      exports.place = { start, end };
    } else if (type.startsWith('Export')) throw new Error(`An export that cannot be linked: ${code.slice(start, end)}`);
  }
  for (const node of walk(tree)) {
    const file = node.type === 'ImportExpression' ? textOf(node.source) : undefined;
    if (file !== undefined) later.push({ file: fileOf(file), start: node.start, end: node.end });
  }
  return { code, imports, exports, later };
}

const listOf = (names) => names.map((one) => JSON.stringify(one)).join(',');
const pairs = (names, from, to) => names.map((one) => (one[from] === one[to] ? one[to] : `${one[from]}:${one[to]}`)).join(',');
const use = ({ from, names }, where = `${parts}[${JSON.stringify(from)}]`) =>
  names.length ? `const{${pairs(names, 'there', 'here')}}=${where};` : '';

/**
 * @param chunks - by file name: `{ code, isEntry }`, as the bundler wrote them
 * @param parse - makes a syntax tree
 * @param core - the chunk that every element needs
 * @param whole - the entries that are one file each with all that they need, and what they bring besides
 */
export function link({ chunks, parse, core, whole }) {
  const all = new Map(Object.entries(chunks).map(([file, { code, isEntry }]) => [file, { ...takeApart(code, parse), isEntry }]));
  const at = (file) => all.get(file) ?? fail(file);

  /** What a chunk needs to run, in the order in which it has to, itself at the end. */
  function needs(file, found = new Set()) {
    if (found.has(file)) return found;
    for (const { from } of at(file).imports) needs(from, found);
    return found.add(file);
  }
  const chunkOf = (entry) => (all.has(entry) ? entry : entry.replace(/\.js$/, '.part.js'));
  const entryOf = (file) => file.replace(/\.part\.js$/, '.js');
  const isFacade = (file) => at(file).isEntry && at(file).later.length === 0 && at(file).exports.length === 0;
  /** An entry that only names what it stands for. */
  const standsFor = (file) =>
    isFacade(file)
      ? (at(file)
          .imports.map(({ from }) => from)
          .find((from) => from !== core) ?? core)
      : file;

  const isPart = new Set(Object.keys(whole).flatMap((entry) => [...needs(chunkOf(entry))].filter((file) => !at(file).isEntry)));
  isPart.add(core).delete('parts.js');
  const partsOf = (file) => [...needs(file)].filter((one) => isPart.has(one));
  for (const extra of Object.values(whole).flat()) {
    if ([...all].some(([, { imports }]) => imports.some(({ from }) => from === extra)))
      throw new Error(`${extra} is not only loaded later`);
  }

  /** A chunk's code, with what it loads later asked from whoever has it. */
  function codeOf(file, { keepImports }) {
    const { code, imports, exports, later } = at(file);
    const there = new Set([...(file === 'five-micro.js' ? [] : [core]), ...partsOf(file)]);
    const edits = later.map(({ file: wanted, start, end }) => {
      const target = standsFor(wanted);
      const missing = partsOf(target).filter((one) => !there.has(one));
      return { from: start, to: end, text: `${parts}.load(${listOf([target, ...missing])})` };
    });
    for (const { from, names, start, end } of imports) {
      const linked = from === 'parts.js' ? use({ from, names }, open) : isPart.has(from) ? use({ from, names }) : undefined;
      edits.push({ from: start, to: end, text: linked ?? (keepImports ? code.slice(start, end) : fail(from)) });
    }
    if (exports.place && !keepImports) edits.push({ from: exports.place.start, to: exports.place.end, text: '' });
    return edited(code, edits).trim().replace(/;+$/, '');
  }

  const body = (file) => `${codeOf(file, {})};return{${pairs(at(file).exports, 'there', 'here')}}`;
  const part = (file) => `${parts}[${JSON.stringify(file)}]??=(()=>{${body(file)}})();`;
  const head = (version, where, check) =>
    `const ${open}=(()=>{${body('parts.js')}})(),${folder}=new URL(${JSON.stringify(where)},import.meta.url).href,` +
    `${parts}=${open}.${at('parts.js').exports.find(({ there }) => there === 'partsOf').there}(${listOf([version])},${folder},import.meta.url,${listOf([check])});`;

  /** What one file of an entry holds, by chunk. */
  const contents = {};
  for (const file of all.keys()) {
    if (!at(file).isEntry || ['parts.js', 'check.js'].includes(file)) continue;
    const entry = entryOf(file);
    contents[entry] = [...new Set([...(file === 'five-micro.js' ? [] : [core]), ...partsOf(file), ...(whole[entry] ?? [])])];
  }
  const isLater = (file) => (at(file).isEntry ? file.endsWith('.part.js') && !isFacade(file) : true);

  return {
    contents,
    /** Modules that are loaded later, each with what it imports, and parts that are loaded where nobody brought them. */
    later: (build) =>
      Object.fromEntries(
        [...all.keys()].filter(isLater).map((file) => [
          file,
          isPart.has(file)
            ? { code: `export default ${parts}=>{${part(file)}}`, imports: [] }
            : {
                code: `const ${parts}=globalThis[Symbol.for(${JSON.stringify(`five-micro ${build}`)})];${codeOf(file, { keepImports: true })}`,
                imports: at(file)
                  .imports.map(({ from }) => from)
                  .filter((from) => !isPart.has(from)),
              },
        ]),
      ),
    /** One file with everything that an entry needs. */
    file(entry, { version, where, check, also = '' }) {
      const file = chunkOf(entry);
      if (at(file).later.length === 0 && needs(file).size === 1) return at(file).code;
      const target = standsFor(file);
      const begin = isPart.has(target) ? '' : isLater(target) ? `await ${parts}.load(${listOf([target])});` : codeOf(file, {});
      return `${also}${head(version, where, check)}${contents[entry].map(part).join('')}${begin}\n`;
    },
  };
}

function fail(file) {
  throw new Error(`${file} cannot be linked: it is no part and no module that is loaded later`);
}
