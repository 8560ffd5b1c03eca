import type { ColumnType } from 'kysely';

/** Times go in as RFC 3339 text or Date and come out as Date, from both drivers (see parsers.ts). */
export type Time = ColumnType<Date, string | Date, string | Date>;
export type NullableTime = ColumnType<Date | null, string | Date | null | undefined, string | Date | null>;
/** May be left out of an insert. */
export type OrNull<T> = ColumnType<T | null, T | null | undefined, T | null>;
export type Json<T> = ColumnType<T, string | undefined, string>;
export type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
