import { periods } from '@five-micro/contract';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { oneDatabase } from '../testing/databases.ts';
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

describe.each(oneDatabase)('a period on $name', ({ open }) => {
  it('begins in the database when it begins here, at every edge and anywhere else', async () => {
    const { db, close } = await open();
    await migrate(db);
    const edges = periods
      .map((period) => spanAt(period, new Date('2026-12-31T20:00:00.000Z')))
      .flatMap(({ from, to }) => [from, to].filter((at) => at !== null))
      .flatMap((at) => [at, new Date(at.getTime() - 1)]);
    const anywhere = fc.date({
      min: new Date('2017-05-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const moments = [...edges, ...fc.sample(anywhere, 500)];
    const { rows } = await sql<{ n: number; period: (typeof periods)[number]; starts: string }>`
      select n::integer, period, starts from unnest(${sql.val(moments.map((at) => at.toISOString()))}::timestamptz[])
        with ordinality as moment (at, n) cross join lateral point_periods(at)`.execute(db);
    expect(rows).toHaveLength(moments.length * periods.length);
    for (const { n, period, starts } of rows) {
      const at = moments[n - 1] ?? new Date(Number.NaN);
      expect([at, period, starts]).toEqual([at, period, spanAt(period, at).starts]);
    }
    await close();
  });
});
