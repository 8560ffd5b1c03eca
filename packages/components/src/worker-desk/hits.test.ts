import type { Hit } from '@five-micro/sdk';
import { describe, expect, it } from 'vitest';
import { cutAt, kindsOf } from './hits.ts';

const hit = (start: number, end: number, kind = 'phone'): Hit => ({ start, end, kind, reason: null });
const text = '𠮷田说：打13912342046，我在12幢402。';

describe('a text cut at what was found in it', () => {
  it('marks by UTF-16 units, as the server counts them', () => {
    const from = text.indexOf('139');
    expect(cutAt(text, [hit(from, from + 11)]).map((piece) => [piece.text, piece.hit !== undefined])).toEqual([
      ['𠮷田说：打', false],
      ['13912342046', true],
      ['，我在12幢402。', false],
    ]);
  });

  it('joins to the text again, whatever the hits are', () => {
    for (const hits of [
      [],
      [hit(0, 4), hit(2, 9)],
      [hit(9, 12), hit(0, 3)],
      [hit(-4, 3), hit(20, 900)],
      [hit(5, 5), hit(7, 3)],
      [hit(2, 10), hit(3, 4), hit(2, 4)],
    ]) {
      expect(
        cutAt(text, hits)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('names each kind once, in the order of the text', () => {
    expect(kindsOf([hit(30, 34, 'address'), hit(3, 5), hit(8, 9)])).toEqual(['phone', 'address']);
  });
});
