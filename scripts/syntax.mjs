// Changing code by its syntax tree.

/** Every node of a syntax tree. */
export function* walk(node) {
  if (node === null || typeof node !== 'object') return;
  if (typeof node.type === 'string') yield node;
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const one of value) yield* walk(one);
    else if (value && typeof value === 'object') yield* walk(value);
  }
}

/** From the end, so that what is yet to be changed stays where it is. */
export const edited = (code, edits) =>
  edits.sort((a, b) => b.from - a.from).reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), code);
