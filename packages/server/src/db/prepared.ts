import { type RawBuilder, sql } from 'kysely';

/** Stands before statements that connections keep; also in those written as plain text. */
export const mark = '/* prepared */';

/**
 * Stands before the few statements that are asked so often that reading and planning them anew costs more than they do:
 * PostgreSQL keeps them per connection. The embedded database takes it for the comment that it is.
 */
export const prepared: RawBuilder<unknown> = sql.raw(mark);

/** By text: one name for each, in all connections. There are few, as values are parameters. */
const names = new Map<string, string>();

/** The name that a statement is kept under; none for one that is not marked. */
export function preparedName(text: string): string | undefined {
  if (!text.trimStart().startsWith(mark)) return undefined;
  const name = names.get(text) ?? `five_micro_${names.size + 1}`;
  names.set(text, name);
  return name;
}
