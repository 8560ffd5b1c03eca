// Which browser knows what, as MDN keeps it.
import bcd from '@mdn/browser-compat-data' with { type: 'json' };

/**
 * What every script has to run on: the oldest on which all can still be read and done (docs/drop-in.md, "Old phones"), because
 * there it is the same script. Older ones load none (`shared/able.ts`).
 */
export const forScripts = { chrome_android: '93', safari_ios: '15.4' };
/** What the layout may count on: the oldest that are promised everything (WeChat on HarmonyOS is Chrome 114). Older ones leave out what they do not know, and stay readable. */
export const forStyles = { chrome_android: '107', safari_ios: '16.4' };

const parts = (version) => version.replace('≤', '').split('.').map(Number);
const isBy = (version, floor) => {
  const [a, b] = [parts(version), parts(floor)];
  return (a[0] - b[0] || (a[1] ?? 0) - (b[1] ?? 0)) <= 0;
};

/** Under its own name, without a switch. */
function isIn(statements, floor) {
  return [statements]
    .flat()
    .some(({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) => {
      if (!added || added === 'preview' || flags || prefix || other) return false;
      return isBy(added, floor) && !(typeof removed === 'string' && isBy(removed, floor));
    });
}

const at = (path) => path.split('.').reduce((node, key) => node?.[key], bcd);

/** The browsers of `floor` that do not know a feature, as `Safari iOS 15.4`; empty where all know it, or MDN does not have it. */
function lackingOf(node, floor) {
  const support = node?.__compat?.support;
  if (!support) return [];
  return Object.entries(floor)
    .filter(([browser, version]) => support[browser] && !isIn(support[browser], version))
    .map(([browser, version]) => `${bcd.browsers[browser].name} ${version}`);
}

/** Asked again and again, of thousands of nodes. */
const remembered = new Map();
function remember(key, find) {
  if (!remembered.has(key)) remembered.set(key, find());
  return remembered.get(key);
}
/** Nobody lacks it. */
const none = [];

/** What a feature, as `api.AbortSignal.any_static`, or the first of several that MDN has, lacks. */
export const lacking = (paths, floor) =>
  remember(`${[paths].flat().join()} ${floor.safari_ios}`, () => {
    for (const path of [paths].flat()) {
      const node = at(path);
      if (node?.__compat) return { feature: path, by: lackingOf(node, floor) };
    }
    return { feature: '', by: none };
  });

export const knows = (path) => at(path)?.__compat !== undefined;

/**
 * Owners that a page meets without having asked for them by name. Others (a Bluetooth device, a frame of virtual reality) a
 * script has to reach for first, and that is seen.
 */
const met =
  /^(Abort|Animation|Blob|Crypto|CSS(StyleSheet|StyleDeclaration)$|CustomElement|DOM|Document|Element$|ElementInternals|Event|File(Reader|List)?$|FormData|Headers|History|HTML|Intersection|MediaQuery|Mutation|Navigator$|Node|Performance(Observer)?$|Range|ReadableStream$|Request|Resize|Response|Selection|ShadowRoot|Storage$|SVG|Text|TransformStream|URL|Validity|Window|WritableStream)|^javascript\.(?!.*(DisposableStack|Temporal))/;
/** Names of ours that later came to be a browser's as well: what one of them means, a reader of our code knows. */
const ours = new Set([
  'adopt',
  'closedBy',
  'controller',
  'drop',
  'login',
  'role',
  'states',
  'take',
  'toArray',
  'union',
  'use',
  'when',
]);

/** By name, what all things of that name lack: an event, or what anything may have as a property. */
const index = (kind, floor) =>
  remember(`${kind} index ${floor.safari_ios}`, () => {
    const names = new Map();
    const owners = [
      ...Object.entries(bcd.api).map(([owner, members]) => [owner, `api.${owner}`, members]),
      ...Object.entries(bcd.javascript.builtins).map(([owner, members]) => [
        `javascript.${owner}`,
        `javascript.builtins.${owner}`,
        members,
      ]),
    ];
    for (const [owner, path, members] of owners) {
      for (const [name, node] of Object.entries(members)) {
        const isEvent = name.endsWith('_event');
        if (!node.__compat || name.endsWith('_static') || isEvent !== (kind === 'event')) continue;
        const plain = name.replace(/_event$/, '');
        names.set(plain, [
          ...(names.get(plain) ?? []),
          { feature: `${path}.${name}`, by: lackingOf(node, floor), met: met.test(owner) },
        ]);
      }
    }
    return names;
  });

/** A property whose owner nobody can tell: only where whatever has one of this name is too new. */
export function lackingByName(kind, name, floor) {
  const found = ours.has(name) ? [] : (index(kind, floor).get(name) ?? []);
  return (found.every(({ by }) => by.length > 0) && found.find(({ met }) => met)) || { feature: name, by: none };
}

const functions = new Map();
function collect(node, path) {
  for (const [name, child] of Object.entries(node)) {
    if (name === '__compat') continue;
    if (child.__compat && !functions.has(name)) functions.set(name, `${path}.${name}`);
    collect(child, `${path}.${name}`);
  }
}
collect(bcd.css.types, 'css.types');

/** Where MDN keeps a function of CSS. */
export const cssFunction = (name) => functions.get(name);
