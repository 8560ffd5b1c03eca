import { describe, expect, it } from 'vitest';
import { drawn, undrawn } from './draw.ts';

describe('the draw of a seed', () => {
  it('is the same everywhere and for ever', () => {
    expect(drawn(['a', 'b', 'c', 'd', 'e'], '微实事 2026')).toEqual(['e', 'b', 'd', 'a', 'c']);
    expect(drawn([], '')).toEqual([]);
  });

  it('does not depend on the order in which the ids are given', () => {
    expect(drawn(['10', '9', '乙', '甲'], 'x')).toEqual(drawn(['甲', '9', '乙', '10'], 'x'));
    expect(undrawn(['9', '10', '甲', '乙'])).toEqual(['10', '9', '乙', '甲']);
  });

  it('favours no order', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const order = drawn(['a', 'b', 'c'], `${seed}`).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Five standard deviations of a fair die thrown 6,000 times.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(145);
  });
});
