import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';

const lineOf = (cell: string) =>
  csv(['a'], [[cell]])
    .split('\r\n')
    .slice(1)
    .join('\r\n')
    .replace(/\r\n$/, '');

describe('a table for a spreadsheet', () => {
  it('begins with a byte order mark and ends every line as RFC 4180 has it', () => {
    expect(
      csv(
        ['题目', '几人'],
        [
          ['想要一盏灯', 2],
          [null, true],
        ],
      ),
    ).toBe('\ufeff题目,几人\r\n想要一盏灯,2\r\n,true\r\n');
  });

  it.each([
    ['一, 二', '"一, 二"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '"一\n二"'],
  ])('quotes what would break a line: %j', (text, written) => {
    expect(lineOf(text)).toBe(written);
  });

  it.each([
    ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
    ['+86 138 1234 8000', "'+86 138 1234 8000"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['＝1+1', "'＝1+1"],
  ])('never begins a cell with what a spreadsheet would carry out: %j', (text, written) => {
    expect(lineOf(text)).toBe(written);
  });

  it('leaves what is harmless as it was written', () => {
    for (const text of ['灯=2', '3-4 楼', 'a@b.example', '']) expect(lineOf(text)).toBe(text);
  });
});
