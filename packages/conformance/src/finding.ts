/** What an implementation did other than it should have: the one way in which a scenario fails. */
export class Finding extends Error {
  override name = 'Finding';
  readonly expected: string;
  readonly came: string;
  constructor(expected: string, came: string) {
    super(`expected ${expected}; came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** A scenario that cannot be tried here, and why. Counted and said, never silent. */
export class Skipped extends Error {
  override name = 'Skipped';
}

/** The kit itself cannot go on: what is wrong is said in one plain line, and nothing is known about the server. */
export class KitError extends Error {
  override name = 'KitError';
}

const most = 300;

/** A value in a line of text. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? `"${value}"` : JSON.stringify(value);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Keys in order, so that two objects are compared by what they say. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, canonical(entry)]),
  );
}

/** `what` is what came to be compared: "status of the wish". */
export function same(what: string, came: unknown, expected: unknown): void {
  if (JSON.stringify(canonical(came)) !== JSON.stringify(canonical(expected)))
    throw new Finding(`${what}: ${shown(expected)}`, shown(came));
}

/** `expected` is a whole phrase: "a receipt in groups of four". */
export function holds(expected: string, condition: boolean, came: unknown): asserts condition {
  if (!condition) throw new Finding(expected, shown(came));
}

export function includes(what: string, came: readonly unknown[], ...expected: readonly unknown[]): void {
  for (const one of expected) if (!came.includes(one)) throw new Finding(`${what} with ${shown(one)}`, shown(came));
}

export function excludes(what: string, came: readonly unknown[], ...unwanted: readonly unknown[]): void {
  for (const one of unwanted) if (came.includes(one)) throw new Finding(`${what} without ${shown(one)}`, shown(came));
}

/** The thing that has to be there; of a list, what the scenario goes on with. */
export function there<T>(expected: string, value: T | null | undefined, among?: unknown): T {
  if (value === undefined || value === null) throw new Finding(expected, among === undefined ? 'nothing' : shown(among));
  return value;
}
