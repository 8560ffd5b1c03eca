/** What a designer has changed of a token; a colour by day and by night. */
export type Edit = { readonly light: string; readonly dark: string } | { readonly value: string };
export type Edits = Readonly<Record<string, Edit>>;

/** As the browser that shows this reads it. */
export const valueOf = (edit: Edit): string =>
  'value' in edit ? edit.value : edit.light === edit.dark ? edit.light : `light-dark(${edit.light}, ${edit.dark})`;

const block = (lines: readonly [name: string, value: string][], indent = ''): string =>
  `${indent}fm-community {\n${lines.map(([name, value]) => `${indent}  ${name}: ${value};\n`).join('')}${indent}}\n`;

/**
 * The rule to put into a page's stylesheet. Browsers that do not know `light-dark()` would take a token that says it for
 * no colour at all, so they get the one by day.
 */
export function ruleOf(edits: Edits): string {
  const all = Object.entries(edits);
  if (all.length === 0) return '';
  const plain = all.map(([name, edit]): [string, string] => [name, 'value' in edit ? edit.value : edit.light]);
  const both = all.flatMap(([name, edit]): [string, string][] =>
    'value' in edit || edit.light === edit.dark ? [] : [[name, valueOf(edit)]],
  );
  if (both.length === 0) return block(plain);
  return `${block(plain)}@supports (color: light-dark(#000, #fff)) {\n${block(both, '  ')}}\n`;
}
