/**
 * How values come out of the database: one table for both drivers, which by themselves disagree on whole numbers,
 * days, intervals and bytes.
 *
 * | PostgreSQL | here |
 * |---|---|
 * | bigint, numeric, `count()`, `sum()`, xid8 | string: never rounded. Cast to `integer` in SQL where a number is wanted |
 * | integer, smallint, double precision | number |
 * | timestamptz | Date |
 * | date, timestamp, interval | the text as PostgreSQL writes it: no zone is guessed |
 * | bytea | Uint8Array |
 * | json, jsonb | parsed |
 * | arrays | arrays of the above |
 */
type Parser = (text: string) => unknown;

const asText: Parser = (text) => text;

/** `2026-11-23 02:32:00.123+00`, which only some engines read as it stands. */
const asDate: Parser = (text) => {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
};

/** `\x48656c6c6f`. */
const asBytes: Parser = (text) => {
  const bytes = new Uint8Array((text.length - 2) / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 + i * 2, 4 + i * 2), 16);
  return bytes;
};

/** By type and by the type of its array, as numbered in `pg_type`. */
const table: { type: number; array: number; parser: Parser }[] = [
  { type: 17, array: 1001, parser: asBytes },
  { type: 20, array: 1016, parser: asText }, // bigint
  { type: 1082, array: 1182, parser: asText }, // date
  { type: 1114, array: 1115, parser: asText }, // timestamp
  { type: 1184, array: 1185, parser: asDate }, // timestamptz
  { type: 1186, array: 1187, parser: asText }, // interval
  { type: 1700, array: 1231, parser: asText }, // numeric
  { type: 5069, array: 271, parser: asText }, // xid8
];

/** One-dimensional arrays, as `{1,NULL,"a \"quoted\" one"}`. */
function parseArray(text: string, parser: Parser): unknown[] {
  const items = text.slice(1, -1).match(/"(?:[^"\\]|\\.)*"|[^,"]+/g) ?? [];
  return items.map((item) => {
    if (item === 'NULL') return null;
    return parser(item.startsWith('"') ? item.slice(1, -1).replace(/\\(.)/g, '$1') : item);
  });
}

export const parsers: Readonly<Record<number, Parser>> = Object.fromEntries(
  table.flatMap(({ type, array, parser }): [number, Parser][] => [
    [type, parser],
    [array, (text) => parseArray(text, parser)],
  ]),
);

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** How bytes go in where the driver speaks text. */
export function bytesAsText(bytes: Uint8Array): string {
  let text = '\\x';
  for (const byte of bytes) text += hex[byte] ?? '';
  return text;
}
