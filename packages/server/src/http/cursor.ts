import { Refusal } from './problem.ts';

/** Keyset cursors: where a page ended, opaque to the client. */
export const encodeCursor = (parts: readonly (string | number)[]): string =>
  btoa(JSON.stringify(parts)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** @throws {Refusal} `request.invalid` where it is not a cursor of ours with `length` parts. */
export function decodeCursor(cursor: string, length: number): string[] {
  try {
    const parts: unknown = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
    if (Array.isArray(parts) && parts.length === length) return parts.map(String);
  } catch {
    // Falls through to the refusal.
  }
  throw badCursor();
}

/** A moment as our own cursors hold it. @throws {Refusal} for anything else that a date parser would take. */
export function cursorTime(text: string): Date {
  const at = new Date(text);
  if (!/^\d{4}-/.test(text) || Number.isNaN(at.getTime()) || at.toISOString() !== text) throw badCursor();
  return at;
}

export const badCursor = () => new Refusal('request.invalid', { fields: [{ path: 'cursor', code: 'format' }] });

export const pageSize = (limit: number | undefined): number => limit ?? 20;

/** Cuts a page from rows that were asked for with one more than its size. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  size: number,
  item: (row: Row) => Item,
  key: (row: Row) => (string | number)[],
) {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: rows.length > size && last !== undefined ? encodeCursor(key(last)) : null };
}
