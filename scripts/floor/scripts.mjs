// What a script uses that its browsers lack: syntax, globals, what is reached through them, and names of properties.
// An alias is followed where a constant is one global by itself. Not seen: what comes as an argument, is kept in a property or in a
// pattern inside a pattern, or is called by a name that is put together (`box[a + b]`); of a property whose owner nobody can tell, a name that
// something older has as well; and styles that a script sets one by one (`box.style.x`, `styleMap`).
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';
import { forScripts, knows, lacking, lackingByName } from './known.mjs';
import { markup } from './markup.mjs';
import { isStyles, selectors, styles } from './styles.mjs';

/** Objects that stand for the global one. */
const globalObjects = new Set(['globalThis', 'window', 'self']);
/** Globals that are an instance of what MDN writes with a capital. */
const instances = {
  document: 'Document',
  navigator: 'Navigator',
  crypto: 'Crypto',
  performance: 'Performance',
  history: 'History',
  location: 'Location',
  localStorage: 'Storage',
  sessionStorage: 'Storage',
  screen: 'Screen',
  CSS: 'CSS',
};

const nameOf = ({ computed, property }) => {
  if (!computed) return property.name;
  if (property.type === 'TemplateLiteral' && property.quasis.length === 1) return property.quasis[0].value.cooked;
  return property.type === 'Literal' ? String(property.value) : undefined;
};

/**
 * @param code - a script as it is built
 * @returns by place in the file, what is lacking
 */
export function script(code, { ecmaVersion = 2022, floor = forScripts } = {}) {
  let tree;
  try {
    tree = parse(code, { ecmaVersion, sourceType: 'module', ranges: true });
  } catch (error) {
    return [{ offset: error.pos ?? 0, feature: `ES${ecmaVersion}`, by: [error.message] }];
  }
  const found = [];
  const note = (offset, { feature, by }) => {
    if (by.length) found.push({ offset, feature, by });
  };
  const { nodes, parents } = flat(tree);
  const scopes = analyze(tree, { ecmaVersion, sourceType: 'module' });
  const globals = new Map(scopes.globalScope.through.map(({ identifier }) => [identifier, identifier.name]));
  addAliases(scopes, globals);

  for (const node of nodes) {
    syntax(node, note, floor);
    if (node.type === 'Identifier' && globals.has(node)) globalName(node, globals, parents, note, floor);
    else if (node.type === 'MemberExpression') property(node, globals, note, floor);
    else if (node.type === 'CallExpression') call(node, note, floor);
    else if (node.type === 'VariableDeclarator') taken(node, globals, note, floor);
    else if (node.type === 'TemplateLiteral') template(node, note);
    else if (node.type === 'Literal' && typeof node.value === 'string') {
      for (const [at, what] of inText(node.value)) note(node.start + 1 + at, what);
    }
  }
  return found;
}

/** Every node, and what each stands in. Files of a megabyte are gone through: without a generator it takes half as long. */
function flat(tree) {
  const nodes = [tree];
  const parents = new Map();
  const add = (child, parent) => {
    if (typeof child?.type !== 'string') return;
    nodes.push(child);
    parents.set(child, parent);
  };
  for (let i = 0; i < nodes.length; i++) {
    for (const value of Object.values(nodes[i])) {
      if (Array.isArray(value)) for (const one of value) add(one, nodes[i]);
      else if (value !== null && typeof value === 'object') add(value, nodes[i]);
    }
  }
  return { nodes, parents };
}

function syntax(node, note, floor) {
  const { type, start } = node;
  if (type === 'StaticBlock') note(start, lacking('javascript.classes.static.initialization_blocks', floor));
  if (type === 'Literal' && node.regex) pattern(node.regex.pattern, node.regex.flags, start, note, floor);
  if (/^(New|Call)Expression$/.test(type) && node.callee.name === 'RegExp') {
    const [written, flags] = node.arguments.map(textOf);
    if (written !== undefined) pattern(written, flags ?? '', start, note, floor);
  }
}

/** What a string says, also one in backquotes, as a minifier likes them; with gaps where something is put in. */
const textOf = (node) => {
  if (node?.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? value.raw).join(hole);
  return typeof node?.value === 'string' ? node.value : undefined;
};

