import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

const snippets = [...read('docs/frameworks.md').matchAll(/<!-- file: (\S+) -->\n```\w+\n([^]*?)\n```/g)].map(
  ([, file = '', code = '']) => ({ file, code }),
);

it('the documentation for frameworks has snippets', () => {
  expect(snippets.length).toBeGreaterThan(10);
});

it.each(snippets)('a snippet of the documentation for frameworks stands in $file', ({ file, code }) => {
  // One may leave out what comes before and after it, and comments between the lines of imports.
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  expect(lines(read(file)).join('\n')).toContain(lines(code).join('\n'));
});
