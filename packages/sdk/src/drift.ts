import type { Endpoint } from '@five-micro/contract';

/** What an answer had that this copy of the contract does not know: the server is newer. It is passed on, or left out. */
export interface Drift {
  /** A field is left out of what is answered, a value is passed on as it came. */
  kind: 'field' | 'value';
  /** Dotted, `*` for every item of a list: `items.*.status`. */
  path: string;
  /** The value, as `'archived'`; of a field nothing but its name is told. */
  value?: string;
  /** The call, as `GET https://wuwei.example.cn/api/v1/wishes`; never what was searched for. */
  call: string;
}

export type OnDrift = (drift: Drift) => void;

type Path = readonly PropertyKey[];

interface Issue {
  code?: string | undefined;
  path: Path;
}

const isObject = (value: unknown): value is Record<PropertyKey, unknown> => typeof value === 'object' && value !== null;

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

function put(value: unknown, path: Path, what: unknown): void {
  const holder = at(value, path.slice(0, -1));
  const key = path.at(-1);
  if (isObject(holder) && key !== undefined) holder[key] = what;
}

const written = (path: Path) => path.map((key) => (typeof key === 'number' ? '*' : String(key))).join('.');

/** What each client's hook was told: by the endpoint, as each wish has an address of its own. */
const heard = new WeakMap<OnDrift, Set<string>>();

/** A word that is newer than the list it should be of. */
const isNewer = (issue: Issue, json: unknown): issue is Issue & { values: readonly unknown[] } =>
  issue.code === 'invalid_value' && 'values' in issue && typeof at(json, issue.path) === 'string';

/** Paths of what is in one and not in the other. */
function* missing(json: unknown, data: unknown, path: Path = []): Generator<Path> {
  if (!isObject(json) || !isObject(data)) return;
  for (const [name, value] of Object.entries(json)) {
    const here = [...path, Array.isArray(json) ? Number(name) : name];
    if (name in data) yield* missing(value, data[name], here);
    else yield here;
  }
}

/**
 * @internal Imports nothing but types: a bundler that makes one file keeps all that a part loaded later imports, used or
 * not, and that would be the whole contract.
 *
 * What an answer that is not quite as the contract says is good for. A word that no list has passes: it is
 * exchanged while the rest is checked. Anything else that is wrong is an error which says where.
 */
export function settle<A>(
  { answer, path: endpoint }: Endpoint<unknown, unknown, A>,
  json: unknown,
  what: string,
  { onDrift, invalid }: { onDrift: OnDrift | undefined; invalid: (path: string, cause: unknown) => Error },
): A {
  const found = new Map<string, Drift>();
  // What was searched for is nobody's to keep.
  const [call = ''] = what.split('?');
  const tell = (drift: Omit<Drift, 'call'>) => found.set(`${drift.path} ${drift.value}`, { ...drift, call });
  let checked = answer.safeParse(json);
  const newer = (checked.error?.issues ?? []).filter((issue) => isNewer(issue, json));
  if (newer.length > 0) {
    // Not structuredClone(): Chrome before 98 has none, and this came as JSON.
    const known: unknown = JSON.parse(JSON.stringify(json));
    for (const { path, values } of newer) put(known, path, values[0]);
    checked = answer.safeParse(known);
  }
  const { success, data, error } = checked;
  if (!success) throw invalid(error.issues[0]?.path.join('.') ?? '', error);
  for (const { path } of newer) {
    const value = at(json, path);
    put(data, path, value);
    tell({ kind: 'value', path: written(path), value: String(value) });
  }
  if (onDrift) {
    for (const path of missing(json, data)) tell({ kind: 'field', path: written(path) });
    const before = heard.get(onDrift) ?? new Set();
    heard.set(onDrift, before);
    for (const [key, drift] of found) {
      if (before.has(`${endpoint} ${key}`)) continue;
      before.add(`${endpoint} ${key}`);
      // What goes wrong in there is not the answer's fault, and ends no process.
      Promise.resolve(drift).then(onDrift).catch(console.error);
    }
  }
  return data;
}