function pattern(text, flags, start, note, floor) {
  const at = 'javascript.regular_expressions';
  if (/\(\?<[=!]/.test(text)) note(start, lacking(`${at}.lookbehind_assertion`, floor));
  if (/\(\?[ims-]+:/.test(text)) note(start, lacking(`${at}.modifier`, floor));
  if (flags.includes('d')) note(start, lacking('javascript.builtins.RegExp.hasIndices', floor));
  if (flags.includes('v')) note(start, lacking('javascript.builtins.RegExp.unicodeSets', floor));
}

/** A name that nothing in the file declares: the browser has it, or not. */
function globalName(node, globals, parents, note, floor) {
  let at = node;
  let parent = parents.get(node);
  let name = globals.get(node);
  if (globalObjects.has(name)) {
    if (parent?.type !== 'MemberExpression' || parent.object !== node) return;
    at = parent;
    name = nameOf(parent);
    parent = parents.get(parent);
  }
  if (name === undefined || (parent?.type === 'UnaryExpression' && parent.operator === 'typeof')) return;
  const own = lacking(globalPaths(name), floor);
  note(at.start, own);
  if (own.by.length) return;
  if (parent?.type === 'NewExpression' && parent.callee === at)
    note(at.start, lacking([`api.${name}.${name}`, `javascript.builtins.${name}.${name}`], floor));
  if (parent?.type !== 'MemberExpression' || parent.object !== at) return;
  const member = nameOf(parent);
  const of = instances[name] ?? name;
  note(parent.property.start, lacking(memberPaths(of, member), floor));
}

/** Where MDN keeps a global, and what belongs to one. */
const globalPaths = (name) => [`api.${name}`, `javascript.builtins.${name}`, `api.Window.${name}`, `api.${name}.${name}`];
const memberPaths = (of, member) => [`api.${of}.${member}_static`, `javascript.builtins.${of}.${member}`, `api.${of}.${member}`];

/** Of an object that only a run could tell. */
function property(node, globals, note, floor) {
  const name = nameOf(node);
  if (name === undefined) return;
  if (node.object.type === 'MetaProperty') {
    note(node.start, lacking(`javascript.operators.import_meta.${name}`, floor));
    return;
  }
  const { object } = node;
  const owner = globals.get(object);
  if (owner && ['api', 'javascript.builtins'].some((area) => knows(`${area}.${instances[owner] ?? owner}`))) return;
  if (object.type === 'NewExpression' && globals.has(object.callee)) {
    const made = lacking(memberPaths(globals.get(object.callee), name), floor);
    if (made.feature) {
      note(node.property.start, made);
      return;
    }
  }
  const helper = isIterator(object) ? lacking(`javascript.builtins.Iterator.${name}`, floor) : { by: [] };
  // `box.onscrollend = …` listens as well, and is a property of no owner's in MDN's list.
  const byName = lackingByName('property', name, floor);
  const isListened = name.startsWith('on') && byName.by.length === 0;
  note(node.property.start, helper.by.length ? helper : isListened ? lackingByName('event', name.slice(2), floor) : byName);
}

/** What `values()` and its like answer, except those of `Object`, which are arrays. */
const isIterator = ({ type, callee }) =>
  type === 'CallExpression' &&
  callee.type === 'MemberExpression' &&
  ['values', 'keys', 'entries', 'matchAll'].includes(nameOf(callee)) &&
  callee.object.name !== 'Object';

/** What names its feature in a string: an event, an attribute, a selector that throws where it is not known. */
function call({ callee, arguments: [first] }, note, floor) {
  const named = callee.type === 'MemberExpression' ? textOf(first) : undefined;
  if (named === undefined) return;
  const method = nameOf(callee);
  if (method === 'addEventListener') note(first.start, lackingByName('event', named, floor));
  else if (/^(set|toggle)Attribute$/.test(method)) note(first.start, lacking(`html.global_attributes.${named}`, floor));
  else if (/^(querySelector(All)?|matches|closest)$/.test(method)) selectors(named, (what) => note(first.start, what), floor);
}

/** `const { any } = AbortSignal`, `const { showPopover } = HTMLElement.prototype`: a property without a dot. */
function taken({ id, init }, globals, note, floor) {
  if (id.type !== 'ObjectPattern' || !init) return;
  const owner = globals.get(init) ?? (isPrototype(init) ? globals.get(init.object) : undefined);
  if (owner === undefined) return;
  for (const { start, computed, key } of id.properties) {
    if (computed || key?.name === undefined) continue;
    const of = instances[owner] ?? owner;
    const paths = globalObjects.has(owner) ? globalPaths(key.name) : memberPaths(of, key.name);
    note(start, lacking(paths, floor));
  }
}

const isPrototype = (node) => node.type === 'MemberExpression' && nameOf(node) === 'prototype';

/** `const d = document`: whatever is written of `d` is written of the document. In the order of the file, so one of another too. */
function addAliases({ scopes }, globals) {
  const variables = scopes.flatMap((scope) => scope.variables).filter(({ defs }) => defs.length === 1);
  const declared = variables.flatMap(({ defs: [def], references }) => {
    const isPlain = def.type === 'Variable' && def.node.id.type === 'Identifier' && def.node.init?.type === 'Identifier';
    return isPlain && references.every((one) => one.init || !one.isWrite()) ? [{ at: def.node, references }] : [];
  });
  for (const { at, references } of declared.sort((one, other) => one.at.start - other.at.start)) {
    const name = globals.get(at.init);
    if (name === undefined) continue;
    for (const { identifier } of references) if (identifier !== at.id) globals.set(identifier, name);
  }
}

/** Styles and markup stand in templates, whatever a minifier has made of their tags. */
function template({ quasis }, note) {
  const pieces = quasis.map(({ value, start }) => ({ text: value.raw, start }));
  // As long as an identifier: a value, a selector or a declaration may stand there.
  const text = pieces.map(({ text }) => text).join(hole);
  const offsetOf = (at) => {
    let begin = 0;
    for (const piece of pieces) {
      if (at <= begin + piece.text.length) return piece.start + Math.max(0, at - begin);
      begin += piece.text.length + hole.length;
    }
    return pieces.at(-1).start;
  };
  const noted = (at, what) => note(offsetOf(at), what);
  for (const [at, what] of inText(text)) noted(at, what);
}
const hole = 'x';

/** By its text: the same styles stand in many a file. */
const texts = new Map();
function inText(text) {
  if (!texts.has(text)) {
    const found = [];
    const note = (at, what) => what.by.length && found.push([at, what]);
    if (isStyles(text)) styles(text, note);
    else if (/<[a-z]/i.test(text)) markup(text, note);
    else if (/^[a-z-]+\(.*\)$/.test(text.trim())) styles(`a{color:${text}}`, (at, what) => note(Math.max(0, at - 8), what));
    texts.set(text, found);
  }
  return texts.get(text);
}
