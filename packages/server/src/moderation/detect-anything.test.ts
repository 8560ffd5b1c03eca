import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detect } from './detect.ts';
import { mask } from './mask.ts';

const watchWords = [
  { word: '代购烟', reason: '不让代购烟酒' },
  { word: 'Free Money', reason: '像诈骗' },
  { word: 'café', reason: '店名' },
];
describe('whatever is written', () => {
  const piece = fc.oneof(
    fc.constantFrom('13812348000', '138 1234 8000', '025-84401234', '84401234', '8440 1234', '320105195012120013'),
    fc.constantFrom('6222021234567890128', '一三八一二三四八〇〇〇', '12幢', '402室', '3单元', '502', '怡康街', '88号', '住'),
    fc.constantFrom('微信：', 'abcdef12', 'QQ', 'lao.wang@example.com', '代购烟', 'free', 'money', '138****8000', '电话', '打'),
    fc.constantFrom(
      '１',
      '３',
      '８',
      '0',
      '1',
      '2',
      '12',
      '〇',
      '一',
      '五',
      'x',
      'X',
      'a',
      'v',
      '号',
      '室',
      '𠮷',
      '👨‍👩‍👧',
      'e\u0301',
    ),
    fc.constantFrom(
      ' ',
      '　',
      '-',
      '.',
      '，',
      '、',
      '(',
      '）',
      '+',
      '86',
      '*',
      '****',
      '＊＊',
      ':',
      '@',
      '\n',
      '、',
      '转',
      '😊',
      'O',
      'l',
      '❶',
      '٣',
      '\u20e0',
      '单号',
      '艾特',
      '\u200d',
      '\ue001',
      '元',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

  it('hits are inside, in order and apart, masking leaves none of their kind, and touches nothing else', () => {
    fc.assert(
      fc.property(text, (written) => {
        const hits = detect(written, { watchWords });
        let at = 0;
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(written.length);
        const masked = mask(written, hits);
        const kinds = hits.map(({ kind }) => kind);
        expect(detect(masked, { watchWords }).filter(({ kind }) => kinds.includes(kind))).toEqual([]);
        let left = masked;
        let from = 0;
        for (const { start, end } of [...hits, { start: written.length, end: written.length }]) {
          const untouched = written.slice(from, start);
          expect(left).toContain(untouched);
          left = left.slice(left.indexOf(untouched) + untouched.length);
          from = end;
        }
      }),
      { numRuns: 2000, seed: 20261123 },
    );
  });

  it.each(
    [
      '1',
      '1 ',
      '13',
      '一',
      '0',
      '138-',
      '12幢',
      'a',
      'a.',
      'a@',
      '微信',
      'qq ',
      '住',
      '1-',
      '住1-',
      '路1号',
      '*',
      '1****',
      '４',
      '\u0301',
      '1\u0301',
      '0l',
      'l',
      'l ',
      '1😊',
      '1转',
      '加我vx ',
      'a艾特',
      '5#1-',
      'free ',
    ].map((unit) => ({ unit })),
  )('100,000 times $unit take no longer than their length', ({ unit }) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    const began = performance.now();
    detect(long, { watchWords: [...watchWords, { word: 'free free freedom', reason: '' }] });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
