import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { type Page, pages, root } from './pages.ts';

const isOutside = (href: string) => /^[a-z]+:/.test(href);

function faultOf(page: Page, href: string): string | undefined {
  const [to = '', anchor] = decodeURIComponent(href).split('#');
  const path = to === '' ? page.path : normalize(join(dirname(page.path), to));
  if (path.startsWith('..') || !existsSync(join(root, path))) return `${page.path}: there is no ${href}`;
  if (anchor === undefined) return undefined;
  return pages.find((one) => one.path === path)?.anchors.has(anchor) ? undefined : `${page.path}: no heading is ${href}`;
}

it('leads every link of a page to a file that is there, and to a heading that it has', () => {
  const links = pages.flatMap((page) => page.links.filter((href) => !isOutside(href)).map((href) => ({ page, href })));
  expect(links.length).toBeGreaterThan(40);
  expect(links.flatMap(({ page, href }) => faultOf(page, href) ?? [])).toEqual([]);
});

it('names no page in a message or a comment of the sources that is not there', () => {
  const named = globSync('packages/*/src/**/*.{ts,md}', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\bdocs\/[\w-]+\.md/g)].map(([path]) => path),
  );
  expect(named.length).toBeGreaterThan(5);
  expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('is found from the README: every page of docs', () => {
  const [readme] = pages;
  const guides = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(guides.filter((path) => !readme?.links.includes(path))).toEqual([]);
});
