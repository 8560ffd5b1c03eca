import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../testing/databases.ts';
import type { OpenDatabase } from './pglite.ts';

describe.each(databases)('what comes out of $name', ({ open }) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await open();
  }, 120_000);
  afterAll(() => database.close());

  const read = async (expression: string) => {
    const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(database.db);
    return rows[0]?.value;
  };

  it.each([
    ['9007199254740993::bigint', '9007199254740993'],
    ['(select count(*) from generate_series(1, 3))', '3'],
    ['(select sum(n) from generate_series(1, 3) n)', '6'],
    ['1.50::numeric', '1.50'],
    [`'18446744073709551615'::xid8`, '18446744073709551615'],
    ['7::integer', 7],
    ['7::smallint', 7],
    ['true', true],
    [`'2026-11-23'::date`, '2026-11-23'],
    [`'1 day 02:00'::interval`, '1 day 02:00:00'],
    [`'2026-11-23T10:32:00.123+08'::timestamptz`, new Date('2026-11-23T02:32:00.123Z')],
    [`'2026-11-23T10:32:00.123456+08'::timestamptz`, new Date('2026-11-23T02:32:00.123Z')],
    [`'{"a":[1,"二胡"]}'::jsonb`, { a: [1, '二胡'] }],
    [`'\\x00ff10'::bytea`, new Uint8Array([0, 255, 16])],
    [`'\\x'::bytea`, new Uint8Array()],
    [`array[1, 2]::integer[]`, [1, 2]],
    [`array['二胡', null, 'a,"b"', '', 'NULL']::text[]`, ['二胡', null, 'a,"b"', '', 'NULL']],
    [`array[]::bigint[]`, []],
    [`array[9007199254740993, null]::bigint[]`, ['9007199254740993', null]],
    [`array[1.5]::numeric[]`, ['1.5']],
    [`array['2026-11-23T02:32:00Z', null]::timestamptz[]`, [new Date('2026-11-23T02:32:00Z'), null]],
    [`array['\\x00ff'::bytea]`, [new Uint8Array([0, 255])]],
    [`array['0190a1b2-0000-7000-8000-000000000000']::uuid[]`, ['0190a1b2-0000-7000-8000-000000000000']],
    [`null::bigint`, null],
  ])('is the same for %s', async (expression, value) => {
    expect(await read(expression)).toStrictEqual(value);
  });

  it('goes in and comes out again', async () => {
    const moment = new Date('2026-11-23T02:32:00.123Z');
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
    const { rows } = await sql<Record<string, unknown>>`
      select ${moment}::timestamptz as moment, ${moment.toISOString()}::timestamptz as text, ${bytes}::bytea as bytes,
        ${['二胡', 'a"b\\']}::text[] as words, ${[1, 2]}::integer[] as numbers, ${JSON.stringify({ a: 1 })}::jsonb as json,
        ${'12345'}::xid8 as xid`.execute(database.db);
    expect(rows[0]).toStrictEqual({
      moment,
      text: moment,
      bytes,
      words: ['二胡', 'a"b\\'],
      numbers: [1, 2],
      json: { a: 1 },
      xid: '12345',
    });
  });

  it('speaks of days in UTC', async () => {
    expect(await read(`('2026-11-23T23:30:00Z'::timestamptz)::date`)).toBe('2026-11-23');
  });
});
