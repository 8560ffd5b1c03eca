export type PabulibErrorCode =
  /** Quotes, sections, columns, rows. */
  | 'pabulib.syntax'
  /** A value of a known key or column. */
  | 'pabulib.value'
  /** Ordinal, cumulative or scoring ballots. */
  | 'pabulib.vote-type'
  /** An id that is repeated, or that no project has. */
  | 'pabulib.id'
  /** `num_projects` or `num_votes` is not what the file has: a part of it may be missing. */
  | 'pabulib.count'
  /** A ballot outside `min_length`, `max_length`, `min_sum_cost` or `max_sum_cost`. */
  | 'pabulib.ballot';

export interface Position {
  /** From 1, also inside a quoted value of several lines. */
  readonly line: number;
  /** From 1, in characters. */
  readonly column: number;
}

/** Where a file is not what it should be, and what was expected there. */
export class PabulibError extends Error implements Position {
  override name = 'PabulibError';
  readonly code: PabulibErrorCode;
  readonly line: number;
  readonly column: number;
  readonly expected: string;

  constructor(code: PabulibErrorCode, { line, column }: Position, expected: string, found?: string) {
    super(`line ${line}, column ${column}: expected ${expected}${found === undefined ? '' : `, found ${quoted(found)}`}`);
    this.code = code;
    this.line = line;
    this.column = column;
    this.expected = expected;
  }
}

const quoted = (text: string): string =>
  text === '' ? 'nothing' : JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
