import type { Organisation } from '@five-micro/sdk';
import { describe, expect, it } from 'vitest';
import { proposedSlug, slugShape } from './slug.ts';
import { type Branch, treeOf } from './tree.ts';

const one = (slug: string, parent: string | null = null): Organisation => ({
  slug,
  name: slug,
  kind: 'party',
  area: 'yikang',
  parent,
});
const drawn = (branches: readonly Branch[]): string =>
  branches.map(({ organisation, below }) => organisation.slug + (below.length ? `(${drawn(below)})` : '')).join(' ');

describe('the tree of organisations', () => {
  it('stands branch under branch in the order of the list', () => {
    expect(drawn(treeOf([one('c', 'b'), one('a'), one('b', 'a'), one('d', 'a')]))).toBe('a(b(c) d)');
  });

  it('loses nobody whose parent is elsewhere, and does not turn for ever in a circle', () => {
    expect(drawn(treeOf([one('x', 'district'), one('y', 'x')]))).toBe('x(y)');
    expect(drawn(treeOf([one('p', 'q'), one('q', 'p'), one('s', 's')]))).toBe('p(q) s');
  });
});

describe('a proposed short name', () => {
  it('takes the letters of the name, else community, kind and the next free number', () => {
    expect(proposedSlug('Café 66 志愿队', 'social', 'yikang', [])).toBe('cafe-66');
    expect(proposedSlug('怡康社区第三党支部', 'party', 'yikang', ['yikang-party-1', 'yikang-party-2'])).toBe('yikang-party-3');
    expect(proposedSlug('cafe 66', 'social', 'yikang', ['cafe-66'])).toBe('cafe-66-2');
  });

  it('is always one that the server takes', () => {
    for (const name of ['', '—', '9', 'é'.repeat(80), 'A'.repeat(300), '-x y-', '𠮷田商会 B-座'])
      for (const area of ['yikang', 'a'.repeat(63)])
        expect(proposedSlug(name, 'partner', area, ['x-y']), name).toMatch(slugShape);
  });
});
