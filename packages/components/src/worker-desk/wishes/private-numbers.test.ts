import { describe, expect, it } from 'vitest';
import { hasPrivate, masked, pieces } from './private-numbers.ts';

describe('numbers that give someone away', () => {
  it('are found however they are grouped, and the pieces join to the text again', () => {
    for (const number of [
      '13912342046',
      '139 1234 2046',
      '139-1234-2046',
      '025-84201111',
      '84201111',
      '１３９１２３４２０４６',
      '32010619480101123X',
    ]) {
      const text = `灯管我买好了，打 ${number} 找我。`;
      expect(
        pieces(text)
          .filter((piece) => piece.private)
          .map((piece) => piece.text),
        number,
      ).toEqual([number]);
      expect(
        pieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });

  it('are doors too', () => {
    for (const text of ['我在12幢402', '住 3 号楼 2 单元 501 室', '送到402室']) expect(hasPrivate(text), text).toBe(true);
  });

  it('are not days, prices, ages or times', () => {
    for (const text of [
      '2026-11-30 以前',
      '20261130',
      '今年七十八，1948 年生',
      '150 元左右',
      '下午 14:30',
      '65 寸',
      '三楼',
      '',
    ]) {
      expect(hasPrivate(text), text).toBe(false);
    }
  });

  it('are masked on the wall, and masked words have nothing left to mask', () => {
    expect(masked('打13912342046，我在12幢402，身份证320106194801011234')).toBe(
      '打139****2046，我在（门牌不公开），身份证320****',
    );
    expect(masked('打 025-84201111')).toBe('打 ****');
    expect(hasPrivate(masked('打13912342046，在402室，84201111'))).toBe(false);
  });

  it('are looked for in time linear in the text', () => {
    const long = '1 '.repeat(40_000);
    const from = performance.now();
    masked(long);
    expect(performance.now() - from).toBeLessThan(500);
  });
});
