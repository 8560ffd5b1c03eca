import { describe, expect, it } from 'vitest';
import { withoutNumbers } from './numbers.ts';
import { searchWords } from './search.ts';

describe('a number in free text', () => {
  it.each([
    ['打 13812348000 找我', '打 138****8000 找我'],
    ['打１３８１２３４８０００', '打138****8000'],
    ['138.1234.8001', '138****8001'],
    ['138—1234—8002', '138****8002'],
    ['1381 2348 003', '138****8003'],
    ['+86 138 1234 8004', '861****8004'],
    ['320105 19501212 0013', '320****0013'],
    ['320105195012120013', '320****0013'],
    ['32010519501212001x', '320****001x'],
    ['320105501212001', '320****2001'],
    ['(025)84401234', '025****1234'],
    ['025-84401234', '025****1234'],
    ['84401234', '84****34'],
  ])('%s is read by strangers as %s', (written, read) => {
    expect(withoutNumbers(written)).toBe(read);
  });

  it.each([
    '12 幢 402',
    '2026-11-23',
    '20261123',
    '8:30-20:00',
    '11月28日前',
    '1,286 个',
    '3 个 50 斤的袋子',
    '2026-11-23 10-12 点',
  ])('%s is none to hide', (text) => {
    expect(withoutNumbers(text)).toBe(text);
  });

  it('cannot be found by its digits either', () => {
    const { search_text } = searchWords({
      title: '打 13812348000 找我',
      story: '１３８１２３４８００１',
      place: '138-1234-8002',
    });
    expect(search_text).not.toMatch(/1234|2348/);
  });
});
