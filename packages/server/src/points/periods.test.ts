import { describe, expect, it } from 'vitest';
import { spanAt, spanBefore, spanShown } from './periods.ts';

describe('a period', () => {
  it.each([
    ['week', '2026-11-22T15:59:59.999Z', '2026-11-16', '2026-11-15T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ['week', '2026-11-22T16:00:00.000Z', '2026-11-23', '2026-11-22T16:00:00.000Z', '2026-11-29T16:00:00.000Z'],
    ['month', '2026-11-30T16:00:00.000Z', '2026-12-01', '2026-11-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['quarter', '2026-12-31T15:59:59.999Z', '2026-10-01', '2026-09-30T16:00:00.000Z', '2026-12-31T16:00:00.000Z'],
    ['year', '2026-12-31T16:00:00.000Z', '2027-01-01', '2026-12-31T16:00:00.000Z', '2027-12-31T16:00:00.000Z'],
  ] as const)('%s is that of Asia/Shanghai: %s lies in the one of %s', (period, at, starts, from, to) => {
    const span = spanAt(period, new Date(at));
    expect(span.starts).toBe(starts);
    expect(spanShown(span)).toEqual({ from, to });
  });

  it('follows on the one before, but for all time', () => {
    const span = spanAt('quarter', new Date('2026-02-01T00:00:00Z'));
    expect(spanBefore(span)).toMatchObject({ starts: '2025-10-01', to: span.from });
    expect(spanBefore(spanAt('all', new Date()))).toBeUndefined();
  });
});
