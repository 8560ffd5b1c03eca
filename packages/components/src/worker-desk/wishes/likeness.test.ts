import { describe, expect, it } from 'vitest';
import { keywords, likeness } from './likeness.ts';

describe('what two wishes share', () => {
  it('is searched by words that say what it is about', () => {
    expect(keywords('想要一根不打滑的拐杖', 5)).toContain('拐杖');
    expect(keywords('想要一根不打滑的拐杖', 5)).not.toContain('想要');
    expect(keywords('，。！')).toEqual([]);
    expect(keywords('三楼走道的灯坏了一周，晚上回家要摸黑').length).toBeLessThanOrEqual(2);
  });

  it('is more for the same matter in other words than for another matter', () => {
    const lamp = '三楼走道的灯坏了一周，晚上回家要摸黑';
    expect(likeness(lamp, '12 幢三楼走道灯坏了')).toBeGreaterThan(0.3);
    expect(likeness(lamp, '想要一台血糖仪，每天在家量一量')).toBeLessThan(0.1);
    expect(likeness(lamp, lamp)).toBe(1);
    expect(likeness('', '')).toBe(0);
  });
});
