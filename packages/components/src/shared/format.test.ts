import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { ago, clock, count, day, dayOfWeek, endOfDay, fill, isoDay, moment } from './format.ts';

const now = '2026-11-23T02:32:00.000Z';

describe('format', () => {
  it('says days and times as Nanjing has them', () => {
    expect(day('2026-11-22T16:30:00Z', 'zh-CN', now)).to.equal('11月23日');
    expect(day('2025-12-31T16:00:00Z', 'zh-CN', now)).to.equal('1月1日');
    expect(day('2025-12-31T15:59:00Z', 'zh-CN', now)).to.equal('2025年12月31日');
    expect(day(now, 'en', now)).to.equal('23 Nov');
    expect(dayOfWeek(now, 'zh-CN', now)).to.equal('11月23日 周一');
    expect(moment('2026-11-23T06:30:00Z', 'zh-CN', now)).to.equal('11月23日 周一 14:30');
    expect(clock('2026-11-23T01:05:00Z')).to.equal('9:05');
    expect(isoDay(endOfDay('2026-11-23'))).to.equal('2026-11-23');
  });

  it('says how long ago for less than a week, by the days of the calendar', () => {
    expect(ago('2026-11-23T02:31:40Z', 'zh-CN', now)).to.equal('刚刚');
    expect(ago('2026-11-23T02:27:00Z', 'zh-CN', now)).to.equal('5 分钟前');
    expect(ago('2026-11-23T00:32:00Z', 'zh-CN', now)).to.equal('2 小时前');
    expect(ago('2026-11-22T15:00:00Z', 'zh-CN', now)).to.equal('昨天');
    expect(ago('2026-11-20T02:00:00Z', 'zh-CN', now)).to.equal('3 天前');
    expect(ago('2026-11-16T02:00:00Z', 'zh-CN', now)).to.equal('11月16日');
    expect(ago('2026-11-28T02:00:00Z', 'zh-CN', now)).to.equal('11月28日');
  });

  it('shortens ten thousands in Chinese and never rounds up', () => {
    expect(count(1286, 'zh-CN')).to.equal('1,286');
    expect(count(12_999, 'zh-CN')).to.equal('1.2 万');
    expect(count(12_999, 'en')).to.equal('12,999');
  });

  it('leaves a hole that nothing fills', () => {
    expect(fill('{a} {b}', { a: 1 })).to.equal('1 {b}');
  });
});
